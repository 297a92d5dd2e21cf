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
    TRIAGE_OVER = "triage_over"
    SETTLED = "settled"
    CLIENT_MADE = "client_made"
    CASE_RESTS = "case_rests"
    NOT_LINKED = "not_linked"
    CLIENT_IN_USE = "client_in_use"
    PROPOSAL_OPEN = "proposal_open"
    INSTITUTION_NEEDED = "institution_needed"
    DIRECTION_NEEDED = "direction_needed"
    TICKET_TAKEN = "ticket_taken"
    NOT_RESTRICTED = "not_restricted"
    HELD_BY_CASE = "held_by_case"
    NO_SUCH_REPORT = "no_such_report"
    TOO_EARLY = "too_early"
    NOT_YET = "not_yet"


LIFE = Life({
    (ReportState.RECEIVED, ReportStep.VERIFY): ReportState.VERIFIED,
    (ReportState.RECEIVED, ReportStep.MERGE): ReportState.MERGED,
    (ReportState.RECEIVED, ReportStep.HAND_OVER): ReportState.HANDED_OVER,
    (ReportState.RECEIVED, ReportStep.PUT_OUTSIDE): ReportState.OUTSIDE,
    (ReportState.RECEIVED, ReportStep.FIND_UNFOUNDED): ReportState.UNFOUNDED,
    (ReportState.RECEIVED, ReportStep.CANCEL): ReportState.CANCELLED,
    (ReportState.VERIFIED, ReportStep.HAND_OVER): ReportState.HANDED_OVER,
    (ReportState.VERIFIED, ReportStep.PUT_OUTSIDE): ReportState.OUTSIDE,
    (ReportState.VERIFIED, ReportStep.FIND_UNFOUNDED): ReportState.UNFOUNDED,
    (ReportState.VERIFIED, ReportStep.CANCEL): ReportState.CANCELLED,
}, reasoned={ReportStep.HAND_OVER, ReportStep.PUT_OUTSIDE, ReportStep.FIND_UNFOUNDED, ReportStep.CANCEL})

DECIDED_BY_MANAGER = frozenset({ReportStep.HAND_OVER, ReportStep.PUT_OUTSIDE, ReportStep.FIND_UNFOUNDED})

MERGEABLE_INTO = frozenset({ReportState.RECEIVED, ReportState.VERIFIED})

LINKED = frozenset({PersonOutcome.KNOWN_CLIENT, PersonOutcome.NEW_CLIENT})


def may_triage(state):
    """Refused once the report has left the desk: from then on a level is the case's."""
    if state != ReportState.RECEIVED:
        raise Refused(Why.TRIAGE_OVER)


def may_resolve(state, outcome, *, rests=False):
    """Refused when the report follows another one or is gone, or when the person has become a client already.

    `rests`: a case of that client stands on the report; then who it speaks of is settled too.
    """
    if state not in MERGEABLE_INTO:
        raise Refused(Why.SETTLED)
    if outcome == PersonOutcome.NEW_CLIENT:
        raise Refused(Why.CLIENT_MADE)
    if rests:
        raise Refused(Why.CASE_RESTS)


def may_unlink(state, outcome, *, rests, in_use=False):
    """Refused once the report is gone, when nobody is linked, or while a case of that client stands on the report.

    `in_use`: a client that came out of the report has more by now than the report told; they stay a client.
    """
    if state not in MERGEABLE_INTO:
        raise Refused(Why.SETTLED)
    if outcome not in LINKED:
        raise Refused(Why.NOT_LINKED)
    if rests:
        raise Refused(Why.CASE_RESTS)
    if outcome == PersonOutcome.NEW_CLIENT and in_use:
        raise Refused(Why.CLIENT_IN_USE)


def may_leave(*, proposed):
    """Refused while a manager still has a proposal about the report to decide."""
    if proposed:
        raise Refused(Why.PROPOSAL_OPEN)


def may_propose(state, step, handed_to):
    """Refused when the step can't be taken from here, or when nobody is named who takes care of it instead of us."""
    LIFE.after(state, step)
    check_direction(step, handed_to)


def check_direction(step, handed_to):
    """Refused when a report would leave us without saying where to: to whom it is handed over, or where the reporter should go."""
    if step == ReportStep.HAND_OVER and not handed_to.strip():
        raise Refused(Why.INSTITUTION_NEEDED)
    if step == ReportStep.PUT_OUTSIDE and not handed_to.strip():
        raise Refused(Why.DIRECTION_NEEDED)


def may_happen(at, received_at, now=None):
    """Refused for what is said to have happened before the report came in, or after `now`; None is this moment."""
    if at is not None and at < received_at:
        raise Refused(Why.TOO_EARLY)
    if at is not None and now is not None and at > now:
        raise Refused(Why.NOT_YET)


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


def may_lift(*, restricted, held_by_case):
    """Refused for a report that is not restricted, or that stays so because a restricted case speaks of it."""
    if not restricted:
        raise Refused(Why.NOT_RESTRICTED)
    if held_by_case:
        raise Refused(Why.HELD_BY_CASE)
