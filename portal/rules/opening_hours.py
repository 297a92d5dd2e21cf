"""A usual week counts from a day on, never from the past; a special week has a first and a last day, and no day belongs to two of them."""
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.rules.refused import Refused

MOST_DAYS = 62
LONGEST_REASON = 200
YEARS_BACK, YEARS_AHEAD = 2, 1
# Perpres 21/2023: 32 hours and a half a week without the pauses (half an hour, on Friday a whole one), from 08.00.
RAMADAN = {**{day: ("08.00", "15.00") for day in range(4)}, 4: ("08.00", "15.30")}


class Why(StrEnum):
    PAST_DAY = "past_day"
    OUT_OF_YEARS = "out_of_years"
    LAST_BEFORE_FIRST = "last_before_first"
    TOO_LONG = "too_long"
    NEVER_OPEN_THEN = "never_open_then"
    OVERLAPS = "overlaps"
    REASON_NEEDED = "reason_needed"
    REASON_TOO_LONG = "reason_too_long"
    HAS_BEGUN = "has_begun"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Span:
    """The days from `first` to `last`, both counted."""
    first: date
    last: date

    @property
    def days(self):
        return (self.last - self.first).days + 1

    @property
    def weekdays(self):
        """Those that it touches, 0 Monday."""
        return {(self.first + timedelta(ahead)).weekday() for ahead in range(min(self.days, 7))}

    def meets(self, other):
        """Whether a day belongs to both."""
        return self.first <= other.last and other.first <= self.last


def years(today):
    """The years whose hours and days off may be written down: two back, this one and the next."""
    return range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)


def check_usual(since, *, today):
    """Refused when a usual week would count from the past, or from a year that is too far away."""
    if since < today:
        raise Refused(Why.PAST_DAY)
    _check_year(since, today)


def check_special(span, weekdays, *, today, others):
    """Refused unless the days stand in order, are no more than two months, hold an open one, and belong to no other special week.

    `weekdays`: those on which the office would be open; `others` the special weeks that stand, as (name, Span).
    """
    if span.last < span.first:
        raise Refused(Why.LAST_BEFORE_FIRST)
    for day in (span.first, span.last):
        _check_year(day, today)
    if span.days > MOST_DAYS:
        raise Refused(Why.TOO_LONG, most=MOST_DAYS)
    if not span.weekdays & set(weekdays):
        raise Refused(Why.NEVER_OPEN_THEN)
    for name, other in others:
        if span.meets(other):
            raise Refused(Why.OVERLAPS, name=name)


def check_withdrawal(reason, *, since, special, today):
    """Refused without a short reason, and for a usual week that has begun: another one takes its place."""
    if not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    if len(reason) > LONGEST_REASON:
        raise Refused(Why.REASON_TOO_LONG, most=LONGEST_REASON)
    if not special and since <= today:
        raise Refused(Why.HAS_BEGUN)


def _check_year(day, today):
    known = years(today)
    if day.year not in known:
        raise Refused(Why.OUT_OF_YEARS, first=known[0], last=known[-1])
