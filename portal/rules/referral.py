"""A referral has two lives: the paper inside the office, and the answer of the institution outside it."""
from enum import StrEnum

from portal.rules.life import Life, WhyNot
from portal.rules.refused import Refused


class PaperState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    ISSUED = "issued"
    CANCELLED = "cancelled"


class PaperStep(StrEnum):
    SUBMIT = "submit"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    UNDO = "undo"
    ISSUE = "issue"
    REVISE = "revise"
    CANCEL = "cancel"


class AnswerState(StrEnum):
    NOT_SENT = "not_sent"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WAITING = "waiting"
    PAPERS_WANTED = "papers_wanted"
    SILENT = "silent"
    HANDED_OVER = "handed_over"
    REPORTED_BACK = "reported_back"
    COMPLETED = "completed"
    CAME_BACK = "came_back"


class AnswerStep(StrEnum):
    SEND = "send"
    ACCEPT = "accept"
    DECLINE = "decline"
    PUT_ON_LIST = "put_on_list"
    WANT_PAPERS = "want_papers"
    FALL_SILENT = "fall_silent"
    HAND_OVER = "hand_over"
    REPORT_BACK = "report_back"
    COMPLETE = "complete"
    COME_BACK = "come_back"


class ReferralKind(StrEnum):
    MEDICAL = "medical"
    CARE = "care"
    PROTECTION = "protection"
    LEGAL = "legal"
    DOCUMENTS = "documents"
    EDUCATION = "education"
    TRAINING = "training"
    ECONOMIC = "economic"
    RETURN_HOME = "return_home"


class InstitutionKind(StrEnum):
    MENTAL_HOSPITAL = "mental_hospital"
    HOSPITAL = "hospital"
    HEALTH_CENTRE = "health_centre"
    HEALTH_INSURANCE = "health_insurance"
    HEALTH_OFFICE = "health_office"
    ALMS_FUND = "alms_fund"
    CHILD_HOME = "child_home"
    PROVINCIAL_HOME = "provincial_home"
    SENTRA = "sentra"
    PROTECTION_UNIT = "protection_unit"
    POLICE = "police"
    PROBATION_OFFICE = "probation_office"
    JUVENILE_HOME = "juvenile_home"
    CIVIL_REGISTRY = "civil_registry"
    EDUCATION_OFFICE = "education_office"
    LEARNING_CENTRE = "learning_centre"
    PEOPLES_SCHOOL = "peoples_school"
    MANPOWER_OFFICE = "manpower_office"
    TRAINING_CENTRE = "training_centre"
    HOME_SOCIAL_OFFICE = "home_social_office"
    DRUG_REHABILITATION = "drug_rehabilitation"
    LEGAL_AID = "legal_aid"
    OTHER = "other"


class ConsentBasis(StrEnum):
    """What was answered, or what the office acts on: REFUSED is a guardian's no, OWN_REFUSED the client's."""

    GUARDIAN = "guardian"
    OWN = "own"
    VITAL_INTEREST = "vital_interest"
    PUBLIC_TASK = "public_task"
    REFUSED = "refused"
    OWN_REFUSED = "own_refused"


class Why(StrEnum):
    REASON_NEEDED = "reason_needed"
    NOT_ISSUED = "not_issued"
    NOT_YET_ACCEPTED = "not_yet_accepted"
    NOT_URGENT = "not_urgent"
    CONSENT_NEEDED = "consent_needed"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_NOT_RECORDED = "consent_not_recorded"
    BASIS_REASON = "basis_reason"
    CHILD_SAID_NO = "child_said_no"
    NOT_EDITABLE = "not_editable"
    CASE_CLOSED = "case_closed"
    DECILE_UNKNOWN = "decile_unknown"
    CONSIDERATION_NEEDED = "consideration_needed"


EDITABLE = (PaperState.DRAFT, PaperState.RETURNED, PaperState.WITHDRAWN)

PAPER = Life({
    **{(state, PaperStep.SUBMIT): PaperState.SUBMITTED for state in EDITABLE},
    (PaperState.SUBMITTED, PaperStep.APPROVE): PaperState.APPROVED,
    (PaperState.SUBMITTED, PaperStep.RETURN): PaperState.RETURNED,
    (PaperState.SUBMITTED, PaperStep.REFUSE): PaperState.REFUSED,
    (PaperState.SUBMITTED, PaperStep.WITHDRAW): PaperState.WITHDRAWN,
    (PaperState.APPROVED, PaperStep.ISSUE): PaperState.ISSUED,
    (PaperState.APPROVED, PaperStep.UNDO): PaperState.DRAFT,
    # The letter after an urgent hand-over stays due even if refused, so it can be written anew.
    (PaperState.REFUSED, PaperStep.REVISE): PaperState.DRAFT,
    **{(state, PaperStep.CANCEL): PaperState.CANCELLED for state in (*EDITABLE, PaperState.ISSUED)},
}, reasoned=(PaperStep.RETURN, PaperStep.REFUSE, PaperStep.CANCEL))

AWAITED = (AnswerState.SENT, AnswerState.WAITING)  # an answer is waited for, and can be late
# A place that stayed silent may still answer late.
ASKED = (*AWAITED, AnswerState.PAPERS_WANTED, AnswerState.SILENT)
WITH_THEM = (AnswerState.HANDED_OVER, AnswerState.REPORTED_BACK)
BEFORE_HAND_OVER = (AnswerState.NOT_SENT, *ASKED, AnswerState.ACCEPTED)

ANSWER = Life({
    **{(state, AnswerStep.SEND): AnswerState.SENT for state in (AnswerState.NOT_SENT, AnswerState.PAPERS_WANTED, AnswerState.SILENT)},
    **{(state, AnswerStep.ACCEPT): AnswerState.ACCEPTED for state in ASKED},
    **{(state, AnswerStep.DECLINE): AnswerState.DECLINED for state in (*ASKED, AnswerState.ACCEPTED)},
    **{(state, AnswerStep.PUT_ON_LIST): AnswerState.WAITING for state in ASKED},
    **{(state, AnswerStep.WANT_PAPERS): AnswerState.PAPERS_WANTED for state in ASKED},
    **{(state, AnswerStep.FALL_SILENT): AnswerState.SILENT for state in AWAITED},
    **{(state, AnswerStep.HAND_OVER): AnswerState.HANDED_OVER for state in BEFORE_HAND_OVER},
    **{(state, AnswerStep.REPORT_BACK): AnswerState.REPORTED_BACK for state in WITH_THEM},
    # Papers, school or help in money need nobody handed over.
    **{(state, AnswerStep.COMPLETE): AnswerState.COMPLETED for state in (AnswerState.ACCEPTED, *WITH_THEM)},
    **{(state, AnswerStep.COME_BACK): AnswerState.CAME_BACK for state in WITH_THEM},
}, reasoned=(AnswerStep.DECLINE, AnswerStep.COME_BACK))


def after_paper(state, step, *, reason="", answer_state=AnswerState.NOT_SENT):
    """The paper's next state. Who may take the step is asked in `approval`; REVISE is for children already handed over."""
    following = PAPER.after(state, step)
    _check_reason(PAPER, step, reason)
    if step == PaperStep.REVISE and _is_here(answer_state):
        raise Refused(Why.NOT_URGENT)
    return following


def after_answer(state, step, *, paper_state, urgent=False, reason=""):
    """The answer's next state; sending and handing over also look at the paper."""
    following = ANSWER.after(state, step)
    if is_stopped(paper_state, state):
        raise Refused(WhyNot.NOT_FROM_HERE, state=paper_state, step=step)
    _check_reason(ANSWER, step, reason)
    if step == AnswerStep.SEND and not may_send(paper_state):
        raise Refused(Why.NOT_ISSUED)
    if step == AnswerStep.HAND_OVER and not may_hand_over(state, paper_state, urgent):
        raise Refused(Why.NOT_YET_ACCEPTED if may_send(paper_state) else Why.NOT_ISSUED)
    return following


def _check_reason(life, step, reason):
    if step in life.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)


def papers_offered(state, answer_state):
    """The paper steps that the writer can take now, in the table's order; those of the decision are offered elsewhere."""
    own = (PaperStep.SUBMIT, PaperStep.ISSUE, PaperStep.CANCEL) + (() if _is_here(answer_state) else (PaperStep.REVISE,))
    return [step for step in PAPER.steps_from(state) if step in own]


def _is_here(answer_state):
    return answer_state in (*BEFORE_HAND_OVER, AnswerState.DECLINED)


def answers_offered(state, *, paper_state, urgent=False):
    """The answer steps that can be taken now, in the table's order: the buttons to show."""
    if is_stopped(paper_state, state):
        return []
    may = {AnswerStep.SEND: may_send(paper_state), AnswerStep.HAND_OVER: may_hand_over(state, paper_state, urgent)}
    return [step for step in ANSWER.steps_from(state) if may.get(step, True)]


def may_send(paper_state):
    """Only an issued letter, numbered and signed, leaves the office."""
    return paper_state == PaperState.ISSUED


def may_hand_over(answer_state, paper_state, urgent):
    """Whether the child may be handed over now; `urgent` lets it precede both the paper and the answer."""
    if answer_state not in BEFORE_HAND_OVER:
        return False
    return urgent or (answer_state == AnswerState.ACCEPTED and may_send(paper_state))


def is_stopped(paper_state, answer_state):
    """Whether nothing may happen outside any more: the paper was refused or cancelled, and the child never went."""
    return paper_state in (PaperState.REFUSED, PaperState.CANCELLED) and answer_state not in WITH_THEM


def editable(paper_state):
    """Whether the content may be changed: what waits or is approved may not."""
    return paper_state in EDITABLE


def check_editable(paper_state):
    """Refused when the content waits for a decision or was decided."""
    if not editable(paper_state):
        raise Refused(Why.NOT_EDITABLE)


def undoable(paper_state):
    """Whether the approval can be taken back: until the letter is issued."""
    return paper_state == PaperState.APPROVED


def is_draft(paper_state):
    """Whether a print of it says KONSEP: everything before the letter has its number."""
    return paper_state not in (PaperState.ISSUED, PaperState.CANCELLED)


def is_open(paper_state, answer_state):
    """Whether somebody still has to do something about it; a refused paper is closed unless the child is with them."""
    if answer_state in WITH_THEM:
        return True
    if answer_state in (AnswerState.DECLINED, AnswerState.SILENT, AnswerState.COMPLETED, AnswerState.CAME_BACK):
        return False
    return paper_state not in (PaperState.REFUSED, PaperState.WITHDRAWN, PaperState.CANCELLED)
