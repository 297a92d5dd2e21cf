"""What the proposal of a place asks, and what is on record already: consents, a school in the plan, what an assessment says must come first."""
from dataclasses import dataclass, field

from portal.assessments.answers import Answer
from portal.assessments.models import Assessment
from portal.referrals.models import Referral
from portal.rules.applicant import Care, Verdict
from portal.rules.assessment import PUT
from portal.rules.client import ConsentKind
from portal.rules.consent import Assent, ConsentState, Voice
from portal.rules.referral import ConsentBasis, ReferralKind
from portal.rules.schooling import ASKED, DECIDED, IN_VAIN, is_planned
from portal.rules.service import ServiceState
from portal.rules.training import CARE_ITEMS, Rule, care_of
from portal.rules.waiting import ITEMS
from portal.services.models import Service


@dataclass(frozen=True)
class Answers:
    """What the proposal asks. `consent`: the guardian's, the office's own decision, or None; `care`: what must come first.

    `supervision`: who watches over the work of a child, how, and with which protection.
    """

    consent: ConsentBasis | None = None
    consent_by: str = ""
    assent: bool = False
    health_letter: bool = False
    care: tuple = ()
    supervision: str = ""


@dataclass
class Standing:
    """What the file of one case says for a training: `school` in words (empty: none), the last assessment put to a manager and its answers
    {item: value}, the texts of what is planned and not given yet."""

    school: str = ""
    assessment: Assessment | None = None
    answers: dict = field(default_factory=dict)
    plans: list = field(default_factory=list)

    @property
    def care(self):
        """What the assessment says must come first."""
        return care_of(self.answers)

    @property
    def interests(self):
        return self.assessment.skill_interests if self.assessment else ""


def standings(cases):
    """{case id: Standing} of many cases, in four statements."""
    found = {case.id: Standing() for case in cases}
    for assessment in Assessment.select().where(Assessment.case.in_(list(found)), Assessment.state.in_(PUT)).order_by(Assessment.n):
        found[assessment.case_id].assessment = assessment
    _read_answers({each.assessment.id: each for each in found.values() if each.assessment})
    for service in Service.select().where(Service.case.in_(list(found)), Service.state.in_((ServiceState.NEEDED, *DECIDED))).order_by(Service.id):
        _read_service(found[service.case_id], service)
    for referral in _schools(list(found)):
        found[referral.case_id].school = referral.institution.name
    return found


def _read_answers(told):
    """`told` is {assessment id: Standing}."""
    asked = Answer.select().where(Answer.assessment.in_(list(told)), Answer.item.in_((*CARE_ITEMS, *ITEMS)), ~Answer.taken_back)
    for answer in asked:
        told[answer.assessment_id].answers[answer.item] = answer.value


def _read_service(standing, service):
    if service.state != ServiceState.DELIVERED:
        standing.plans.append(f"{service.what} {service.goal}")
    if is_planned(service.state, service.spm, service.programme):
        standing.school = service.what or str(service.name)


def _schools(cases):
    """The referrals to a school that were asked for and not answered with a no."""
    return Referral.joined().where(
        Referral.case.in_(cases), Referral.kind == ReferralKind.EDUCATION, Referral.paper_state.in_(ASKED),
        Referral.answer_state.not_in(IN_VAIN)).order_by(Referral.id)


def standing(case):
    """The Standing of one case."""
    return standings([case])[case.id]


def known_answers(client):
    """What the consents on record already answer. A guardian who may be the one who harms gives no basis."""
    stand = client.consent(ConsentKind.SERVICE)
    leans_on_guardian = stand.in_force and stand.last.basis == ConsentBasis.GUARDIAN
    valid = stand.in_force and not (leans_on_guardian and guardian_may_harm(client))
    own = stand.needed == Voice.CLIENT and stand.state == ConsentState.GIVEN
    return Answers(consent=stand.last.basis if valid else None, consent_by=stand.last.record.given_by if valid else "",
                   assent=own or stand.assent == Assent.GIVEN)


def guardian_may_harm(client):
    """Whether each guardian on record is a possible exploiter."""
    guardians = [relation for relation in client.relations if relation.guardian]
    return bool(guardians) and all(relation.exploiter for relation in guardians)


def answers_of(placement):
    """The Answers as they were kept with a placement, to be asked again: elsewhere, later, or after it was returned."""
    letter = any(each["rule"] == Rule.HEALTH_LETTER and each["verdict"] == Verdict.FITS for each in placement.findings)
    return Answers(consent=placement.consent, consent_by=placement.consent_by, assent=placement.assent, health_letter=letter,
                   care=tuple(Care(each) for each in placement.care), supervision=placement.supervision)
