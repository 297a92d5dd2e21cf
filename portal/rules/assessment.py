"""An assessment is written, submitted whole and accepted by someone else; not known is an answer, unanswered is not."""
from enum import StrEnum

from portal.rules.age import GROWN_UP
from portal.rules.categories import CHILD_ONLY
from portal.rules.life import Life
from portal.rules.lifecycle import ACTIVE, Stage
from portal.rules.refused import Refused


class AssessmentState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"


class AssessmentStep(StrEnum):
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    ACCEPT = "accept"
    UNDO = "undo"
    CANCEL = "cancel"


class AssessmentKind(StrEnum):
    SCORED = "scored"
    NARRATIVE = "narrative"


class Why(StrEnum):
    NOT_MET = "not_met"
    CASE_NOT_RUNNING = "case_not_running"
    ALREADY_RUNNING = "already_running"
    NO_INSTRUMENT = "no_instrument"
    NOT_EDITABLE = "not_editable"
    UNANSWERED = "unanswered"
    NO_NARRATIVE = "no_narrative"
    NEEDS_UNDECIDED = "needs_undecided"
    DISMISSED_WITHOUT_REASON = "dismissed_without_reason"
    DTSEN_NOT_SAID = "dtsen_not_said"
    LEVEL_REASON = "level_reason"


LIFE = Life({
    (AssessmentState.DRAFT, AssessmentStep.SUBMIT): AssessmentState.SUBMITTED,
    (AssessmentState.RETURNED, AssessmentStep.SUBMIT): AssessmentState.SUBMITTED,
    (AssessmentState.SUBMITTED, AssessmentStep.ACCEPT): AssessmentState.ACCEPTED,
    (AssessmentState.SUBMITTED, AssessmentStep.RETURN): AssessmentState.RETURNED,
    (AssessmentState.SUBMITTED, AssessmentStep.WITHDRAW): AssessmentState.DRAFT,
    (AssessmentState.ACCEPTED, AssessmentStep.UNDO): AssessmentState.RETURNED,
    (AssessmentState.DRAFT, AssessmentStep.CANCEL): AssessmentState.CANCELLED,
    (AssessmentState.RETURNED, AssessmentStep.CANCEL): AssessmentState.CANCELLED,
}, reasoned={AssessmentStep.RETURN, AssessmentStep.CANCEL})

EDITABLE = frozenset({AssessmentState.DRAFT, AssessmentState.RETURNED})
RUNNING = EDITABLE | {AssessmentState.SUBMITTED}
PUT = frozenset({AssessmentState.SUBMITTED, AssessmentState.ACCEPTED})


def may_start(stage, others):
    """Refused before the client is met, once the case is closing or closed, or while another version is being worked on.

    `others` are the states of the case's other assessments.
    """
    if stage == Stage.OUTREACH:
        raise Refused(Why.NOT_MET)
    if stage not in ACTIVE:
        raise Refused(Why.CASE_NOT_RUNNING)
    if any(state in RUNNING for state in others):
        raise Refused(Why.ALREADY_RUNNING)


def hindrance(stage, others):
    """Why no version may be begun now (same arguments), or None: then the button is shown."""
    try:
        may_start(stage, others)
    except Refused as refused:
        return refused.why
    return None


def may_edit(state):
    """Refused once the assessment waits for a manager or is decided: what was put to them stays as it was."""
    if state not in EDITABLE:
        raise Refused(Why.NOT_EDITABLE)


def kind_for(category, years):
    """SCORED for a child (or someone whose age is not known) in categories 01-07, else NARRATIVE, which has no score.

    `category` is the main category of the case, `years` the age on the assessment's day or None.
    """
    grown_up = years is not None and years >= GROWN_UP
    return AssessmentKind.SCORED if category in CHILD_ONLY and not grown_up else AssessmentKind.NARRATIVE


def unanswered(instrument, answers):
    """The ids of items that nobody answered; None (*belum diketahui*) is an answer."""
    return [item.id for item in instrument.asked() if item.id not in answers]


def lacking(kind, *, unanswered_items, narrative, needs_decided, dtsen_said, level_reasoned=True, unreasoned=()):
    """Everything that still stands in the way of submitting, as a list of Why in the order of the form.

    `narrative`: what is told of the presenting problem, where nothing is scored. `needs_decided`: for each basic service it is said whether
    it is needed. `unreasoned`: the suggested services that were dismissed without a reason. `dtsen_said`: a DT-SEN status is chosen,
    of which *belum dicek* is one. `level_reasoned`: another level than the advised one has its reason.
    """
    checks = (
        (Why.UNANSWERED, kind == AssessmentKind.SCORED and bool(unanswered_items)),
        (Why.NO_NARRATIVE, kind == AssessmentKind.NARRATIVE and not narrative.strip()),
        (Why.NEEDS_UNDECIDED, not needs_decided),
        (Why.DISMISSED_WITHOUT_REASON, bool(unreasoned)),
        (Why.DTSEN_NOT_SAID, not dtsen_said),
        (Why.LEVEL_REASON, not level_reasoned),
    )
    return [why for why, holds in checks if holds]


def may_submit(kind, *, unanswered_items, **said):
    """Refused with the first of `lacking` (same arguments); `items` and `services` in the detail are those it speaks of, joined by commas."""
    missing = lacking(kind, unanswered_items=unanswered_items, **said)
    if missing:
        raise Refused(missing[0], items=", ".join(unanswered_items), services=", ".join(said.get("unreasoned", ())))
