"""Where facts come from: one kind of record, read for a period in a fixed number of statements, without making records of the rows."""
import gc
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import cache, lru_cache

from peewee import fn

from portal import clock
from portal.accounts.teams import Member
from portal.db import db
from portal.rules.age import BirthPrecision, age_group, aged, last_day, years_of
from portal.rules.crosstab import UNKNOWN
from portal.rules.period import month_of

SOURCES = {}
LEAD = Member.user


class Source:
    """One kind of record that is counted.

    `dimensions` are those that its facts can be told apart and filtered by; `rows(ids, user)` are the records behind, those this person sees;
    `listed` are the columns of their list, [(head, read(row, around))], of which the first is the number, where `url(row)` leads;
    `exported` are those of what leaves the office: codes and numbers, never a name. `around(rows)` is what the columns need besides, asked once.
    """

    def __init__(self, name, words, dimensions, facts, *, rows, listed, url, around=lambda rows: None, exported=None, chooses=False):
        self.name, self.words, self.dimensions, self._facts, self._chooses = name, words, dimensions, facts, chooses
        self.rows, self.listed, self.exported, self.url, self.around = rows, listed, exported or listed, url, around
        SOURCES[name] = self

    def facts(self, sight, period, filters=None, names=None):
        """The facts of a period that this Sight counts, of those alone that agree with `filters` {dimension: code}.

        `names` are the dimensions that are asked for: a source that `chooses` looks up no others.
        """
        with unswept():
            found = self._facts(sight, period, frozenset(names)) if self._chooses and names is not None else self._facts(sight, period)
        if not filters:
            return found
        wanted = list(filters.items())
        return [fact for fact in found if all(fact.values[name] == code for name, code in wanted)]


@contextmanager
def unswept():
    """Make thousands of small facts, which hold nothing of one another, without looking through all of them for what can be thrown away."""
    sweeping = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeping:
            gc.enable()


def ask(query):
    """The rows of a query as plain tuples, with nothing converted."""
    return db.execute(query).fetchall()


def lead_of(team):
    """The condition that joins a team with the membership of whoever leads it now."""
    return (Member.team == team) & Member.lead & Member.until.is_null()


def within(column, period):
    """The condition that a moment (naive UTC) lies on a local day of the period."""
    return (column >= beginning(period.first)) & (column < beginning(period.end))


def beginning(day):
    """The first moment of a local day, naive UTC."""
    return clock.utc(datetime.combine(day, time()))


def as_moment(value):
    """A moment as the database gave it, or None."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@lru_cache(maxsize=1 << 15)
def as_day(value):
    """A date as the database gave it, or None."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def local_day(value):
    """The local day of a moment as the database gave it, or None."""
    return value and clock.local(as_moment(value)).date()


class Days(dict):
    """{hour of UTC, as the database writes it: the local day on which it lies}: no hour lies on two."""

    def __missing__(self, hour):
        self[hour] = day = clock.local(datetime.fromisoformat(hour)).date()
        return day

    def of(self, moment):
        """The local day of a moment as the database gave it, or None."""
        return moment and self[moment[:13]]


class Months(dict):
    """{hour of UTC, as the database writes it: the code of the local month in which it lies}."""

    def __missing__(self, hour):
        day = clock.local(datetime.fromisoformat(hour))
        self[hour] = found = month_code(day.year, day.month)
        return found

    def of(self, moment):
        """The code of the local month of a moment as the database gave it."""
        return self[moment[:13]]


@cache
def month_code(year, month):
    """The code of a month."""
    return str(month_of(date(year, month, 1)))


def code(value):
    """A code as the database gave it; what is empty is not known."""
    return UNKNOWN if value is None or value == "" else str(value)


def coded(column):
    """The expression for the same of a column of codes."""
    return fn.COALESCE(fn.NULLIF(column, ""), UNKNOWN)


def years_on(day, birth_date, precision, estimate, estimate_on):
    """Whole years on a local day of who is known by raw columns, or None."""
    if birth_date:
        return years_of(day, youngest(birth_date, precision or BirthPrecision.DAY))
    return None if estimate is None else aged(estimate, as_day(estimate_on) or day, day)


@lru_cache(maxsize=1 << 15)
def youngest(birth_date, precision):
    """The last day that a birth date as the database gave it can mean."""
    return last_day(as_day(birth_date), precision)


@cache
def group_of(years):
    """The code of the age group; an age that is not known has one of its own."""
    return str(age_group(years))
