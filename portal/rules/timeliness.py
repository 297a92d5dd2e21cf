"""How well clocks were kept: what each came to, the share kept of those that can be judged, and how long most of them took."""
from enum import StrEnum
from typing import NamedTuple

from portal.rules.clocks import TargetUnit, minutes_between, on_wall


class Kept(StrEnum):
    """What a clock came to: stopped on time or late, past its limit without a stop, running, or ended with its case before it was due."""
    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    RUNNING = "running"
    UNREACHED = "unreached"


class Counting(StrEnum):
    """In what a length of time is counted: minutes of the wall, open minutes of the office, or its working days."""
    WALL = "wall"
    OPEN = "open"
    DAYS = "days"


class Took(NamedTuple):
    """A length of time in minutes or, where it is counted in days, in working days."""

    amount: int
    counting: Counting


JUDGED = frozenset({Kept.ON_TIME, Kept.LATE, Kept.OVERDUE})


def kept(limit, *, stopped_at, read_at, over):
    """What a clock with this limit came to by `read_at`; `over`: its case has ended, so that it can't stop any more."""
    if stopped_at is not None:
        return Kept.ON_TIME if stopped_at <= limit else Kept.LATE
    if read_at > limit:
        return Kept.OVERDUE
    return Kept.UNREACHED if over else Kept.RUNNING


def took(start, stop, level, target, calendar, pauses=()):
    """How long it took from `start` to `stop` without the pauses, in the count of its target."""
    if target.unit == TargetUnit.WORKING_DAYS:
        return Took(days_between(start, stop, calendar, pauses), Counting.DAYS)
    wall = on_wall(level, target)
    return Took(minutes_between(start, stop, calendar, wall=wall, pauses=pauses), Counting.WALL if wall else Counting.OPEN)


def took_days(first, last, calendar):
    """The same from one day to another where it is counted in working days and nothing paused."""
    return Took(calendar.working_days(first, last), Counting.DAYS)


def days_between(start, stop, calendar, pauses=()):
    """Working days after the day of `start`, up to and with that of `stop`; one that closes during a pause doesn't count."""
    day, last, count = start.date(), stop.date(), 0
    for begun, over in sorted((pause.start, pause.end or stop) for pause in pauses):
        count += calendar.working_days(day, min(last, calendar.closed_before(begun)))
        day = max(day, calendar.closed_before(max(over, begun)))
    return count + calendar.working_days(day, last)


def share(part, whole):
    """`part` as whole percent of `whole`, half rounded up; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def nearest_rank(amounts, percent):
    """The smallest of them that at least so many percent do not exceed; None of none."""
    found = sorted(amounts)
    return found[-(-percent * len(found) // 100) - 1] if found else None


def percentile(lengths, percent):
    """The nearest rank of some Took, or None where there is none or where they are counted in different ways."""
    countings = {counting for _amount, counting in lengths}
    if len(countings) != 1:
        return None
    return Took(nearest_rank([amount for amount, _counting in lengths], percent), countings.pop())
