"""What happens outside the office: sending, the institution's answer, the hand-over, and what comes back."""
from datetime import datetime, time

from portal import clock
from portal.db import db
from portal.rules import referral as rules
from portal.rules import referral_due as due
from portal.rules.clocks import check_moment
from portal.rules.life import WhyNot
from portal.rules.referral import AnswerState, AnswerStep, PaperStep
from portal.rules.refused import Refused
from portal.services.models import Service

REPLIES = (AnswerStep.ACCEPT, AnswerStep.PUT_ON_LIST, AnswerStep.WANT_PAPERS, AnswerStep.DECLINE, AnswerStep.FALL_SILENT)
RETURNS = (AnswerStep.REPORT_BACK, AnswerStep.COMPLETE, AnswerStep.COME_BACK)


class Answered:
    """The second life of a Referral: `answer_state`."""

    @property
    def answers(self):
        """The steps that can be taken outside now: the buttons to show."""
        offered = rules.answers_offered(self.answer_state, paper_state=self.paper_state, urgent=self.urgent)
        late = AnswerStep.FALL_SILENT in offered and self.is_silent
        return [*([AnswerStep.SEND] if self.sends_after else []), *(step for step in offered if late or step != AnswerStep.FALL_SILENT)]

    @property
    def sends_after(self):
        """Whether the letter, numbered after the hand-over, is still to follow the child."""
        return due.sends_after(self.paper_state, self.answer_state, sent=self.sent_at is not None)

    @property
    def is_awaited(self):
        """Whether its answer, or a place on the list, is waited for."""
        return self.answer_state in rules.AWAITED

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

    def send(self, *, by, at=None, way="", sent_by="", proof="", seen=None):
        """The issued letter leaves the office at `at` (naive UTC): by which way, who took it, and what proves it."""
        db.lock()
        self.check_leaving()
        moment, earliest = at or clock.now(), clock.utc(datetime.combine(self.letter.date, time())) if self.letter else self.case.t0
        left = {"sent_at": moment, "sent_way": way, "sent_by": sent_by or by.name, "sent_proof": proof}
        if self.sends_after:
            check_moment(moment, t0=max(self.case.started, earliest), now=clock.now())
            return self.change(by=by, seen=seen, **left)
        return self._step(AnswerStep.SEND, by=by, at=moment, seen=seen, earliest=earliest, **left)

    def reply(self, step, *, by, at=None, note="", seen=None, answered_by="", answer_ref="", papers_wanted="", promised_on=None):
        """The institution accepts, declines, puts on its list or wants papers; or it stays silent past its time."""
        if self._clicked_twice(step, by, seen):
            return self
        db.lock()
        due.check_answer(step, papers=papers_wanted, promised=promised_on, on=clock.local(at or clock.now()).date())
        if step == AnswerStep.FALL_SILENT:
            self.check_silent()
        due.check_order(at or clock.now(), self.sent_at)
        return self._step(step, by=by, at=at, seen=seen, note="\n".join(part for part in (papers_wanted, note) if part), answered_by=answered_by,
                          answer_ref=answer_ref, papers_wanted=papers_wanted, promised_on=promised_on)

    def hand_over(self, *, by, at=None, seen=None, **details):
        """The child is with them: who brought, who received, who saw it, and what went along."""
        moment = at or clock.now()
        return self._step(AnswerStep.HAND_OVER, by=by, at=moment, seen=seen, handed_at=moment, **details)

    def come_back(self, step, *, by, at=None, note="", seen=None):
        """They report, the referral is completed, or the client comes back to us."""
        due.check_order(at or clock.now(), self.handed_at or self.sent_at)
        return self._step(step, by=by, at=at, seen=seen, note=note)

    def _step(self, step, *, by, at, seen, note="", earliest=None, **changes):
        """One move outside; the first of all starts the act clock's service."""
        if self._clicked_twice(step, by, seen):
            return self
        moment, first = at or clock.now(), self.answer_state == AnswerState.NOT_SENT
        check_moment(moment, t0=max(self.case.started, earliest or self.case.started), now=clock.now())
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
