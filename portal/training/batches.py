"""A batch is one course of a programme with so many seats and no more; a seat that comes free is offered to the waiting list."""
from flask_babel import force_locale
from peewee import CharField, DateField, ForeignKeyField, IntegerField, fn

from portal import clock
from portal.accounts.models import User
from portal.db import Choice, Json, db
from portal.labels import label
from portal.records import Counter, Living
from portal.rules import course
from portal.rules import placement as rules
from portal.rules.numbers import Book, bare, say
from portal.rules.placement import BatchState, BatchStep, PlacementState, PlacementStep
from portal.rules.queue import next_in_queue
from portal.rules.service import FundSource
from portal.training.programmes import Programme
from portal.words import SearchWord


class Batch(Living):
    """One course, from `starts` to `ends` with both days in it. `sessions` are the meetings planned, `days` the weekdays taught (0 Monday; none:
    any); hours and funding of None are the programme's, `join_until` the last day on which somebody still joins, `keeper` who looks after it."""

    LIVES = {"state": rules.BATCH}
    # MOVED: function(batch), which refuses when it can't be as it was changed to; HANDED: function(batch, by) when somebody else keeps it.
    MOVED, HANDED = [], []

    number = CharField(max_length=20, unique=True)
    programme = ForeignKeyField(Programme, backref="batches")
    seats = IntegerField()
    starts = DateField(index=True)
    ends = DateField()
    place = CharField(max_length=200, default="")
    sessions = IntegerField(null=True)
    hours_per_day = IntegerField(null=True)
    days = Json(default=list)
    funding = Choice(FundSource, null=True)
    join_until = DateField(null=True)
    keeper = ForeignKeyField(User, null=True)
    state = Choice(BatchState, default=BatchState.OPEN)

    @classmethod
    def visible_to(cls, user):
        """Every batch: a batch names nobody, its placements do."""
        return cls.select(cls, Programme).join(Programme)

    @classmethod
    def whole_to(cls, user):
        """The same: there is nothing in it to hide."""
        return cls.visible_to(user)

    @classmethod
    def listed_to(cls, user):
        """Every batch with `seats_taken`, counted in the same statement."""
        return cls.select(cls, Programme, cls._seats_in_use().alias("seats_taken")).join(Programme)

    @classmethod
    def counted_for(cls, user, id):
        """The batch of this id, for this person, with `seats_taken`."""
        return cls.listed_to(user).where(cls.id == id).get()

    @classmethod
    def _seats_in_use(cls):
        placement = cls.placements.rel_model
        return placement.select(fn.COUNT(placement.id)).where(placement.batch == cls.id, placement.state.in_(rules.HOLDING))

    @classmethod
    def has_room(cls):
        """The condition that a batch takes participants today and has a seat left for them."""
        return cls._still_joining() & (cls.seats > cls._seats_in_use())

    @classmethod
    def _still_joining(cls):
        """The condition that somebody may join today."""
        today = clock.today()
        return cls.state.not_in(rules.OVER) & ((cls.join_until >= today) | (cls.join_until.is_null() & (cls.ends >= today)))

    @classmethod
    def joinable(cls):
        """The batches that still take participants, the next to start first."""
        return cls.listed_to(None).where(cls._still_joining()).order_by(cls.starts, cls.id)

    @classmethod
    def plan(cls, *, by, programme, seats, starts, ends, keeper=None, join_until=None, **details):
        """A new batch under the next number; whoever makes it looks after it unless somebody else is named."""
        rules.check_batch(starts, ends, seats)
        course.check_dates(starts, ends, join_until)
        year, serial = Counter.next(Book.BATCH)
        return cls.begin(by=by, number=say(Book.BATCH, year, serial), programme=programme, seats=seats, starts=starts, ends=ends,
                         keeper=keeper or by, join_until=join_until, **details).reindex()

    def correct(self, *, by, seen=None, **details):
        """Change seats, dates, place or plan; a seat more goes to the waiting list, and nobody may end up in two courses on one day."""
        db.lock()
        told = {name: details.get(name, getattr(self, name)) for name in ("starts", "ends", "seats", "join_until")}
        rules.check_batch(told["starts"], told["ends"], told["seats"], self.taken)
        course.check_dates(told["starts"], told["ends"], told["join_until"], self._first_held())
        follow = self.HANDED if "keeper" in details and details["keeper"] != self.keeper else []
        self.change(by=by, seen=seen, **details)
        for placement in self.claiming():
            rules.check_overlap((self.starts, self.ends), placement.other_dates())
        for check in self.MOVED:
            check(self)
        for step in follow:
            step(self, by)
        self.fill(by=by)
        return self.reindex()

    def _first_held(self):
        """The day of its first meeting, or None."""
        meeting = Batch.meetings.rel_model
        return self.meetings.select(fn.MIN(meeting.on)).scalar()

    def reindex(self):
        """Keep the search words in step with what is taught where."""
        taught = self.programme
        keeper = self.keeper.name if self.keeper else ""
        SearchWord.index(self, taught.name, taught.provider, as_kept(taught.trade), taught.content, self.where, keeper,
                         codes=(self.number, bare(self.number)))
        return self

    @property
    def heading(self):
        return f"{self.programme.name} · {self.number}"

    @property
    def where(self):
        """The place of this course, else the programme's."""
        return self.place or self.programme.place

    @property
    def hours(self):
        """Hours a day: this course's own, else the programme's."""
        return self.hours_per_day or self.programme.hours_per_day

    @property
    def fund(self):
        """Who pays: this course's own source, else the programme's."""
        return self.funding or self.programme.funding

    @property
    def is_over(self):
        return self.state in rules.OVER

    @property
    def last_joining(self):
        """The last day on which somebody still joins."""
        return self.join_until or self.ends

    def check_joinable(self):
        """Refused when nobody joins this course any more: it is over, or its last day to join has gone."""
        rules.may_join(self.state, self.last_joining, clock.today())

    @property
    def takes_in(self):
        return not self.is_over and clock.today() <= self.last_joining

    def those(self, *states):
        """Its placements in these states, as a query."""
        return self.placements.where(self.placements.model.state.in_(states))

    @property
    def taken(self):
        """The seats in use now."""
        return self.those(*rules.HOLDING).count()

    def claiming(self):
        """Placements that are proposed, waiting or seated."""
        return self.those(*rules.CLAIMING)

    def queue(self):
        """[(queue number, placement)] of those who wait for a seat; a case that no longer runs is passed over."""
        placement = self.placements.model
        waiting = placement.joined().where(placement.batch == self.id, placement.state == PlacementState.WAITING)
        return [(each.queue_no, each) for each in waiting if each.case.is_open]

    def fill(self, *, by, passing_over=()):
        """Free seats are offered to the waiting list in its order; returns the placements that have an offer now."""
        room, offered = self.fresh(), []
        while room.takes_in and room.taken < room.seats and (following := next_in_queue(room.queue(), passing_over)):
            offered.append(following.move(PlacementStep.OFFER, by=by, offered_on=clock.today()))
        return offered

    def go(self, step, *, by, seen=None, reason=""):
        """Start, end or cancel the course; once it is over, nobody in it is left without an end."""
        db.lock()
        before = self.state
        self.move(step, by=by, seen=seen, reason=reason)
        if self.is_over:
            for placement in self.those(*rules.UNSETTLED):
                placement.let_go(before, by=by, reason=reason.strip() or as_kept(self.state))
        return self

    def _after(self, column, step):
        return rules.after_batch(self.state, BatchStep(step), active=self.those(PlacementState.ACTIVE).count(), reason="-")


def as_kept(member):
    """The words of an enum member as records keep them: Indonesian, whoever reads."""
    with force_locale("id"):
        return str(label(member))
