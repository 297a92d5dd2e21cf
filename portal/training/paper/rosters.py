"""Who was taught in a course, as its papers list them: by name as far as the person who prints may read it, else by initials."""
from dataclasses import dataclass
from types import SimpleNamespace

from portal.labels import label
from portal.rules import batch_paper as rules
from portal.rules.nik import Sex
from portal.rules.placement import TAUGHT
from portal.rules.training_result import allowance_due
from portal.training.aftercare.followups import FollowUp
from portal.training.attendance.meetings import Meeting
from portal.training.attendance.presence import Presence, presences_of
from portal.training.models import Placement

SHORT = {Sex.MALE: "L", Sex.FEMALE: "P"}


@dataclass(frozen=True)
class Person:
    """One participant on paper; `named`: whether the name stands there in full."""

    placement: Placement
    named: bool
    presence: Presence

    @property
    def client(self):
        return self.placement.case.client

    @property
    def name(self):
        return self.client.called if self.named else self.client.initials

    @property
    def sex(self):
        """L or P; a dash where it is not known."""
        return SHORT.get(self.client.sex, "–")

    @property
    def age(self):
        """Whole years on the first day of the course, with ± where they are an estimate; a dash where nothing is known."""
        age = self.client.age(self.placement.batch.starts)
        return f"{'' if age.exact else '±'}{age.years}" if age else "–"

    @property
    def state(self):
        return label(self.placement.state)

    def on(self, days):
        """The Presence on these days alone."""
        return Presence(tuple((day, mark) for day, mark in self.presence.marks if day in days))


def people(batch, user, *, initials=False, states=TAUGHT):
    """[Person] with a seat, in the order of the attendance page, as far as they exist for this person; `initials`: nobody in full."""
    rows = Placement.visible_to(user).where(Placement.batch == batch, Placement.state.in_(states)).order_by(Placement.case, Placement.id)
    presences = presences_of(batch)
    return [Person(row, not initials and row.is_whole_to(user), presences.get(row.id, Presence())) for row in rows]


def told_after(placements):
    """{(placement id, months): the visit that tells of a milestone}: the latest that met the person, else the latest try."""
    rows = FollowUp.counted().where(FollowUp.placement.in_(placements))
    return {(row.placement_id, row.months): row for row in sorted(rows, key=lambda row: (row.found, row.visited_on, row.id))}


def held(batch):
    """The days on which the course met, the first of them first."""
    return [meeting.on for meeting in batch.meetings.where(Meeting.took_place()).order_by(Meeting.on)]


def allowances(batch, user, month, *, initials=False):
    """(rows, total): what everybody receives for the days present in the month, or in the whole course; each row .person .present .due."""
    days, rate = rules.within(held(batch), month), batch.programme.allowance
    rows = [_allowance(person, person.on(days).present, rate, whole=month is None) for person in people(batch, user, initials=initials)]
    return rows, sum(row.due or 0 for row in rows)


def _allowance(person, present, rate, *, whole):
    return SimpleNamespace(person=person, present=present, due=allowance_due(present, rate, person.placement.allowance if whole else None))
