"""The clocks of cases and reports as tasks: for each case the step that comes next, for each report that it is verified."""
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.cases import clocks
from portal.cases.models import Case
from portal.db import db
from portal.desk.arms import Arms, eras
from portal.desk.found import CHILD, Keyed, Several, telling
from portal.desk.tasks import MOST, Task, Tasks, people_named
from portal.office.opening import calendar, timing
from portal.office.targets import targets_on
from portal.reports.deadline import find_clock
from portal.reports.models import Report
from portal.reports.reply import reply_clock
from portal.reports.sheet import reply_task
from portal.reports.ticket import UNANSWERED, reply_limits
from portal.rules.clocks import Clock, limit
from portal.rules.clocks import Pause as Standstill
from portal.rules.levels import Level
from portal.rules.lifecycle import ACTIVE
from portal.rules.readings import limit_at
from portal.rules.report import ReportState
from portal.rules.roles import May, may

STEPS = {
    Clock.FIND: "found_at IS NULL",
    Clock.RESPOND: "found_at IS NOT NULL AND met_at IS NULL",
    Clock.ACT: "found_at IS NOT NULL AND met_at IS NOT NULL AND (assessed_at IS NULL OR served_at IS NULL)",
    Clock.FINISH: "found_at IS NOT NULL AND met_at IS NOT NULL AND assessed_at IS NOT NULL AND served_at IS NOT NULL",
}
LIVE = "JOIN care_team ON care_team.id = care_team_id WHERE staged IS NULL"
STAGES = ", ".join(f"'{stage}'" for stage in ACTIVE)
PAUSED = 'EXISTS (SELECT 1 FROM pause WHERE pause.case_id = "case".id AND began_at IS NOT NULL)'
# A case that was raised or paused is read by itself.
PLAIN = (f'FROM "case" {LIVE} AND finished_at IS NULL AND stage IN ({STAGES}) AND raised_at IS NULL '  # noqa: S608 our own names
         f"AND NOT {PAUSED}")
READ = '"case".id, level, t0, raised_at, found_at, met_at, assessed_at, served_at'  # as Running has them
RECEIVED = f"FROM report {LIVE} AND state = '{ReportState.RECEIVED}'"


@Tasks.source
def cases(tasks):
    """One task a case: of their own each is read, of everybody's only those whose limit does not follow from when they began."""
    tell = telling(tasks, Case.whole_to, told_cases, Case, *CHILD)
    if not tasks.reach.everyones:
        return Keyed(tasks.days, one_by_one(tasks, ""), tell)
    plain = Arms(tasks.days, eras(), calendar(), source=PLAIN, id='"case".id', start="t0", steps=STEPS, tell=tell)
    raised, paused = (one_by_one(tasks, which) for which in ("AND raised_at IS NOT NULL", f"AND raised_at IS NULL AND {PAUSED}"))
    return Several(plain, Keyed(tasks.days, [*raised, *paused], tell))


def one_by_one(tasks, which):
    """[(limit in naive UTC, id)] of cases by their own history; one that stands still and is not late waits. Two questions."""
    source = f'{tasks.reach.open_cases} AND finished_at IS NULL AND "case".stage IN ({STAGES}) {which}'
    rows = [Running.of(row) for row in db.ask(f"SELECT {READ} {source}", ())]  # noqa: S608 our own names
    pauses, times, now = pauses_of([row.id for row in rows]), timing(), clock.now()
    return [(due, row.id) for row in rows if (due := due_of(row, pauses.get(row.id, ()), times, now))]


class Running(NamedTuple):
    """What the next clock of a case hangs on; of what has happened only whether it has."""

    id: int
    level: Level
    t0: datetime
    raised_at: datetime | None
    found_at: str | None
    met_at: str | None
    assessed_at: str | None
    served_at: str | None

    @classmethod
    def of(cls, row):
        """One row as the database has it."""
        id, level, t0, raised_at, *happened = row
        return cls(id, Level(level), datetime.fromisoformat(t0), raised_at and datetime.fromisoformat(raised_at), *happened)


def pauses_of(ids):
    """{case id: [(began, ended)]} of the pauses that began."""
    rows = db.ask("SELECT case_id, began_at, ended_at FROM pause WHERE began_at IS NOT NULL "  # noqa: S608 our own ids
                  f"AND case_id IN ({', '.join(map(str, ids)) or 'NULL'})", ())
    found = {}
    for case, began, ended in sorted(rows, key=itemgetter(1)):
        found.setdefault(case, []).append((datetime.fromisoformat(began), ended and datetime.fromisoformat(ended)))
    return found


def due_of(case, pauses, times, now):
    """When the next step of a case is due (naive UTC), or None while a pause holds it."""
    still = [Standstill(clock.local(began), ended and clock.local(ended)) for began, ended in pauses]
    t0 = clock.local(case.t0)
    due = clock.utc(limit_at(step_of(case), case.level, t0, times.calendar, times.targets.on(t0.date()), at=clock.local(now), pauses=still,
                             raised_at=case.raised_at and clock.local(case.raised_at)))
    return None if due >= now and any(ended is None or ended > now for _, ended in pauses) else due


def step_of(case):
    """The Clock that stops next."""
    if case.found_at is None:
        return Clock.FIND
    if case.met_at is None:
        return Clock.RESPOND
    return Clock.FINISH if case.assessed_at and case.served_at else Clock.ACT


def told_cases(tasks, rows):
    """Tasks of these cases, in their order."""
    histories, can = clocks.Histories.of(rows), may(tasks.user.roles, May.WRITE_CASES)
    for case in rows:
        found = clocks.nearest(case, histories)
        what, address = next_of(case, found.clock)
        mark, left, _ = clocks.face(case, found, histories)
        yield Task(what, case.number, case.client.called, address if can else url_for("casefile.show", id=case.id), found.clock, found.limit, mark,
                   left, case.level, can, case.client.initials)


def next_of(case, which):
    """(what to do so that this clock stops, the page that does it)."""
    if which in (Clock.FIND, Clock.RESPOND):
        return gettext("Temui klien"), url_for("cases.contact", id=case.id)
    if which == Clock.ACT and case.assessed_at is None:
        return gettext("Lengkapi asesmen"), url_for("assessments.of_case", case_id=case.id)
    if which == Clock.ACT:
        return gettext("Catat layanan atau rujukan pertama"), url_for("services.of_case", case_id=case.id)
    return gettext("Lanjutkan sampai tuntas"), url_for("casefile.show", id=case.id)


@Tasks.source
def reports(tasks):
    """One task a report that is to be verified or leave by another door."""
    tell = telling(tasks, Report.whole_to, told_reports, Report)
    if tasks.reach.everyones:
        return Arms(tasks.days, eras(), calendar(), source=RECEIVED, id="report.id", start="received_at",
                    steps={Clock.FIND: "received_at IS NOT NULL"}, tell=tell)
    own = f"FROM report {tasks.reach.of_teams('report.care_team_id')} AND report.state = '{ReportState.RECEIVED}'"
    rows = db.ask(f"SELECT report.id, level, received_at {own}", ())  # noqa: S608 our own names
    return Keyed(tasks.days, [(find_limit(Level(level), datetime.fromisoformat(at)), id) for id, level, at in rows], tell)


def find_limit(level, received_at):
    """When a report is to be verified (naive UTC)."""
    began = clock.local(received_at)
    return clock.utc(limit(Clock.FIND, level, began, calendar(), targets_on(began.date())))


def told_reports(tasks, rows):
    """Tasks of these reports, in their order."""
    named, times, can = people_named(rows), timing(), may(tasks.user.roles, May.WRITE_REPORTS)
    for report in rows:
        mark, left, _ = find_clock(report, times)
        what = gettext("Verifikasi laporan") if report.triaged_at else gettext("Triase laporan")
        yield Task(what, report.number, named.get(report.id, report.place), url_for("reports.show", id=report.id), Clock.FIND,
                   find_limit(report.level, report.received_at),
                   mark, left, report.level, can)


@Tasks.source
def replies(tasks):
    """Reports whose sender waits for an answer; no clock of the four stops by it."""
    rows = db.ask(f"SELECT report.id, received_at, reply_due FROM report {tasks.reach.of_teams('report.care_team_id')} "  # noqa: S608 our own names
                  f"AND {UNANSWERED} ORDER BY received_at LIMIT {MOST}", ())
    limits = reply_limits((id, *(at and datetime.fromisoformat(at) for at in moments)) for id, *moments in rows)
    return Keyed(tasks.days, limits, telling(tasks, Report.whole_to, told_replies, Report))


def told_replies(tasks, rows):
    """Tasks of these reports, in their order."""
    named, can = people_named(rows), may(tasks.user.roles, May.WRITE_REPORTS)
    for report in rows:
        mark, left, due = reply_clock(report)
        yield Task(reply_task(report), report.number, named.get(report.id, report.place),
                   url_for("reports.reply" if can else "reports.show", id=report.id), None, due, mark, left, report.level, can)
