"""The waiting list of a batch: an offered seat is taken or let pass, and who overtakes does so by another's word and with a reason."""
from peewee import fn

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.records import Revision, Transition
from portal.rules import lifecycle
from portal.rules import queue as queue_rules
from portal.rules.placement import LeaveReason, PlacementState, PlacementStep
from portal.rules.release import may_settle
from portal.rules.roles import May


class Queued:
    """What a Placement does between its approval and its seat, and once its batch was cancelled."""

    def accept(self, *, by, seen=None):
        """The seat that was offered is theirs from today."""
        db.lock()
        self.check_joinable()
        return self.move(PlacementStep.ACCEPT, by=by, seen=seen, seated_on=clock.today()).began(by=by)

    def stand_back(self, *, by, reason, seen=None):
        """Not now: back to the end of the queue, and the seat is offered to the next."""
        db.lock()
        self.move(PlacementStep.STAND_BACK, by=by, seen=seen, reason=reason, queue_no=self.end_of_queue(), offered_on=None)
        self.room().fill(by=by, passing_over=[self])
        return self

    def prioritise(self, *, by, reason, seen=None):
        """Before everybody else who waits, for a reason that stands on record."""
        db.lock()
        queue_rules.may_prioritise(by.id in self.makers)
        return self.move(PlacementStep.PRIORITISE, by=by, seen=seen, reason=reason, queue_no=queue_rules.ahead(self._numbers(waiting=True)))

    def may_be_first(self, user, rank):
        """Whether this person may put the child first who stands at that rank (None: in no queue)."""
        return bool(rank and rank > 1) and user.may(May.DECIDE) and user.id != self.proposed_by_id

    def settle(self, *, by, reason, seen=None):
        """What became of somebody whose batch was cancelled, where no new proposal says it."""
        may_settle(self.leave_reason)
        return self.move(PlacementStep.SETTLE, by=by, seen=seen, reason=reason)

    @property
    def makers(self):
        """The ids of whose work the proposal is: who put it, also before it was returned, and who wrote its plan of supervision."""
        asked = {move.by for move in Transition.of(self) if move.step == PlacementStep.PROPOSE}
        changes = Revision.select().where(Revision.subject == self._meta.table_name, Revision.subject_id == self.id)
        return asked | {change.by for change in changes if "supervision" in change.values}

    def end_of_queue(self):
        """The number of who joins the queue now."""
        return queue_rules.behind(self._numbers())

    def _numbers(self, waiting=False):
        """The queue numbers of the batch, of those who wait or of everybody who ever stood in line."""
        own = type(self)
        rows = own.select(own.queue_no).where(own.batch == self.batch_id, own.queue_no.is_null(False))
        return [number for number, in (rows.where(own.state == PlacementState.WAITING) if waiting else rows).tuples()]

    def rank_for(self, user):
        """The position in the queue as this person sees it, from 1; None for who is passed over. A hidden child leaves no gap."""
        own = type(self)
        rows = own.visible_to(user).where(own.batch == self.batch_id, own.state == PlacementState.WAITING)
        return queue_rules.ranks((row.queue_no, row.id) for row in rows if row.case.is_open).get(self.id)

    @classmethod
    def offered_to(cls, user):
        """The offered seats that nobody has answered, of the cases this person sees whole, the oldest offer first."""
        return cls.whole_to(user).where(cls.state == PlacementState.OFFERED).order_by(cls.offered_on, cls.id)

    @classmethod
    def released_to(cls, user):
        """Those whom a cancelled batch let go and of whom nothing newer is known, of the running cases this person sees whole.

        What counts as newer: a later place of the same client that was not refused or cancelled, or an answer (`settle`).
        """
        return (cls.whole_to(user).where(cls.leave_reason == LeaveReason.BATCH_CANCELLED, Case.stage.in_(lifecycle.OPEN),
                                         ~fn.EXISTS(cls._later()), ~fn.EXISTS(cls._answers())).order_by(cls.id))

    @classmethod
    def _later(cls):
        later, other = cls.alias(), Case.alias()
        return (later.select(later.id).join(other, on=later.case == other.id)
                .where(other.client == Case.client, later.id > cls.id, later.state.not_in((PlacementState.CANCELLED, PlacementState.REFUSED))))

    @classmethod
    def _answers(cls):
        return Transition.select(Transition.id).where(Transition.subject == cls._meta.table_name, Transition.subject_id == cls.id,
                                                      Transition.step == str(PlacementStep.SETTLE))

    @property
    def awaits_answer(self):
        """Whether its cancelled batch still asks what becomes of this client."""
        unanswered = type(self).joined().where(type(self).id == self.id, ~fn.EXISTS(self._later()), ~fn.EXISTS(self._answers()))
        return self.leave_reason == LeaveReason.BATCH_CANCELLED and unanswered.exists()
