"""An emergency runs on the wall clock, everything else on the office's open hours and working days, and an approved pause stops both."""
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from portal.rules.levels import Level, rank
from portal.rules.open_time import Wall
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, DatedHours, DayOff, WorkCalendar

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


def latest_start(clock, level, by, calendar, targets=DEFAULT_TARGETS):
    """The latest t0, to the second, whose limit is `by` or earlier when nothing pauses or raises it; None when there is none."""
    target = targets[level, clock]
    if target.unit != TargetUnit.WORKING_DAYS:
        return _counting(level, target, calendar).before(by, _span(target))
    closes = calendar.closed_before(by + timedelta.resolution)
    first = calendar.working_day_back(closes, target.amount)
    return first and datetime.combine(first, time()) - timedelta(seconds=1)


def raised_to(level, history):
    """When a case rose to the `level` now in force or past it for the last time, of `history` [(level, moment)] in its order; else None."""
    rises = [at for (before, _), (after, at) in pairwise(history) if rank(before) > rank(level) >= rank(after)]
    return rises[-1] if rises else None


def standing_at(history, moment):
    """(the level in force at a moment, when the case had risen to it by then or None), of `history` [(level, moment)] in its order.

    A clock that has stopped is judged by the level of its stop: neither a later raise nor a later lowering makes it late or timely.
    """
    then = [change for change in history if change[1] <= moment] or history[:1]
    return then[-1][0], raised_to(then[-1][0], then)


def on_wall(level, target):
    """Whether this target counts every minute of the day and not only open ones."""
    return level == Level.EMERGENCY and target.unit != TargetUnit.WORKING_DAYS


def minutes_between(start, end, calendar, *, wall, pauses=()):
    """Whole minutes that counted from `start` to `end`: all, or only open ones, without those of the pauses."""
    if end <= start:
        return 0
    counting = Wall if wall else calendar
    held = [(max(pause.start, start), min(pause.end or end, end)) for pause in pauses]
    stood = sum((counting.between(begun, over) for begun, over in _merged(held)), timedelta())
    return int((counting.between(start, end) - stood).total_seconds() // 60)


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
    held = _merged((pause.start, pause.end) for pause in pauses) if pauses else ()
    if target.unit == TargetUnit.WORKING_DAYS:
        return _closing(start.date(), target.amount, calendar, held)
    return _counted_off(start, _span(target), _counting(level, target, calendar), held)


def _span(target):
    return timedelta(minutes=target.amount * (60 if target.unit == TargetUnit.HOURS else 1))


def _counting(level, target, calendar):
    return Wall if on_wall(level, target) else calendar


def _closing(day, count, calendar, held):
    """Closing time of the n-th working day after `day`; one that closes during a pause doesn't count."""
    for begun, over in held:
        before = calendar.closed_before(begun)
        days = calendar.working_days(day, before)
        if days >= count:
            break
        count, day = count - days, max(day, calendar.closed_before(over))
    return calendar.closing(day, count)


def _counted_off(start, span, counting, held):
    for begun, over in held:
        run = counting.between(start, begun) if begun > start else timedelta()
        if run >= span:
            break
        span, start = span - run, max(start, over)
    return counting.after(start, span)


def _merged(spans):
    """The spans (from, to) in their order, those that meet as one; what ends before it begins is none."""
    found = []
    for begun, over in sorted(spans):
        if found and begun <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], over))
        elif over > begun:
            found.append((begun, over))
    return found
