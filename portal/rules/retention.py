"""What the office keeps of a closed case is looked at again after the longer of five years and the client's twenty-first birthday.

Domain 8.2 (our proposal, to be put beside the office's archive schedule): a file about a child is not destroyed before the child could ask for it.
Nothing falls away by itself. Where neither a birth date nor an age is known only the five years count, and whoever looks at it is told so.
"""
from datetime import date, timedelta

from portal.rules.age import BirthPrecision, last_day, turns

KEPT_YEARS = 5  # after the closure
ADULT = 21


def years_after(day, years):
    """The same day so many years later; 28 February where that year has no 29th."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28) if leap and not _is_leap(day.year + years) else day.replace(year=day.year + years)


def review_due(closed_on, born=None):
    """The day from which a case closed on that day is to be looked at again; `born` is the latest day on which the client can have been born."""
    kept = years_after(closed_on, KEPT_YEARS)
    return max(kept, turns(born, ADULT)) if born else kept


def latest_birth(estimate=None, as_of=None):
    """The latest day on which somebody can have been born who is told to be of that age on a day; None where nothing is known."""
    return years_after(as_of, -min(estimate, as_of.year - date.min.year)) if estimate is not None and as_of else None


def closed_by(today):
    """The latest day of closure whose five years are over."""
    day = years_after(today, -KEPT_YEARS)
    last_of_february = today.month == 2 and today.day == 28 and _is_leap(day.year)
    return day.replace(day=29) if last_of_february else day


def born_by(today, precision=BirthPrecision.DAY):
    """The latest birth date, known as closely as `precision` tells, of who has surely turned twenty-one."""
    latest = years_after(today, -ADULT)
    if last_day(latest, precision) == latest:
        return latest
    first = latest.replace(day=1) if precision == BirthPrecision.MONTH else latest.replace(month=1, day=1)
    return first - timedelta(days=1)


def estimated_by(today):
    """{estimated age: the latest day of that estimate after which the person has surely turned twenty-one}."""
    return {age: years_after(today, age - ADULT) for age in range(ADULT + 1)}


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
