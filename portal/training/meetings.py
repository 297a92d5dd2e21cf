"""A meeting is one day of a course; everyone is present unless the roster says otherwise."""
from peewee import JOIN, Case, CharField, DateField, ForeignKeyField, IntegerField, fn

from portal import audit, clock
from portal.audit import Event
from portal.db import Choice, db
from portal.records import Record
from portal.rules import placement as rules
from portal.rules.placement import LETTER, Mark, PlacementState
from portal.training.batches import Batch
from portal.training.models import Placement

SHOWN = 5


class Meeting(Record):
    """One day of one batch; `saved` counts the savings of its roster, 0 while nobody has looked who is there."""

    batch = ForeignKeyField(Batch, backref="meetings")
    on = DateField()
    topic = CharField(max_length=200, default="")
    saved = IntegerField(default=0)

    class Meta:
        indexes = ((("batch", "on"), True),)

    @classmethod
    def visible_to(cls, user):
        """Every meeting with its batch: it names nobody, its roster does."""
        return cls.select(cls, Batch).join(Batch)

    @classmethod
    def hold(cls, batch, *, by, on, topic=""):
        """The meeting of that day: a new one, or the one already there."""
        rules.may_meet(on, batch.starts, batch.state, clock.today())
        db.lock()
        return batch.meetings.where(cls.on == on).first() or cls.begin(by=by, batch=batch, on=on, topic=topic)

    @property
    def number(self):
        """The how-manieth day of the course this is."""
        return self.batch.meetings.where(Meeting.on <= self.on).count()

    def roster(self, user):
        """The placements that belong to this day and exist for this person, by the number of their case."""
        marked = Attendance.select(Attendance.placement).where(Attendance.meeting == self)
        there = (Placement.state == PlacementState.ACTIVE) | (Placement.ended_on >= self.on)
        mine = (Placement.seated_on <= self.on) & there & (Placement.state != PlacementState.CANCELLED)
        return list(Placement.visible_to(user).where(Placement.batch == self.batch, mine | Placement.id.in_(marked)).order_by(Placement.case))

    def marks(self):
        """{placement id: Attendance} of this meeting."""
        return {row.placement_id: row for row in self.attendances}

    def earlier(self):
        """{placement id: [letter or "–" of each of the last meetings before this one, oldest first]}."""
        before = list(self.batch.meetings.where(Meeting.on < self.on).order_by(Meeting.on.desc()).limit(SHOWN))[::-1]
        letters = {}
        for row in Attendance.select().where(Attendance.meeting.in_(before)):
            letters[row.meeting_id, row.placement_id] = LETTER[row.mark]
        placements = {placement for _, placement in letters}
        return {placement: [letters.get((each.id, placement), "–") for each in before] for placement in placements}

    def take(self, marks, *, by, seen=None):
        """Save the roster: {placement id: (Mark, note)}. Only what differs is written."""
        rules.may_mark(self.batch.fresh().state)
        known = self.marks()
        for placement, (mark, note) in marks.items():
            row = known.get(placement)
            if row:
                row.change(by=by, mark=mark, note=note)
            else:
                Attendance.create(meeting=self, placement=placement, mark=mark, note=note)
        audit.record(Event.CHANGED, self, by=by, fields=["attendance"], count=len(marks))
        return self.change(by=by, seen=seen, saved=self.saved + 1)


class Attendance(Record):
    """One participant at one meeting."""

    meeting = ForeignKeyField(Meeting, backref="attendances")
    placement = ForeignKeyField(Placement, backref="attendances")
    mark = Choice(Mark, default=Mark.PRESENT)
    note = CharField(max_length=200, default="")

    class Meta:
        indexes = ((("meeting", "placement"), True),)


def meetings_of(batch, user):
    """The meetings of a batch, the latest first, each with `present` and `marked`, the numbers of its roster as this person sees it."""
    present = fn.SUM(Case(None, [(Attendance.mark == Mark.PRESENT, 1)], 0))
    theirs = Attendance.placement.in_(Placement.visible_to(user).where(Placement.batch == batch).select(Placement.id))
    return (Meeting.select(Meeting, present.alias("present"), fn.COUNT(Attendance.id).alias("marked"))
            .join(Attendance, JOIN.LEFT_OUTER, on=(Attendance.meeting == Meeting.id) & theirs)
            .where(Meeting.batch == batch).group_by(Meeting).order_by(Meeting.on.desc()))


def rates_of(batch):
    """{placement id: whole percent of the marked days present}."""
    marks = {}
    for row in Attendance.select().join(Meeting).where(Meeting.batch == batch):
        marks.setdefault(row.placement_id, []).append(row.mark)
    return {placement: rules.attendance_rate(each) for placement, each in marks.items()}
