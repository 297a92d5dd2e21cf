"""Care away from the parents is temporary: kin come first, a manager agrees before the child goes anywhere else, and a day is set to look again.

The ladder is kin, then a children's home, then the ministry's Sentra (domain 11.5); institutional care of children is the last resort and
temporary (domain 2.3). In an emergency the child may go first: then the approval is due the next working day, as a letter is (decisions 8, 9).
"""
from datetime import timedelta
from enum import StrEnum

from portal.rules.levels import Level
from portal.rules.life import Life
from portal.rules.refused import Refused

LONGEST_WITHOUT_REVIEW = timedelta(days=183)  # our proposal: at least twice a year


class CareKind(StrEnum):
    """Who takes the child in, from the nearest to the farthest."""
    KIN = "kin"
    FOSTER = "foster"
    LKSA = "lksa"
    SENTRA = "sentra"


class CareState(StrEnum):
    FREE = "free"
    REQUESTED = "requested"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    ENDED = "ended"


class CareStep(StrEnum):
    REQUEST = "request"
    APPROVE = "approve"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    TO_KIN = "to_kin"
    END = "end"


class Why(StrEnum):
    APPROVAL_NEEDED = "approval_needed"
    STILL_ASKED = "still_asked"
    AS_ASKED = "as_asked"
    NOT_TOLD = "not_told"
    VIEW_NEEDED = "view_needed"
    REVIEW_PASSED = "review_passed"
    REVIEW_TOO_LATE = "review_too_late"
    NOT_THERE = "not_there"
    THERE_ALREADY = "there_already"


class Owed(StrEnum):
    """What a child who lives away from the parents is still owed by the office."""
    APPROVAL = "approval"
    REVIEW = "review"


AGAIN = (CareState.RETURNED, CareState.REFUSED, CareState.WITHDRAWN)
CHANGEABLE = (CareState.FREE, *AGAIN)

LIFE = Life({
    **{(state, CareStep.REQUEST): CareState.REQUESTED for state in CHANGEABLE},
    **{(state, CareStep.TO_KIN): CareState.FREE for state in AGAIN},
    (CareState.REQUESTED, CareStep.APPROVE): CareState.APPROVED,
    (CareState.REQUESTED, CareStep.RETURN): CareState.RETURNED,
    (CareState.REQUESTED, CareStep.REFUSE): CareState.REFUSED,
    (CareState.REQUESTED, CareStep.WITHDRAW): CareState.WITHDRAWN,
    (CareState.APPROVED, CareStep.UNDO): CareState.RETURNED,
    **{(state, CareStep.END): CareState.ENDED for state in (CareState.FREE, CareState.APPROVED, *AGAIN)},
}, reasoned=(CareStep.RETURN, CareStep.REFUSE, CareStep.END))


def needs_approval(care):
    """Whether a manager must agree: kin are family."""
    return care is not None and care != CareKind.KIN


def check_told(care, *, impossible, kin_tried, child_view):
    """Refused while the proposal does not say why the family can't, what was tried with kin, and what the child thinks.

    What the child thinks is asked for kin too; a child who can't say is said to be one.
    """
    if needs_approval(care) and not (impossible.strip() and kin_tried.strip()):
        raise Refused(Why.NOT_TOLD)
    if not child_view.strip():
        raise Refused(Why.VIEW_NEEDED)


def check_review(review_on, today):
    """Refused for a day of review that has passed or lies more than half a year away: temporary has an end."""
    if review_on < today:
        raise Refused(Why.REVIEW_PASSED)
    if review_on > today + LONGEST_WITHOUT_REVIEW:
        raise Refused(Why.REVIEW_TOO_LATE)


def waits(care, state, level):
    """Whether the child may not go yet: the manager has not agreed, and it is no emergency. `care` None is a service like any other."""
    return needs_approval(care) and state != CareState.APPROVED and level != Level.EMERGENCY


def may_deliver(care, state, level):
    """Refused while it waits."""
    if waits(care, state, level):
        raise Refused(Why.APPROVAL_NEEDED)


def may_change(state):
    """Refused for a proposal that waits for the manager, was agreed to or is over: it stands as it was put. None: none was made."""
    if state not in (None, *CHANGEABLE):
        raise Refused(Why.AS_ASKED)


def may_retell(before, after, *, delivered):
    """Refused when a child who lives there already would come to live elsewhere by a word: that is another placement, with its own approval."""
    if delivered and after != before:
        raise Refused(Why.THERE_ALREADY)


def may_close(state):
    """Refused for a service whose proposal is still with the manager: it is withdrawn first."""
    if state == CareState.REQUESTED:
        raise Refused(Why.STILL_ASKED)


def is_there(state, delivered):
    """Whether the child lives there now."""
    return delivered and state != CareState.ENDED


def may_review(state, delivered):
    """Refused unless the child lives there now."""
    if not is_there(state, delivered):
        raise Refused(Why.NOT_THERE)


def owed(care, state, *, delivered, review_on, today):
    """What is due for a placement, in the order of its weight: [Owed].

    The approval is due from the moment that the child went without it, also after a refusal; the review from its day on.
    """
    if not is_there(state, delivered):
        return []
    approval = [Owed.APPROVAL] if needs_approval(care) and state != CareState.APPROVED else []
    return approval + ([Owed.REVIEW] if review_on <= today else [])
