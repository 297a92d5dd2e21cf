"""How a list of work is divided into parts, and who gets how much room."""
from datetime import datetime

import pytest

from portal.rules.due import Bounds, When, before, shares

NOW = datetime(2026, 3, 30, 8, 0)


@pytest.mark.parametrize("limit, when", [
    (datetime(2026, 3, 30, 7, 59, 59), When.LATE), (datetime(2026, 3, 30, 8, 0), When.TODAY), (datetime(2026, 3, 30, 23, 59, 59), When.TODAY),
    (datetime(2026, 3, 31, 0, 0), When.WEEK), (datetime(2026, 4, 6, 23, 59, 59), When.WEEK), (datetime(2026, 4, 7), When.LATER),
])
def test_a_limit_lies_in_one_part(limit, when):
    assert Bounds(NOW).when(limit) == when


def test_a_day_without_an_hour_is_late_from_the_next_midnight_on():
    assert [Bounds(NOW).last_day(when).day for when in (When.LATE, When.TODAY, When.WEEK)] == [29, 30, 6]
    assert before(When.LATE) is None and before(When.LATER) == When.WEEK


@pytest.mark.parametrize("counts, given", [
    ((2, 1, 3), (2, 1, 3)), ((100, 0, 0), (25, 0, 0)), ((100, 100, 100), (9, 8, 8)), ((100, 2, 1), (22, 2, 1)), ((0, 100, 100), (0, 17, 8)),
    ((0, 0, 0), (0, 0, 0)),
])
def test_room_that_one_part_leaves_goes_to_the_most_urgent(counts, given):
    assert tuple(shares(dict(zip(When, counts, strict=False)), 25).values()) == given
