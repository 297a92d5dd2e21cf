"""Training as tasks: seats to answer for, people to ask after and to visit, and courses whose day has come for whoever looks after them."""
from datetime import date

from flask import url_for
from flask_babel import gettext
from peewee import fn

from portal import clock
from portal.db import db
from portal.desk.dated import by_day, dated
from portal.desk.found import FACE, Keyed, end_of, keyed, telling
from portal.desk.tasks import MOST, Task, Tasks
from portal.labels import label
from portal.office.opening import calendar
from portal.records import Transition
from portal.rules.placement import BatchState, LeaveReason, PlacementState
from portal.rules.queue import answer_due
from portal.rules.roles import May, may
from portal.rules.training_due import ANSWER_WITHIN, OWN_WORD_WITHIN, CourseDue, asked_after, course_due
from portal.training.aftercare.visits import asked_since, visits_asked
from portal.training.attendance.presence_due import absent_three, unfilled
from portal.training.batches import Batch
from portal.training.fitting.comings import comings_due, may_come
from portal.training.models import Placement
from portal.training.programmes import Programme

PAGES = {CourseDue.START: "training.batch", CourseDue.RESULTS: "training.results", CourseDue.END: "training.batch"}


@Tasks.source
def offers(tasks):
    """A seat that is offered is kept until somebody answers for who was next."""
    hours = calendar()
    return keyed(tasks, "placement.id, offered_on", f"{tasks.reach.placements} AND placement.state = '{PlacementState.OFFERED}'",
                 lambda on: end_of(answer_due(date.fromisoformat(on), hours).date()), telling(tasks, Placement.whole_to, told_offers))


def told_offers(tasks, rows):
    """Tasks of these seats, in their order."""
    hours = calendar()
    for row in rows:
        yield dated(tasks, gettext("Jawab tawaran tempat: %(course)s", course=row.batch.heading), row.case,
                    url_for("training.placement", id=row.id), answer_due(row.offered_on, hours).date())


@Tasks.source
def released(tasks):
    """What becomes of those whose course was cancelled."""
    gone = db.ask(f"SELECT placement.id {tasks.reach.placements} AND leave_reason = '{LeaveReason.BATCH_CANCELLED}'", ())  # noqa: S608 our own names
    if not gone:
        return ()
    query = Placement.released_to(tasks.user).where(Placement.id.in_([id for id, in gone]))
    rows = list(query.select(Placement.id, Placement.batch).limit(MOST).tuples())
    since = cancelled_on({batch for _, batch in rows})
    return Keyed(tasks.days, [(end_of(since[batch] + ANSWER_WITHIN), id) for id, batch in rows], telling(tasks, Placement.whole_to, told_released))


def told_released(tasks, rows):
    """Tasks of these people, in their order."""
    since = cancelled_on({row.batch_id for row in rows})
    for row in rows:
        yield dated(tasks, gettext("Tentukan kelanjutan, angkatannya dibatalkan: %(course)s", course=row.batch.heading), row.case,
                    url_for("training.placement", id=row.id), since[row.batch_id] + ANSWER_WITHIN)


def cancelled_on(batches):
    """{batch id: the local day on which it was cancelled}, in one question."""
    moves = Transition.select().where(Transition.subject == Batch._meta.table_name, Transition.subject_id.in_(batches),
                                      Transition.after == str(BatchState.CANCELLED))
    return {move.subject_id: clock.local(move.occurred_at).date() for move in moves}


@Tasks.source
def grown_up(tasks):
    """Who turned eighteen in a course says so for themselves."""
    among = may_come(tasks.reach.placements)
    for coming in comings_due(tasks.user, everyones=tasks.everyones, among=among) if among else ():
        yield dated(tasks, gettext("Genap 18 tahun: pastikan persetujuannya sendiri"), coming.placement.case,
                    coming.way if writes(tasks) else url_for("training.placement", id=coming.placement.id), coming.on + OWN_WORD_WITHIN)


@Tasks.source
def visits(tasks):
    """Whoever ended a training is visited, and looked for again where nobody was found."""
    def tell(keys):
        among = Placement.whole_to(tasks.user).where(Placement.id.in_(list(keys))).select(Placement.id, Placement.ended_on, Placement.case, *FACE)
        return {visit.placement.id: told_visit(tasks, visit) for visit in visits_asked(tasks.user, among)}
    return Keyed(tasks.days, [(end_of(since), id) for since, id in asked_since(tasks.reach.placements)], tell)


def told_visit(tasks, visit):
    """The Task of one visit."""
    said = (gettext("Cari lagi: bimbingan lanjut %(months)s bulan", months=visit.months) if visit.again
            else gettext("Bimbingan lanjut %(months)s bulan", months=visit.months))
    url = url_for("training.follow_up", id=visit.placement.id, months=visit.months)
    return dated(tasks, said, visit.placement.case, url if writes(tasks) else url_for("training.placement", id=visit.placement.id), visit.since)


@Tasks.source
def absences(tasks):
    """Three meetings in a row without somebody are asked after: by the team, or by whoever looks after the course and knows initials only."""
    hours, can = calendar(), writes(tasks)
    for absence in absent_three(tasks.user, tasks.everyones)[:MOST]:
        case = absence.placement.case
        url = url_for("cases.note", id=case.id) if absence.whole and can else url_for("training.meetings", id=absence.placement.batch_id)
        yield Task(absence.said, case.number, case.name_for(tasks.user), url, None, *by_day(asked_after(absence.since, hours)), case.level, can)


@Tasks.source
def attendance(tasks):
    """One task a course for the days of which nobody wrote down who was there."""
    days = {}
    for each in unfilled(tasks.user, tasks.everyones):
        days.setdefault(each.batch.id, []).append(each)
    for rows in days.values():
        first = min(rows, key=lambda each: each.on)
        said = gettext("Isi kehadiran %(count)s pertemuan", count=len(rows))
        url = first.url if writes(tasks) else url_for("training.meetings", id=first.batch.id)
        yield of_course(tasks, said, first.batch, url, first.on)


@Tasks.source
def courses(tasks):
    """Whoever looks after a course begins it, writes down its results and ends it."""
    today = clock.today()
    begun = (Batch.state == BatchState.OPEN) & (Batch.starts <= today)
    past = (Batch.state == BatchState.RUNNING) & (Batch.ends < today)
    kept = True if tasks.everyones else Batch.keeper == tasks.user
    for row in counted().where(begun | past, kept).order_by(Batch.ends, Batch.id).limit(MOST):
        what, day = course_due(row.state, row.starts, row.ends, row.active, today)
        yield of_course(tasks, label(what), row, url_for(PAGES[what], id=row.id), day)


def counted():
    """Courses with `active`, how many of their participants have no result, in one question."""
    active = Placement.select(fn.COUNT(Placement.id)).where(Placement.batch == Batch.id, Placement.state == PlacementState.ACTIVE)
    return Batch.select(Batch, Programme, active.alias("active")).join(Programme)


def of_course(tasks, what, batch, url, day):
    """A Task about a course: it has no child and no level."""
    return Task(what, batch.number, batch.programme.name, url, None, *by_day(day), None, writes(tasks))


def writes(tasks):
    """Whether this person works on training, or only looks."""
    return may(tasks.user.roles, May.WRITE_TRAINING)
