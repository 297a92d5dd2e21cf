"""An emergency runs on the wall clock, everything else on the office's open hours and working days, and an approved pause stops both."""
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from portal.rules.levels import Level
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, DatedHours, DayOff, WorkCalendar, days_from
from portal.rules.workdays import Why as CalendarWhy

__all__ = ["DEFAULT_HOURS", "DatedHours", "DayOff", "WorkCalendar"]


class Clock(StrEnum):
    FIND = "find"
    RESPOND = "respond"
    ACT = "act"
    FINISH = "finish"


class TargetUnit(StrEnum):
    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_DAYS = "working_days"


class Why(StrEnum):
    BEFORE_START = "before_start"
    IN_FUTURE = "in_future"
    PAUSE_BEFORE_ASKED = "pause_before_asked"
    PAUSE_AFTER_APPROVAL = "pause_after_approval"


@dataclass(frozen=True)
class Target:
    """So many minutes or hours (of the wall for an emergency, else while the office is open), or so many working days."""
    amount: int
    unit: TargetUnit


@dataclass(frozen=True)
class Pause:
    """The clocks stand still from `start` to `end`, or until further notice when `end` is None."""
    start: datetime
    end: datetime | None = None


_M, _H, _D = TargetUnit.MINUTES, TargetUnit.HOURS, TargetUnit.WORKING_DAYS
DEFAULT_TARGETS = {
    (level, clock): Target(*amount_unit)
    for level, row in {
        Level.EMERGENCY: ((30, _M), (2, _H), (24, _H), (30, _D)),
        Level.URGENT: ((4, _H), (1, _D), (3, _D), (14, _D)),
        Level.ORDINARY: ((1, _D), (3, _D), (7, _D), (30, _D)),
        Level.MONITORING: ((1, _D), (7, _D), (14, _D), (60, _D)),
    }.items()
    for clock, amount_unit in zip(Clock, row, strict=True)
}


def limit(clock, level, t0, calendar, targets=DEFAULT_TARGETS, *, pauses=(), raised_at=None):
    """The moment by which `clock` must stop, for the `level` now in force.

    `raised_at` is when the level was raised to it: the limit is never before that moment plus the new target.
    A pause without an end pushes nothing yet.
    """
    target = targets[level, clock]
    ended = [pause for pause in pauses if pause.end is not None]
    start = deciding_start(clock, level, t0, calendar, targets, pauses=ended, raised_at=raised_at)
    return _after(start, target, level, calendar, ended)


def deciding_start(clock, level, t0, calendar, targets=DEFAULT_TARGETS, *, pauses=(), raised_at=None):
    """The moment from which the limit is counted: t0, or the raise when that gives the later limit."""
    if raised_at is None or raised_at <= t0:
        return t0
    target = targets[level, clock]
    from_t0, from_raise = (_after(start, target, level, calendar, pauses) for start in (t0, raised_at))
    return raised_at if from_raise > from_t0 else t0


def on_wall(level, target):
    """Whether this target counts every minute of the day and not only open ones."""
    return level == Level.EMERGENCY and target.unit != TargetUnit.WORKING_DAYS


def minutes_between(start, end, calendar, *, wall, pauses=()):
    """Whole minutes that counted from `start` to `end`: all, or only open ones, without those of the pauses."""
    total = timedelta()
    for opened, closed in _running(start, calendar, wall, pauses, end):
        if opened >= end:
            break
        total += min(closed, end) - opened
        if closed >= end:
            break
    return int(total.total_seconds() // 60)


def respond_stop(met_at, failed_at=(), tries=3):
    """When *tanggap* stops: the first meeting, or the third failed try if that came earlier; None while neither is there."""
    failed = sorted(failed_at)[tries - 1:tries]
    return min([moment for moment in (met_at, *failed) if moment is not None], default=None)


def act_stop(assessed_at, served_at):
    """When *tindak* stops: the later of the assessment submitted and the first service or referral; None until both are there."""
    return max(assessed_at, served_at) if assessed_at and served_at else None


def check_moment(at, *, t0, now):
    """Refused when something is said to have happened before the clocks started or in the future."""
    if at < t0:
        raise Refused(Why.BEFORE_START)
    if at > now:
        raise Refused(Why.IN_FUTURE)


def pause_from(wanted, *, asked_at, approved_at):
    """The start of a pause: its approval when `wanted` is None, else `wanted`, back to the day it was asked at most."""
    if wanted is None:
        return approved_at
    if wanted < datetime.combine(asked_at.date(), time()):
        raise Refused(Why.PAUSE_BEFORE_ASKED)
    if wanted > approved_at:
        raise Refused(Why.PAUSE_AFTER_APPROVAL)
    return wanted


def _after(start, target, level, calendar, pauses):
    if target.unit == TargetUnit.WORKING_DAYS:
        return _closing(start, target.amount, calendar, pauses)
    minutes = target.amount * (60 if target.unit == TargetUnit.HOURS else 1)
    return _counted_off(start, timedelta(minutes=minutes), calendar, on_wall(level, target), pauses)


def _closing(start, count, calendar, pauses):
    """Closing time of the n-th working day after the day of `start`; a day that closes during a pause doesn't count."""
    for day in days_from(start.date() + timedelta(1)):
        opened = calendar.hours_on(day)
        if opened and not any(pause.start <= opened[1] < pause.end for pause in pauses):
            count -= 1
            if count <= 0:
                return opened[1]
    raise Refused(CalendarWhy.NEVER_OPEN)


def _counted_off(start, span, calendar, wall, pauses):
    for opened, closed in _running(start, calendar, wall, pauses):
        if closed - opened >= span:
            return opened + span
        span -= closed - opened
    raise Refused(CalendarWhy.NEVER_OPEN)


def _running(start, calendar, wall, pauses, until=None):
    """The spans in which the clock runs from `start` on: the wall's or the office's, without the pauses."""
    spans = ((start, datetime.max),) if wall else calendar.spans(start, until)
    held = sorted((pause.start, pause.end or datetime.max) for pause in pauses)
    for opened, closed in spans:
        for pause_start, pause_end in held:
            if pause_start >= closed or pause_end <= opened:
                continue
            if pause_start > opened:
                yield opened, pause_start
            opened = pause_end
            if opened >= closed:
                break
        if opened < closed:
            yield opened, closed
