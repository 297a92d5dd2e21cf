"""What the attendance of the running courses asks of somebody: whoever stays away, and the days of which nothing is written down."""
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.accounts.teams import CareTeam, mine
from portal.cases.history import Note
from portal.labels import label
from portal.rules import attendance as rules
from portal.rules.attendance import Mark
from portal.rules.placement import TAUGHT, BatchState, PlacementState
from portal.training.attendance.meetings import Attendance, Meeting
from portal.training.attendance.presence import last_present
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.planning import plan_of
from portal.training.programmes import Programme


@dataclass(frozen=True)
class Absence:
    """A participant who stayed away three meetings or more, after which nobody noted anything: `run` [(day, Mark)]; `whole`: seen whole."""

    placement: Placement
    run: list
    whole: bool

    @property
    def since(self):
        """The day of the third absence."""
        return rules.third(self.run)

    @property
    def said(self):
        """3 pertemuan berturut-turut tidak hadir: alpa, alpa, sakit."""
        kinds = ", ".join(str(label(mark)).lower() for _, mark in self.run[-rules.MOST_ABSENT:])
        if len(self.run) == rules.MOST_ABSENT:
            return gettext("%(count)s pertemuan berturut-turut tidak hadir: %(kinds)s", count=len(self.run), kinds=kinds)
        return gettext("%(count)s pertemuan berturut-turut tidak hadir, terakhir: %(kinds)s", count=len(self.run), kinds=kinds)

    @property
    def url(self):
        """Where it is seen to: the placement, or the attendance of the course for who sees the case in outline."""
        if self.whole:
            return url_for("training.placement", id=self.placement.id)
        return url_for("training.meetings", id=self.placement.batch_id)


@dataclass(frozen=True)
class Unfilled:
    """A planned day of a running course of which it is not written down who came."""

    batch: Batch
    on: date

    @property
    def url(self):
        return url_for("training.attendance", id=self.batch.id, on=self.on.isoformat())


class Seat(NamedTuple):
    """What the rule of the days reads of a placement."""

    id: int
    batch_id: int
    seated_on: date | None
    ended_on: date | None


def absent_three(user, everyones=False):
    """[Absence] of the cases of this person's teams and of the courses they keep, the longest waiting first; `everyones`: all they see."""
    rows = _running(Placement.visible_to(user))
    own = CareTeam.id.in_(mine(user)) | (Batch.keeper == user.id)
    return [Absence(row, run, row.is_whole_to(user)) for row, run in _unanswered(rows if everyones else rows.where(own))]


def absent_three_of(case):
    """[Absence] of the seats of one case, for whoever sees it whole."""
    return [Absence(row, run, True) for row, run in _unanswered(_running(Placement.joined()).where(Placement.case == case))]


def absence_of(placement):
    """The Absence of one seat, or None."""
    return next((each for each in absent_three_of(placement.case) if each.placement.id == placement.id), None)


def _unanswered(query):
    """[(placement, its absences that nobody answered)], the longest waiting first."""
    seated = query.where(Placement.state == PlacementState.ACTIVE)
    runs = _runs([id for id, in seated.select(Placement.id).tuples()])
    runs = {placement: run for placement, run in runs.items() if rules.is_long(run)}
    if not runs:
        return []
    rows = {each.id: each for each in seated.where(Placement.id.in_(list(runs)))}
    noted = _notes({rows[each].case_id for each in runs})
    left = [(rows[each], rules.unanswered(run, noted.get(rows[each].case_id, ()))) for each, run in runs.items()]
    return sorted(((row, run) for row, run in left if run), key=lambda found: (rules.third(found[1]), found[0].id))


def _running(query):
    return query.where(Batch.state == BatchState.RUNNING)


def _runs(rows):
    """{placement id: its absences since the last day on which they came}."""
    came, runs = last_present(list(rows)), {}
    missed = (Attendance.select(Attendance.placement, Meeting.on, Attendance.mark).join(Meeting)
              .where(Attendance.placement.in_(list(rows)), Attendance.mark != Mark.PRESENT, Meeting.took_place()).order_by(Meeting.on))
    for placement, on, mark in missed.tuples():
        if on > came.get(placement, date.min):
            runs.setdefault(placement, []).append((on, mark))
    return runs


def _notes(cases):
    """{case id: the office's days of what was noted on it}."""
    noted = {}
    for case, at in Note.select(Note.case, Note.at).where(Note.case.in_(list(cases))).tuples():
        noted.setdefault(case, []).append(clock.local(at).date())
    return noted


def unfilled(user, everyones=False):
    """[Unfilled] of the last two weeks, the oldest first: of the courses this person keeps, and of participants whom only their team sees."""
    rows = _running(Placement.visible_to(user))
    own = (Batch.keeper == user.id) | (CareTeam.restricted & CareTeam.id.in_(mine(user)))
    return _unfilled(rows if everyones else rows.where(own))


def unfilled_of(batch, user):
    """[Unfilled] of one course, for whoever sees a participant of it."""
    return _unfilled(_running(Placement.visible_to(user)).where(Placement.batch == batch))


def _unfilled(query):
    taught = query.where(Placement.state.in_(TAUGHT)).select(Placement.id, Placement.batch, Placement.seated_on, Placement.ended_on)
    rows = [Seat(*row) for row in taught.tuples()]
    if not rows:
        return []
    batches = {batch.id: batch for batch in Batch.select(Batch, Programme).join(Programme).where(Batch.id.in_({row.batch_id for row in rows}))}
    planned, done, today = {id: plan_of(batch).days for id, batch in batches.items()}, _done(rows), clock.today()
    missing = {(day, row.batch_id) for row in rows for day in rules.days_asked(planned[row.batch_id], today, row.seated_on, row.ended_on)
               if not done & {(row.batch_id, day, None), (row.batch_id, day, row.id)}}
    return [Unfilled(batches[batch], day) for day, batch in sorted(missing)]


def _done(rows):
    """{(batch id, day, placement id)} of who was marked lately, and (batch id, day, None) of the meetings that were called off."""
    recent = Meeting.on > clock.today() - rules.LOOKS_BACK
    marked = (Attendance.select(Meeting.batch, Meeting.on, Attendance.placement).join(Meeting)
              .where(recent, Attendance.placement.in_([row.id for row in rows])))
    away = Meeting.select(Meeting.batch, Meeting.on).where(recent, ~Meeting.took_place(), Meeting.batch.in_([row.batch_id for row in rows]))
    return set(marked.tuples()) | {(batch, on, None) for batch, on in away.tuples()}
