"""What an approved consideration means for referrals: a draft to the ministry's Sentra, for its officer to look through."""
from datetime import timedelta

from flask_babel import force_locale

from portal import clock
from portal.assessments.considerations import APPROVAL_UNDONE, Consideration
from portal.assessments.models import Assessment
from portal.db import db
from portal.labels import label
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules import sentra as rules
from portal.rules.decile import Programme
from portal.rules.letter_number import Secrecy
from portal.rules.referral import InstitutionKind, PaperState
from portal.rules.referral_terms import ANSWER_DAYS


def sentras():
    """The ministry's Sentra that the office works with, by name; one that nobody has looked at yet counts only while there is no other."""
    known = list(Institution.active_ones().where(Institution.kind == InstitutionKind.SENTRA))
    return [each for each in known if not each.unchecked] or known


def standing(consideration):
    """The referral to a Sentra that this approval led to, or one of the case that is open anyway; None without one."""
    own = Referral.of(consideration.case_id).where(Institution.kind == InstitutionKind.SENTRA)
    return next((each for each in own if each.is_open or each.consideration_id == consideration.id and each.letter_id), None)


def wants_choice(consideration):
    """Whether a person has to say to which Sentra, because the directory does not."""
    return bool(consideration.coordination) and rules.leads_to_sentra(consideration.opens) and consideration.case.is_open \
        and standing(consideration) is None


def draft_for(consideration, institution, *, by):
    """The draft to this Sentra, in the name of who asked for the consideration; the one that stands, if there is one."""
    db.lock()
    rules.check_draft(consideration.state, consideration.opens)
    return standing(consideration) or Referral.draft(
        consideration.case, by=by, made_by=consideration.made_by, consideration=consideration, institution=institution, copies="Arsip",
        secrecy=Secrecy.SECRET, answer_by=clock.today() + timedelta(ANSWER_DAYS), **_told(consideration))


def _told(consideration):
    """What the consideration and the assessment say already, with the least of the identity; a restricted case goes without a name."""
    case = consideration.case
    assessment = Assessment.last_put(case)
    with force_locale("id"):
        return {
            "kind": rules.kind_of(consideration.reason), "shared": rules.shared(case.care_team.restricted),
            "reason": f"{label(consideration.reason)}. {consideration.text}",
            "service": f"{label(Programme.ATENSI)} sesuai hasil asesmen.",
            "summary": "\n".join(_summary(case, assessment)),
        }


def _summary(case, assessment):
    """What the Sentra has to know: how serious it is, what is needed, and what is recommended."""
    yield f"Tingkat kasus: {label(case.level)}."
    if assessment and assessment.needed:
        yield f"Kebutuhan menurut asesmen: {', '.join(str(label(spm)) for spm in assessment.needed)}."
    if assessment and assessment.recommendation:
        yield f"Rekomendasi: {assessment.recommendation}"


@Consideration.APPROVED.append
def draft_at_once(consideration, by):
    """Where the directory has exactly one Sentra, and somebody has looked at it, nobody has to choose; a referral that somebody began before is
    the one meant."""
    known, begun = sentras(), standing(consideration)
    if begun and begun.consideration_id is None:
        begun.change(by=by, consideration=consideration)
    elif len(known) == 1 and not known[0].unchecked and wants_choice(consideration):
        draft_for(consideration, known[0], by=by)


@Consideration.UNDONE.append
def cancel_untouched(consideration, by):
    """A draft that nobody has touched goes with the approval; one that somebody worked on is theirs to cancel."""
    for row in consideration.referrals.where(Referral.paper_state == PaperState.DRAFT, Referral.version == 1):
        row.cancel(by=by, reason=APPROVAL_UNDONE)


def beside(consideration, user):
    """What the page of a consideration shows of referrals."""
    chooses = wants_choice(consideration)
    return {"referral": standing(consideration) if consideration.coordination else None, "chooses": chooses,
            "sentras": sentras() if chooses else [], "leads_there": rules.leads_to_sentra(consideration.opens)}


@Consideration.ANSWERS.append
def answered(considerations):
    """{id of the consideration: number and answer of the referral that it led to}, in one question."""
    led = Referral.select(Referral.number, Referral.answer_state, Referral.consideration).where(
        Referral.consideration.in_([each.id for each in considerations]), Referral.paper_state != PaperState.CANCELLED).order_by(Referral.id)
    return {row.consideration_id: f"{row.number}: {label(row.answer_state)}" for row in led}


Consideration.BESIDE.append(("referrals/_sentra.html", beside))
