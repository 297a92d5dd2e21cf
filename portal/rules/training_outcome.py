"""What a training came to, for each who ended it: yes, no, not known, or not due yet; a share is only ever one of what is known.

The aims are those of domain.md 6.3; what counts as known is our own.
"""
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.rules.followup import AGAIN, PLACED, FollowUpStatus, months_after, window


class Aim(StrEnum):
    COMPLETED = "completed"
    CERTIFIED = "certified"
    PLACED = "placed"
    SCHOOL = "school"
    USES_SKILL = "uses_skill"
    OFF_STREET_6 = "off_street_6"
    OFF_STREET_12 = "off_street_12"


class Group(StrEnum):
    PROGRAMME = "programme"
    BATCH = "batch"
    PROVIDER = "provider"
    TRADE = "trade"


@dataclass(frozen=True)
class Measure:
    """How many of those who ended: yes and no are known, `unknown` was never found out, `pending` may still be."""

    yes: int = 0
    no: int = 0
    unknown: int = 0
    pending: int = 0

    def __add__(self, other):
        return Measure(self.yes + other.yes, self.no + other.no, self.unknown + other.unknown, self.pending + other.pending)

    @property
    def known(self):
        return self.yes + self.no

    @property
    def whole(self):
        return self.known + self.unknown + self.pending

    @property
    def percent(self):
        """The yes as whole percent of what is known, half rounded up; None when nothing is known."""
        return (200 * self.yes + self.known) // (2 * self.known) if self.known else None


YES, NO, UNKNOWN, PENDING = Measure(yes=1), Measure(no=1), Measure(unknown=1), Measure(pending=1)


@dataclass(frozen=True)
class Visit:
    """What one visit found; `uses_skill` None: not asked, or not answered."""

    months: int
    on: date
    status: FollowUpStatus
    uses_skill: bool | None = None


@dataclass(frozen=True)
class Trained:
    """One person whose training ended, and the Visits afterwards."""

    ended_on: date
    passed: bool
    certified: bool
    visits: tuple[Visit, ...] = ()

    @property
    def found(self):
        """The visits that met the person, oldest first."""
        return sorted((each for each in self.visits if each.status != FollowUpStatus.NOT_FOUND), key=lambda each: (each.on, each.months))


def measures_of(trained, today):
    """{Aim: the Measure of one person}."""
    return {
        Aim.COMPLETED: _known(trained.passed),
        Aim.CERTIFIED: _known(trained.certified),
        Aim.PLACED: _within_three(trained, PLACED, today),
        Aim.SCHOOL: _within_three(trained, (FollowUpStatus.SCHOOL,), today),
        Aim.USES_SKILL: _uses_skill(trained, today),
        Aim.OFF_STREET_6: _off_street(trained, 6, today),
        Aim.OFF_STREET_12: _off_street(trained, 12, today),
    }


def tally(people, today):
    """{Aim: Measure} of all of them together."""
    total = dict.fromkeys(Aim, Measure())
    for each in people:
        for aim, measure in measures_of(each, today).items():
            total[aim] += measure
    return total


def no_more_hoped(ended_on, months):
    """The first day on which a milestone that found nobody counts as unknown.

    That is the day on which the next one asks instead; the last has none after it and is given the time of one more try.
    """
    closes = window(ended_on, months)[1]
    return closes + timedelta(days=1) if closes else months_after(ended_on, months) + AGAIN


def _known(truth):
    return YES if truth else NO


def _open(trained, months, today):
    return PENDING if today < no_more_hoped(trained.ended_on, months) else UNKNOWN


def _within_three(trained, good, today):
    """A visit of the first three months says so; that of the third month alone can say no."""
    seen = [each for each in trained.found if each.months in (1, 3)]
    if any(each.status in good for each in seen):
        return YES
    return NO if any(each.months == 3 for each in seen) else _open(trained, 3, today)


def _uses_skill(trained, today):
    """As the latest visit that met the person heard it."""
    if not trained.found:
        return _open(trained, 1, today)
    answer = trained.found[-1].uses_skill
    return UNKNOWN if answer is None else _known(answer)


def _off_street(trained, months, today):
    """Whoever was once found back on the street is known to have been, whatever later visits find."""
    seen = [each for each in trained.found if each.months <= months]
    if any(each.status == FollowUpStatus.BACK_ON_STREET for each in seen):
        return NO
    return YES if any(each.months == months for each in seen) else _open(trained, months, today)
