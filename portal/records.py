"""What every record of the service shares: a version, its earlier values, its life, and the moves it has made."""
from datetime import timedelta
from enum import StrEnum

from peewee import BooleanField, CharField, DateTimeField, IntegerField, Model, TextField

from portal import audit, clock
from portal.audit import Event
from portal.db import Json, db
from portal.rules.refused import Refused

DOUBLE_CLICK = timedelta(seconds=10)
LONGEST_REASON = 5000


class Why(StrEnum):
    REASON_NEEDED = "reason_needed"
    REASON_TOO_LONG = "reason_too_long"
    NOT_YET = "not_yet"


class Stale(Exception):
    """Somebody saved this record after the form was opened; `record` is as it stands now."""

    def __init__(self, record):
        super().__init__(record)
        self.record = record


class Table(Model):
    """A table without a life of its own."""

    class Meta:
        database = db
        legacy_table_names = False
        only_save_dirty = True


class Revision(Table):
    """The values that a change replaced: with the row itself, the whole history. Erasable, unlike the trail."""

    subject = CharField(max_length=40)
    subject_id = IntegerField()
    version = IntegerField()
    values = Json()
    by = IntegerField()
    at = DateTimeField()

    class Meta:
        indexes = ((("subject", "subject_id", "version"), True),)

    @classmethod
    def last_of(cls, record):
        """The change that led to the record as it stands, or None."""
        return (cls.select().where(cls.subject == record._meta.table_name, cls.subject_id == record.id)
                .order_by(cls.version.desc()).first())

    @classmethod
    def writers_of(cls, model, ids):
        """The ids of those who changed what these rows of a table say; a move of their life is no such change."""
        moved, changes = getattr(model, "LIVES", {}).keys(), cls.select(cls.by, cls.values)
        changes = changes.where(cls.subject == model._meta.table_name, cls.subject_id.in_(ids))
        return {change.by for change in changes if moved.isdisjoint(change.values)}


class Transition(Table):
    """One move of one record: when it happened, when it was written down, from which state to which, and why."""

    subject = CharField(max_length=40)
    subject_id = IntegerField()
    step = CharField(max_length=40)
    before = CharField(max_length=40, default="")
    after = CharField(max_length=40)
    reason = TextField(default="")
    by = IntegerField()
    occurred_at = DateTimeField()
    recorded_at = DateTimeField()

    class Meta:
        indexes = ((("subject", "subject_id"), False),)

    @classmethod
    def of(cls, record):
        """The moves of one record, oldest first."""
        return cls.select().where(cls.subject == record._meta.table_name, cls.subject_id == record.id).order_by(cls.occurred_at, cls.id)

    @classmethod
    def last_of(cls, record):
        return cls.of(record).order_by(cls.id.desc()).first()


class Record(Table):
    """A row that people edit: each change counts its version, keeps the old values and is on the trail."""

    version = IntegerField(default=1)

    @classmethod
    def begin(cls, *, by, action=Event.CREATED, **values):
        """Make the row and say so on the trail (field names only)."""
        row = cls.create(**values)
        audit.record(action, row, by=by, fields=audit.telling(values))
        return row

    def change(self, *, by, seen=None, action=Event.CHANGED, **values):
        """Set `values` where they differ; Stale when `seen` (the version the person looked at) is no longer the row's."""
        fresh = {name: value for name, value in values.items() if getattr(self, name) != value}
        if not fresh:
            return self
        self._write(fresh, by=by, seen=seen)
        audit.record(action, self, by=by, fields=sorted(fresh))
        return self

    def touch(self, *, by, seen=None):
        """Count a version for a change of what hangs on the row; Stale as in `change`. Who calls says what it was on the trail."""
        self._write({}, by=by, seen=seen)

    def fresh(self):
        """The row as it stands now; nobody else writes until the unit ends."""
        db.lock()
        return type(self).get_by_id(self.id)

    def check_seen(self, seen):
        """Stale when the version that the person looked at is no longer the row's."""
        if seen is not None and int(seen) != self.version:
            raise Stale(self)

    def _write(self, fresh, *, by, seen):
        """Replace values at the version seen, or raise Stale; the old ones become a Revision."""
        self.check_seen(seen)
        old = {name: self._meta.fields[name].db_value(self.__data__.get(name)) for name in fresh}
        updated = type(self).update(version=self.version + 1, **fresh).where(
            type(self).id == self.id, type(self).version == self.version).execute()
        if not updated:
            raise Stale(type(self).get_by_id(self.id))
        Revision.create(subject=self._meta.table_name, subject_id=self.id, version=self.version, values=old, by=by.id, at=clock.now())
        for name, value in fresh.items():
            setattr(self, name, value)
        self.version += 1
        self._dirty.clear()


class Living(Record):
    """A record with a life: `LIVES` names the table of moves for each column that holds a state."""

    LIVES = {}

    @property
    def _first_column(self):
        return next(iter(self.LIVES))

    def move(self, step, *, by, seen=None, reason="", at=None, column=None, **changes):
        """Take one step of the life. `at`: when it happened (naive UTC, not in the future; default now).

        Raises Refused when the table has no such move or the step's reason is missing, Stale when somebody was faster.
        A second click of the same person within seconds changes nothing.
        """
        column = column or self._first_column
        if self._clicked_twice(step, by, seen):
            return self
        before = getattr(self, column)
        after = self._after(column, step)
        if step in self.LIVES[column].reasoned and not reason.strip():
            raise Refused(Why.REASON_NEEDED)
        if len(reason) > LONGEST_REASON:
            raise Refused(Why.REASON_TOO_LONG)
        self._write({column: after, **changes}, by=by, seen=seen)
        self.note_move(step, before, after, by=by, reason=reason, at=at)
        return self

    def _after(self, column, step):
        """The state that the table leads to; a record whose rule says more overrides it."""
        return self.LIVES[column].after(getattr(self, column), step)

    def note_move(self, step, before, after, *, by, reason="", at=None, **detail):
        """Write the move down for the timeline and the clocks, and on the trail, which also keeps `detail`."""
        moment = clock.now()
        if at and at > moment:
            raise Refused(Why.NOT_YET)
        Transition.create(subject=self._meta.table_name, subject_id=self.id, step=str(step), before=str(before or ""), after=str(after),
                          reason=reason.strip(), by=by.id, occurred_at=at or moment, recorded_at=moment)
        audit.record(step, self, by=by, before=before, after=after, **detail)

    def moment_of(self, step):
        """When this step happened last (naive UTC), or None."""
        move = Transition.of(self).where(Transition.step == str(step)).order_by(Transition.id.desc()).first()
        return move.occurred_at if move else None

    def _clicked_twice(self, step, by, seen):
        last = Transition.last_of(self) if seen is not None and int(seen) == self.version - 1 else None
        return bool(last and last.step == step and last.by == by.id and clock.now() - last.recorded_at <= DOUBLE_CLICK)

    def steps(self, column=None):
        """What the table offers now: the same table that refuses."""
        column = column or self._first_column
        return self.LIVES[column].steps_from(getattr(self, column))


class Counter(Table):
    """The last number given in a book and year; numbers leave no gap and are never given twice."""

    book = CharField(max_length=20)
    year = IntegerField()
    last = IntegerField(default=0)

    class Meta:
        indexes = ((("book", "year"), True),)

    @classmethod
    def next(cls, book, year=None):
        """(year, serial) of the next number, in the year of the office's local day, within the open unit of work."""
        return cls.take(book, 1, year)[0]

    @classmethod
    def take(cls, book, count, year=None):
        """[(year, serial)] of the next `count` numbers."""
        db.lock()
        year = year or clock.today().year
        row, _ = cls.get_or_create(book=str(book), year=year)
        cls.update(last=cls.last + count).where(cls.id == row.id).execute()
        last = cls.get_by_id(row.id).last
        return [(year, serial) for serial in range(last - count + 1, last + 1)]


class Print(Table):
    """One printing of one paper: which copy, by whom, when, on which paper size; `initials`: it names nobody in full."""

    subject = CharField(max_length=40)
    subject_id = IntegerField()
    kind = CharField(max_length=40)
    copy = IntegerField()
    paper = CharField(max_length=4)
    reveal = BooleanField(default=False)
    initials = BooleanField(default=False)
    by = IntegerField()
    at = DateTimeField()

    class Meta:
        indexes = ((("subject", "subject_id", "kind", "copy"), True),)

    @classmethod
    def make(cls, record, kind, *, by, paper, reveal=False, initials=False):
        """Count one more copy of this paper and put it on the trail. `reveal`: the NIK is printed whole."""
        db.lock()
        table = record._meta.table_name
        copies = cls.select().where(cls.subject == table, cls.subject_id == record.id, cls.kind == kind).count()
        row = cls.create(subject=table, subject_id=record.id, kind=kind, copy=copies + 1, paper=paper, reveal=reveal, initials=initials,
                         by=by.id, at=clock.now())
        audit.record(Event.PRINTED, record, by=by, kind=kind, copy=row.copy, reveal=reveal, initials=initials)
        return row
