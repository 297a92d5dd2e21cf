"""When the office is open, as the rules of the clocks read it: its hours, the national days off, and what it says of single days."""
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from portal.office.holidays import Holiday, days_off
from portal.office.hours import WorkHours
from portal.office.kept import once
from portal.office.targets import Targets, targets
from portal.rules.workdays import Amended, DatedHours, WorkCalendar


@dataclass(frozen=True)
class Timing:
    """What the four clocks go by."""

    calendar: WorkCalendar
    targets: Targets


def timing():
    """The Timing of the office now, in three questions."""
    return Timing(calendar(), targets())


def calendar():
    """The WorkCalendar of the office now; what it has worked out stays until the hours or the days off are changed."""
    return once("calendar", _asked)


def _asked():
    hours = tuple((row.since, row.until or date.max, row.name, tuple(sorted(row.days.items()))) for row in WorkHours.rows())
    return _calendar(hours, tuple((row.day, row.standing, row.name) for row in Holiday.latest().values()))


@lru_cache(maxsize=4)
def _calendar(hours, said):
    dated = tuple(DatedHours(since, until, {day: (_time(opens), _time(closes)) for day, (opens, closes) in days}, name)
                  for since, until, name, days in hours)
    return WorkCalendar({}, dated, days_off(), {day: Amended(standing, name) for day, standing, name in said})


def _time(text):
    return datetime.strptime(text, "%H.%M").time()
