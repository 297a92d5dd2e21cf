"""What happens outside the office: sending, the institution's answer, the hand-over, and what comes back."""
from datetime import datetime, time

from portal import clock
from portal.db import db
from portal.office.opening import calendar
from portal.rules import referral as rules
from portal.rules import referral_terms as terms
from portal.rules.clocks import check_moment
from portal.rules.life import WhyNot
from portal.rules.referral import AnswerState, AnswerStep, PaperStep
from portal.rules.refused import Refused
from portal.services.models import Service

REPLIES = (AnswerStep.ACCEPT, AnswerStep.PUT_ON_LIST, AnswerStep.WANT_PAPERS, AnswerStep.DECLINE)
RETURNS = (AnswerStep.REPORT_BACK, AnswerStep.COMPLETE, AnswerStep.COME_BACK)


class Answered:
    """The second life of a Referral: `answer_state`."""

    @property
    def answers(self):
        """The steps that can be taken outside now: the buttons to show."""
        return rules.answers_offered(self.answer_state, paper_state=self.paper_state, urgent=self.urgent)

    @property
    def replies(self):
        return [step for step in REPLIES if step in self.answers]

    @property
    def returns(self):
        return [step for step in RETURNS if step in self.answers]

    def check_offered(self, *steps):
        """Refused when none of these steps can be taken now: a page with nothing to fill in helps nobody."""
        if not {*steps} & {*self.answers, *self.papers}:
            raise Refused(WhyNot.NOT_FROM_HERE, state=self.paper_state if PaperStep.ISSUE in steps else self.answer_state)

    def send(self, *, by, at=None, way="", seen=None):
        """The issued letter leaves the office at `at` (naive UTC), by this way."""
        db.lock()
        self.check_leaving()
        earliest = clock.utc(datetime.combine(self.letter.date, time())) if self.letter else self.case.t0
        return self._step(AnswerStep.SEND, by=by, at=at, seen=seen, earliest=earliest, sent_way=way)

    def reply(self, step, *, by, at=None, note="", seen=None):
        """The institution accepts, declines, puts on its list or wants papers."""
        return self._step(step, by=by, at=at, seen=seen, note=note)

    def hand_over(self, *, by, at=None, seen=None, **details):
        """The child is with them: who brought, who received, who saw it, and what went along."""
        moment = at or clock.now()
        return self._step(AnswerStep.HAND_OVER, by=by, at=moment, seen=seen, handed_at=moment, **details)

    def come_back(self, step, *, by, at=None, note="", seen=None):
        """They report, the referral is completed, or the client comes back to us."""
        return self._step(step, by=by, at=at, seen=seen, note=note)

    def _step(self, step, *, by, at, seen, note="", earliest=None, **changes):
        """One move outside; the first of all starts the act clock's service."""
        if self._clicked_twice(step, by, seen):
            return self
        moment, first = at or clock.now(), self.answer_state == AnswerState.NOT_SENT
        check_moment(moment, t0=max(self.case.t0, earliest or self.case.t0), now=clock.now())
        self.move(step, by=by, seen=seen, reason=note, at=moment, column="answer_state", **changes)
        if first:
            self.case.first_service(moment, by=by)
        if step in (AnswerStep.SEND, AnswerStep.HAND_OVER):
            Service.referred(self.case, by=by, at=moment, number=self.number)
        return self

    @property
    def handed_day(self):
        """The office's day of the hand-over, or None."""
        return clock.local(self.handed_at).date() if self.handed_at else None

    @property
    def owes_paper(self):
        """Whether the child went before the letter: then the letter is due, even after a refusal."""
        return self.handed_at is not None and self.letter_id is None

    @property
    def paper_due(self):
        """When that letter must be issued (naive UTC), or None when no letter is owed."""
        return clock.utc(terms.paper_due(clock.local(self.handed_at), calendar())) if self.owes_paper else None
