"""Who ended a training is visited after one, three, six and twelve months; a visit that found nobody is repeated."""
import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.rules.refused import Refused

# domain.md 6.3: bimbingan lanjut.
MONTHS = (1, 3, 6, 12)
# Our own: a visit counts for its milestone from two weeks before the day, and who was not found is looked for again after thirty days.
EARLY = timedelta(days=14)
AGAIN = timedelta(days=30)
SHORTEST_MONTH = timedelta(days=28)
FIRST_WINDOW = SHORTEST_MONTH - EARLY


class FollowUpStatus(StrEnum):
    WORKING = "working"
    OWN_BUSINESS = "own_business"
    SCHOOL = "school"
    IDLE = "idle"
    BACK_ON_STREET = "back_on_street"
    NOT_FOUND = "not_found"


class Standing(StrEnum):
    AHEAD = "ahead"
    OPEN = "open"
    DUE = "due"
    TRIED = "tried"
    AGAIN = "again"
    FOUND = "found"
    UNKNOWN = "unknown"


class Why(StrEnum):
    NOT_ENDED = "not_ended"
    VISIT_OUT_OF_RANGE = "visit_out_of_range"
    OUTSIDE_WINDOW = "outside_window"
    NOBODY_ASKED = "nobody_asked"
    STRUCK = "struck"
    REASON_NEEDED = "reason_needed"
    VISIT_TOO_EARLY = "visit_too_early"
    VISITED = "visited"


PLACED = (FollowUpStatus.WORKING, FollowUpStatus.OWN_BUSINESS, FollowUpStatus.SCHOOL)


@dataclass(frozen=True)
class Try:
    """One visit: for which milestone, on which day, and whether the person was found."""

    months: int
    on: date
    found: bool


@dataclass(frozen=True)
class Asked:
    """The milestone that asks for a visit, and from which day on."""

    months: int
    since: date


def due_dates(ended_on):
    """{months: date due} for a training that ended on that date."""
    return {months: months_after(ended_on, months) for months in MONTHS}


def months_after(day, months):
    """The same day so many months later, or the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def window(ended_on, months):
    """(first day, last day) on which a visit counts for this milestone; the last one has no end."""
    later = MONTHS[MONTHS.index(months) + 1:]
    return months_after(ended_on, months) - EARLY, months_after(ended_on, later[0]) - EARLY - timedelta(days=1) if later else None


def milestone_on(ended_on, day):
    """The months of the milestone for which a visit on this day counts, or None before the first."""
    return next((months for months in reversed(MONTHS) if window(ended_on, months)[0] <= day), None)


def asks_on(ended_on, months, tries):
    """The day from which this milestone asks for a visit, or None once it has found the person.

    Asking does not stop where the milestone before found nobody: then it goes on as soon as this one's window opens.
    """
    own = [each for each in tries if each.months == months]
    if any(each.found for each in own):
        return None
    if own:
        return max(each.on for each in own) + AGAIN
    return min(months_after(ended_on, months), _carried_on(ended_on, months, tries))


def _carried_on(ended_on, months, tries):
    """The day on which the asking of the milestone before goes on in this one; its due day when there is nothing to go on with."""
    before = MONTHS[:MONTHS.index(months)][-1:]
    if not before or any(each.found for each in tries if each.months == before[0]):
        return months_after(ended_on, months)
    opens = window(ended_on, months)[0]
    return max([opens, *(each.on + AGAIN for each in tries if each.months == before[0])])


def asking(ended_on, tries, today):
    """What is Asked, perhaps from a later day on, or None: only the milestone in whose window today lies can be answered by going there."""
    months = milestone_on(ended_on, today)
    since = asks_on(ended_on, months, tries) if months else None
    return Asked(months, since) if since else None


def in_vain(tries):
    """How many of the tries, the oldest first, have found nobody since the last that met the person."""
    met = [number for number, each in enumerate(tries) if each.found]
    return len(tries) - (met[-1] + 1 if met else 0)


def standing(ended_on, months, tries, today):
    """The Standing of one milestone today."""
    opens, closes = window(ended_on, months)
    since = asks_on(ended_on, months, tries)
    if since is None:
        return Standing.FOUND
    if today < opens:
        return Standing.AHEAD
    if closes and today > closes:
        return Standing.UNKNOWN
    tried = any(each.months == months for each in tries)
    if since > today:
        return Standing.TRIED if tried else Standing.OPEN
    return Standing.AGAIN if tried else Standing.DUE


def may_visit(ended_on, months, visited_on, today):
    """Refused before the training has ended, for a visit before that day or still to come, and for one that another milestone counts."""
    if ended_on is None:
        raise Refused(Why.NOT_ENDED)
    if not ended_on <= visited_on <= today:
        raise Refused(Why.VISIT_OUT_OF_RANGE)
    opens, closes = window(ended_on, months)
    if visited_on < opens or (closes and visited_on > closes):
        raise Refused(Why.OUTSIDE_WINDOW, opens=f"{opens:%d-%m-%Y}", closes=f"{min(closes or today, today):%d-%m-%Y}")


def check_told(status, **told):
    """Refused when somebody who was not found is said to have told something."""
    if status == FollowUpStatus.NOT_FOUND and any(value not in (None, "") for value in told.values()):
        raise Refused(Why.NOBODY_ASKED)
