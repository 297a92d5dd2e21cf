"""Seats, the life of a batch, the ends of a training, and dates that collide; the life of a place is in test_placement_cells."""
from datetime import date

import pytest

from portal.rules.life import WhyNot
from portal.rules.placement import BatchState as Batch
from portal.rules.placement import (
    BatchStep,
    PlacementStep,
    Why,
    after,
    after_batch,
    check_batch,
    check_end,
    check_overlap,
    may_join,
    overlaps,
    seat,
)
from portal.rules.placement import PlacementState as State
from portal.rules.refused import Refused


def outcome_of(rule, *arguments, **more):
    try:
        return rule(*arguments, **more)
    except Refused as refused:
        return refused.why


@pytest.mark.parametrize("seats, taken, expected", [
    (16, 0, State.ACTIVE), (16, 15, State.ACTIVE), (16, 16, State.WAITING), (16, 17, State.WAITING), (0, 0, State.WAITING),
])
def test_a_seat(seats, taken, expected):
    assert seat(seats, taken) == expected
    assert after(State.PROPOSED, PlacementStep.APPROVE, seats=seats, taken=taken) == expected


@pytest.mark.parametrize("state, step, active, reason, expected", [
    (Batch.OPEN, BatchStep.START, 5, "", Batch.RUNNING),
    (Batch.RUNNING, BatchStep.END, 0, "", Batch.ENDED),
    (Batch.RUNNING, BatchStep.END, 1, "", Why.BATCH_OCCUPIED),
    (Batch.OPEN, BatchStep.CANCEL, 0, "dana tidak ada", Batch.CANCELLED),
    (Batch.OPEN, BatchStep.CANCEL, 0, "", Why.REASON_NEEDED),
    (Batch.RUNNING, BatchStep.CANCEL, 2, "x", Batch.CANCELLED),
    (Batch.ENDED, BatchStep.START, 0, "", WhyNot.NOT_FROM_HERE),
    (Batch.OPEN, BatchStep.END, 0, "", WhyNot.NOT_FROM_HERE),
])
def test_a_batch(state, step, active, reason, expected):
    assert outcome_of(after_batch, state, step, active=active, reason=reason) == expected


@pytest.mark.parametrize("state, expected", [
    (Batch.OPEN, None), (Batch.RUNNING, None), (Batch.ENDED, Why.BATCH_CLOSED), (Batch.CANCELLED, Why.BATCH_CLOSED),
])
def test_joining(state, expected):
    assert outcome_of(may_join, state) == expected
    assert outcome_of(may_join, state, date(2026, 4, 10), date(2026, 4, 9)) == expected
    assert outcome_of(may_join, state, date(2026, 4, 10), date(2026, 4, 10)) == expected
    assert outcome_of(may_join, state, date(2026, 4, 10), date(2026, 4, 11)) == (expected or Why.JOINED_TOO_LATE)


@pytest.mark.parametrize("first, last, seats, taken, expected", [
    (6, 6, 15, 0, None), (7, 6, 15, 0, Why.ENDS_FIRST), (6, 30, 15, 15, None), (6, 30, 14, 15, Why.SEATS_TAKEN),
])
def test_a_batch_as_it_is_planned(first, last, seats, taken, expected):
    assert outcome_of(check_batch, date(2026, 4, first), date(2026, 4, last), seats, taken) == expected


@pytest.mark.parametrize("day, seated, starts, expected", [
    (20, 6, 1, None), (21, 6, 1, Why.END_OUT_OF_RANGE), (6, 6, 1, None), (5, 6, 1, Why.END_OUT_OF_RANGE), (5, None, 1, None),
    (10, 6, 10, None), (9, 6, 10, Why.END_OUT_OF_RANGE), (20, 6, 20, None), (19, 6, 20, Why.END_OUT_OF_RANGE),
    # A course that began before its first day, which is still to come.
    (19, 6, 21, None), (5, 6, 21, Why.END_OUT_OF_RANGE), (21, 6, 21, Why.END_OUT_OF_RANGE),
])
def test_the_day_a_participant_ends(day, seated, starts, expected):
    since = (seated and date(2026, 4, seated), date(2026, 4, starts))
    assert outcome_of(check_end, date(2026, 4, day), since, date(2026, 4, 20)) == expected


def april(first, last):
    return date(2026, 4, first), last and date(2026, 4, last)


@pytest.mark.parametrize("a, b, expected", [
    (april(1, 10), april(11, 20), False), (april(1, 10), april(10, 20), True), (april(1, 30), april(5, 6), True),
    (april(11, 20), april(1, 10), False), (april(1, None), april(20, 21), True), (april(20, None), april(1, 19), False),
    (april(20, None), april(1, 20), True), (april(1, None), april(30, None), True),
])
def test_two_batches_that_share_a_day(a, b, expected):
    assert overlaps(a, b) is overlaps(b, a) is expected
    assert outcome_of(check_overlap, a, [b]) == (Why.OVERLAPPING if expected else None)
