"""A quarter is three months of one year, written 2026-1."""
import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(20\d\d)-([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """`number` is 1 to 4."""
    year: int
    number: int

    def __str__(self):
        return f"{self.year}-{self.number}"

    @property
    def first(self):
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self):
        """The first day after it."""
        return self.next.first

    @property
    def next(self):
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def previous(self):
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)


def quarter_of(day):
    """The Quarter in which a day lies."""
    return Quarter(day.year, (day.month + 2) // 3)


def read(text):
    """The Quarter that was written, or None."""
    found = WRITTEN.fullmatch(text or "")
    return Quarter(int(found[1]), int(found[2])) if found else None


def since(first, today):
    """The quarters from the one of `first` to that of today, the latest first."""
    found, one = [], quarter_of(today)
    while one >= quarter_of(first):
        found.append(one)
        one = one.previous
    return found or [quarter_of(today)]
