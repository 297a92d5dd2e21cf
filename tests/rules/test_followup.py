"""When those who ended a training are visited, and when they are asked for again."""
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.followup import (
    MONTHS,
    Asked,
    FollowUpStatus,
    Standing,
    Try,
    Why,
    asking,
    asks_on,
    check_told,
    due_dates,
    in_vain,
    may_visit,
    milestone_on,
    months_after,
    standing,
    window,
)
from portal.rules.refused import Refused

ENDED = date(2026, 9, 30)
# Its milestones: due 30 Oct, 30 Dec, 30 Mar and 30 Sep; their windows open on 16 Oct, 16 Dec, 16 Mar and 16 Sep.
DAY = timedelta(days=1)


@pytest.mark.parametrize("day, months, expected", [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2028, 1, 31), 1, date(2028, 2, 29)), (date(2026, 8, 31), 6, date(2027, 2, 28)),
    (date(2026, 11, 30), 1, date(2026, 12, 30)), (date(2026, 12, 1), 1, date(2027, 1, 1)), (date(2028, 2, 29), 12, date(2029, 2, 28)),
    (date(2026, 3, 30), 0, date(2026, 3, 30)),
])
def test_months_later(day, months, expected):
    assert months_after(day, months) == expected


def test_the_four_visits():
    assert due_dates(ENDED) == {1: date(2026, 10, 30), 3: date(2026, 12, 30), 6: date(2027, 3, 30), 12: date(2027, 9, 30)}


@pytest.mark.parametrize("months, opens, closes", [
    (1, date(2026, 10, 16), date(2026, 12, 15)), (3, date(2026, 12, 16), date(2027, 3, 15)), (6, date(2027, 3, 16), date(2027, 9, 15)),
    (12, date(2027, 9, 16), None),
])
def test_a_window_is_open_until_the_next_one_opens(months, opens, closes):
    assert window(ENDED, months) == (opens, closes)
    assert milestone_on(ENDED, opens) == months
    assert milestone_on(ENDED, opens - DAY) == {1: None, 3: 1, 6: 3, 12: 6}[months]
    assert milestone_on(ENDED, closes or date(2040, 1, 1)) == months


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 900))
def test_each_day_belongs_to_at_most_one_milestone(ended, later):
    day = ended + timedelta(days=later)
    windows = [window(ended, months) for months in MONTHS]
    holding = [months for months, (opens, closes) in zip(MONTHS, windows, strict=True) if opens <= day and (closes is None or day <= closes)]
    assert holding == ([milestone_on(ended, day)] if milestone_on(ended, day) else [])
    assert windows[0][0] > ended and (holding or day < windows[0][0])


LOST_1 = Try(1, date(2026, 10, 30), False)
MET_1 = Try(1, date(2026, 10, 20), True)


@pytest.mark.parametrize("months, tries, expected", [
    # Nobody went: on the due day.
    (1, (), date(2026, 10, 30)),
    # Found: never again.
    (1, (MET_1,), None), (1, (LOST_1, Try(1, date(2026, 12, 1), True)), None), (1, (MET_1, LOST_1), None),
    # Not found: thirty days after the last try, however many there were.
    (1, (LOST_1,), date(2026, 11, 29)), (1, (Try(1, date(2026, 10, 16), False),), date(2026, 11, 15)),
    (1, (LOST_1, Try(1, date(2026, 12, 10), False)), date(2027, 1, 9)), (12, (Try(12, date(2029, 1, 1), False),), date(2029, 1, 31)),
    # The one before was settled: the next asks on its own day. Where it never was, asking goes on when the window opens,
    (3, (MET_1,), date(2026, 12, 30)), (3, (), date(2026, 12, 16)), (3, (LOST_1,), date(2026, 12, 16)),
    # but thirty days after the last try, and on the due day at the latest.
    (3, (Try(1, date(2026, 11, 20), False),), date(2026, 12, 20)), (3, (Try(1, date(2026, 12, 15), False),), date(2026, 12, 30)),
])
def test_from_when_a_milestone_asks(months, tries, expected):
    assert asks_on(ENDED, months, tries) == expected


@pytest.mark.parametrize("tries, today, expected", [
    ((), date(2026, 10, 15), None), ((), date(2026, 10, 16), Asked(1, date(2026, 10, 30))), ((), date(2026, 12, 15), Asked(1, date(2026, 10, 30))),
    ((), date(2026, 12, 16), Asked(3, date(2026, 12, 16))), ((MET_1,), date(2026, 12, 15), None),
    ((MET_1,), date(2026, 12, 16), Asked(3, date(2026, 12, 30))),
    ((LOST_1,), date(2026, 12, 15), Asked(1, date(2026, 11, 29))), ((LOST_1,), date(2026, 12, 16), Asked(3, date(2026, 12, 16))),
    ((Try(12, date(2027, 9, 30), False),), date(2031, 1, 1), Asked(12, date(2027, 10, 30))),
    ((Try(12, date(2031, 1, 1), True),), date(2031, 1, 2), None),
])
def test_at_most_one_milestone_asks(tries, today, expected):
    assert asking(ENDED, tries, today) == expected


@pytest.mark.parametrize("months, tries, today, expected", [
    (1, (), date(2026, 10, 15), Standing.AHEAD), (1, (), date(2026, 10, 16), Standing.OPEN), (1, (), date(2026, 10, 29), Standing.OPEN),
    (1, (), date(2026, 10, 30), Standing.DUE), (1, (), date(2026, 12, 15), Standing.DUE), (1, (), date(2026, 12, 16), Standing.UNKNOWN),
    (1, (LOST_1,), date(2026, 11, 28), Standing.TRIED), (1, (LOST_1,), date(2026, 11, 29), Standing.AGAIN),
    (1, (LOST_1,), date(2026, 12, 16), Standing.UNKNOWN), (1, (MET_1,), date(2030, 1, 1), Standing.FOUND),
    (3, (LOST_1,), date(2026, 12, 16), Standing.DUE), (3, (MET_1,), date(2026, 12, 16), Standing.OPEN), (12, (), date(2040, 1, 1), Standing.DUE),
])
def test_how_a_milestone_stands(months, tries, today, expected):
    assert standing(ENDED, months, tries, today) == expected


@pytest.mark.parametrize("found, expected", [((), 0), ((True,), 0), ((False,), 1), ((False, False), 2), ((False, True), 0), ((True, False), 1)])
def test_tries_in_vain_count_from_the_last_meeting(found, expected):
    assert in_vain([Try(1, ENDED, each) for each in found]) == expected


@pytest.mark.parametrize("ended, months, visited, expected", [
    (None, 1, date(2026, 10, 30), Why.NOT_ENDED), (ENDED, 1, date(2026, 9, 29), Why.VISIT_OUT_OF_RANGE),
    (ENDED, 1, ENDED, Why.OUTSIDE_WINDOW), (ENDED, 1, date(2026, 10, 15), Why.OUTSIDE_WINDOW), (ENDED, 1, date(2026, 10, 16), None),
    (ENDED, 1, date(2026, 12, 15), None), (ENDED, 1, date(2026, 12, 16), Why.OUTSIDE_WINDOW), (ENDED, 3, date(2026, 12, 15), Why.OUTSIDE_WINDOW),
    (ENDED, 3, date(2026, 12, 16), None), (ENDED, 12, date(2027, 9, 15), Why.OUTSIDE_WINDOW), (ENDED, 12, date(2027, 9, 16), None),
    (ENDED, 12, date(2028, 12, 31), None), (ENDED, 12, date(2029, 1, 1), Why.VISIT_OUT_OF_RANGE),
])
def test_the_day_of_a_visit(ended, months, visited, expected):
    try:
        assert may_visit(ended, months, visited, date(2028, 12, 31)) is expected
    except Refused as refused:
        assert refused.why == expected


@pytest.mark.parametrize("status, told, refused", [
    (FollowUpStatus.NOT_FOUND, {"income": 0}, True), (FollowUpStatus.NOT_FOUND, {"place": "Pasar"}, True),
    (FollowUpStatus.NOT_FOUND, {"uses_skill": False}, True), (FollowUpStatus.NOT_FOUND, {"income": None, "place": "", "uses_skill": None}, False),
    (FollowUpStatus.BACK_ON_STREET, {"income": 500_000}, False), (FollowUpStatus.IDLE, {"uses_skill": False}, False),
])
def test_who_was_not_found_has_told_nothing(status, told, refused):
    if refused:
        with pytest.raises(Refused):
            check_told(status, **told)
    else:
        check_told(status, **told)
