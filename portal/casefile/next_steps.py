"""What is to be done next on a case, with the way to it: the rule's answer, fed from the records of all features."""
from portal import clock
from portal.assessments.models import Assessment
from portal.casefile.timeline import address
from portal.cases.pauses import Pause
from portal.decisions.models import Decision
from portal.labels import label
from portal.labels.marks import mark_of
from portal.referrals.models import Referral
from portal.rules.approval import DecisionState
from portal.rules.assessment import AssessmentState
from portal.rules.next_step import Facts, NextStep, next_steps
from portal.rules.referral import AnswerState, PaperState
from portal.rules.service import ServiceState
from portal.services.models import Service
from portal.training.models import Placement

WAYS = {
    NextStep.REVIEW_PAUSE: ("casefile.show", "id"), NextStep.CONTACT: ("cases.contact", "id"), NextStep.ASSESS: ("assessments.of_case", "case_id"),
    NextStep.CHECK_DTSEN: ("clients.show", None), NextStep.PLAN: ("services.of_case", "case_id"), NextStep.SERVE: ("services.of_case", "case_id"),
    NextStep.REFER: ("referrals.of_case", "case_id"), NextStep.TRAIN: ("training.of_case", "case_id"), NextStep.MONITOR: ("services.of_case", "case_id"),
    NextStep.CLOSE: ("casefile.closure", "id"), NextStep.DECIDE: ("casefile.show", "id"),
}


def facts(case):
    """The case as the rule sees it, in a fixed number of questions."""
    services, referrals = list(Service.of(case)), Referral.open_of(case)
    assessment = Assessment.of(case).where(Assessment.state != AssessmentState.CANCELLED).first()
    pause, today = Pause.running(case), clock.today()
    planned = [each for each in services if each.state == ServiceState.PLANNED]
    asked = [each for each in referrals if each.paper_state == PaperState.SUBMITTED]
    out = [each for each in referrals if each not in asked and each.answer_state != AnswerState.NOT_SENT]
    return Facts(
        stage=case.stage, met=case.met_at is not None, search_over=case.search_over,
        assessment=assessment.state if assessment else None,
        dtsen_checked=case.client.dtsen is not None, services=len(services), needed=sum(each.state == ServiceState.NEEDED for each in services),
        planned=len(planned), overdue=sum(bool(each.by_when and each.by_when < today) for each in planned), referrals_asked=len(asked),
        referrals_out=len(out), referrals_here=len(referrals) - len(asked) - len(out), placements=len(Placement.open_of(case)),
        proposals=Decision.about(case).where(Decision.state == DecisionState.OPEN).count(),
        pause_due=bool(pause and pause.review_on and pause.review_on <= today))


def tasks(case):
    """[(address, text, mark, word, False)] for the list on the page of a case."""
    return [(_way(case, step), label(step), mark_of(standing), label(standing), False) for step, standing in next_steps(facts(case))]


def _way(case, step):
    endpoint, name = WAYS[step]
    proposal = Decision.open_about(case) if step == NextStep.DECIDE else None
    if proposal:
        return address("decisions.show", id=proposal.id)
    return address(endpoint, **{name or "id": case.id if name else case.client_id})
