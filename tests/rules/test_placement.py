"""Seats, the waiting list, the ends of a training, and dates that collide."""
from datetime import date

import pytest

from portal.rules.life import WhyNot
from portal.rules.placement import (
    LETTER,
    BatchStep,
    LeaveReason,
    Mark,
    PlacementStep,
    Why,
    after,
    after_batch,
    attendance_rate,
    check_batch,
    check_end,
    check_overlap,
    may_join,
    may_meet,
    next_in_queue,
    overlaps,
    seat,
)
from portal.rules.placement import BatchState as Batch
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


@pytest.mark.parametrize("state, step, taken, batch, reason, expected", [
    (State.PROPOSED, PlacementStep.RETURN, 0, Batch.OPEN, "x", State.RETURNED),
    (State.PROPOSED, PlacementStep.REFUSE, 0, Batch.OPEN, "x", State.REFUSED),
    (State.PROPOSED, PlacementStep.WITHDRAW, 0, Batch.OPEN, "", State.CANCELLED),
    (State.RETURNED, PlacementStep.PROPOSE, 0, Batch.OPEN, "", State.PROPOSED),
    (State.WAITING, PlacementStep.SEAT, 0, Batch.OPEN, "", State.ACTIVE),
    (State.WAITING, PlacementStep.SEAT, 1, Batch.OPEN, "", Why.NO_SEAT),
    (State.WAITING, PlacementStep.UNDO, 1, Batch.RUNNING, "", State.RETURNED),
    (State.WAITING, PlacementStep.UNDO, 1, Batch.ENDED, "", Why.TOO_LATE_TO_UNDO),
    (State.ACTIVE, PlacementStep.UNDO, 1, Batch.OPEN, "", State.RETURNED),
    (State.ACTIVE, PlacementStep.UNDO, 1, Batch.RUNNING, "", Why.TOO_LATE_TO_UNDO),
    (State.ACTIVE, PlacementStep.PASS, 1, Batch.RUNNING, "", State.PASSED),
    (State.ACTIVE, PlacementStep.FAIL, 1, Batch.RUNNING, "", State.NOT_PASSED),
    (State.ACTIVE, PlacementStep.PASS, 1, Batch.OPEN, "", Why.NOT_RUNNING),
    (State.ACTIVE, PlacementStep.FAIL, 1, Batch.ENDED, "", Why.NOT_RUNNING),
    (State.ACTIVE, PlacementStep.LEAVE, 1, Batch.RUNNING, LeaveReason.RAN_AWAY, State.LEFT_EARLY),
    (State.ACTIVE, PlacementStep.LEAVE, 1, Batch.RUNNING, "", Why.REASON_NEEDED),
    (State.ACTIVE, PlacementStep.CANCEL, 1, Batch.RUNNING, "salah catat", State.CANCELLED),
    (State.PROPOSED, PlacementStep.REFUSE, 0, Batch.OPEN, "", Why.REASON_NEEDED),
    (State.WAITING, PlacementStep.PASS, 0, Batch.OPEN, "", WhyNot.NOT_FROM_HERE),
    (State.PASSED, PlacementStep.LEAVE, 0, Batch.ENDED, "x", WhyNot.NOT_FROM_HERE),
    (State.REFUSED, PlacementStep.APPROVE, 0, Batch.OPEN, "", WhyNot.NOT_FROM_HERE),
])
def test_a_move(state, step, taken, batch, reason, expected):
    assert outcome_of(after, state, step, seats=1, taken=taken, batch_state=batch, reason=reason) == expected


@pytest.mark.parametrize("state, step, active, reason, expected", [
    (Batch.OPEN, BatchStep.START, 5, "", Batch.RUNNING),
    (Batch.RUNNING, BatchStep.END, 0, "", Batch.ENDED),
    (Batch.RUNNING, BatchStep.END, 1, "", Why.BATCH_OCCUPIED),
    (Batch.OPEN, BatchStep.CANCEL, 0, "dana tidak ada", Batch.CANCELLED),
    (Batch.OPEN, BatchStep.CANCEL, 0, "", Why.REASON_NEEDED),
    (Batch.RUNNING, BatchStep.CANCEL, 2, "x", Why.BATCH_OCCUPIED),
    (Batch.ENDED, BatchStep.START, 0, "", WhyNot.NOT_FROM_HERE),
    (Batch.OPEN, BatchStep.END, 0, "", WhyNot.NOT_FROM_HERE),
])
def test_a_batch(state, step, active, reason, expected):
    assert outcome_of(after_batch, state, step, active=active, reason=reason) == expected


@pytest.mark.parametrize("queue, expected", [
    ([], None), ([(3, "c"), (1, "a"), (2, "b")], "a"), ([(7, "g")], "g"),
])
def test_who_is_next(queue, expected):
    assert next_in_queue(queue) == expected


@pytest.mark.parametrize("state, expected", [
    (Batch.OPEN, None), (Batch.RUNNING, None), (Batch.ENDED, Why.BATCH_CLOSED), (Batch.CANCELLED, Why.BATCH_CLOSED),
])
def test_joining(state, expected):
    assert outcome_of(may_join, state) == expected


@pytest.mark.parametrize("first, last, seats, taken, expected", [
    (6, 6, 15, 0, None), (7, 6, 15, 0, Why.ENDS_FIRST), (6, 30, 15, 15, None), (6, 30, 14, 15, Why.SEATS_TAKEN),
])
def test_a_batch_as_it_is_planned(first, last, seats, taken, expected):
    assert outcome_of(check_batch, date(2026, 4, first), date(2026, 4, last), seats, taken) == expected


@pytest.mark.parametrize("day, state, expected", [
    (6, Batch.RUNNING, None), (5, Batch.RUNNING, Why.OUTSIDE_COURSE), (20, Batch.RUNNING, None), (21, Batch.RUNNING, Why.OUTSIDE_COURSE),
    (6, Batch.OPEN, Why.NOT_RUNNING), (6, Batch.ENDED, Why.NOT_RUNNING),
])
def test_a_day_of_the_course(day, state, expected):
    assert outcome_of(may_meet, date(2026, 4, day), date(2026, 4, 6), state, date(2026, 4, 20)) == expected


@pytest.mark.parametrize("day, seated, expected", [
    (20, 6, None), (21, 6, Why.END_OUT_OF_RANGE), (6, 6, None), (5, 6, Why.END_OUT_OF_RANGE), (5, None, None),
])
def test_the_day_a_participant_ends(day, seated, expected):
    seated_on = seated and date(2026, 4, seated)
    assert outcome_of(check_end, date(2026, 4, day), seated_on, date(2026, 4, 20)) == expected


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


@pytest.mark.parametrize("marks, expected", [
    ([], None), ([Mark.PRESENT], 100), ([Mark.ABSENT], 0), ([Mark.PRESENT, Mark.SICK, Mark.PERMITTED], 33),
])
def test_attendance(marks, expected):
    assert attendance_rate(marks) == expected


def test_the_letters_of_the_roster():
    assert [LETTER[mark] for mark in Mark] == ["H", "I", "S", "A"]
