"""When a place says no, stays silent or sends the client back: the next place, asked with the same words, or what is done instead."""
from datetime import timedelta

from portal import clock
from portal.db import db
from portal.records import Transition
from portal.referrals.institutions import Institution
from portal.rules import referral_due as rules
from portal.rules.next_place import proposed
from portal.rules.referral import AnswerStep, PaperState
from portal.rules.referral_terms import ANSWER_DAYS

CARRIED = ("kind", "reason", "service", "urgent", "shared", "summary", "consent", "consent_note", "escort", "journey", "attachments", "copies",
           "opening", "closing", "regarding", "secrecy")
LONGEST = 20  # places in one chain that a page shows


class Chained:
    """For a Referral: `follows` is the one before, `instead` what is done when nobody else is asked."""

    @property
    def follower(self):
        """The referral that carries this one on, or None."""
        return self.followers.where(type(self).paper_state != PaperState.CANCELLED).order_by(type(self).id.desc()).first()

    @property
    def before(self):
        """The referrals that this one carries on, the first one first."""
        rows = []
        while len(rows) < LONGEST and (row := (rows[-1] if rows else self).follows):
            rows.append(row)
        return rows[::-1]

    @property
    def chain(self):
        """Every place asked in turn, the first one first; only this one where nothing precedes or follows."""
        after = []
        while len(after) < LONGEST and (row := (after[-1] if after else self).follower):
            after.append(row)
        return [*self.before, self, *after]

    @property
    def last_word(self):
        """Why it stands as it does with the institution, as it was written with the last step that said so."""
        told = Transition.of(self).where(Transition.step.in_([str(step) for step in AnswerStep]), Transition.reason != "")
        move = told.order_by(Transition.id.desc()).first()
        return move.reason if move else ""

    @property
    def goes_on(self):
        """Whether the next place may be asked now."""
        return self.follower is None and rules.goes_on(self.answer_state, self.paper_state, overdue=self.is_silent)

    @property
    def places(self):
        """(the places proposed next, the best first; all the others that were not asked yet), of the active ones."""
        known, tried = list(Institution.active_ones()), {each.institution_id for each in self.chain}
        first = proposed(known, self.institution.kind, tried)
        return first, [place for place in known if place not in first and place.id not in tried]

    def check_going_on(self):
        """Refused when nothing ended here, or when another referral follows already."""
        follower = self.follower
        rules.check_going_on(self.answer_state, self.paper_state, overdue=self.is_silent, follower=follower.number if follower else "")

    def refer_on(self, institution, *, by, seen=None):
        """A draft to the next place with the same content; a place that is late is written down as silent by it."""
        db.lock()
        self.check_seen(seen)
        self.check_going_on()
        self._give_up(by=by)
        return type(self).draft(self.case, by=by, follows=self, institution=institution, answer_by=clock.today() + timedelta(ANSWER_DAYS),
                                **{name: getattr(self, name) for name in CARRIED})

    def settle(self, instead, *, by, seen=None):
        """Nobody else is asked: what is done instead."""
        db.lock()
        self.check_seen(seen)
        self.check_going_on()
        self._give_up(by=by)
        return self.change(by=by, instead=instead)

    def _give_up(self, *, by):
        """Whoever is late with an answer counts as silent from now on."""
        if self.is_awaited:
            self.reply(AnswerStep.FALL_SILENT, by=by)
