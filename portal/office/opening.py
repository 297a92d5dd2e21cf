"""When the office is open, as the rules of the clocks read it: its hours, and the national holidays and joint leave days."""
from datetime import datetime
from functools import lru_cache

import holidays

from portal.office.models import WorkHours
from portal.rules.workdays import WorkCalendar


@lru_cache(maxsize=1)
def days_off():
    """{date: name} of every holiday of the republic and *cuti bersama*; a year is worked out when first asked for."""
    return holidays.Indonesia(categories=("public", "government"), language="id")


def calendar():
    """The WorkCalendar of the office now; what it has worked out stays until the hours are changed."""
    return _calendar(tuple((row.weekday, row.opens, row.closes) for row in WorkHours.select().order_by(WorkHours.weekday)))


@lru_cache(maxsize=4)
def _calendar(rows):
    return WorkCalendar({weekday: (_time(opens), _time(closes)) for weekday, opens, closes in rows}, holidays=days_off())


def _time(text):
    return datetime.strptime(text, "%H.%M").time()
