"""The national list of holidays holds unless the office says otherwise of a day: closed under a name, open all the same, or back to the list."""
from enum import StrEnum

from portal.rules.opening_hours import years
from portal.rules.refused import Refused
from portal.rules.workdays import DayStanding

LONGEST_NAME, LONGEST_SOURCE = 120, 200


class Why(StrEnum):
    OUT_OF_YEARS = "out_of_years"
    NAME_NEEDED = "name_needed"
    NAME_TOO_LONG = "name_too_long"
    SOURCE_NEEDED = "source_needed"
    SOURCE_TOO_LONG = "source_too_long"
    ALREADY_OPEN = "already_open"
    NO_HOURS = "no_hours"
    NOTHING_AMENDED = "nothing_amended"


def check(day, standing, name, source, *, today, national, opens, said=None):
    """Refused when nothing would follow from it, or when nobody could say later why the day did not count.

    `national`: whether the list has it; `opens`: whether its week has hours on that weekday; `said`: the standing in force, or None.
    What changes a day that is past needs its source, for it moves limits that people have worked by.
    """
    known = years(today)
    if day.year not in known:
        raise Refused(Why.OUT_OF_YEARS, first=known[0], last=known[-1])
    _check_words(name, source, named=standing != DayStanding.NATIONAL, sourced=day < today)
    if standing == DayStanding.NATIONAL and (said in (None, DayStanding.NATIONAL)):
        raise Refused(Why.NOTHING_AMENDED)
    if standing == DayStanding.OPEN and not national:
        raise Refused(Why.ALREADY_OPEN)
    if standing == DayStanding.OPEN and not opens:
        raise Refused(Why.NO_HOURS)


def _check_words(name, source, *, named, sourced):
    if named and not name.strip():
        raise Refused(Why.NAME_NEEDED)
    if sourced and not source.strip():
        raise Refused(Why.SOURCE_NEEDED)
    if len(name) > LONGEST_NAME:
        raise Refused(Why.NAME_TOO_LONG, most=LONGEST_NAME)
    if len(source) > LONGEST_SOURCE:
        raise Refused(Why.SOURCE_TOO_LONG, most=LONGEST_SOURCE)
