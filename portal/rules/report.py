"""A report is received once and leaves by one of six doors; three of them only a manager opens."""
from enum import StrEnum

from portal.rules.levels import Level
from portal.rules.life import Life
from portal.rules.refused import Refused
from portal.rules.triage import is_triaged


class ReportState(StrEnum):
    RECEIVED = "received"
    VERIFIED = "verified"
    MERGED = "merged"
    HANDED_OVER = "handed_over"
    OUTSIDE = "outside"
    UNFOUNDED = "unfounded"
    CANCELLED = "cancelled"


class ReportStep(StrEnum):
    VERIFY = "verify"
    MERGE = "merge"
    HAND_OVER = "hand_over"
    PUT_OUTSIDE = "put_outside"
    FIND_UNFOUNDED = "find_unfounded"
    CANCEL = "cancel"


class PersonOutcome(StrEnum):
    PENDING = "pending"
    KNOWN_CLIENT = "known_client"
    NEW_CLIENT = "new_client"
    NOT_FOUND = "not_found"
    NOT_NEEDED = "not_needed"


class ReporterRelation(StrEnum):
    PUBLIC = "public"
    FAMILY = "family"
    OFFICIAL = "official"
    OFFICER = "officer"
    CHILD_SELF = "child_self"
    ANONYMOUS = "anonymous"
    OTHER = "other"


class Why(StrEnum):
    NOT_TRIAGED = "not_triaged"
    PEOPLE_PENDING = "people_pending"
    INTO_ITSELF = "into_itself"
    TARGET_GONE = "target_gone"
    HAS_CASE = "has_case"


LIFE = Life({
    (ReportState.RECEIVED, ReportStep.VERIFY): ReportState.VERIFIED,
    (ReportState.RECEIVED, ReportStep.MERGE): ReportState.MERGED,
    (ReportState.RECEIVED, ReportStep.HAND_OVER): ReportState.HANDED_OVER,
    (ReportState.RECEIVED, ReportStep.PUT_OUTSIDE): ReportState.OUTSIDE,
    (ReportState.RECEIVED, ReportStep.FIND_UNFOUNDED): ReportState.UNFOUNDED,
    (ReportState.RECEIVED, ReportStep.CANCEL): ReportState.CANCELLED,
    (ReportState.VERIFIED, ReportStep.CANCEL): ReportState.CANCELLED,
}, reasoned={ReportStep.HAND_OVER, ReportStep.PUT_OUTSIDE, ReportStep.FIND_UNFOUNDED, ReportStep.CANCEL})

DECIDED_BY_MANAGER = frozenset({ReportStep.HAND_OVER, ReportStep.PUT_OUTSIDE, ReportStep.FIND_UNFOUNDED})

MERGEABLE_INTO = frozenset({ReportState.RECEIVED, ReportState.VERIFIED})


def needs_decision(step):
    """Whether this step is only asked for by the officer and decided by a manager."""
    return step in DECIDED_BY_MANAGER


def may_verify(*, level, flags, outcomes):
    """Refused unless triaged (an emergency need not wait for that) and every named person has an outcome.

    `flags` is {Flag: FlagAnswer}, `outcomes` the PersonOutcome of each person the report names (there may be none).
    """
    if level != Level.EMERGENCY and not is_triaged(flags):
        raise Refused(Why.NOT_TRIAGED)
    if PersonOutcome.PENDING in outcomes:
        raise Refused(Why.PEOPLE_PENDING)


def may_merge(*, report_id, target_id, target_state):
    """Refused when the target is the report itself or no longer stands on its own."""
    if report_id == target_id:
        raise Refused(Why.INTO_ITSELF)
    if target_state not in MERGEABLE_INTO:
        raise Refused(Why.TARGET_GONE)


def may_cancel(*, has_case):
    """Refused while a case rests on the report: the case is cancelled first."""
    if has_case:
        raise Refused(Why.HAS_CASE)
