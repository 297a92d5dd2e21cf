"""A clock is read as running, soon due, late, done, done late or paused."""
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from portal.rules.clocks import DEFAULT_TARGETS, Clock, Pause, Target, deciding_start, limit, minutes_between, on_wall
from portal.rules.levels import Level


class ClockState(StrEnum):
    RUNNING = "running"
    SOON = "soon"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"
    PAUSED = "paused"


@dataclass(frozen=True)
class Reading:
    """One clock as it stands at `read_at`. Minutes are whole.

    `start` is where the limit counts from (t0, or the raise of the level), `counted` the minutes that ran from there,
    `remaining` those left to the limit in the same count (open ones, or all where `wall`), `over` the minutes of the wall
    past it, `paused` those of the wall since the start that were spent in pauses.
    """
    clock: Clock
    level: Level
    target: Target
    wall: bool
    start: datetime
    limit: datetime
    stopped_at: datetime | None
    read_at: datetime
    state: ClockState
    counted: int
    remaining: int
    over: int
    paused: int


SOON_FROM = 75  # percent of the time used


def reading(clock, level, t0, calendar, targets=DEFAULT_TARGETS, *, now, stopped_at=None, pauses=(), raised_at=None):
    """The Reading of one clock at `now`, or at `stopped_at` when it has stopped. All moments naive local."""
    at = stopped_at or now
    settled = settle(pauses, at)
    target = targets[level, clock]
    wall = on_wall(level, target)
    start = deciding_start(clock, level, t0, calendar, targets, pauses=settled, raised_at=raised_at)
    due = limit(clock, level, t0, calendar, targets, pauses=settled, raised_at=raised_at)
    counted = minutes_between(start, at, calendar, wall=wall, pauses=settled)
    remaining = minutes_between(at, due, calendar, wall=wall, pauses=settled) if at < due else 0
    standing = stopped_at is None and any(pause.start <= at and (pause.end is None or pause.end > at) for pause in pauses)
    return Reading(
        clock=clock, level=level, target=target, wall=wall, start=start, limit=due, stopped_at=stopped_at, read_at=at,
        state=_state(stopped_at, at, due, standing, counted, remaining), counted=counted, remaining=remaining,
        over=_minutes(at - due) if at > due else 0,
        paused=sum(_minutes(pause.end - max(pause.start, start)) for pause in settled if pause.end > start))


def limit_at(clock, level, t0, calendar, targets=DEFAULT_TARGETS, *, at, pauses=(), raised_at=None):
    """The limit alone, as the Reading of that moment (or of the stop) has it."""
    return limit(clock, level, t0, calendar, targets, pauses=settle(pauses, at), raised_at=raised_at)


def settle(pauses, at):
    """The pauses as far as they go by `at`; one that lasts has an end there."""
    return [Pause(pause.start, min(pause.end or at, at)) for pause in pauses if pause.start <= at]


def _state(stopped_at, at, due, standing, counted, remaining):
    """A clock that was late before it was paused stays late."""
    if stopped_at is not None:
        return ClockState.DONE if stopped_at <= due else ClockState.DONE_LATE
    if at > due:
        return ClockState.LATE
    if standing:
        return ClockState.PAUSED
    soon = counted * 100 >= SOON_FROM * (counted + remaining)
    return ClockState.SOON if soon else ClockState.RUNNING


def _minutes(span):
    return int(span.total_seconds() // 60)
