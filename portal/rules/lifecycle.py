"""A case moves through few stages, and closes only when nothing of it is left hanging."""
from dataclasses import dataclass
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused

TRIES = 3  # domain 12.1: three failed tries end the search


class Stage(StrEnum):
    OUTREACH = "outreach"
    ASSESSMENT = "assessment"
    PLANNING = "planning"
    INTERVENTION = "intervention"
    MONITORING = "monitoring"
    CLOSING = "closing"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CaseStep(StrEnum):
    MET = "met"
    ACCEPT_ASSESSMENT = "accept_assessment"
    UNDO_ACCEPTANCE = "undo_acceptance"
    START_SERVICE = "start_service"
    MONITOR = "monitor"
    RESUME = "resume"
    PROPOSE_CLOSURE = "propose_closure"
    RETURN_CLOSURE = "return_closure"
    CLOSE = "close"
    UNDO_CLOSURE = "undo_closure"
    REOPEN = "reopen"
    UNDO_REOPENING = "undo_reopening"
    CANCEL = "cancel"


class ClosingReason(StrEnum):
    GOALS_REACHED = "goals_reached"
    REFERRED = "referred"
    REUNITED = "reunited"
    MOVED_AWAY = "moved_away"
    DECLINED = "declined"
    NOT_FOUND = "not_found"
    GROWN_UP = "grown_up"
    DIED = "died"


class TryOutcome(StrEnum):
    MET = "met"
    NOT_FOUND = "not_found"
    REFUSED = "refused"


class PauseReason(StrEnum):
    CLIENT_NOT_FOUND = "client_not_found"
    WAITING_FOR_PAPERS = "waiting_for_papers"
    IN_TREATMENT = "in_treatment"
    LEGAL_PROCESS = "legal_process"


class NoteKind(StrEnum):
    VISIT = "visit"
    CALL = "call"
    TALK = "talk"
    MESSAGE = "message"
    INCIDENT = "incident"
    CONFERENCE = "conference"
    OTHER = "other"


class Why(StrEnum):
    REASON_NEEDED = "reason_needed"
    NOT_PAUSABLE = "not_pausable"
    ALREADY_PAUSED = "already_paused"
    TRIES_LEFT = "tries_left"
    SERVICES_UNSETTLED = "services_unsettled"
    OPEN_SERVICES = "open_services"
    OPEN_REFERRALS = "open_referrals"
    ACTIVE_PLACEMENTS = "active_placements"
    RUNNING_ASSESSMENT = "running_assessment"
    OPEN_RESOLUTIONS = "open_resolutions"
    CASE_ALREADY_OPEN = "case_already_open"
    REPORT_NOT_VERIFIED = "report_not_verified"
    NOT_IN_REPORT = "not_in_report"
    CASE_OVER = "case_over"
    SAME_LEVEL = "same_level"
    SUB_TYPE_WITHOUT_STREET = "sub_type_without_street"


ACTIVE = (Stage.OUTREACH, Stage.ASSESSMENT, Stage.PLANNING, Stage.INTERVENTION, Stage.MONITORING)
OPEN = (*ACTIVE, Stage.CLOSING)  # a proposed closure is not yet one

LIFE = Life({
    (Stage.OUTREACH, CaseStep.MET): Stage.ASSESSMENT,
    (Stage.ASSESSMENT, CaseStep.ACCEPT_ASSESSMENT): Stage.PLANNING,
    (Stage.PLANNING, CaseStep.UNDO_ACCEPTANCE): Stage.ASSESSMENT,
    (Stage.INTERVENTION, CaseStep.UNDO_ACCEPTANCE): Stage.ASSESSMENT,
    (Stage.PLANNING, CaseStep.START_SERVICE): Stage.INTERVENTION,
    (Stage.INTERVENTION, CaseStep.MONITOR): Stage.MONITORING,
    (Stage.MONITORING, CaseStep.RESUME): Stage.INTERVENTION,
    **{(stage, CaseStep.PROPOSE_CLOSURE): Stage.CLOSING for stage in ACTIVE},
    # Where a returned or undone closure really leads is the stage it was proposed from: see `after`.
    (Stage.CLOSING, CaseStep.RETURN_CLOSURE): Stage.MONITORING,
    (Stage.CLOSED, CaseStep.UNDO_CLOSURE): Stage.MONITORING,
    (Stage.CLOSING, CaseStep.CLOSE): Stage.CLOSED,
    (Stage.CLOSED, CaseStep.REOPEN): Stage.ASSESSMENT,
    (Stage.ASSESSMENT, CaseStep.UNDO_REOPENING): Stage.CLOSED,
    **{(stage, CaseStep.CANCEL): Stage.CANCELLED for stage in (*ACTIVE, Stage.CLOSING)},
}, reasoned=(CaseStep.PROPOSE_CLOSURE, CaseStep.RETURN_CLOSURE, CaseStep.REOPEN, CaseStep.CANCEL))


def after(stage, step, *, reason="", closing_from=None):
    """The stage after `step`; a returned or undone closure goes back to `closing_from`, the stage it was proposed from.

    For PROPOSE_CLOSURE the reason is a ClosingReason, else the person's words.
    """
    following = LIFE.after(stage, step)
    if step in LIFE.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    if step in (CaseStep.RETURN_CLOSURE, CaseStep.UNDO_CLOSURE) and closing_from in ACTIVE:
        return closing_from
    return following


def is_open(stage):
    """Whether the case still runs."""
    return stage in OPEN


def may_open_case(open_cases, *, verified=True, named=True):
    """Refused when the client has an open case already, or when no verified report names them.

    `open_cases` are the numbers of the open ones; `named`: the report names this client.
    """
    if not verified:
        raise Refused(Why.REPORT_NOT_VERIFIED)
    if not named:
        raise Refused(Why.NOT_IN_REPORT)
    if open_cases:
        raise Refused(Why.CASE_ALREADY_OPEN, case=open_cases[0])


def may_work(stage):
    """Refused once the case is closed or cancelled: it is reopened before anything more is done on it."""
    if not is_open(stage):
        raise Refused(Why.CASE_OVER)


def may_note(stage):
    """Refused on a cancelled case; what is heard of a child after closure is still worth writing down."""
    if stage == Stage.CANCELLED:
        raise Refused(Why.CASE_OVER)


def may_pause(stage, *, paused=False):
    """Refused unless the case is being worked on and its clocks run: what is closing or closed has nothing to pause."""
    if stage not in ACTIVE:
        raise Refused(Why.NOT_PAUSABLE)
    if paused:
        raise Refused(Why.ALREADY_PAUSED)


def check_level(current, proposed):
    """Refused when the level proposed is the one in force."""
    if current == proposed:
        raise Refused(Why.SAME_LEVEL)


def check_sub_type(has_sub_type, sub_type):
    """Refused when a sub-type of street child is given to a case without that category."""
    if sub_type is not None and not has_sub_type:
        raise Refused(Why.SUB_TYPE_WITHOUT_STREET)


def tries_exhausted(outcomes):
    """Whether three tries failed and none met the child; `outcomes` are TryOutcomes in any order."""
    return failed_tries(outcomes) >= TRIES


def failed_tries(outcomes):
    """How many tries failed; none count once the child was met. `outcomes` are TryOutcomes in any order."""
    outcomes = list(outcomes)
    return 0 if TryOutcome.MET in outcomes else len(outcomes)


def may_monitor(services_settled):
    """Refused while a planned service is neither delivered nor closed."""
    if not services_settled:
        raise Refused(Why.SERVICES_UNSETTLED)


# A child who has died or lives elsewhere can't be served further: what is open is listed, and does not hold the closure.
EXCUSING = (ClosingReason.DIED, ClosingReason.MOVED_AWAY)


def may_propose_closure(stage, reason, outcomes=()):
    """Refused during outreach while tries are left, unless the child has died or moved away."""
    if stage == Stage.OUTREACH and reason not in EXCUSING and not tries_exhausted(outcomes):
        raise Refused(Why.TRIES_LEFT)


@dataclass(frozen=True)
class LooseEnd:
    """Something of the case still open: what, how many, and whether it holds the closure."""
    why: Why
    count: int
    hard: bool


def loose_ends(reason, *, services=0, referrals=0, placements=0, assessments=0, resolutions=0):
    """What is still open, as LooseEnds; the arguments count open rows.

    All are hard but for an excusing reason. When the case closes because the child was handed to another institution,
    that referral may stay open for its feedback. What a conference decided stays a task of its own, which may outlast the case.
    """
    counts = (
        (Why.OPEN_SERVICES, services), (Why.OPEN_REFERRALS, referrals),
        (Why.ACTIVE_PLACEMENTS, placements), (Why.RUNNING_ASSESSMENT, assessments), (Why.OPEN_RESOLUTIONS, resolutions),
    )
    return [LooseEnd(why, count, _holds(why, reason)) for why, count in counts if count]


def _holds(why, reason):
    if why == Why.OPEN_REFERRALS and reason == ClosingReason.REFERRED:
        return False
    return reason not in EXCUSING and why != Why.OPEN_RESOLUTIONS


def may_close(reason, **open_rows):
    """The loose ends that only need mention, or Refused with the first that holds; arguments as `loose_ends`."""
    ends = loose_ends(reason, **open_rows)
    for end in ends:
        if end.hard:
            raise Refused(end.why, count=end.count)
    return ends
