"""A special consideration is asked with a reason, decided by a manager, and then coordinated with the ministry's Sentra."""
from enum import StrEnum

from portal.rules.decile import DtsenStatus, Programme, Verdict, eligibility
from portal.rules.life import Life
from portal.rules.refused import Refused


class ConsiderationState(StrEnum):
    REQUESTED = "requested"
    RETURNED = "returned"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ConsiderationStep(StrEnum):
    REQUEST = "request"
    APPROVE = "approve"
    REFUSE = "refuse"
    RETURN = "return"
    WITHDRAW = "withdraw"
    UNDO = "undo"


class CoordinationState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"


class CoordinationStep(StrEnum):
    ANSWER = "answer"


class ConsiderationReason(StrEnum):
    EMERGENCY = "emergency"
    SAFETY = "safety"
    ILLNESS = "illness"
    NO_FAMILY = "no_family"
    NO_NIK = "no_nik"
    OUTDATED = "outdated"
    DISASTER = "disaster"
    OTHER = "other"


class Why(StrEnum):
    NOT_CHECKED_YET = "not_checked_yet"
    REASON_TEXT_NEEDED = "reason_text_needed"
    ALREADY_RUNNING = "already_running"


LIFE = Life({
    (ConsiderationState.REQUESTED, ConsiderationStep.APPROVE): ConsiderationState.APPROVED,
    (ConsiderationState.REQUESTED, ConsiderationStep.REFUSE): ConsiderationState.REFUSED,
    (ConsiderationState.REQUESTED, ConsiderationStep.RETURN): ConsiderationState.RETURNED,
    (ConsiderationState.REQUESTED, ConsiderationStep.WITHDRAW): ConsiderationState.WITHDRAWN,
    (ConsiderationState.APPROVED, ConsiderationStep.UNDO): ConsiderationState.RETURNED,
    (ConsiderationState.RETURNED, ConsiderationStep.REQUEST): ConsiderationState.REQUESTED,
    (ConsiderationState.RETURNED, ConsiderationStep.WITHDRAW): ConsiderationState.WITHDRAWN,
}, reasoned={ConsiderationStep.REFUSE, ConsiderationStep.RETURN})

COORDINATION = Life({(CoordinationState.OPEN, CoordinationStep.ANSWER): CoordinationState.ANSWERED})

RUNNING = frozenset({ConsiderationState.REQUESTED, ConsiderationState.RETURNED})


def wanted(status, decile, open_to):
    """The Because for which a consideration is offered to this client: outside the decile of ATENSI, or without one; else None.

    Nobody is offered one before DT-SEN was looked up. `open_to`: {Programme: deciles} in force.
    """
    found = eligibility(Programme.ATENSI, status, decile, False, open_to)
    return found.because if found.verdict == Verdict.NEEDS_CONSIDERATION else None


def opened_by(programme):
    """The programmes that an approval opens: the one it was asked for, or all when none was named."""
    return (programme,) if programme else tuple(Programme)


def may_request(*, status, reason, text, others, programme=None):
    """Refused before a DT-SEN check, for *lainnya* without words, or while another one of the case stands in its way.

    `others` are (state, programme) of the case's other considerations: one that runs for the same programme (or either for all), or
    one approved that opens already what is asked. A refused one may be followed by a new one.
    """
    if status == DtsenStatus.NOT_CHECKED:
        raise Refused(Why.NOT_CHECKED_YET)
    if reason == ConsiderationReason.OTHER and not text.strip():
        raise Refused(Why.REASON_TEXT_NEEDED)
    if any(_in_the_way(programme, state, other) for state, other in others):
        raise Refused(Why.ALREADY_RUNNING)


def _in_the_way(asked, state, other):
    if state in RUNNING:
        return asked is None or other is None or asked == other
    return state == ConsiderationState.APPROVED and set(opened_by(asked)) <= set(opened_by(other))
