"""In force is the row that began last; what was written never moves."""
from datetime import date, timedelta

import pytest

from portal.rules.decile import OPEN_TO, UNRANKED, Because, DtsenStatus, Programme, Verdict, eligibility
from portal.rules.programme_rule import DECREE, FIRST, RANKS, Rule, Why, check, coming, in_force, is_ranked, spans
from portal.rules.refused import Refused

TODAY = date(2026, 3, 30)
APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
DAY = timedelta(days=1)


def row(valid_from, deciles, programme=Programme.SEMBAKO):
    return Rule(programme, valid_from, frozenset(deciles), False, "Kepmensos baru")


WIDER, NARROWER, CORRECTED = row(APRIL, range(1, 6)), row(MAY, range(1, 4)), row(MAY, range(1, 3))
ROWS = (*FIRST, WIDER, NARROWER)


def test_the_first_rows_are_the_decree():
    assert {rule.programme: rule.deciles for rule in FIRST} == OPEN_TO
    assert {rule.source for rule in FIRST} == {DECREE}
    assert [rule.programme for rule in FIRST if rule.or_assessed] == [Programme.ATENSI]
    assert "1–5" in next(rule.note for rule in FIRST if rule.programme == Programme.SEMBAKO)


@pytest.mark.parametrize("day, found", [
    (date(2025, 6, 1), 4), (date(2025, 12, 31), 4), (date(2026, 1, 1), 4), (APRIL - DAY, 4), (APRIL, 5), (APRIL + DAY, 5), (MAY - DAY, 5),
    (MAY, 3), (MAY + DAY, 3), (date(2030, 1, 1), 3),
])
def test_on_each_side_of_each_date(day, found):
    assert max(in_force(ROWS, day)[Programme.SEMBAKO].deciles) == found
    assert in_force(ROWS, day)[Programme.ATENSI].deciles == OPEN_TO[Programme.ATENSI]


def test_of_two_of_one_day_the_one_written_last_counts_in_whatever_order_days_were_written():
    assert in_force((*ROWS, CORRECTED), MAY)[Programme.SEMBAKO] is CORRECTED
    assert in_force((NARROWER, *FIRST, WIDER), MAY)[Programme.SEMBAKO] is NARROWER


def test_what_is_to_come_is_told_once_for_each_day():
    assert coming((*ROWS, CORRECTED), TODAY) == [WIDER, CORRECTED]
    assert coming(ROWS, APRIL) == [NARROWER] and coming(ROWS, MAY) == []


@pytest.mark.parametrize("change, why", [
    ({}, None), ({"valid_from": TODAY + DAY}, None), ({"valid_from": TODAY - DAY}, Why.PAST_DAY), ({"deciles": []}, Why.NO_DECILE),
    ({"deciles": [0]}, Why.NO_SUCH_RANK), ({"deciles": [11]}, Why.NO_SUCH_RANK), ({"deciles": [1, 10]}, None),
    ({"source": "  "}, Why.SOURCE_NEEDED),
])
def test_a_new_row_is_checked(change, why):
    told = {"valid_from": TODAY, "deciles": [1, 2], "source": "Kepmensos", "today": TODAY} | change
    try:
        check(**told)
    except Refused as refused:
        assert refused.why is why
    else:
        assert why is None


@pytest.mark.parametrize("programme", Programme)
@pytest.mark.parametrize("decile", range(UNRANKED, 11))
def test_every_decile_of_every_programme(programme, decile):
    highest = {Programme.ATENSI: 5, Programme.PBI_JK: 5, Programme.PKH: 4, Programme.SEMBAKO: 4, Programme.SEKOLAH_RAKYAT: 2}[programme]
    open_to = {each: rule.deciles for each, rule in in_force(FIRST, TODAY).items()}
    found = eligibility(programme, DtsenStatus.LISTED, decile, False, open_to)
    assert (found.verdict == Verdict.ELIGIBLE) is (1 <= decile <= highest)
    assert found.because == (Because.IN_DECILE if 1 <= decile <= highest else Because.UNRANKED if decile == 0 else Because.ABOVE)


@pytest.mark.parametrize("deciles, words", [
    ([1], "1"), ([1, 2, 3, 4, 5], "1–5"), ([5, 1, 2], "1–2, 5"), ([1, 3, 5], "1, 3, 5"), (RANKS, "1–10"),
])
def test_deciles_as_people_write_them(deciles, words):
    assert spans(deciles) == words


@pytest.mark.parametrize("decile, ranked", [(None, False), (0, False), (1, True), (10, True)])
def test_nought_is_no_rank(decile, ranked):
    assert is_ranked(decile) is ranked
