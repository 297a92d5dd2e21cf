"""A course is taught on its weekdays from its first day to its last, never on a holiday: from that follow its meetings and its hours.

One meeting a day, since attendance and allowance are counted by the day (domain 6.3). The courses found last from 25 days to six months (domain 6.1);
longer than three years is a slip of the pen: our own limit.
"""
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import islice

from portal.rules.refused import Refused

LONGEST = timedelta(days=3 * 366)


class Why(StrEnum):
    TOO_LONG = "too_long"
    JOIN_AFTER_END = "join_after_end"
    HELD_BEFORE = "held_before"


def check_dates(starts, ends, join_until=None, first_held=None):
    """Refused for a course of more than three years, for joining after its last day, and for a start after the first meeting held."""
    if ends - starts > LONGEST:
        raise Refused(Why.TOO_LONG)
    if join_until and join_until > ends:
        raise Refused(Why.JOIN_AFTER_END)
    if first_held and first_held < starts:
        raise Refused(Why.HELD_BEFORE)


@dataclass(frozen=True)
class Plan:
    """`weekdays` are those taught (0 Monday; none: not fixed), `off` the holidays, `sessions` the meetings planned (None: all days there are)."""

    starts: date
    ends: date
    weekdays: tuple = ()
    sessions: int | None = None
    hours_per_day: int = 0
    off: object = frozenset()

    @cached_property
    def possible(self):
        """The days on which it can be taught, from the first to the last."""
        return tuple(day for day in _days(self.starts, self.ends) if self._is_taught(day))

    @property
    def days(self):
        """The days planned: the first ones, as many as there are meetings; none while the weekdays are not fixed."""
        return self.possible[:self.sessions] if self.weekdays else ()

    @property
    def skipped(self):
        """The holidays that fall on its weekdays."""
        return tuple(day for day in _days(self.starts, self.ends) if day in self.off and self._is_weekday(day))

    @property
    def count(self):
        """How many meetings are planned, or None when nobody can say."""
        return self.sessions or (len(self.possible) if self.weekdays else None)

    @property
    def hours(self):
        """All hours taught, or None when nobody can say."""
        return self.count * self.hours_per_day if self.count and self.hours_per_day else None

    @property
    def missing(self):
        """How many of the meetings planned find no day."""
        return max(0, (self.sessions or 0) - len(self.possible))

    @property
    def spare(self):
        """How many of the fixed days no planned meeting needs."""
        return max(0, len(self.possible) - self.sessions) if self.sessions and self.weekdays else 0

    @property
    def needs_until(self):
        """The day of the last planned meeting if the course went on for as long as that takes; None without a number, or past any course."""
        if not self.sessions:
            return None
        on = (day for day in _days(self.starts, self.starts + LONGEST) if self._is_taught(day))
        return next(islice(on, self.sessions - 1, None), None)

    def after(self, day):
        """The first planned day after this one, or None."""
        return next((each for each in self.days if each > day), None)

    def _is_weekday(self, day):
        return not self.weekdays or day.weekday() in self.weekdays

    def _is_taught(self, day):
        return self._is_weekday(day) and day not in self.off


def _days(first, last):
    return (first + timedelta(count) for count in range((last - first).days + 1))
