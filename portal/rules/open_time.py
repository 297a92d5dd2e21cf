"""The open time of an office, added up year by year, so that no clock counts its days one by one."""
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from portal.rules.refused import Refused

YEARS = 6  # that a search looks through: longer without enough open days means that the calendar is wrong
NOTHING, DAY = timedelta(), timedelta(1)


class Why(StrEnum):
    NEVER_OPEN = "never_open"


class OpenYear:
    """The days of one year: `spans` (open, close) or None, `before` the open time and `days` the working days before each of them."""

    def __init__(self, number, hours_on):
        self.first = date(number, 1, 1)
        self.spans = [hours_on(self.first + timedelta(place)) for place in range((date(number + 1, 1, 1) - self.first).days)]
        self.before = list(accumulate((span[1] - span[0] if span else NOTHING for span in self.spans), initial=NOTHING))
        self.days = list(accumulate((span is not None for span in self.spans), initial=0))
        self.working = [place for place, span in enumerate(self.spans) if span]

    @property
    def total(self):
        return self.before[-1]

    def through(self, day):
        """How many working days there are up to and with `day`."""
        return self.days[(day - self.first).days + 1]

    def until(self, moment):
        """The open time of the year before `moment`."""
        place = (moment.date() - self.first).days
        span = self.spans[place]
        if span is None or moment <= span[0]:
            return self.before[place]
        return self.before[place] + min(moment, span[1]) - span[0]

    def reached(self, open_time):
        """The first moment with so much of it (more than none) behind it."""
        place = bisect_left(self.before, open_time) - 1
        return self.spans[place][0] + open_time - self.before[place]

    def left(self, open_time):
        """The last moment with no more than so much of it (less than all) behind it."""
        place = bisect_right(self.before, open_time) - 1
        return self.spans[place][0] + open_time - self.before[place]


class OpenTime:
    """What can be asked of whoever tells `hours_on(day)` and keeps each `year(number)`. Moments are naive local."""

    def between(self, start, end):
        """The open time from `start` to `end`, which is not earlier."""
        first, last = self.year(start.year), self.year(end.year)
        found = last.until(end) - first.until(start)
        return found + sum((self.year(number).total for number in range(start.year, end.year)), NOTHING)

    def after(self, start, span):
        """The first moment with a `span` of open time between `start` and it."""
        span += self.year(start.year).until(start)
        for number in range(start.year, start.year + YEARS):
            year = self.year(number)
            if span <= year.total:
                return year.reached(span)
            span -= year.total
        raise Refused(Why.NEVER_OPEN)

    def before(self, end, span):
        """The last moment with a `span` of open time between it and `end`, or None."""
        kept = self.year(end.year).until(end) - span
        for number in range(end.year, end.year - YEARS, -1):
            if kept >= NOTHING:
                return self.year(number).left(kept)
            kept += self.year(number - 1).total
        return None

    def working_days(self, after, last):
        """How many days after one day, up to and with the last, the office opens; none when the last is not later."""
        if last <= after:
            return 0
        found = self.year(last.year).through(last) - self.year(after.year).through(after)
        return found + sum(len(self.year(number).working) for number in range(after.year, last.year))

    def closing(self, after, count):
        """Closing time of the `count`-th working day after a day."""
        count += self.year(after.year).through(after)
        for number in range(after.year, after.year + YEARS):
            year = self.year(number)
            if count <= len(year.working):
                return year.spans[year.working[count - 1]][1]
            count -= len(year.working)
        raise Refused(Why.NEVER_OPEN)

    def working_day_back(self, day, count):
        """The `count`-th working day from `day` backwards, `day` counted; None when there is none."""
        count = self.year(day.year).through(day) - count
        for number in range(day.year, day.year - YEARS, -1):
            year = self.year(number)
            if count >= 0:
                return year.first + timedelta(year.working[count])
            count += len(self.year(number - 1).working)
        return None

    def closed_before(self, moment):
        """The last day that closed, or would have, before `moment`."""
        span = self.hours_on(moment.date())
        return moment.date() if span and span[1] < moment else moment.date() - DAY


class Wall:
    """The same questions to the clock on the wall, which never stands."""

    @staticmethod
    def between(start, end):
        return end - start

    @staticmethod
    def after(start, span):
        return start + span

    @staticmethod
    def before(end, span):
        return end - span
