"""What is to be done by a moment is late, due today, due within seven days, or later; a day's work is due until its last second."""
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

AHEAD = 7  # days after today that a list of work shows
SECOND = timedelta(seconds=1)


class When(StrEnum):
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"


SHOWN = (When.LATE, When.TODAY, When.WEEK)


@dataclass(frozen=True)
class Bounds:
    """How a list of work is divided at `now`, naive local; moments are whole seconds."""
    now: datetime

    @property
    def today(self):
        return self.now.date()

    def last(self, when):
        """The last moment that belongs to this part."""
        if when == When.LATE:
            return self.now - SECOND
        if when == When.LATER:
            return datetime.max.replace(microsecond=0)
        return datetime.combine(self.last_day(when), time.max.replace(microsecond=0))

    def last_day(self, when):
        """The last day whose work belongs to this part, where a task has no hour."""
        days = {When.LATE: -1, When.TODAY: 0, When.WEEK: AHEAD}
        return self.today + timedelta(days=days[when])

    def when(self, limit):
        """The part in which a limit lies."""
        return next(each for each in When if limit <= self.last(each))


def before(when):
    """The part before this one, or None."""
    order = list(When)
    return order[order.index(when) - 1] if when != When.LATE else None


def shares(counts, room):
    """{part: how many of its rows are shown}: each part gets a third of the room at least, what one leaves free goes to the most urgent."""
    given = {when: min(counts.get(when, 0), room // len(SHOWN)) for when in SHOWN}
    for when in SHOWN:
        given[when] += min(counts.get(when, 0) - given[when], room - sum(given.values()))
    return given
