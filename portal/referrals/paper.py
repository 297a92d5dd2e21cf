"""The paper of a referral: put to a manager, written anew, issued as a letter with its number, cancelled."""
from portal.accounts.models import User
from portal.assessments.considerations import entitlement
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.records import Revision
from portal.referrals import text
from portal.rules import referral as rules
from portal.rules import referral_terms as terms
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.correspondence import check_record
from portal.rules.letter import LetterState, LetterStep
from portal.rules.lifecycle import Stage
from portal.rules.referral import PaperStep
from portal.rules.roles import May


class Papered:
    """The first life of a Referral: `paper_state`."""

    def check_editable(self):
        rules.check_editable(self.paper_state)

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
    def writers(self):
        """The ids of those whose words it holds: who began it, and whoever changed what it says."""
        return {self.made_by_id} | Revision.writers_of(type(self), [self.id])

    @property
    def waits_for(self):
        """The names of those who may decide on what was put; the writer is never among them. Empty while nothing waits."""
        decision = self.decision
        if not (decision and decision.is_open):
            return []
        return [user.name for user in User.who_may(May.DECIDE) if DecisionStep.APPROVE in decision.offered_to(user)]

    @property
    def text(self):
        """The letter's text: composed anew while it may be edited, from the submission on as it was put to the manager, with today's basis;
        once issued, as it was issued."""
        decision = None if self.is_editable else self.decision
        content = decision.asked if decision else text.compose(self)
        return {**content, "body": self.letter.body} if self.letter else text.grounded(content, self.grounds)

    @property
    def papers(self):
        """The steps of its paper that the writer can take now: the buttons to show."""
        offered = rules.papers_offered(self.paper_state, self.answer_state)
        may_cancel = self.case.is_open and not self.handed_at
        return [step for step in offered if may_cancel or step != PaperStep.CANCEL]

    def check_ready(self):
        """Refused while the case is closed, the consent is missing, or the programme is shut."""
        terms.check_case(self.case.fresh().is_open)
        self.check_consent()
        text.check_words(self)
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
        check_record(self.case.fresh().stage == Stage.CANCELLED)
        self.check_leaving()
        letter = Letter.draft(self, by=by, care_team=self.case.care_team, decision=self.decision, names=self.case.client.names,
                              **self.text)
        letter.issue(official, by=by, mode=mode, through=through, code=code)
        return self.move(PaperStep.ISSUE, by=by, seen=seen, letter=letter).reindex()

    def cancel(self, *, by, reason, seen=None):
        """Written by mistake or not needed any more; the number of its letter stays in the book, cancelled."""
        self.move(PaperStep.CANCEL, by=by, seen=seen, reason=reason)
        if self.letter and self.letter.state == LetterState.ISSUED:
            self.letter.move(LetterStep.CANCEL, by=by, reason=reason)
        return self
