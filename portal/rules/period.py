"""A period of days: a month 2026-03, a quarter 2026-q1, a year 2026, or any days 2026-01-05..2026-02-10."""
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.rules.refused import Refused


class Span(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FREE = "free"


class Why(StrEnum):
    ENDS_FIRST = "ends_first"
    TOO_LONG = "too_long"
    TOO_WIDE = "too_wide"


LONGEST = 3 * 366  # days: what a free period may span
FIRST_YEAR, LAST_YEAR = 2000, 2099
MONTH, QUARTER, YEAR = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])"), re.compile(r"([0-9]{4})-q([1-4])"), re.compile(r"([0-9]{4})")
FREE = re.compile(r"([0-9]{4}-[0-9][0-9]-[0-9][0-9])\.\.([0-9]{4}-[0-9][0-9]-[0-9][0-9])")


@dataclass(frozen=True)
class Period:
    """From the day `first` to the day `last`, both counted."""

    span: Span
    first: date
    last: date

    @property
    def end(self):
        """The first day after it."""
        return self.last + timedelta(1)

    @property
    def number(self):
        """Of a quarter 1 to 4, of a month 1 to 12."""
        return (self.first.month + 2) // 3 if self.span == Span.QUARTER else self.first.month

    @property
    def previous(self):
        """The one of the same kind, or as many days, just before it."""
        before = self.first - timedelta(1)
        if self.span == Span.FREE:
            return Period(Span.FREE, before - (self.last - self.first), before)
        return MAKE[self.span](before)

    @property
    def next(self):
        """The one of the same kind, or as many days, just after it."""
        if self.span == Span.FREE:
            return Period(Span.FREE, self.end, self.end + (self.last - self.first))
        return MAKE[self.span](self.end)

    def holds(self, day):
        return self.first <= day <= self.last

    def __str__(self):
        if self.span == Span.FREE:
            return f"{self.first.isoformat()}..{self.last.isoformat()}"
        tail = {Span.YEAR: "", Span.QUARTER: f"-q{self.number}", Span.MONTH: f"-{self.number:02}"}
        return f"{self.first.year:04}{tail[self.span]}"


def month_of(day):
    """The month in which a day lies."""
    first = day.replace(day=1)
    return Period(Span.MONTH, first, (first + timedelta(31)).replace(day=1) - timedelta(1))


def quarter_of(day):
    """The quarter in which a day lies."""
    last = month_of(date(day.year, 3 * ((day.month + 2) // 3), 1)).last
    return Period(Span.QUARTER, date(last.year, last.month - 2, 1), last)


def year_of(day):
    """The year in which a day lies."""
    return Period(Span.YEAR, date(day.year, 1, 1), date(day.year, 12, 31))


MAKE = {Span.MONTH: month_of, Span.QUARTER: quarter_of, Span.YEAR: year_of}


def free(first, last):
    """Any days; Refused when they end before they begin or span more than three years."""
    if last < first:
        raise Refused(Why.ENDS_FIRST)
    if (last - first).days >= LONGEST:
        raise Refused(Why.TOO_LONG)
    return Period(Span.FREE, first, last)


def offered(today):
    """The months, quarters and years that are chosen most, the latest first: [Period]."""
    return [*_back(month_of(today), 13), *_back(quarter_of(today), 6), *_back(year_of(today), 4)]


def _back(period, count):
    found = []
    while len(found) < count:
        found.append(period)
        period = period.previous
    return found


def read(text):
    """The Period that was written, or None."""
    try:
        found = _read(text or "")
    except (ValueError, Refused):
        return None
    return found if found and FIRST_YEAR <= found.first.year and found.last.year <= LAST_YEAR else None


def _read(text):
    if found := YEAR.fullmatch(text):
        return year_of(date(int(found[1]), 1, 1))
    if found := QUARTER.fullmatch(text):
        return quarter_of(date(int(found[1]), 3 * int(found[2]), 1))
    if found := MONTH.fullmatch(text):
        return month_of(date(int(found[1]), int(found[2]), 1))
    found = FREE.fullmatch(text)
    return found and free(date.fromisoformat(found[1]), date.fromisoformat(found[2]))


def months_in(period):
    """The months that a period touches, in their order."""
    found, one = [], month_of(period.first)
    while one.first <= period.last:
        found.append(one)
        one = one.next
    return found
