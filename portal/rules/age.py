"""An age is worked out for the day of the event and never stored; whoever may still be under eighteen is a child."""
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.refused import Refused


class BirthPrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ESTIMATE = "estimate"


class AgeGroup(StrEnum):
    UP_TO_5 = "age_0_5"
    UP_TO_12 = "age_6_12"
    UP_TO_15 = "age_13_15"
    UP_TO_17 = "age_16_17"
    UP_TO_21 = "age_18_21"
    UP_TO_59 = "age_22_59"
    FROM_60 = "age_60_up"
    UNKNOWN = "age_unknown"


class Why(StrEnum):
    NOT_YET_BORN = "not_yet_born"


@dataclass(frozen=True)
class Age:
    """Whole `years`, and whether they are `exact` (known to the day) or an estimate to be shown with a tilde."""
    years: int
    exact: bool


GROWN_UP = 18  # UU 35/2014: a child is not yet eighteen

LAST_AGES = ((5, AgeGroup.UP_TO_5), (12, AgeGroup.UP_TO_12), (15, AgeGroup.UP_TO_15), (17, AgeGroup.UP_TO_17),
             (21, AgeGroup.UP_TO_21), (59, AgeGroup.UP_TO_59))


def age_on(birth_date, day):
    """Whole years on `day`. Who was born on 29 February turns a year older on 1 March in other years."""
    if day < birth_date:
        raise Refused(Why.NOT_YET_BORN)
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def aged(estimate, as_of, day):
    """An estimated age of `estimate` years on `as_of`, as it stands on `day`; never below zero."""
    earlier, later = sorted((as_of, day))
    years = age_on(earlier, later)
    return max(estimate + (years if day >= as_of else -years), 0)


def age_of(on, *, birth_date=None, precision=BirthPrecision.DAY, estimate=None, as_of=None):
    """The Age on day `on`, or None when neither a birth date nor an estimate is known.

    Where only the month or year is known the person is taken to be as young as that allows.
    """
    if birth_date is not None:
        return Age(years_of(on, last_day(birth_date, precision)), precision == BirthPrecision.DAY)
    if estimate is not None:
        return Age(aged(estimate, as_of, on), False)
    return None


def years_of(day, youngest):
    """Whole years on `day` of who was born on the day `youngest` at the latest; none before it."""
    return age_on(youngest, max(day, youngest))


def last_day(birth_date, precision):
    """The last day that a birth date of this precision can mean."""
    if precision == BirthPrecision.MONTH:
        return birth_date.replace(day=monthrange(birth_date.year, birth_date.month)[1])
    if precision in (BirthPrecision.YEAR, BirthPrecision.ESTIMATE):
        return date(birth_date.year, 12, 31)
    return birth_date


def is_child(years):
    """Whether this age is under eighteen; an age not known (None) is answered None."""
    return None if years is None else years < GROWN_UP


def turns(birth_date, years):
    """The day on which someone born on `birth_date` turns `years` (1 March for 29 February in other years)."""
    try:
        return birth_date.replace(year=birth_date.year + years)
    except ValueError:
        return date(birth_date.year + years, 3, 1)


def age_group(years):
    """The AgeGroup of the recapitulations; None is UNKNOWN."""
    if years is None:
        return AgeGroup.UNKNOWN
    return next((group for last, group in LAST_AGES if years <= last), AgeGroup.FROM_60)
