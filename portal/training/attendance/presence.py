"""What the marks of a participant come to: how often they were there, and how many meetings in a row they were not."""
from dataclasses import dataclass

from peewee import fn

from portal.rules.attendance import LETTER, Mark, absences, attendance_rate, is_long
from portal.rules.placement import TAUGHT
from portal.training.attendance.meetings import SHOWN, Attendance, Meeting
from portal.training.models import Placement


@dataclass(frozen=True)
class Presence:
    """One participant at the meetings that took place: `marks` [(day, Mark)], the first meeting first."""

    marks: tuple = ()

    @property
    def marked(self):
        """The days on which it was written down whether they were there."""
        return len(self.marks)

    @property
    def present(self):
        """The days present."""
        return self.count(Mark.PRESENT)

    def count(self, mark):
        return sum(each == mark for _, each in self.marks)

    @property
    def rate(self):
        """Whole percent of the marked days present, or None without any."""
        return attendance_rate(mark for _, mark in self.marks)

    @property
    def last(self):
        """The letters of the last five meetings."""
        return [LETTER[mark] for _, mark in self.marks[-SHOWN:]]

    @property
    def run(self):
        """[(day, Mark)] of the absences in a row up to their last meeting."""
        return absences(self.marks)

    @property
    def is_long_away(self):
        return is_long(self.run)


def presences_of(batch):
    """{placement id: Presence} of everybody marked in a course."""
    return _presences(Meeting.batch == batch)


def rates_of(batch):
    """{placement id: whole percent of the marked days present}."""
    return {placement: presence.rate for placement, presence in presences_of(batch).items()}


def presence_of(placement):
    """The Presence of one participant."""
    return _presences(Attendance.placement == placement).get(placement.id, Presence())


def _presences(condition):
    """What was marked by habit after somebody had left counts for nothing."""
    marks = {}
    rows = (Attendance.select(Attendance.placement, Meeting.on, Attendance.mark).join(Meeting).switch(Attendance).join(Placement)
            .where(condition, Meeting.took_place(), Placement.ended_on.is_null() | (Meeting.on <= Placement.ended_on)))
    for placement, on, mark in rows.order_by(Meeting.on).tuples():
        marks.setdefault(placement, []).append((on, mark))
    return {placement: Presence(tuple(theirs)) for placement, theirs in marks.items()}


def participants(batch, user):
    """[(placement, Presence)] of who has or had a seat, as far as they exist for this person, in the order of the rosters."""
    found = presences_of(batch)
    seated = Placement.visible_to(user).where(Placement.batch == batch, Placement.state.in_(TAUGHT)).order_by(Placement.case)
    return [(each, found.get(each.id, Presence())) for each in seated]


def last_present(placements):
    """{placement id: the last day on which they came}, of many."""
    rows = (Attendance.select(Attendance.placement, fn.MAX(Meeting.on)).join(Meeting)
            .where(Attendance.placement.in_(placements), Attendance.mark == Mark.PRESENT, Meeting.took_place()).group_by(Attendance.placement))
    return dict(rows.tuples())
