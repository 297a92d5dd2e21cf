"""What a manager's decision does to an assessment, its case, and whatever waits for the acceptance."""
from portal.assessments.models import Assessment
from portal.cases.history import LevelChange
from portal.decisions.models import Decision
from portal.records import Revision, Transition
from portal.rules import lifecycle, review
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.assessment import AssessmentStep
from portal.rules.categories import has_sub_type
from portal.rules.levels import Level
from portal.rules.lifecycle import CaseStep, Stage

SOURCE = "assessment"
BEGUN = (CaseStep.ACCEPT_ASSESSMENT, CaseStep.START_SERVICE)


def accept(assessment, decision, *, by):
    """Level and sub-type become the case's, planning may begin (or intervention, when help came first), and what registered itself follows.

    The level is the one put to the manager, unless they set another.
    """
    case, moment = assessment.case, decision.decided_at
    lifecycle.may_work(case.stage)
    other, reason = set_instead(assessment, decision)
    before = {"level_before": case.level, "sub_type_before": case.sub_type}
    if case.stage == Stage.ASSESSMENT:
        case.move(CaseStep.ACCEPT_ASSESSMENT, by=by, at=moment)
        if case.served_at:
            case.move(CaseStep.START_SERVICE, by=by, at=moment)
    case.set_level(other or assessment.level, by=by, source=SOURCE, reason=reason or assessment.level_reason, at=moment)
    if has_sub_type(case.categories) and assessment.sub_type is not None:
        _call(case, assessment.sub_type, by=by)
    # Written last: whatever the case does from here on has followed from the acceptance.
    assessment.move(AssessmentStep.ACCEPT, by=by, at=moment, reason=decision.reason, accepted_at=moment, set_level=other, set_reason=reason, **before)
    for follow in Assessment.ACCEPTED:
        follow(assessment, by)


def set_instead(assessment, decision):
    """(the level that the manager set instead or None, why)."""
    said, reason = decision.answered.get("level"), decision.answered.get("level_reason", "")
    other = review.other_level(DecisionStep.APPROVE, proposed=assessment.level, chosen=Level(said) if said else None, reason=reason)
    return other, reason if other else ""


def has_followed(assessment):
    """Whether something rests on the acceptance already, so that it can't be taken back any more."""
    newer = Assessment.select().where(Assessment.case == assessment.case_id, Assessment.n > assessment.n).exists()
    moved = Transition.of(assessment.case).where(Transition.id > Transition.last_of(assessment).id).exists()
    return newer or moved or any(rests(assessment) for rests in Assessment.FOLLOWED)


def take_back(assessment, *, by):
    """Stage, level and sub-type are as they were before the acceptance; the assessment can be corrected and submitted again."""
    case, last = assessment.case, Transition.last_of(assessment.case)
    assessment.move(AssessmentStep.UNDO, by=by, set_level=None, set_reason="")
    if last.step in BEGUN and last.occurred_at == assessment.accepted_at:
        case.move(CaseStep.UNDO_ACCEPTANCE, by=by)
    if case.level_history.order_by(LevelChange.id.desc()).first().source == SOURCE:
        case.set_level(assessment.level_before, by=by, source=SOURCE)
    if assessment.sub_type is not None and case.sub_type == assessment.sub_type:
        _call(case, assessment.sub_type_before, by=by)
    for undo in Assessment.UNDONE:
        undo(assessment, by)


def _call(case, sub_type, *, by):
    """The same category with this sub-type."""
    if sub_type != case.sub_type:
        case.classify(by=by, category=case.category, additional=case.additional, sub_type=sub_type, spm_type=case.spm_type)


def writers(assessment):
    """The ids of those whose work it is: who began it, and whoever answered or told a part of it."""
    pages = assessment.sections
    return {assessment.made_by_id} | Revision.writers_of(Assessment, [assessment.id]) | Revision.writers_of(pages.model, [page.id for page in pages])


@Decision.effect(DecisionKind.ASSESSMENT)
def assessment_decided(decision, step, by):
    """A return and a refusal both give it back with the reason: facts are corrected, not thrown away."""
    assessment = Assessment.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        accept(assessment, decision, by=by)
    elif step == DecisionStep.UNDO:
        take_back(assessment, by=by)
    elif step == DecisionStep.WITHDRAW:
        assessment.move(AssessmentStep.WITHDRAW, by=by)
    else:
        assessment.move(AssessmentStep.RETURN, by=by, reason=decision.reason)


Decision.SUBJECTS["assessment"] = "assessments.show"
Decision.MAKERS[DecisionKind.ASSESSMENT] = lambda decision: writers(Assessment.get_by_id(decision.subject_id))
Decision.UNDOABLE[DecisionKind.ASSESSMENT] = lambda decision: not has_followed(Assessment.get_by_id(decision.subject_id))
