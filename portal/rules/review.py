"""A manager accepts an assessment at the level put to them, or sets another and says why; who advised, proposed and set stay told apart."""
from enum import StrEnum

from portal.rules.approval import DecisionStep
from portal.rules.refused import Refused


class Speaker(StrEnum):
    ADVICE = "advice"
    OFFICER = "officer"
    MANAGER = "manager"


class Why(StrEnum):
    OTHER_LEVEL_REASON = "other_level_reason"
    OTHER_LEVEL_CHOICE = "other_level_choice"
    OTHER_LEVEL_APPROVES = "other_level_approves"


def other_level(step, *, proposed, chosen, reason):
    """The level that the manager sets instead of the proposed one, or None where it stays; Refused(Why…).

    `chosen` None is *seperti diusulkan*, and so is the proposed level itself. Only an approval sets a level, and what was
    typed as its reason is never dropped in silence.
    """
    other = chosen if chosen not in (None, proposed) else None
    if step != DecisionStep.APPROVE:
        if other or reason.strip():
            raise Refused(Why.OTHER_LEVEL_APPROVES)
        return None
    if other and not reason.strip():
        raise Refused(Why.OTHER_LEVEL_REASON, level=other)
    if reason.strip() and not other:
        raise Refused(Why.OTHER_LEVEL_CHOICE)
    return other
