"""A batch is one course of a programme with so many seats and no more; a seat that comes free goes to the waiting list."""
from flask_babel import force_locale
from peewee import CharField, DateField, ForeignKeyField, IntegerField, fn

from portal import clock
from portal.db import Choice, db
from portal.labels import label
from portal.records import Counter, Living
from portal.rules import placement as rules
from portal.rules.numbers import Book, bare, say
from portal.rules.placement import BatchState, BatchStep, PlacementState, PlacementStep
from portal.training.programmes import Programme
from portal.words import SearchWord

OVER = (BatchState.ENDED, BatchState.CANCELLED)


class Batch(Living):
    """One course, from `starts` to `ends` with both days in it."""

    LIVES = {"state": rules.BATCH}

    number = CharField(max_length=20, unique=True)
    programme = ForeignKeyField(Programme, backref="batches")
    seats = IntegerField()
    starts = DateField(index=True)
    ends = DateField()
    place = CharField(max_length=200, default="")
    state = Choice(BatchState, default=BatchState.OPEN)

    @classmethod
    def visible_to(cls, user):
        """Every batch: a batch names nobody, its placements do."""
        return cls.select(cls, Programme).join(Programme)

    @classmethod
    def listed_to(cls, user):
        """Every batch with `seats_taken`, counted in the same statement."""
        placement = cls.placements.rel_model
        taken = placement.select(fn.COUNT(placement.id)).where(placement.batch == cls.id, placement.state.in_(rules.HOLDING))
        return cls.select(cls, Programme, taken.alias("seats_taken")).join(Programme)

    @classmethod
    def joinable(cls):
        """The batches that still take participants, the next to start first."""
        return cls.listed_to(None).where(cls.state.not_in(OVER)).order_by(cls.starts, cls.id)

    @classmethod
    def plan(cls, *, by, programme, seats, starts, ends, place=""):
        """A new batch under the next number."""
        rules.check_batch(starts, ends, seats)
        year, serial = Counter.next(Book.BATCH)
        batch = cls.begin(by=by, number=say(Book.BATCH, year, serial), programme=programme, seats=seats, starts=starts, ends=ends, place=place)
        batch.reindex()
        return batch

    def correct(self, *, by, seen=None, **details):
        """Change seats, dates or place; a seat more goes to the waiting list, and nobody may end up in two courses on one day."""
        db.lock()
        rules.check_batch(details["starts"], details["ends"], details["seats"], self.taken)
        self.change(by=by, seen=seen, **details)
        for placement in self.claiming():
            rules.check_overlap((self.starts, self.ends), placement.other_dates())
        self.fill(by=by)
        self.reindex()
        return self

    def reindex(self):
        """Keep the search words in step with what is taught where."""
        SearchWord.index(self, self.programme.name, self.programme.provider, as_kept(self.programme.trade), self.where,
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
    def is_over(self):
        return self.state in OVER

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

    def fill(self, *, by):
        """Free seats go to the waiting list in its order; returns the placements that were seated."""
        db.lock()
        seated = []
        while not self.is_over and self.taken < self.seats and (following := self._next()):
            seated.append(following.move(PlacementStep.SEAT, by=by, seated_on=clock.today()).began(by=by))
        return seated

    def _next(self):
        """The first on the waiting list whose case still runs, or None."""
        return rules.next_in_queue((each.queue_no, each) for each in self.those(PlacementState.WAITING) if each.case.is_open)

    def go(self, step, *, by, seen=None, reason=""):
        """Start, end or cancel the course; who still waited for a seat in it waits no longer."""
        db.lock()
        self.move(step, by=by, seen=seen, reason=reason)
        if self.is_over:
            for placement in self.those(PlacementState.RETURNED, PlacementState.WAITING):
                placement.move(PlacementStep.CANCEL, by=by, reason=as_kept(self.state))
        return self

    def _after(self, column, step):
        return rules.after_batch(self.state, BatchStep(step), active=self.those(PlacementState.ACTIVE).count(), reason="-")


def as_kept(member):
    """The words of an enum member as records keep them: Indonesian, whoever reads."""
    with force_locale("id"):
        return str(label(member))
