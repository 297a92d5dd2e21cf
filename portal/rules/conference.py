"""A case conference is asked for where much hangs on it, holds nothing up, and ends in decisions that somebody sees to.

Asked for (domain 2.2, our proposal; the ministry's centres and Riau practise it without such a list: [ALYATAMA], [RIAU]): an emergency,
a placement outside the family, a special consideration, a reunification, and the end of a case with sexual violence.
"""
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from portal.rules.categories import Category
from portal.rules.life import Life
from portal.rules.refused import Refused


class ConferenceKind(StrEnum):
    INTERNAL = "internal"
    CROSS_SECTOR = "cross_sector"


class ConferenceState(StrEnum):
    DRAFT = "draft"
    SIGNED = "signed"
    CANCELLED = "cancelled"


class ConferenceStep(StrEnum):
    SIGN = "sign"
    CORRECT = "correct"
    CANCEL = "cancel"


class ResolutionState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ResolutionStep(StrEnum):
    DO = "do"
    DROP = "drop"
    REOPEN = "reopen"


class Reason(StrEnum):
    """Why a conference is asked for."""
    EMERGENCY = "emergency"
    OUTSIDE_FAMILY = "outside_family"
    CONSIDERATION = "consideration"
    REUNIFICATION = "reunification"
    END_AFTER_VIOLENCE = "end_after_violence"


class Why(StrEnum):
    SIGNED = "signed"
    CALLED_OFF = "called_off"
    TOO_FEW = "too_few"
    DUE_BEFORE_MEETING = "due_before_meeting"
    DONE_BEFORE_MEETING = "done_before_meeting"
    SIGNED_BEFORE_MEETING = "signed_before_meeting"
    SIGNED_IN_FUTURE = "signed_in_future"
    EMPTIED = "emptied"
    SETTLED = "settled"
    OUT_OF_SIGHT = "out_of_sight"


LIFE = Life({
    (ConferenceState.DRAFT, ConferenceStep.SIGN): ConferenceState.SIGNED,
    (ConferenceState.SIGNED, ConferenceStep.CORRECT): ConferenceState.DRAFT,
    (ConferenceState.DRAFT, ConferenceStep.CANCEL): ConferenceState.CANCELLED,
}, reasoned=(ConferenceStep.CORRECT, ConferenceStep.CANCEL))

# What came of it is as much a part of the answer as why nothing will.
RESOLUTION_LIFE = Life({
    (ResolutionState.OPEN, ResolutionStep.DO): ResolutionState.DONE,
    (ResolutionState.OPEN, ResolutionStep.DROP): ResolutionState.DROPPED,
    (ResolutionState.DONE, ResolutionStep.REOPEN): ResolutionState.OPEN,
    (ResolutionState.DROPPED, ResolutionStep.REOPEN): ResolutionState.OPEN,
}, reasoned=tuple(ResolutionStep))

FEWEST = 2
HELD_WITHIN = timedelta(days=7)  # after the reason arose; our proposal, nothing waits for it
SEVERE = 2  # answer A3 from which sexual violence was told or proven (domain 11.3)
VICTIMS = frozenset({Category.CHILD_VICTIM, Category.TRAFFICKED, Category.VIOLENCE})


@dataclass(frozen=True)
class Facts:
    """Since when (naive UTC) something holds that asks for a conference, None where it does not; `held` are the moments of those held.

    `ending`: since when nothing but the closure is left to do. `assessed_at`: when the assessment was submitted that requests rest on.
    """
    is_open: bool = True
    emergency: datetime | None = None
    outside_family: datetime | None = None
    consideration: datetime | None = None
    reunification: datetime | None = None
    ending: datetime | None = None
    sexual_violence: bool = False
    assessed_at: datetime | None = None
    held: tuple[datetime, ...] = ()


def conference_wanted(facts):
    """[Reason] for which no conference was held yet, in the order of the list; nothing once the case is over."""
    last = max(facts.held, default=None)
    return [reason for reason, since in arisen(facts) if last is None or last < since] if facts.is_open else []


def arisen(facts):
    """[(Reason, moment from which a conference answers it)], whether or not one was held. People tell minutes: seconds don't count."""
    ending = facts.ending if facts.sexual_violence else None
    requests = ((Reason.OUTSIDE_FAMILY, facts.outside_family), (Reason.CONSIDERATION, facts.consideration),
                (Reason.REUNIFICATION, facts.reunification))
    # Who asks for it has often met about it before, knowing the assessment: that conference counts.
    rested = ((reason, since and min(since, facts.assessed_at or since)) for reason, since in requests)
    told = ((Reason.EMERGENCY, facts.emergency), *rested, (Reason.END_AFTER_VIOLENCE, ending))
    return [(reason, since.replace(second=0, microsecond=0)) for reason, since in told if since is not None]


def tells_sexual_violence(answer, *, flagged, categories):
    """Whether a case speaks of sexual violence: the `answer` to A3 says so or, while it is not known, triage did or the category may."""
    return flagged or bool(VICTIMS.intersection(categories)) if answer is None else answer >= SEVERE


def may_amend(state):
    """Refused once the minutes are signed, or when the conference was written down by mistake."""
    if state == ConferenceState.SIGNED:
        raise Refused(Why.SIGNED)
    if state == ConferenceState.CANCELLED:
        raise Refused(Why.CALLED_OFF)


def may_settle(state):
    """Refused for the decisions of a conference that was written down by mistake; `state` is the conference's."""
    if state == ConferenceState.CANCELLED:
        raise Refused(Why.CALLED_OFF)


def check_present(count):
    """Refused when fewer than two people met."""
    if count < FEWEST:
        raise Refused(Why.TOO_FEW)


def is_heard(view, unasked):
    """Whether the child's view is told, or why it could not be asked."""
    return bool(view.strip() or unasked.strip())


def check_due(due: date, held_on: date):
    """Refused for a decision that was to be done before it was taken."""
    if due < held_on:
        raise Refused(Why.DUE_BEFORE_MEETING)


def check_signed(day: date, held_on: date, today: date):
    """Refused for minutes signed before the meeting, or in days to come."""
    if day < held_on:
        raise Refused(Why.SIGNED_BEFORE_MEETING)
    if day > today:
        raise Refused(Why.SIGNED_IN_FUTURE)


def check_settled(at: datetime, held_at: datetime):
    """Refused for a decision done or dropped before it was taken."""
    if at < held_at.replace(second=0, microsecond=0):
        raise Refused(Why.DONE_BEFORE_MEETING)


def is_overdue(state, due: date, today: date):
    """Whether a decision should have been done by now."""
    return state == ResolutionState.OPEN and due < today
