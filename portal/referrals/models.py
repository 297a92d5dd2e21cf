"""A referral: its paper is approved, numbered and issued in the office, and the institution answers outside it."""
from peewee import BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.assessments.considerations import Consideration, entitlement
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.records import Counter, Living
from portal.referrals import text
from portal.referrals.agreeing import Agreed
from portal.referrals.answers import Answered
from portal.referrals.institutions import Institution
from portal.rules import referral as rules
from portal.rules import referral_terms as terms
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_number import Secrecy
from portal.rules.levels import Level
from portal.rules.numbers import Book, bare, say
from portal.rules.referral import AnswerState, ConsentBasis, PaperState, PaperStep, ReferralKind
from portal.rules.referral_terms import Shared
from portal.words import SearchWord


class Referral(OfCase, Answered, Agreed, Living):
    """`shared` are the parts of the identity that leave the office; `summary` is written for the receiver, apart from the assessment."""

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
    secrecy = Choice(Secrecy, default=Secrecy.SECRET)
    answer_by = DateField(null=True)
    paper_state = Choice(PaperState, default=PaperState.DRAFT)
    answer_state = Choice(AnswerState, default=AnswerState.NOT_SENT)
    letter = ForeignKeyField(Letter, null=True, backref="referrals")
    consideration = ForeignKeyField(Consideration, null=True, backref="referrals")
    made_by = ForeignKeyField(User, backref="referrals")
    made_at = DateTimeField()
    sent_way = CharField(max_length=200, default="")
    handed_at = DateTimeField(null=True)
    handed_by = CharField(max_length=200, default="")
    receiver = CharField(max_length=200, default="")
    receiver_title = CharField(max_length=200, default="")
    handed_place = CharField(max_length=200, default="")
    witness = CharField(max_length=200, default="")
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
        year, serial = Counter.next(Book.REFERRAL)
        row = cls.begin(by=by, case=case, number=say(Book.REFERRAL, year, serial), made_by=made_by or by, made_at=clock.now(),
                        **_plain(details))
        return row.reindex()

    def amend(self, *, by, seen=None, **details):
        """Change the content, as long as nobody was asked to decide on it."""
        self.check_editable()
        return self.change(by=by, seen=seen, **_plain(details)).reindex()

    def check_editable(self):
        rules.check_editable(self.paper_state)

    def reindex(self):
        """Keep the search words in step with whom it is about, where it leads, and its letter's number."""
        client, letter = self.case.client, self.letter.number if self.letter else ""
        SearchWord.index(self, client.name, client.alias, self.institution.name, codes=(self.number, bare(self.number), self.case.number, letter))
        return self

    @property
    def shares(self):
        return [Shared(part) for part in self.shared]

    @property
    def heading(self):
        """Number and initials: what may stand in a title or an inbox."""
        return f"{self.number} · {self.case.client.initials}"

    @property
    def is_open(self):
        return rules.is_open(self.paper_state, self.answer_state)

    @property
    def is_editable(self):
        return rules.editable(self.paper_state)

    @property
    def is_draft(self):
        """Whether its paper says KONSEP."""
        return rules.is_draft(self.paper_state)

    @property
    def decision(self):
        """The latest proposal about it, or None."""
        return Decision.about(self).where(Decision.kind == DecisionKind.REFERRAL).first()

    @property
    def text(self):
        """The letter's text: composed anew while it may be edited, from the submission on as it was put to the manager, with today's basis;
        once issued, as it was issued."""
        decision = None if self.is_editable else self.decision
        content = decision.asked if decision else text.compose(self)
        return {**content, "body": self.letter.body} if self.letter else text.grounded(content, self.grounds)

    def _after(self, column, step):
        if column == "paper_state":
            return rules.after_paper(self.paper_state, step, reason="-", answer_state=self.answer_state)
        return rules.after_answer(self.answer_state, step, paper_state=self.paper_state, urgent=self.urgent, reason="-")

    @property
    def papers(self):
        """The steps of its paper that the writer can take now: the buttons to show."""
        offered = rules.papers_offered(self.paper_state, self.answer_state)
        may_cancel = self.case.is_open and not self.handed_at
        return [step for step in offered if may_cancel or step != PaperStep.CANCEL]

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

    def check_ready(self):
        """Refused while the case is closed, the consent is missing, or the programme is shut."""
        terms.check_case(self.case.fresh().is_open)
        self.check_consent()
        opening = entitlement(self.case, self.programme)
        terms.check_programme(opening.verdict, opening.sentence)

    def submit(self, *, by, seen=None):
        """Put it to a manager with everything that will be printed, frozen; asks consent, decile and a running case first."""
        if self._clicked_twice(PaperStep.SUBMIT, by, seen):
            return self
        self.check_ready()
        self.move(PaperStep.SUBMIT, by=by, seen=seen)
        Decision.ask(DecisionKind.REFERRAL, self, text.proposal(self), by=by, care_team=self.case.care_team, number=self.number,
                     heading=self.heading, note=self.reason, urgent=self.urgent, asked=text.compose(self))
        return self

    def revise(self, *, by, seen=None):
        """A refused paper is written anew, because the child is with them already and the letter stays due."""
        return self.move(PaperStep.REVISE, by=by, seen=seen)

    def issue(self, official, *, by, mode=None, through="", code=None, seen=None):
        """Make the approved text a letter with number and date, signed by an official in office; once, in one unit of work."""
        if self._clicked_twice(PaperStep.ISSUE, by, seen):
            return self
        db.lock()
        self._after("paper_state", PaperStep.ISSUE)
        self.check_leaving()
        letter = Letter.draft(self, by=by, care_team=self.case.care_team, **self.text)
        letter.issue(official, by=by, mode=mode, through=through, code=code)
        return self.move(PaperStep.ISSUE, by=by, seen=seen, letter=letter).reindex()

    def cancel(self, *, by, reason, seen=None):
        """Written by mistake or not needed any more; the number of its letter stays in the book, cancelled."""
        self.move(PaperStep.CANCEL, by=by, seen=seen, reason=reason)
        if self.letter and self.letter.state == LetterState.ISSUED:
            self.letter.move(LetterStep.CANCEL, by=by, reason=reason)
        return self


def _plain(details):
    """The details as columns hold them."""
    return {name: [str(each) for each in value] if name == "shared" else value for name, value in details.items()}


@Decision.effect(DecisionKind.REFERRAL)
def referral_decided(decision, step, by):
    """The paper goes the way of its proposal."""
    answered = step in (DecisionStep.APPROVE, DecisionStep.RETURN, DecisionStep.REFUSE)
    Referral.get_by_id(decision.subject_id).move(PaperStep(str(step)), by=by, reason=decision.reason if answered else "")


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
Decision.MAKERS[DecisionKind.REFERRAL] = lambda decision: Referral.get_by_id(decision.subject_id).made_by_id
Decision.UNDOABLE[DecisionKind.REFERRAL] = may_undo
Consideration.RELIED.append(relies_on)
