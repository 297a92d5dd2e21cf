"""The minimum service standard counts people: who needed a basic service in a year, who was given one, and for whom nothing is left to do.

The standard is the share for whom nothing is left, accumulated over one year (Permensos 9/2018); who was served at all stands beside it.
The names of achievement are those of an SPM index; some texts give Pratama and Muda the other way round, so their order is unverified.
"""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Achievement(StrEnum):
    """Of these PRATAMA above MUDA is unverified."""

    PARIPURNA = "paripurna"
    UTAMA = "utama"
    MADYA = "madya"
    PRATAMA = "pratama"
    MUDA = "muda"
    UNREACHED = "unreached"


FROM = ((100, Achievement.PARIPURNA), (90, Achievement.UTAMA), (80, Achievement.MADYA), (70, Achievement.PRATAMA), (60, Achievement.MUDA))


@dataclass(frozen=True)
class Need:
    """One basic service that somebody needs: the local days on which it was noted, and given or closed with a reason (None: not so far)."""

    noted: date
    given: date | None = None
    closed: date | None = None

    @property
    def settled(self):
        """The day from which nothing of it is left to do, or None."""
        return self.given or self.closed

    def counts(self, until):
        """Whether it counts in the year up to this day: noted since January, or before and still open when the year began."""
        first = until.replace(month=1, day=1)
        return self.noted <= until and (self.noted >= first or self.settled is None or self.settled >= first)


@dataclass(frozen=True)
class Standing:
    """One person in a year: whether anything was given, and whether all that was needed is given or closed."""

    served: bool
    fulfilled: bool


def standing(needs, until):
    """The Standing of a person with these Needs on the day `until`; None for who needed nothing in that year."""
    counted = [need for need in needs if need.counts(until)]
    if not counted:
        return None
    return Standing(any(_by(need.given, until) for need in counted), all(_by(need.settled, until) for need in counted))


def _by(day, until):
    return day is not None and day <= until


def percent(part, whole):
    """Whole percent, rounded down so that nothing short of all is a hundred; None of nobody."""
    return 100 * part // whole if whole else None


def achievement(share):
    """What a share in percent is called; None for none."""
    if share is None:
        return None
    return next((name for least, name in FROM if share >= least), Achievement.UNREACHED)


def is_over(budget, realised):
    """Whether more was spent than was meant to be; nothing is over where one of the two is not known."""
    return budget is not None and realised is not None and realised > budget
