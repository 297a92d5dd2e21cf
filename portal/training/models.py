"""A placement is a case's way into a batch: approved by a manager, seated in turn, ended with a result."""
from peewee import BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField, fn

from portal import clock
from portal.accounts.models import User
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice, Json, db
from portal.records import Living
from portal.rules import lifecycle
from portal.rules import placement as rules
from portal.rules.followup import due_dates
from portal.rules.placement import LeaveReason, PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.training.batches import Batch, as_kept
from portal.training.programmes import Programme


class Placement(OfCase, Living):
    """One case in one batch. `findings` are the rules' answers as they were when it was proposed, `override` why all the same."""

    LIVES = {"state": rules.PLACEMENT}

    batch = ForeignKeyField(Batch, backref="placements")
    case = ForeignKeyField(Case, backref="placements")
    state = Choice(PlacementState, default=PlacementState.PROPOSED)
    queue_no = IntegerField(null=True)
    findings = Json(default=list)
    override = TextField(default="")
    consent = Choice(ConsentBasis, null=True)
    consent_by = CharField(max_length=200, default="")
    assent = BooleanField(default=False)
    care = Json(default=list)
    proposed_by = ForeignKeyField(User)
    proposed_at = DateTimeField()
    seated_on = DateField(null=True)
    ended_on = DateField(null=True, index=True)
    leave_reason = Choice(LeaveReason, null=True)
    certificate = CharField(max_length=80, default="")
    toolkit = CharField(max_length=200, default="")
    allowance = IntegerField(null=True)

    @classmethod
    def joined(cls):
        return super().joined().select_extend(Batch, Programme).join(Batch).join(Programme)

    @classmethod
    def open_of(cls, case):
        """What still ties a case to a batch: proposed, returned, waiting or seated."""
        return cls.select().where(cls.case == case, cls.state.in_((PlacementState.RETURNED, *rules.CLAIMING)))

    def other_dates(self):
        """[(first day, last day)] of the client's other courses."""
        return dates_of(self.case).where(Placement.id != self.id).tuples()

    def decided(self, step, *, by, reason=""):
        """What a manager's decision, or its taking back, does to the place. Seats are counted under the lock."""
        db.lock()
        held_seat = self.state == PlacementState.ACTIVE
        self.move(step, by=by, reason=reason, **self._changes(step))
        if self.state == PlacementState.ACTIVE:
            self.began(by=by)
        elif held_seat:
            self._room().fill(by=by)
        return self

    def _changes(self, step):
        if step == PlacementStep.APPROVE:
            self._check_joinable()
            seated = self._after("state", step) == PlacementState.ACTIVE
            return {"seated_on": clock.today()} if seated else {"queue_no": self._last_in_queue() + 1}
        return {"seated_on": None, "queue_no": None} if step == PlacementStep.UNDO else {}

    def _check_joinable(self):
        rules.may_join(self._room().state)
        lifecycle.may_work(Case.get_by_id(self.case_id).stage)

    def _last_in_queue(self):
        return Placement.select(fn.MAX(Placement.queue_no)).where(Placement.batch == self.batch_id).scalar() or 0

    def began(self, *, by):
        """A seat is a service under way."""
        Case.get_by_id(self.case_id).first_service(clock.now(), by=by)
        return self

    def finish(self, step, *, by, ended_on, seen=None, **details):
        """Passed or not passed, with what goes with it."""
        rules.check_end(ended_on, self.seated_on, clock.today())
        return self.move(step, by=by, seen=seen, ended_on=ended_on, **details)

    def leave(self, why, *, by, ended_on, seen=None, note=""):
        """Left early: the seat goes to the next on the waiting list."""
        db.lock()
        rules.check_end(ended_on, self.seated_on, clock.today())
        self.move(PlacementStep.LEAVE, by=by, seen=seen, reason=note.strip() or as_kept(why), ended_on=ended_on, leave_reason=why)
        self._room().fill(by=by)
        return self

    def cancel(self, *, by, reason, seen=None):
        """Written by mistake or no longer wanted: a seat goes to the next on the waiting list."""
        db.lock()
        self.move(PlacementStep.CANCEL, by=by, seen=seen, reason=reason)
        self._room().fill(by=by)
        return self

    def _room(self):
        """The batch as it stands now, not as it was when this row was read."""
        return Batch.get_by_id(self.batch_id)

    def _after(self, column, step):
        room = self._room()
        return rules.after(self.state, PlacementStep(step), seats=room.seats, taken=room.taken, batch_state=room.state, reason="-")

    def follow_up_dates(self):
        """{months: the day a visit is due}, empty until the training has ended."""
        return due_dates(self.ended_on) if self.state in rules.FINISHED and self.ended_on else {}


def dates_of(case):
    """The days of the courses that a case's client is proposed for, waits for or sits in, as a query."""
    return (Placement.select(Batch.starts, Batch.ends).join(Batch).switch(Placement).join(Case)
            .where(Case.client == case.client_id, Placement.state.in_(rules.CLAIMING)))


def dates_by_case(cases):
    """{case id: the days of dates_of}, for many cases in one question."""
    rows = (Placement.select(Placement.case, Batch.starts, Batch.ends).join(Batch)
            .where(Placement.case.in_(cases), Placement.state.in_(rules.CLAIMING)).tuples())
    found = {}
    for case, starts, ends in rows:
        found.setdefault(case, []).append((starts, ends))
    return found


class Roll:
    """Who has to do with a batch, as far as this person sees them; each list is in the order of the seats, the queue or the proposals."""

    def __init__(self, batch, user):
        self.rows = list(Placement.visible_to(user).where(Placement.batch == batch).order_by(Placement.queue_no, Placement.id))
        self.seated = self._those(*rules.HOLDING, PlacementState.LEFT_EARLY)
        self.waiting = self._those(PlacementState.WAITING)
        self.proposed = self._those(PlacementState.PROPOSED, PlacementState.RETURNED)
        self.over = self._those(PlacementState.REFUSED, PlacementState.CANCELLED)

    def _those(self, *states):
        return [row for row in self.rows if row.state in states]
