"""A referral: its paper is approved, numbered and issued in the office, and the institution answers outside it."""
from peewee import BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.assessments.considerations import Consideration
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import Choice, Json
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.records import Counter, Living
from portal.referrals import wording
from portal.referrals.agreeing import Agreed
from portal.referrals.answers import Answered
from portal.referrals.chain import Chained
from portal.referrals.due import Due
from portal.referrals.institutions import Institution
from portal.referrals.paper import Papered
from portal.rules import referral as rules
from portal.rules import referral_terms as terms
from portal.rules.approval import VERDICTS, DecisionKind
from portal.rules.letter_number import Secrecy
from portal.rules.levels import Level
from portal.rules.numbers import Book, bare, say
from portal.rules.referral import AnswerState, ConsentBasis, PaperState, PaperStep, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.wanted_papers import apart, listed
from portal.words import SearchWord


class Referral(OfCase, Papered, Answered, Due, Chained, Agreed, Living):
    """`shared` are the parts of the identity that leave the office; `summary` is written for the receiver, apart from the assessment.

    `opening`, `closing` and `regarding` are what its writer worded by hand; empty, the office's template words them.
    """

    LIVES = {"paper_state": rules.PAPER, "answer_state": rules.ANSWER}

    number = CharField(max_length=20, unique=True)
    case = ForeignKeyField(Case, backref="referrals")
    institution = ForeignKeyField(Institution, backref="referrals")
    kind = Choice(ReferralKind)
    reason = TextField()
    service = TextField()
    urgent = BooleanField(default=False)
    shared = Json(default=list)
    summary = TextField()
    consent = Choice(ConsentBasis, null=True)
    consent_note = CharField(max_length=200, default="")
    escort = CharField(max_length=200, default="")
    journey = CharField(max_length=200, default="")
    attachments = TextField(default="")
    copies = TextField(default="")
    opening = TextField(default="")
    closing = TextField(default="")
    regarding = CharField(max_length=200, default="")
    secrecy = Choice(Secrecy, default=Secrecy.SECRET)
    answer_by = DateField(null=True)
    paper_state = Choice(PaperState, default=PaperState.DRAFT)
    answer_state = Choice(AnswerState, default=AnswerState.NOT_SENT)
    letter = ForeignKeyField(Letter, null=True, backref="referrals")
    consideration = ForeignKeyField(Consideration, null=True, backref="referrals")
    made_by = ForeignKeyField(User, backref="referrals")
    made_at = DateTimeField()
    follows = ForeignKeyField("self", null=True, backref="followers")
    sent_at = DateTimeField(null=True)
    sent_way = CharField(max_length=200, default="")
    sent_by = CharField(max_length=200, default="")
    sent_proof = CharField(max_length=200, default="")
    answered_by = CharField(max_length=200, default="")
    answer_ref = CharField(max_length=200, default="")
    papers_wanted = TextField(default="")
    promised_on = DateField(null=True)
    instead = TextField(default="")
    handed_at = DateTimeField(null=True)
    handed_by = CharField(max_length=200, default="")
    receiver = CharField(max_length=200, default="")
    receiver_title = CharField(max_length=200, default="")
    handed_place = CharField(max_length=200, default="")
    witness = CharField(max_length=200, default="")
    handed_escort = TextField(default="")
    condition = TextField(default="")
    belongings = TextField(default="")
    items = TextField(default="")

    @classmethod
    def joined(cls):
        return super().joined().select_extend(Institution).join(Institution)

    @classmethod
    def of(cls, case):
        """Those of one case, the newest first."""
        return cls.select(cls, Institution).join(Institution).where(cls.case == case).order_by(cls.id.desc())

    @classmethod
    def open_of(cls, case):
        """Those of a case with which somebody still has something to do."""
        return [each for each in cls.of(case) if each.is_open]

    @classmethod
    def draft(cls, case, *, by, made_by=None, **details):
        """Begin a referral out of a running case; its number stays, whatever becomes of it. `made_by`: whose work it is (default `by`)."""
        terms.check_case(case.fresh().is_open)
        wording.check(case.client, **details)
        year, serial = Counter.next(Book.REFERRAL)
        row = cls.begin(by=by, case=case, number=say(Book.REFERRAL, year, serial), made_by=made_by or by, made_at=clock.now(),
                        **_plain(details))
        return row.reindex()

    def amend(self, *, by, seen=None, **details):
        """Change the content, as long as nobody was asked to decide on it."""
        self.check_editable()
        wording.check(self.case.client, **details)
        return self.change(by=by, seen=seen, **_plain(details)).reindex()

    def reindex(self):
        """Keep the search words in step with whom it is about, where it leads, and its letter's number."""
        client, letter = self.case.client, self.letter.number if self.letter else ""
        SearchWord.index(self, client.name, client.alias, self.institution.name, codes=(self.number, bare(self.number), self.case.number, letter))
        return self

    @property
    def attached(self):
        """Every paper that goes along with the letter, each once."""
        return listed(self.attachments)

    @property
    def enclosed(self):
        """What goes along with the letter of the papers that the institution asks for."""
        return apart(self.attachments, self.institution.wanted)[0]

    @property
    def shares(self):
        return [Shared(part) for part in self.shared]

    @property
    def heading(self):
        """Number and initials: what may stand in a title or an inbox."""
        return f"{self.number} · {self.case.client.initials}"

    @property
    def is_open(self):
        return rules.is_open(self.paper_state, self.answer_state) or self.owes_paper

    def _after(self, column, step):
        if column == "paper_state":
            return rules.after_paper(self.paper_state, step, reason="-", answer_state=self.answer_state)
        return rules.after_answer(self.answer_state, step, paper_state=self.paper_state, urgent=self.urgent, reason="-")

    @property
    def repeats(self):
        """The day of this client's last referral to the same place when it lies thirty days back or less, or None."""
        last = self._last_to_same()
        return last if terms.repeat_warning(last, clock.today()) else None

    def _last_to_same(self):
        others = (Referral.select(Referral.made_at).join(Case).where(Case.client == self.case.client_id, Referral.id != self.id,
                  Referral.institution == self.institution_id, Referral.paper_state != PaperState.CANCELLED))
        last = others.order_by(Referral.made_at.desc()).first()
        return clock.local(last.made_at).date() if last else None

    @property
    def programme(self):
        """The ministry's programme that the place gives, or None: then neither decile nor consideration is asked."""
        return self.institution.programme(self.urgent or self.case.level == Level.EMERGENCY)


def _plain(details):
    """The details as columns hold them."""
    return {name: [str(each) for each in value] if name == "shared" else value for name, value in details.items()}


@Decision.effect(DecisionKind.REFERRAL)
def referral_decided(decision, step, by):
    """The paper goes the way of its proposal."""
    Referral.get_by_id(decision.subject_id).move(PaperStep(str(step)), by=by, reason=decision.reason if step in VERDICTS else "")


def may_undo(decision):
    """Until the letter is issued."""
    return rules.undoable(Referral.get_by_id(decision.subject_id).paper_state)


def relies_on(consideration):
    """Whether an approved or issued referral to the ministry rests on this consideration."""
    resting = (PaperState.APPROVED, PaperState.ISSUED)
    return any(each.paper_state in resting and each.institution.programme() in consideration.opens for each in Referral.of(consideration.case_id))


@Client.RENAMED.append
def keep_found(client):
    """The referrals of a client are found by the names that the client has now."""
    for referral in Referral.select().join(Case).where(Case.client == client):
        referral.reindex()


Decision.SUBJECTS["referral"] = "referrals.show"
Decision.MAKERS[DecisionKind.REFERRAL] = lambda decision: Referral.get_by_id(decision.subject_id).writers
Decision.UNDOABLE[DecisionKind.REFERRAL] = may_undo
Consideration.RELIED.append(relies_on)
