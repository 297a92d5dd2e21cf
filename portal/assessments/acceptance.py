"""What a manager's decision does to an assessment, its case, and whatever waits for the acceptance."""
from portal import clock
from portal.assessments.models import Assessment
from portal.cases.history import LevelChange
from portal.decisions.models import Decision
from portal.records import Transition
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.assessment import AssessmentStep
from portal.rules.categories import has_sub_type
from portal.rules.lifecycle import CaseStep, Stage

SOURCE = "assessment"
BEGUN = (CaseStep.ACCEPT_ASSESSMENT, CaseStep.START_SERVICE)


def accept(assessment, *, by):
    """Level and sub-type become the case's, planning may begin (or intervention, when help came first), and what registered itself follows."""
    case = assessment.case
    level = assessment.level
    assessment.move(AssessmentStep.ACCEPT, by=by, level_before=case.level, accepted_at=clock.now())
    if case.stage == Stage.ASSESSMENT:
        case.move(CaseStep.ACCEPT_ASSESSMENT, by=by)
        if case.served_at:
            case.move(CaseStep.START_SERVICE, by=by)
    case.set_level(level, by=by, source=SOURCE, reason=assessment.level_reason)
    if has_sub_type(case.categories) and assessment.sub_type not in (None, case.sub_type):
        case.classify(by=by, category=case.category, additional=case.additional, sub_type=assessment.sub_type, spm_type=case.spm_type)
    for follow in Assessment.ACCEPTED:
        follow(assessment, by)


def has_followed(assessment):
    """Whether something rests on the acceptance already, so that it can't be taken back any more."""
    newer = Assessment.select().where(Assessment.case == assessment.case_id, Assessment.n > assessment.n).exists()
    moved = Transition.of(assessment.case).where(Transition.recorded_at > assessment.accepted_at).exists()
    return newer or moved or any(rests(assessment) for rests in Assessment.FOLLOWED)


def take_back(assessment, *, by):
    """Stage and level are as they were before the acceptance; the assessment can be corrected and submitted again."""
    case, last = assessment.case, Transition.last_of(assessment.case)
    assessment.move(AssessmentStep.UNDO, by=by)
    if last.step in BEGUN and last.recorded_at == assessment.accepted_at:
        case.move(CaseStep.UNDO_ACCEPTANCE, by=by)
    if case.level_history.order_by(LevelChange.id.desc()).first().source == SOURCE:
        case.set_level(assessment.level_before, by=by, source=SOURCE)
    for undo in Assessment.UNDONE:
        undo(assessment, by)


@Decision.effect(DecisionKind.ASSESSMENT)
def assessment_decided(decision, step, by):
    """A return and a refusal both give it back with the reason: facts are corrected, not thrown away."""
    assessment = Assessment.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        accept(assessment, by=by)
    elif step == DecisionStep.UNDO:
        take_back(assessment, by=by)
    elif step == DecisionStep.WITHDRAW:
        assessment.move(AssessmentStep.WITHDRAW, by=by)
    else:
        assessment.move(AssessmentStep.RETURN, by=by, reason=decision.reason)


Decision.SUBJECTS["assessment"] = "assessments.show"
Decision.UNDOABLE[DecisionKind.ASSESSMENT] = lambda decision: not has_followed(Assessment.get_by_id(decision.subject_id))
