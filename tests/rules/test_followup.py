"""When those who ended a training are visited."""
from datetime import date

import pytest

from portal.rules.followup import Why, due_dates, may_visit, months_after, overdue
from portal.rules.refused import Refused


@pytest.mark.parametrize("day, months, expected", [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2028, 1, 31), 1, date(2028, 2, 29)), (date(2026, 8, 31), 6, date(2027, 2, 28)),
    (date(2026, 11, 30), 1, date(2026, 12, 30)), (date(2026, 12, 1), 1, date(2027, 1, 1)), (date(2028, 2, 29), 12, date(2029, 2, 28)),
    (date(2026, 3, 30), 0, date(2026, 3, 30)),
])
def test_months_later(day, months, expected):
    assert months_after(day, months) == expected


def test_the_four_visits():
    assert due_dates(date(2026, 9, 30)) == {
        1: date(2026, 10, 30), 3: date(2026, 12, 30), 6: date(2027, 3, 30), 12: date(2027, 9, 30)}


@pytest.mark.parametrize("done, today, expected", [
    ((), date(2026, 10, 29), []), ((), date(2026, 10, 30), [1]), ((1,), date(2026, 12, 30), [3]), ((), date(2027, 9, 30), [1, 3, 6, 12]),
    ((1, 3, 6, 12), date(2030, 1, 1), []),
])
def test_what_is_overdue(done, today, expected):
    assert overdue(date(2026, 9, 30), done, today) == expected


@pytest.mark.parametrize("ended, visited, expected", [
    (None, date(2026, 10, 30), Why.NOT_ENDED), (date(2026, 9, 30), date(2026, 9, 29), Why.VISIT_OUT_OF_RANGE),
    (date(2026, 9, 30), date(2026, 9, 30), None), (date(2026, 9, 30), date(2026, 10, 30), None),
    (date(2026, 9, 30), date(2026, 10, 31), Why.VISIT_OUT_OF_RANGE),
])
def test_the_day_of_a_visit(ended, visited, expected):
    try:
        assert may_visit(ended, visited, date(2026, 10, 30)) is expected
    except Refused as refused:
        assert refused.why == expected
