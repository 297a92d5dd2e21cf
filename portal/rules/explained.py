"""Why a clock has the limit it has: each day from its start to its limit, what of it counts, and why some do not."""
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from portal.rules.clocks import TargetUnit, minutes_between
from portal.rules.readings import settle
from portal.rules.workdays import DayOff

LONG = 31  # days: a longer list is told in stretches
DAY = timedelta(1)


@dataclass(frozen=True)
class Day:
    """One day of a clock: the office's `hours` (open, close) or None, the minutes `counted` towards the limit and their sum so far, or
    the `number` of the working day; `why` none of it counts; the `name` of the holiday or of the special hours; the `pauses` that touch it."""
    day: date
    hours: tuple | None
    counted: int = 0
    total: int = 0
    number: int | None = None
    why: DayOff | None = None
    name: str = ""
    pauses: tuple = ()


@dataclass(frozen=True)
class Stretch:
    """Days in a row that are told in one line."""
    days: tuple

    @property
    def first(self):
        return self.days[0]

    @property
    def last(self):
        return self.days[-1]


def days(reading, calendar, pauses=()):
    """[Day] from the day of the reading's start to that of its limit; `pauses` as the reading had them, all naive local."""
    settled = settle(pauses, reading.read_at)
    tell = _numbered if reading.target.unit == TargetUnit.WORKING_DAYS else _measured
    return list(tell(reading, calendar, settled))


def stretches(days):
    """[Stretch] of the days: each alone, or in a long list those that say the same in a row as one."""
    found = []
    for day in days:
        if found and len(days) > LONG and _alike(found[-1].last, day):
            found[-1] = Stretch((*found[-1].days, day))
        else:
            found.append(Stretch((day,)))
    return found


def _alike(one, other):
    return (one.why, one.name, bool(one.pauses)) == (other.why, other.name, bool(other.pauses)) and (one.number is None) == (other.number is None)


def _numbered(reading, calendar, pauses):
    """A working day counts whole when it closes while nothing pauses the clock; the first one never does."""
    number, first = 0, reading.start.date()
    for day in _days(first, reading.limit.date()):
        hours, touching = calendar.hours_on(day), _touching(day, pauses)
        why, name = _why_not(day, hours, calendar, touching)
        if day == first:
            why, name = DayOff.FIRST, ""
        number += why is None
        yield Day(day, hours, number=number if why is None else None, why=why, name=name or calendar.special_on(day), pauses=touching)


def _why_not(day, hours, calendar, pauses):
    """(DayOff or None, name): of a closed day inside a pause the pause is told, unless it is a holiday."""
    if hours is None:
        why, name = calendar.why_closed(day)
        inside = any(pause.start <= _start(day) and _start(day + DAY) <= pause.end for pause in pauses)
        return (DayOff.PAUSED if why == DayOff.CLOSED and inside else why), name
    return (DayOff.PAUSED if any(pause.start <= hours[1] < pause.end for pause in pauses) else None), ""


def _measured(reading, calendar, pauses):
    """The minutes of each day, as whole as their sum is."""
    total = 0
    for day in _days(reading.start.date(), reading.limit.date()):
        hours = None if reading.wall else calendar.hours_on(day)
        so_far = minutes_between(reading.start, min(reading.limit, _start(day + DAY)), calendar, wall=reading.wall, pauses=pauses)
        touching = _touching(day, pauses)
        why, name = (None, "") if so_far > total else _why_nothing(day, hours, reading, calendar, touching)
        yield Day(day, hours, counted=so_far - total, total=so_far, why=why, name=name or ("" if reading.wall else calendar.special_on(day)),
                  pauses=touching)
        total = so_far


def _why_nothing(day, hours, reading, calendar, pauses):
    if not reading.wall and hours is None:
        return calendar.why_closed(day)
    if pauses:
        return DayOff.PAUSED, ""
    return (DayOff.AFTER_HOURS if day == reading.start.date() else None), ""


def _touching(day, pauses):
    return tuple(pause for pause in pauses if pause.start < _start(day + DAY) and pause.end > _start(day))


def _start(day):
    return datetime.combine(day, time())


def _days(first, last):
    return (first + timedelta(ahead) for ahead in range((last - first).days + 1))
