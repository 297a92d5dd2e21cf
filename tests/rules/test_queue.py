"""The order in which people wait, and how long an offered seat is kept before somebody asks."""
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.placement import Why
from portal.rules.queue import ahead, answer_due, behind, in_order, may_prioritise, next_in_queue, ranks
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar

OFFICE = WorkCalendar(DEFAULT_HOURS, holidays={date(2026, 3, 19): "Hari Suci Nyepi"})


@pytest.mark.parametrize("queue, passed, expected", [
    ([], (), None), ([(3, "c"), (1, "a"), (2, "b")], (), "a"), ([(7, "g")], (), "g"), ([(0, "z"), (-1, "y")], (), "y"),
    ([(1, "a"), (2, "b")], ("a",), "b"), ([(1, "a")], ("a",), None), ([(1, "a"), (2, "b")], ("b",), "a"),
])
def test_who_is_next(queue, passed, expected):
    assert next_in_queue(queue, passed) == expected


@pytest.mark.parametrize("numbers, last, first", [([], 1, 0), ([1], 2, 0), ([1, 2, 5], 6, 0), ([0, 3], 4, -1), ([-2, 7], 8, -3), ([4, 9], 10, 3)])
def test_a_number_behind_everybody_and_one_ahead(numbers, last, first):
    assert (behind(numbers), ahead(numbers)) == (last, first)


def test_positions_count_from_one_whatever_the_numbers():
    assert ranks([(8, "late"), (-1, "first"), (5, "middle")]) == {"first": 1, "middle": 2, "late": 3}


@pytest.mark.parametrize("same, expected", [(False, None), (True, Why.OWN_PROPOSAL)])
def test_nobody_puts_their_own_child_first(same, expected):
    try:
        assert may_prioritise(same) is expected
    except Refused as refused:
        assert refused.why == expected


@pytest.mark.parametrize("offered, due", [
    (date(2026, 3, 2), datetime(2026, 3, 5, 16, 0)),    # Monday: Thursday
    (date(2026, 3, 3), datetime(2026, 3, 6, 16, 30)),   # Tuesday: Friday, open longer
    (date(2026, 3, 4), datetime(2026, 3, 9, 16, 0)),    # Wednesday: over the weekend
    (date(2026, 3, 6), datetime(2026, 3, 11, 16, 0)),   # Friday
    (date(2026, 3, 7), datetime(2026, 3, 11, 16, 0)),   # Saturday: the same
    (date(2026, 3, 16), datetime(2026, 3, 20, 16, 30)),  # Monday before Nyepi on Thursday
])
def test_an_offer_is_answered_within_three_working_days(offered, due):
    assert answer_due(offered, OFFICE) == due


@given(st.lists(st.sampled_from(["join", "first", "next"]), max_size=40))
def test_who_joins_comes_last_and_who_is_put_first_comes_first(steps):
    queue, expected, serial = [], [], 0
    for step in steps:
        if step == "next" and queue:
            first = next_in_queue(queue)
            assert first == expected.pop(0)
            queue = [pair for pair in queue if pair[1] != first]
        elif step == "join":
            queue.append((behind([number for number, _ in queue]), serial))
            expected.append(serial)
        elif step == "first":
            queue.append((ahead([number for number, _ in queue]), serial))
            expected.insert(0, serial)
        serial += 1
        assert in_order(queue) == expected
