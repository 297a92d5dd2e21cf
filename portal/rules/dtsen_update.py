"""After an approved consideration DT-SEN is to be put right: proposed to the village's operator, then issued or declined."""
from datetime import timedelta
from enum import StrEnum

from portal.rules.decile import RECHECK, DtsenStatus
from portal.rules.life import Life
from portal.rules.refused import Refused


class UpdateState(StrEnum):
    DUE = "due"
    PROPOSED = "proposed"
    ISSUED = "issued"
    DECLINED = "declined"
    DROPPED = "dropped"


class UpdateStep(StrEnum):
    PROPOSE = "propose"
    ISSUE = "issue"
    DECLINE = "decline"
    DROP = "drop"


class Why(StrEnum):
    BEFORE_PROPOSAL = "before_proposal"


LIFE = Life({
    (UpdateState.DUE, UpdateStep.PROPOSE): UpdateState.PROPOSED,
    (UpdateState.PROPOSED, UpdateStep.ISSUE): UpdateState.ISSUED,
    (UpdateState.PROPOSED, UpdateStep.DECLINE): UpdateState.DECLINED,
    (UpdateState.DECLINED, UpdateStep.PROPOSE): UpdateState.PROPOSED,
    (UpdateState.DUE, UpdateStep.DROP): UpdateState.DROPPED,
}, reasoned={UpdateStep.DECLINE, UpdateStep.DROP})

OUTCOMES = (UpdateStep.ISSUE, UpdateStep.DECLINE)
PROPOSE_WITHIN = timedelta(days=14)  # our proposal; no source sets a day
ANSWER_WITHIN = RECHECK  # DT-SEN is updated every three months (domain 4)


def due_on(state, *, opened_on, proposed_on):
    """The day by which the next thing is to be done, or None when nothing is awaited."""
    if state == UpdateState.DUE:
        return opened_on + PROPOSE_WITHIN
    return proposed_on + ANSWER_WITHIN if state == UpdateState.PROPOSED else None


def check_outcome(*, proposed_on, decided_on):
    """Refused when the answer would be older than what it answers."""
    if decided_on < proposed_on:
        raise Refused(Why.BEFORE_PROPOSAL)


def is_in_range(*, status, decile, checked_on, opened_on, deciles):
    """Whether a look into DT-SEN made since then finds the client where the programme is open without a consideration."""
    return status == DtsenStatus.LISTED and decile in deciles and checked_on >= opened_on
