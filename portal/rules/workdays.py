"""The office is open at its hours on its working days, with dated exceptions, and never on a holiday."""
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from portal.rules.open_time import OpenTime, OpenYear


class DayOff(StrEnum):
    """Why a day does not count."""
    HOLIDAY = "holiday"
    CLOSED = "closed"
    PAUSED = "paused"
    FIRST = "first"
    AFTER_HOURS = "after_hours"


class DayStanding(StrEnum):
    """What an office says of a day against the national list."""
    CLOSED = "closed"
    OPEN = "open"
    NATIONAL = "national"


DEFAULT_HOURS = {day: (time(7, 30), time(16, 30) if day == 4 else time(16, 0)) for day in range(5)}


@dataclass(frozen=True)
class DatedHours:
    """From `first` to `last` (both counted) these `hours` {weekday: (open, close)} stand in for the usual ones; a `name` if they have one."""
    first: date
    last: date
    hours: dict
    name: str = ""


@dataclass(frozen=True)
class Amended:
    """What an office says of one day, and what it calls it."""
    standing: DayStanding
    name: str


@dataclass(frozen=True)
class WorkCalendar(OpenTime):
    """`hours` {weekday 0-6: (open, close)}, DatedHours of which the last that fits wins, `holidays` as dates or {date: name},
    `amended` {date: Amended} over them.

    All moments are naive local time.
    """
    hours: dict
    dated_hours: tuple = ()
    holidays: object = frozenset()
    amended: dict = field(default_factory=dict)
    _seen: dict = field(default_factory=dict, init=False, repr=False, compare=False)
    _years: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def year(self, number):
        """Its open time in one year, added up when first asked for."""
        if number not in self._years:
            self._years[number] = OpenYear(number, self.hours_on)
        return self._years[number]

    def hours_on(self, day):
        """(open, close) as datetimes of that day, or None when the office is closed."""
        if day not in self._seen:
            self._seen[day] = self._hours_on(day)
        return self._seen[day]

    def _hours_on(self, day):
        if self.holiday(day) is not None:
            return None
        dated = self.dated_on(day)
        opens_closes = (dated.hours if dated else self.hours).get(day.weekday())
        return opens_closes and tuple(datetime.combine(day, each) for each in opens_closes)

    def dated_on(self, day):
        """The DatedHours in force on that day, or None."""
        return next((row for row in reversed(self.dated_hours) if row.first <= day <= row.last), None)

    def holiday(self, day):
        """The name of the holiday on that day ("" where nobody named it), or None when there is none."""
        said = self.amended.get(day)
        if said and said.standing != DayStanding.NATIONAL:
            return said.name if said.standing == DayStanding.CLOSED else None
        if day not in self.holidays:
            return None
        return str(self.holidays[day]) if isinstance(self.holidays, dict) else ""

    def is_working(self, day):
        """Whether the office opens on that day."""
        return self.hours_on(day) is not None

    def why_closed(self, day):
        """(DayOff, name of the holiday or '') of a day on which the office is closed."""
        name = self.holiday(day)
        return (DayOff.CLOSED, "") if name is None else (DayOff.HOLIDAY, name)

    def special_on(self, day):
        """What the hours of that day are called where they are not the usual ones: a special week, or a holiday on which the office opens."""
        said, dated = self.amended.get(day), self.dated_on(day)
        if said and said.standing == DayStanding.OPEN:
            return said.name
        return dated.name if dated else ""


def closing_of(start, count, calendar):
    """Closing time of the `count`-th working day after the day of `start`, both naive local."""
    return calendar.closing(start.date(), count)
