"""A meeting is one day of a course; everyone is present unless the roster says otherwise."""
from flask import url_for
from peewee import JOIN, Case, CharField, DateField, ForeignKeyField, IntegerField, TextField, fn

from portal import audit, clock
from portal.audit import Event
from portal.db import Choice, db
from portal.records import LONGEST_REASON, Record, Stale
from portal.records import Why as NotKept
from portal.rules import attendance
from portal.rules import placement as rules
from portal.rules.attendance import LETTER, Mark
from portal.rules.dates import named_day
from portal.rules.drafts import hand
from portal.rules.placement import PlacementState
from portal.rules.refused import Refused
from portal.training.attendance.marking import TOPIC, Weighed
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.planning import plan_of

SHOWN = 5


class Meeting(Record):
    """One day of one batch. `saved` counts the savings of its roster, `called_off` says why it did not take place (empty: it did),
    `pen` is the page that wrote its topic last (rules.drafts)."""

    batch = ForeignKeyField(Batch, backref="meetings")
    on = DateField()
    topic = CharField(max_length=200, default="")
    saved = IntegerField(default=0)
    called_off = TextField(default="")
    pen = CharField(max_length=20, default="")

    class Meta:
        indexes = ((("batch", "on"), True),)

    @classmethod
    def visible_to(cls, user):
        """Every meeting with its batch: it names nobody, its roster does."""
        return cls.select(cls, Batch).join(Batch)

    @classmethod
    def took_place(cls):
        """The condition of those that count."""
        return cls.called_off == ""

    @classmethod
    def on_day(cls, batch, address):
        """The meeting of the day that an address names (2026-03-30), or the one that begins with its first saving; DoesNotExist for no day."""
        on = named_day(address)
        if on is None:
            raise cls.DoesNotExist
        return batch.meetings.where(cls.on == on).first() or cls(batch=batch, on=on)

    @classmethod
    def hold(cls, batch, *, by, on, topic=""):
        """The meeting of that day: a new one, or the one already there."""
        attendance.may_meet(on, batch.starts, batch.state, clock.today())
        db.lock()
        return batch.meetings.where(cls.on == on).first() or cls.begin(by=by, batch=batch, on=on, topic=topic)

    @property
    def address(self):
        """Where its roster is filled in; the meeting need not have begun."""
        return url_for("training.attendance", id=self.batch_id, on=self.on.isoformat())

    @property
    def number(self):
        """The how-manieth meeting of the course this is."""
        return self.batch.meetings.where(Meeting.on < self.on, Meeting.took_place()).count() + 1

    @property
    def is_off_plan(self):
        """Whether the course has fixed days and this is none of them."""
        planned = plan_of(self.batch).days
        return bool(planned) and self.on not in planned

    def may_be_filled(self):
        """Refused on a day on which nobody can say who is there, and where no meeting took place."""
        attendance.may_meet(self.on, self.batch.starts, self.batch.state, clock.today())
        attendance.may_fill(self.called_off)

    def roster(self, user):
        """The placements that belong to this day and exist for this person, by the number of their case."""
        marked = Attendance.select(Attendance.placement).where(Attendance.meeting == self.id)
        there = (Placement.state == PlacementState.ACTIVE) | (Placement.ended_on >= self.on)
        mine = (Placement.seated_on <= self.on) & there & (Placement.state != PlacementState.CANCELLED)
        return list(Placement.visible_to(user).where(Placement.batch == self.batch, mine | Placement.id.in_(marked)).order_by(Placement.case))

    def marks(self):
        """{placement id: Attendance} of this meeting."""
        return {row.placement_id: row for row in self.attendances} if self.id else {}

    def earlier(self):
        """{placement id: [letter or "–" of each of the last meetings before this one, oldest first]}."""
        before = list(self.batch.meetings.where(Meeting.on < self.on, Meeting.took_place()).order_by(Meeting.on.desc()).limit(SHOWN))[::-1]
        letters = {}
        for row in Attendance.select().where(Attendance.meeting.in_(before)):
            letters[row.meeting_id, row.placement_id] = LETTER[row.mark]
        placements = {placement for _, placement in letters}
        return {placement: [letters.get((each.id, placement), "–") for each in before] for placement in placements}

    def take(self, marks, *, by, topic=None, looked=None, pen="", seen=None):
        """Save the roster: {placement id: (Mark, reason)}. Only what differs is written.

        `looked` is what the page of this person began with (the same, and the topic under "topic"): what they did not touch stays as others
        saved it meanwhile; Stale where both changed the same line. Without it everything is taken as it is given. `pen` is their page, `seen`
        the version at which it was opened, which may be old but not still to come.
        """
        rules.check_running(self.batch.fresh().state)
        meeting = self.fresh() if self.id else Meeting.hold(self.batch, by=by, on=self.on)
        attendance.may_fill(meeting.called_off)
        weighed = Weighed(meeting, marks, topic, looked, pen)
        if weighed.clashing or int(seen or 0) > meeting.version:
            meeting.stands = weighed.stands
            raise Stale(meeting)
        return meeting._write_down(weighed.fresh, by=by, pen=hand(pen)[:20])

    def _write_down(self, fresh, *, by, pen):
        told = {name: fresh.pop(name) for name in (TOPIC,) if name in fresh}
        if not (told or fresh):
            return self
        self._write({"saved": self.saved + 1} | told | ({"pen": pen} if told else {}), by=by, seen=None)
        Attendance.keep(self, fresh, by=by, pen=pen)
        audit.record(Event.CHANGED, self, by=by, fields=[*told, *(["attendance"] if fresh else [])], count=len(fresh))
        return self

    def call_off(self, *, by, reason):
        """Say that no meeting took place on this day; what was marked counts no more."""
        if not reason.strip():
            raise Refused(NotKept.REASON_NEEDED)
        if len(reason) > LONGEST_REASON:
            raise Refused(NotKept.REASON_TOO_LONG)
        return Meeting.hold(self.batch.fresh(), by=by, on=self.on).change(by=by, called_off=reason.strip())

    def hold_again(self, *, by):
        """It took place after all, and what was marked counts."""
        rules.check_running(self.batch.fresh().state)
        return self.fresh().change(by=by, called_off="")


class Attendance(Record):
    """One participant at one meeting; `pen` is the page that wrote it last (rules.drafts)."""

    meeting = ForeignKeyField(Meeting, backref="attendances")
    placement = ForeignKeyField(Placement, backref="attendances")
    mark = Choice(Mark, default=Mark.PRESENT)
    note = CharField(max_length=200, default="")
    pen = CharField(max_length=20, default="")

    class Meta:
        indexes = ((("meeting", "placement"), True),)

    @classmethod
    def keep(cls, meeting, fresh, *, by, pen):
        """Write these lines down, {placement id: (Mark, reason)}, within the trail of their meeting."""
        known = meeting.marks()
        for placement in fresh.keys() & known.keys():
            mark, note = fresh[placement]
            known[placement]._write({"mark": mark, "note": note, "pen": pen}, by=by, seen=None)
        new = [{"meeting": meeting.id, "placement": placement, "mark": mark, "note": note, "pen": pen}
               for placement, (mark, note) in fresh.items() if placement not in known]
        if new:
            cls.insert_many(new).execute()


def meetings_of(batch, user):
    """The meetings of a batch, the latest first, each with `present` and `marked`, the numbers of its roster as this person sees it."""
    present = fn.SUM(Case(None, [(Attendance.mark == Mark.PRESENT, 1)], 0))
    theirs = Attendance.placement.in_(Placement.visible_to(user).where(Placement.batch == batch).select(Placement.id))
    return (Meeting.select(Meeting, present.alias("present"), fn.COUNT(Attendance.id).alias("marked"))
            .join(Attendance, JOIN.LEFT_OUTER, on=(Attendance.meeting == Meeting.id) & theirs)
            .where(Meeting.batch == batch).group_by(Meeting).order_by(Meeting.on.desc()))
