"""A proposal waits for a manager, is decided once, and never by the person who made it."""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused


class DecisionKind(StrEnum):
    REPORT_DISPOSITION = "report_disposition"
    ASSESSMENT = "assessment"
    LEVEL_CHANGE = "level_change"
    CONSIDERATION = "consideration"
    REFERRAL = "referral"
    PLACEMENT = "placement"
    PAUSE = "pause"
    CLOSURE = "closure"
    REOPENING = "reopening"
    UNRESTRICT = "unrestrict"
    CLIENT_MERGE = "client_merge"
    OUTSIDE_FAMILY = "outside_family"
    ERASURE = "erasure"


class DecisionState(StrEnum):
    OPEN = "open"
    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"
    UNDONE = "undone"
    WITHDRAWN = "withdrawn"


class DecisionStep(StrEnum):
    APPROVE = "approve"
    RETURN = "return"
    REFUSE = "refuse"
    UNDO = "undo"
    WITHDRAW = "withdraw"


class Why(StrEnum):
    OWN_WORK = "own_work"
    NOT_A_MANAGER = "not_a_manager"
    NOT_THE_MAKER = "not_the_maker"
    REASON_NEEDED = "reason_needed"
    ALREADY_DECIDED = "already_decided"
    TOO_LATE_TO_UNDO = "too_late_to_undo"
    ALREADY_ASKED = "already_asked"
    LOOK_AGAIN = "look_again"
    FOR_ITS_MAKER = "for_its_maker"


LIFE = Life({
    (DecisionState.OPEN, DecisionStep.APPROVE): DecisionState.APPROVED,
    (DecisionState.OPEN, DecisionStep.RETURN): DecisionState.RETURNED,
    (DecisionState.OPEN, DecisionStep.REFUSE): DecisionState.REFUSED,
    (DecisionState.OPEN, DecisionStep.WITHDRAW): DecisionState.WITHDRAWN,
    (DecisionState.APPROVED, DecisionStep.UNDO): DecisionState.UNDONE,
}, reasoned=(DecisionStep.RETURN, DecisionStep.REFUSE))
VERDICTS = (DecisionStep.APPROVE, DecisionStep.RETURN, DecisionStep.REFUSE)


def decide(state, step, *, same_person, is_manager, reason="", undoable=True, made_it=False, for_maker=False):
    """The state after `step`, or Refused(Why…).

    `same_person`: the one who acts made the proposal. `made_it`: what it is about is their work, though a colleague put it.
    `for_maker`: they decide only because they act for who made it. `undoable`: nothing has left the office on it yet.
    """
    _check_person(step, same_person, is_manager, made_it, for_maker)
    if state != DecisionState.OPEN and (state, step) not in LIFE.moves:
        raise Refused(Why.ALREADY_DECIDED, state=state)
    if step == DecisionStep.UNDO and state == DecisionState.APPROVED and not undoable:
        raise Refused(Why.TOO_LATE_TO_UNDO)
    if step in LIFE.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    return LIFE.after(state, step)


def check_looked(step, looked, now):
    """Refused for an approval of records that stand otherwise than the manager saw them; `looked` None is not asked."""
    if step == DecisionStep.APPROVE and looked is not None and looked != now:
        raise Refused(Why.LOOK_AGAIN)


def _check_person(step, same_person, is_manager, made_it, for_maker):
    if step == DecisionStep.WITHDRAW:
        if not same_person:
            raise Refused(Why.NOT_THE_MAKER)
        return
    if not is_manager:
        raise Refused(Why.NOT_A_MANAGER)
    if same_person or made_it:
        raise Refused(Why.OWN_WORK)
    if for_maker:
        raise Refused(Why.FOR_ITS_MAKER)


def offered(state, **facts):
    """The steps this person may take now, in the table's order: the buttons to show."""
    return [step for step in LIFE.steps_from(state) if _allowed(state, step, facts)]


def _allowed(state, step, facts):
    try:
        decide(state, step, reason="-", **facts)
    except Refused:
        return False
    return True
