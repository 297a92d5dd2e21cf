"""Whether a case conference is asked for now, and why; nothing waits for it."""

from flask_babel import gettext

from portal.cases.history import LevelChange
from portal.conferences.models import Conference
from portal.decisions.models import Decision
from portal.labels import label
from portal.records import Transition
from portal.rules import conference as rules
from portal.rules.approval import DecisionKind, DecisionState
from portal.rules.conference import Facts
from portal.rules.levels import Level
from portal.rules.lifecycle import CaseStep, ClosingReason, Stage
from portal.rules.triage import Flag, FlagAnswer

STANDING = (DecisionState.OPEN, DecisionState.APPROVED)
NEAR_THE_END = (CaseStep.MONITOR, CaseStep.PROPOSE_CLOSURE)
# Later features tell more: functions(case) -> since when a reunification is planned, or None; and the answer to A3, or None.
REUNIONS, ANSWERS = [], []


def asked_for(case):
    """The sentences that say why a conference is asked for, one for each reason; empty when none is."""
    return [gettext("Pembahasan kasus diminta karena %(reason)s, dan belum diadakan.", reason=label(reason))
            for reason in rules.conference_wanted(facts(case))]


def facts(case):
    """The case as the rule sees it, in a fixed number of questions."""
    told = {"is_open": case.is_open, "emergency": _emergency_since(case), "ending": _ending_since(case), "assessed_at": case.assessed_at,
            "outside_family": _asked(case, DecisionKind.OUTSIDE_FAMILY), "consideration": _asked(case, DecisionKind.CONSIDERATION),
            "sexual_violence": speaks_of_sexual_violence(case), "held": tuple(Conference.moments(case)),
            "reunification": min((since for tell in REUNIONS if (since := tell(case))), default=None)}
    return Facts(**told)


def speaks_of_sexual_violence(case):
    """Whether its assessment, its triage or its category says so."""
    answer = next((value for ask in ANSWERS if (value := ask(case)) is not None), None)
    flagged = any((report.flags or {}).get(Flag.R2) == FlagAnswer.YES for report in case.reports)
    return rules.tells_sexual_violence(answer, flagged=flagged, categories=case.categories)


def _emergency_since(case):
    """When the level became an emergency that it still is, or None."""
    since = None
    for change in case.level_history.order_by(LevelChange.at, LevelChange.id):
        since = (since or change.at) if change.level == Level.EMERGENCY else None
    return since and max(since, case.t0)


def _asked(case, kind):
    """When this was first put to a manager in this round and not refused, or None."""
    first = (Decision.select().where(Decision.care_team == case.care_team_id, Decision.number == case.number, Decision.kind == kind,
                                     Decision.state.in_(STANDING), Decision.asked_at >= case.t0).order_by(Decision.asked_at).first())
    return first.asked_at if first else None


def _ending_since(case):
    """When the case came to its last stage before the closure, or None."""
    if case.stage not in (Stage.MONITORING, Stage.CLOSING):
        return None
    moves = Transition.of(case).where(Transition.step.in_([str(step) for step in NEAR_THE_END]), Transition.occurred_at >= case.t0)
    resumed = case.moment_of(CaseStep.RESUME)
    return min((move.occurred_at for move in moves if not resumed or move.occurred_at > resumed), default=None)


@REUNIONS.append
def reunited(case):
    """A closure because the family is together again."""
    closing = case.stage == Stage.CLOSING and case.closing_reason == ClosingReason.REUNITED
    return case.moment_of(CaseStep.PROPOSE_CLOSURE) if closing else None
