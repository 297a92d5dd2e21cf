"""A year of the office's days off as its pages show it, month by month, against the national list."""
import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from portal import clock
from portal.office.holidays import Holiday, national
from portal.office.hours import WorkHours
from portal.office.opening import calendar
from portal.phrases import weekday
from portal.rules.opening_hours import years
from portal.rules.workdays import DayStanding


@dataclass(frozen=True)
class Day:
    """A day off, or one that would be: by the national list (`national`, its name there) or the office's word (`row`).

    `weekend`: the office's hours have no such weekday, so it would be closed anyway; `open`: whether it opens.
    """

    day: date
    national: str
    row: object
    weekend: bool
    open: bool

    @property
    def name(self):
        return self.row.name if self.row else self.national

    @property
    def said(self):
        """Kamis, 19 Maret: the year stands above."""
        return weekday(self.day).rpartition(" ")[0]

    @property
    def past(self):
        """Whether limits may have been counted by it already."""
        return self.day < clock.today()

    @property
    def expected(self):
        """Whether the national list only expects it on that day."""
        return self.national.endswith("(perkiraan)")


@dataclass(frozen=True)
class Month:
    """A month: its first day, how many days the office opens, and the Days that are special."""

    first: date
    working: int
    days: list


def year_asked(text):
    """The year that a question names, if its days off may be written down; else this one."""
    today = clock.today()
    return next((year for year in years(today) if str(year) == text), today.year)


def months_of(year):
    """The twelve Months of a year."""
    listed, said, hours, opening = national(year), _said(year), WorkHours.rows(), calendar()
    found = [Day(day, listed.get(day, ""), said.get(day), not WorkHours.weekday_hours(day, hours), opening.is_working(day))
             for day in sorted(listed.keys() | said.keys())]
    return [_month(date(year, number, 1), found, opening) for number in range(1, 13)]


def amended(year):
    """On how many days of a year the office departs from the national list."""
    return len(_said(year))


def _said(year):
    """{day: Holiday} of what the office says of days of this year and still holds."""
    return {day: row for day, row in Holiday.latest().items() if day.year == year and row.standing != DayStanding.NATIONAL}


def _month(first, days, opening):
    count = months.monthrange(first.year, first.month)[1]
    return Month(first, sum(opening.is_working(first + timedelta(ahead)) for ahead in range(count)),
                 [each for each in days if each.day.month == first.month])


def history(year):
    """Every Holiday of a year that was written down, the latest first."""
    return [row for row in reversed(Holiday.every()) if row.day.year == year]


def beginning(day):
    """What a form about a day starts from: what the office says of it by now, else the other way than the national list."""
    if day is None:
        return {}
    row, listed = Holiday.latest().get(day), national(day.year).get(day, "")
    if row and row.standing != DayStanding.NATIONAL:
        return {"day": day, "standing": row.standing, "name": row.name, "source": row.source}
    return {"day": day, "standing": DayStanding.OPEN if listed else DayStanding.CLOSED}
