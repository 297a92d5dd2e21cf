"""Which papers a course has, how its days lie on sheets, and what is paid; amounts in words."""
from datetime import date, timedelta

import pytest

from portal.rules import amount
from portal.rules import batch_paper as rules
from portal.rules.batch_paper import Asked, BatchPaper, Why
from portal.rules.refused import Refused

APRIL = date(2026, 4, 1)


@pytest.mark.parametrize("paper, month, kind", [
    (BatchPaper.ROSTER, None, "roster"), (BatchPaper.BLANK_SHEET, APRIL, "blank_sheet_2026-04"),
    (BatchPaper.FILLED_SHEET, date(2026, 12, 1), "filled_sheet_2026-12"), (BatchPaper.ALLOWANCES, None, "allowances"),
])
def test_what_was_asked_for_is_read_back_from_what_its_copies_are_counted_under(paper, month, kind):
    assert Asked(paper, month).kind == kind and rules.read(kind) == Asked(paper, month)


@pytest.mark.parametrize("kind", ["", "letter", "roster_2026-04", "report_2026-01", "blank_sheet_2026-13", "blank_sheet_2026-00", "blank_sheet_26-04",
                                  "blank_sheet_", "blank_sheet_2026-04-01", "blank_sheet_2026-0٤", "ROSTER", "filled_sheet_3026-04"])
def test_anything_else_is_no_paper(kind):
    assert rules.read(kind) is None


@pytest.mark.parametrize("first, last, count", [
    (APRIL, APRIL, 1), (date(2026, 4, 30), date(2026, 5, 1), 2), (date(2025, 12, 31), date(2026, 1, 1), 2),
    (date(2026, 1, 1), date(2026, 12, 31), 12),
])
def test_the_months_of_a_course(first, last, count):
    found = rules.months(first, last)
    assert len(found) == count and found[0] == first.replace(day=1) and found[-1] == last.replace(day=1) and found == sorted(set(found))


@pytest.mark.parametrize("today, month", [
    (date(2026, 3, 31), 4), (APRIL, 4), (date(2026, 4, 30), 4), (date(2026, 5, 1), 5), (date(2026, 6, 30), 6), (date(2027, 1, 1), 6),
])
def test_this_month_is_offered_and_outside_the_course_its_nearest(today, month):
    assert rules.usual_month(rules.months(date(2026, 4, 6), date(2026, 6, 30)), today) == date(2026, month, 1)


@pytest.mark.parametrize("paper, days, why", [
    (BatchPaper.BLANK_SHEET, 0, None), (BatchPaper.BLANK_SHEET, 31, None), (BatchPaper.BLANK_SHEET, 32, Why.TOO_MANY_DAYS),
    (BatchPaper.FILLED_SHEET, 0, Why.NO_MEETINGS), (BatchPaper.FILLED_SHEET, 1, None), (BatchPaper.FILLED_SHEET, 31, None),
    (BatchPaper.FILLED_SHEET, 32, Why.TOO_MANY_DAYS),
])
def test_a_sheet_has_a_month_of_days_and_a_filled_one_has_a_meeting(paper, days, why):
    every = [APRIL + timedelta(n) for n in range(days)]
    if why is None:
        return rules.check_days(paper, every)
    with pytest.raises(Refused) as refused:
        rules.check_days(paper, every)
    assert refused.value.why == why


@pytest.mark.parametrize("days, most, lengths", [
    (0, 12, []), (1, 12, [1]), (12, 12, [12]), (13, 12, [6, 7]), (24, 12, [12, 12]), (25, 12, [8, 8, 9]), (26, 26, [26]), (27, 26, [13, 14]),
])
def test_days_are_spread_over_few_and_even_sheets_in_their_order(days, most, lengths):
    every = list(range(days))
    sheets = rules.spread(every, most)
    assert [len(sheet) for sheet in sheets] == lengths and [day for sheet in sheets for day in sheet] == every


@pytest.mark.parametrize("people, seats, rows", [
    (0, 15, 15), (4, 15, 11), (13, 15, 2), (14, 15, 1), (15, 15, 1), (40, 40, 1), (0, 500, 40), (20, 500, 20), (0, 1, 1),
])
def test_rows_are_left_for_who_comes_later_and_never_a_hundred(people, seats, rows):
    assert rules.empty_rows(people, seats) == rows


@pytest.mark.parametrize("number, words", [
    (0, "nol rupiah"), (11, "sebelas rupiah"), (100, "seratus rupiah"), (1000, "seribu rupiah"), (1001, "seribu satu rupiah"),
    (2000, "dua ribu rupiah"), (11000, "sebelas ribu rupiah"), (101000, "seratus satu ribu rupiah"), (1000000, "satu juta rupiah"),
    (1001000, "satu juta seribu rupiah"), (1250000, "satu juta dua ratus lima puluh ribu rupiah"),
    (7375500, "tujuh juta tiga ratus tujuh puluh lima ribu lima ratus rupiah"), (2000000000, "dua miliar rupiah"),
    (999999999999, "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan "
                   "ribu sembilan ratus sembilan puluh sembilan rupiah"),
])
def test_an_amount_is_repeated_in_words(number, words):
    assert amount.in_words(number) == words
