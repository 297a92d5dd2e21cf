"""What a manager weighs of closing a case and of taking it up again, and how the case stands now."""
from flask_babel import gettext

from portal.casefile import in_training
from portal.casefile.closure import closure_told, loose_ends, open_rows, reopening_told
from portal.cases.models import Case
from portal.conferences.asking import asked_for
from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.labels import label
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, Stage


def reason_of(decision, case):
    """Why it was to be closed; proposals of old kept it with the case only."""
    told = decision.asked.get("reason")
    return ClosingReason(told) if told else case.closing_reason or ClosingReason.GOALS_REACHED


def closure_warnings(decision, user):
    """People should have met about it first; what still hangs; and a danger that was not found to be over."""
    case = decision.record
    told = asked_for(case) + in_training.left_open(case) + hindrances(lifecycle.may_close, reason_of(decision, case), **open_rows(case))
    if case.level == Level.EMERGENCY:
        told.append(gettext("Tingkat kasus ini masih Darurat."))
    return told


def closure_now(decision):
    """A case whose closure is proposed stands where it was proposed from."""
    case = decision.record
    stage, reason = case.closing_from if case.stage == Stage.CLOSING else case.stage, reason_of(decision, case)
    return closure_told(case, stage, reason, decision.note, [end for end, _place in loose_ends(case, reason)])


def reopening_warnings(decision, user):
    """A client has one open case."""
    case = decision.record
    return hindrances(lifecycle.may_open_case, Case.open_numbers(case.client))


Decision.NOW |= {DecisionKind.CLOSURE: closure_now, DecisionKind.REOPENING: lambda decision: reopening_told(decision.record, decision.note)}
Decision.WARNINGS |= {DecisionKind.CLOSURE: closure_warnings, DecisionKind.REOPENING: reopening_warnings}
Decision.BRIEF |= {DecisionKind.CLOSURE: lambda case, asked: [*case.client.in_brief, label(ClosingReason(asked["reason"]))],
                   DecisionKind.REOPENING: lambda case, asked: [*case.client.in_brief, label(case.closing_reason) if case.closing_reason else ""]}
