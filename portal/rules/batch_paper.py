"""The papers of a course: what each of them is about, and how its days lie on sheets for the wall."""
import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from portal.rules.refused import Refused


class BatchPaper(StrEnum):
    ROSTER = "roster"
    BLANK_SHEET = "blank_sheet"
    FILLED_SHEET = "filled_sheet"
    ALLOWANCES = "allowances"
    CERTIFICATES = "certificates"
    REPORT = "report"


class Why(StrEnum):
    TOO_MANY_DAYS = "too_many_days"
    NO_MEETINGS = "no_meetings"
    NOBODY_PASSED = "nobody_passed"
    NOBODY_TAUGHT = "nobody_taught"


SHEETS = (BatchPaper.BLANK_SHEET, BatchPaper.FILLED_SHEET)
DATED = (*SHEETS, BatchPaper.ALLOWANCES)
# On these the names can be left at initials; a report never carries more, a certificate never less.
NAMED = (BatchPaper.ROSTER, *DATED)

# Our own: a cell to sign in is 14 mm wide on A4, one for a letter 6 mm.
TO_SIGN, TO_READ = 12, 26
MOST_DAYS = 31
SPARE_ROWS, MOST_ROWS = 1, 40


class Asked(NamedTuple):
    """One paper, of one month of the course (its first day) or of the whole."""

    paper: BatchPaper
    month: date | None = None

    @property
    def kind(self):
        """What its copies are counted under: each month has copies of its own."""
        return f"{self.paper}_{self.month:%Y-%m}" if self.month else str(self.paper)


def read(kind):
    """The Asked of a `kind`, or None for anything else."""
    found = re.fullmatch(r"(\w+?)(?:_([12]\d{3})-(0[1-9]|1[0-2]))?", kind, re.ASCII)
    if not found or found[1] not in list(BatchPaper) or (found[2] and found[1] not in DATED):
        return None
    return Asked(BatchPaper(found[1]), date(int(found[2]), int(found[3]), 1) if found[2] else None)


def months(first, last):
    """The first days of the months in which a course has days."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(max(count, 1))]


def usual_month(every, today):
    """The month that is offered first: this one, else the last that is over, else the first."""
    return max((month for month in every if month <= today), default=every[0])


def within(days, month):
    """Those of the days that lie in the month; all of them where it is None."""
    return [day for day in days if month is None or (day.year, day.month) == (month.year, month.month)]


def check_days(paper, days):
    """Refused for sheets of more days than a month has, which nobody reads on a wall, and for filled ones of days without a meeting."""
    if len(days) > MOST_DAYS:
        raise Refused(Why.TOO_MANY_DAYS, count=len(days))
    if paper == BatchPaper.FILLED_SHEET and not days:
        raise Refused(Why.NO_MEETINGS)


def spread(days, most):
    """The days on as few sheets as hold `most` each, as even as can be."""
    count = -(-len(days) // most)
    ends = [len(days) * n // count for n in range(count + 1)] if count else []
    return [days[start:end] for start, end in zip(ends, ends[1:], strict=False)]


def empty_rows(people, seats):
    """How many rows without a name a sheet to be signed has: for the seats still free, and for who comes later."""
    return max(min(seats, MOST_ROWS) - people, SPARE_ROWS)
