"""How a clock reads: its state, what ran and what is left, and the limit alone."""
import pytest

from portal.rules.clocks import Clock, Pause
from portal.rules.levels import Level
from portal.rules.readings import ClockState, limit_at, reading
from tests.rules.test_clocks import CALENDAR, at

E, U, N, M = Level
FIND, RESPOND, ACT, FINISH = Clock
RUNNING, SOON, LATE, DONE, DONE_LATE, PAUSED = ClockState


@pytest.mark.parametrize("level, clock, t0, now, stopped, pauses, state", [
    (E, FIND, at(2, 9), at(2, 9, 22), None, [], RUNNING), (E, FIND, at(2, 9), at(2, 9, 23), None, [], SOON),
    (E, FIND, at(2, 9), at(2, 9, 30), None, [], SOON), (E, FIND, at(2, 9), at(2, 9, 31), None, [], LATE),
    (E, FIND, at(2, 9), at(5, 9), at(2, 9, 30), [], DONE), (E, FIND, at(2, 9), at(5, 9), at(2, 9, 31), [], DONE_LATE),
    (U, FIND, at(2, 9), at(2, 11, 59), None, [], RUNNING), (U, FIND, at(2, 9), at(2, 12), None, [], SOON),
    (U, FIND, at(17, 15), at(24, 20), None, [], RUNNING), (U, FIND, at(17, 15), at(25, 10, 31), None, [], LATE),
    (U, FIND, at(2, 9), at(2, 11), None, [Pause(at(2, 10))], PAUSED),
    (U, FIND, at(2, 9), at(20, 11), None, [Pause(at(2, 10))], PAUSED),
    (U, FIND, at(2, 9), at(20, 11), None, [Pause(at(2, 14))], LATE),
    (U, FIND, at(2, 9), at(2, 11), None, [Pause(at(2, 10), at(2, 10, 30))], RUNNING),
    (U, FIND, at(2, 9), at(4, 11), at(2, 12), [Pause(at(2, 13))], DONE),
    (N, FIND, at(2, 9), at(3, 16), None, [], SOON), (N, FIND, at(2, 9), at(3, 20), None, [], LATE),
])
def test_states(level, clock, t0, now, stopped, pauses, state):
    assert reading(clock, level, t0, CALENDAR, now=now, stopped_at=stopped, pauses=pauses).state is state


@pytest.mark.parametrize("level, t0, now, pauses, counted, remaining, over, paused", [
    (E, at(2, 9), at(2, 9, 20), [], 20, 10, 0, 0), (E, at(2, 9), at(2, 10), [], 60, 0, 30, 0),
    (U, at(2, 14), at(2, 20), [], 120, 120, 0, 0), (U, at(2, 14), at(3, 10), [], 270, 0, 30, 0),
    (U, at(2, 9), at(2, 12), [Pause(at(2, 10))], 60, 180, 0, 120),
    (U, at(2, 9), at(2, 12), [Pause(at(2, 10), at(2, 11))], 120, 120, 0, 60),
    (U, at(2, 9), at(2, 12), [Pause(at(2, 13))], 180, 60, 0, 0),
    (N, at(2, 9), at(2, 16), [], 420, 510, 0, 0),
])
def test_minutes(level, t0, now, pauses, counted, remaining, over, paused):
    found = reading(FIND, level, t0, CALENDAR, now=now, pauses=pauses)
    assert (found.counted, found.remaining, found.over, found.paused) == (counted, remaining, over, paused)


def test_a_raised_clock_counts_from_the_raise():
    found = reading(FIND, U, at(2, 9), CALENDAR, now=at(4, 10), raised_at=at(4, 9))
    assert (found.start, found.limit, found.counted, found.remaining, found.state) == (at(4, 9), at(4, 13), 60, 180, RUNNING)


def test_what_was_paused_before_a_reopening_is_not_of_the_new_round():
    found = reading(FIND, U, at(4, 9), CALENDAR, now=at(4, 11), pauses=[Pause(at(2, 9), at(3, 9)), Pause(at(3, 15), at(4, 10))])
    assert (found.paused, found.counted, found.limit) == (60, 60, at(4, 14))


@pytest.mark.parametrize("level, stopped, pauses, raised", [
    (E, None, [], None), (U, at(4, 15), [Pause(at(2, 10))], None), (N, None, [Pause(at(2, 10))], at(3, 9)),
    (M, None, [Pause(at(3, 9), at(9, 9))], None),
])
def test_the_limit_alone_is_that_of_the_reading(level, stopped, pauses, raised):
    for which in Clock:
        found = reading(which, level, at(2, 9), CALENDAR, now=at(5, 9), stopped_at=stopped, pauses=pauses, raised_at=raised)
        assert limit_at(which, level, at(2, 9), CALENDAR, at=stopped or at(5, 9), pauses=pauses, raised_at=raised) == found.limit
