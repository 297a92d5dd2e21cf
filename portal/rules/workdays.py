"""The office is open at its hours on its working days, with dated exceptions, and never on a holiday."""
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from portal.rules.refused import Refused


class DayOff(StrEnum):
    HOLIDAY = "holiday"
    CLOSED = "closed"
    PAUSED = "paused"


class DayStanding(StrEnum):
    """What an office says of a day against the national list."""
    CLOSED = "closed"
    OPEN = "open"
    NATIONAL = "national"


class Why(StrEnum):
    NEVER_OPEN = "never_open"


LONGEST_SEARCH = 1500  # days: longer without enough open days means that the calendar is wrong
DEFAULT_HOURS = {day: (time(7, 30), time(16, 30) if day == 4 else time(16, 0)) for day in range(5)}


@dataclass(frozen=True)
class DatedHours:
    """From `first` to `last` (both counted) these `hours` {weekday: (open, close)} stand in for the usual ones."""
    first: date
    last: date
    hours: dict


@dataclass(frozen=True)
class WorkCalendar:
    """`hours` {weekday 0-6: (open, close)}, DatedHours of which the last that fits wins, `holidays` as dates or {date: name}.

    All moments are naive local time.
    """
    hours: dict
    dated_hours: tuple = ()
    holidays: object = frozenset()
    _seen: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def hours_on(self, day):
        """(open, close) as datetimes of that day, or None when the office is closed."""
        if day not in self._seen:
            self._seen[day] = self._hours_on(day)
        return self._seen[day]

    def _hours_on(self, day):
        if day in self.holidays:
            return None
        fitting = [row.hours for row in self.dated_hours if row.first <= day <= row.last]
        opens_closes = (fitting[-1] if fitting else self.hours).get(day.weekday())
        return opens_closes and tuple(datetime.combine(day, each) for each in opens_closes)

    def is_working(self, day):
        """Whether the office opens on that day."""
        return self.hours_on(day) is not None

    def why_closed(self, day):
        """(DayOff, name of the holiday or '') of a day on which the office is closed."""
        if day in self.holidays:
            return DayOff.HOLIDAY, str(self.holidays[day]) if isinstance(self.holidays, dict) else ""
        return DayOff.CLOSED, ""

    def spans(self, start, until=None):
        """The open spans (from, to) from `start` on, one a day, up to the day of `until`; without it Refused(NEVER_OPEN)
        after a long search."""
        for day in days_from(start.date(), until and until.date()):
            opened = self.hours_on(day)
            if opened and opened[1] > start:
                yield max(opened[0], start), opened[1]
        if until is None:
            raise Refused(Why.NEVER_OPEN)


def closing_of(start, count, calendar):
    """Closing time of the `count`-th working day after the day of `start`, both naive local."""
    for day in days_from(start.date() + timedelta(1)):
        opened = calendar.hours_on(day)
        count -= opened is not None
        if opened and count == 0:
            return opened[1]
    raise Refused(Why.NEVER_OPEN)


def days_from(first, last=None):
    """The days from `first` to `last`, or as many as a search may take."""
    count = LONGEST_SEARCH if last is None else (last - first).days + 1
    return (first + timedelta(days) for days in range(count))
