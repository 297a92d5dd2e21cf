"""When the office is open, as the rules of the clocks read it: its hours, and the national holidays and joint leave days."""
from datetime import date, datetime
from functools import lru_cache

import holidays

from portal.office.hours import WorkHours
from portal.rules.workdays import DatedHours, WorkCalendar


@lru_cache(maxsize=1)
def days_off():
    """{date: name} of every holiday of the republic and *cuti bersama*; a year is worked out when first asked for."""
    return holidays.Indonesia(categories=("public", "government"), language="id")


def calendar():
    """The WorkCalendar of the office now; what it has worked out stays until the hours are changed."""
    return _calendar(tuple((row.since, row.until or date.max, tuple(sorted(row.days.items()))) for row in WorkHours.rows()))


@lru_cache(maxsize=4)
def _calendar(rows):
    return WorkCalendar({}, tuple(DatedHours(since, until, {day: (_time(opens), _time(closes)) for day, (opens, closes) in days})
                                  for since, until, days in rows), holidays=days_off())


def _time(text):
    return datetime.strptime(text, "%H.%M").time()
