"""What is to be done next on a case, with the way to it: the rule's answer, fed from the records of all features."""
from portal import clock
from portal.assessments import considered
from portal.assessments.models import Assessment
from portal.casefile import in_training
from portal.casefile.timeline import address
from portal.cases.pauses import Pause
from portal.conferences.asking import asked_for
from portal.conferences.resolutions import Resolution
from portal.decisions.models import Decision
from portal.labels import label
from portal.labels.marks import mark_of
from portal.office.opening import calendar
from portal.office.openings import standing
from portal.referrals.due import limits
from portal.referrals.models import Referral
from portal.rules.approval import DecisionState
from portal.rules.assessment import AssessmentState
from portal.rules.client import ConsentKind
from portal.rules.dtsen_check import Due
from portal.rules.next_step import Facts, NextStep, next_steps
from portal.rules.outside_family import CareState, Owed
from portal.rules.referral import AnswerState, PaperState
from portal.rules.referral_due import is_pressing
from portal.rules.roles import May
from portal.rules.service import ServiceState
from portal.services.models import Service
from portal.services.outside import OutsideCare

OF_CASE = {NextStep.ASSESS: "assessments.of_case", NextStep.PLAN: "services.of_case", NextStep.SERVE: "services.of_case",
           NextStep.MONITOR: "services.of_case", NextStep.AGREE_CARE: "services.of_case", NextStep.REVIEW_CARE: "services.of_case",
           NextStep.REFER: "referrals.of_case", NextStep.TRAIN: "training.of_case", NextStep.VISIT: "training.of_case",
           NextStep.CONSIDER: "assessments.of_case", NextStep.COORDINATE: "assessments.of_case", NextStep.UPDATE_DTSEN: "assessments.of_case",
           NextStep.RESOLVE: "conferences.of_case", NextStep.CONFER: "conferences.of_case"}

WRITTEN = (NextStep.CONTACT, NextStep.CLOSE, NextStep.CHECK_DTSEN, NextStep.RECHECK_DTSEN, NextStep.CONSENT, NextStep.OWN_WORD)


def facts(case):
    """The case as the rule sees it, in a fixed number of questions."""
    services, every = list(Service.of(case)), list(Referral.of(case))
    referrals = [each for each in every if each.is_open]
    assessment = Assessment.of(case).where(Assessment.state != AssessmentState.CANCELLED).first()
    pause, today, dtsen = Pause.running(case), clock.today(), case.client.dtsen_due
    resolutions = list(Resolution.open_of(case))
    planned = [each for each in services if each.state == ServiceState.PLANNED]
    asked = [each for each in referrals if each.paper_state == PaperState.SUBMITTED]
    out = [each for each in referrals if each not in asked and each.answer_state != AnswerState.NOT_SENT]
    return Facts(
        stage=case.stage, met=case.met_at is not None, search_over=case.search_over,
        assessment=assessment.state if assessment else None,
        agreed=case.client.consent(ConsentKind.SERVICE).in_force,
        dtsen_checked=dtsen != Due.FIRST,
        dtsen_stale=dtsen == Due.AGAIN, services=len(services), needed=sum(each.state == ServiceState.NEEDED for each in services),
        delivered=sum(each.state == ServiceState.DELIVERED for each in services),
        referrals_due=sum(is_due(case, every)), planned=len(planned), overdue=sum(each.is_overdue for each in planned), referrals_asked=len(asked),
        referrals_out=len(out), referrals_here=len(referrals) - len(asked) - len(out),
        conference_asked=bool(asked_for(case)), resolutions=len(resolutions), resolutions_overdue=sum(each.is_overdue for each in resolutions),
        **of_care(case), **in_training.owed(case), **considered.facts(case),
        proposals=Decision.about(case).where(Decision.state == DecisionState.OPEN).count(),
        pause_due=bool(pause and pause.review_on and pause.review_on <= today))


def is_due(case, referrals):
    """Of each referral of a case, whether something is late or another place is to be asked."""
    for each in referrals:
        each.case = case
    courses, hours = Referral.courses_of(referrals), calendar()
    return [is_pressing(limits(course, hours), clock.now()) for course in courses.values()]


def of_care(case):
    """What is owed to a child who lives away from the parents, or is to."""
    placements = list(OutsideCare.of(case))
    owed = [(each, what) for each in placements for what in each.owed(clock.today())]
    asked = [each for each in placements if each.state == CareState.REQUESTED]
    return {"care_asked": len(asked), "care_owed": sum(what == Owed.APPROVAL and each not in asked for each, what in owed),
            "care_reviews": sum(what == Owed.REVIEW for _, what in owed)}


def tasks(case, user):
    """[(address, text, mark, word, False)] for the list on the page of a case; no address for a step that is not this person's to take."""
    takes = user.may(May.WRITE_CASES)
    return [(_way(case, step) if takes or step not in WRITTEN else None, _words(case, step), mark_of(how), label(how), False)
            for step, how in next_steps(facts(case))]


def _words(case, step):
    """What the step is, and how DT-SEN has the client where a consideration is offered for that."""
    check = case.client.dtsen if step == NextStep.CONSIDER else None
    return f"{label(step)} ({standing(check.status, check.decile)})" if check else label(step)


def _way(case, step):
    """Where this step is taken."""
    if step in OF_CASE:
        return address(OF_CASE[step], case_id=case.id)
    return {
        NextStep.CONTACT: lambda: address("cases.contact", id=case.id), NextStep.CLOSE: lambda: address("casefile.closure", id=case.id),
        NextStep.CONSENT: lambda: address("clients.consent", id=case.client_id, kind=ConsentKind.SERVICE, back=address("casefile.show", id=case.id)),
        NextStep.CHECK_DTSEN: lambda: address("clients.dtsen", id=case.client_id, case=case.id),
        NextStep.RECHECK_DTSEN: lambda: address("clients.dtsen", id=case.client_id, case=case.id), NextStep.REVIEW_PAUSE: lambda: "#case-actions",
        NextStep.OWN_WORD: lambda: in_training.way_to_own_word(case),
        NextStep.DECIDE: lambda: address("decisions.show", id=Decision.open_about(case).id),
    }[step]()
