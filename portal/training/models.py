"""A placement is a case's way into a batch: approved by a manager, seated in turn, ended with a result."""
from peewee import BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.records import Living
from portal.rules import lifecycle
from portal.rules import placement as rules
from portal.rules.followup import due_dates
from portal.rules.placement import BatchState, LeaveReason, PlacementState, PlacementStep
from portal.rules.queue import ranks
from portal.rules.referral import ConsentBasis
from portal.rules.release import released
from portal.rules.roles import May
from portal.training.batches import Batch, as_kept
from portal.training.places.queue import Queued
from portal.training.places.turns import due_of
from portal.training.programmes import Programme


class Placement(OfCase, Queued, Living):
    """One case in one batch. `findings` are the rules' answers as they were when it was proposed, `override` why all the same."""

    LIVES = {"state": rules.PLACEMENT}
    # function(placement), which refuses a seat: at the approval, and when an offered one is taken.
    JOINING = []

    batch = ForeignKeyField(Batch, backref="placements")
    case = ForeignKeyField(Case, backref="placements")
    state = Choice(PlacementState, default=PlacementState.PROPOSED)
    queue_no = IntegerField(null=True)
    offered_on = DateField(null=True)
    findings = Json(default=list)
    override = TextField(default="")
    consent = Choice(ConsentBasis, null=True)
    consent_by = CharField(max_length=200, default="")
    assent = BooleanField(default=False)
    care = Json(default=list)
    supervision = TextField(default="")
    keeper_joins = BooleanField(default=False)
    practice_place = CharField(max_length=200, default="")
    follows = ForeignKeyField("self", null=True, backref="followed_by")
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
        return cls.select().where(cls.case == case, cls.state.in_(rules.UNSETTLED))

    def other_dates(self):
        """[(first day, last day)] of the client's other courses."""
        return dates_of(self.case).where(Placement.id != self.id).tuples()

    def decided(self, step, *, by, reason=""):
        """What a manager's decision, or its taking back, does to the place. Seats are counted under the lock."""
        db.lock()
        self.move(step, by=by, reason=reason, **self._changes(step))
        if self.state == PlacementState.ACTIVE:
            return self.began(by=by)
        if step == PlacementStep.UNDO:
            return self.left_seat(by=by)
        if step == PlacementStep.APPROVE:
            self.room().fill(by=by)
        return self

    def _changes(self, step):
        if step == PlacementStep.APPROVE:
            self.check_joinable()
            seated = self._after("state", step) == PlacementState.ACTIVE
            return {"seated_on": clock.today()} if seated else {"queue_no": self.end_of_queue()}
        return {"seated_on": None, "queue_no": None, "offered_on": None} if step == PlacementStep.UNDO else {}

    def check_joinable(self):
        """Refused when nobody joins the batch any more, and where this client may not sit in it."""
        self.room().check_joinable()
        self.check_seat()

    def check_seat(self):
        """Refused when the case is over, when the client is in another course on a day of this one by now, and where the law forbids it."""
        room = self.room()
        lifecycle.may_work(Case.get_by_id(self.case_id).stage)
        rules.check_overlap((room.starts, room.ends), self.other_dates())
        for check in self.JOINING:
            check(self)

    def began(self, *, by):
        """A seat is a service under way; from now on who keeps the batch knows the child, where that was agreed."""
        case, keeper = Case.get_by_id(self.case_id), self.room().keeper
        case.first_service(clock.now(), by=by)
        if self.keeper_joins and keeper and keeper.active and keeper.may(May.READ_CASES):
            case.care_team.join(keeper, by=by, because=self.because)
        return self

    @property
    def because(self):
        """What brought the keeper of the batch into the care team, as the membership says it."""
        return f"placement:{self.id}"

    def left_seat(self, *, by):
        """The place is no longer theirs: it is offered on, and whoever joined the care team because of it leaves that."""
        self.room().fill(by=by)
        if self.keeper_joins:
            CareTeam.part(self.because, by=by)
        return self

    def finish(self, step, *, by, ended_on, seen=None, **details):
        """Passed or not passed, with what goes with it."""
        self.check_end(ended_on)
        return self.move(step, by=by, seen=seen, ended_on=ended_on, **details)

    def check_end(self, ended_on):
        """Refused for a day on which nobody can have left or finished it."""
        rules.check_end(ended_on, (self.seated_on, self.room().starts), clock.today())

    def leave(self, why, *, by, ended_on, seen=None, note=""):
        """Left early: the seat is offered to the next on the waiting list."""
        db.lock()
        self.check_end(ended_on)
        self.move(PlacementStep.LEAVE, by=by, seen=seen, reason=note.strip() or as_kept(why), ended_on=ended_on, leave_reason=why)
        self.room().fill(by=by)
        return self

    def cancel(self, *, by, reason, seen=None):
        """Written by mistake or no longer wanted: a seat is offered to the next on the waiting list."""
        db.lock()
        return self.move(PlacementStep.CANCEL, by=by, seen=seen, reason=reason).left_seat(by=by)

    def let_go(self, before, *, by, reason):
        """The course is over: who has no result leaves it, and a proposal falls away. `before`: the state of the batch until now."""
        step = released(self.state, before)
        gone = {"leave_reason": LeaveReason.BATCH_CANCELLED} if self.room().state == BatchState.CANCELLED else {}
        if step == PlacementStep.LEAVE:
            gone["ended_on"] = clock.today()
        self.move(step, by=by, reason=reason, **gone)
        if pending := Decision.open_about(self):
            pending.fall_away(by=by, reason=reason)
        return self.left_seat(by=by)

    def room(self):
        """The batch as it stands now, not as it was when this row was read."""
        return Batch.get_by_id(self.batch_id)

    def check(self, step):
        """Refused where this step can't be taken as the batch stands now."""
        self._after("state", step)

    def _after(self, column, step):
        room = self.room()
        return rules.after(self.state, PlacementStep(step), seats=room.seats, taken=room.taken, waiting=len(room.queue()),
                           batch_state=room.state, reason="-")

    def follow_up_dates(self):
        """{months: the day a visit is due}, empty until the training has ended."""
        return due_dates(self.ended_on) if self.state in rules.FINISHED and self.ended_on else {}


def dates_of(case):
    """The days of the courses that a case's client is proposed for, waits for or sits in, as a query."""
    return (Placement.select(Batch.starts, Batch.ends).join(Batch).switch(Placement).join(Case)
            .where(Case.client == case.client_id, Placement.state.in_(rules.CLAIMING)))


def claims_of(clients):
    """{client id: [(batch id, first day, last day)]} of the same courses of many clients (ids), in one question."""
    rows = (Placement.select(Case.client, Batch.id, Batch.starts, Batch.ends).join(Batch).switch(Placement).join(Case)
            .where(Case.client.in_(clients), Placement.state.in_(rules.CLAIMING)).tuples())
    found = {}
    for client, *course in rows:
        found.setdefault(client, []).append(course)
    return found


class Roll:
    """Who has to do with a batch, as far as this person sees them: the seated as on its papers, the others in the order of queue or proposals.

    `ranks` {placement id: position in the queue} counts those who are shown: a hidden child leaves no gap. `dues` {placement id: day by
    which an offer should be answered}.
    """

    def __init__(self, batch, user):
        self.rows = list(Placement.visible_to(user).where(Placement.batch == batch).order_by(Placement.queue_no, Placement.id))
        self.seated = sorted(self._those(*rules.TAUGHT), key=lambda row: (row.case_id, row.id))
        self.offered = self._those(PlacementState.OFFERED)
        self.dues = {row.id: due_of(row) for row in self.offered}
        self.waiting = self._those(PlacementState.WAITING)
        self.ranks = ranks((row.queue_no, row.id) for row in self.waiting if row.case.is_open)
        self.proposed = self._those(PlacementState.PROPOSED, PlacementState.RETURNED)
        self.over = self._those(PlacementState.REFUSED, PlacementState.CANCELLED)

    def _those(self, *states):
        return [row for row in self.rows if row.state in states]
