"""What waits for one person, derived from the records in a fixed number of questions: tasks by their clock's limit."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.accounts.teams import mine
from portal.cases import clocks
from portal.cases.models import Case
from portal.office.opening import calendar
from portal.reports.deadline import find_clock
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.reports.reply import reply_clock
from portal.reports.sheet import reply_task
from portal.rules.clocks import Clock
from portal.rules.levels import Level
from portal.rules.lifecycle import Stage
from portal.rules.readings import reading
from portal.rules.report import ReportState
from portal.rules.roles import May, may

MOST, SHOWN = 200, 25
WEEK = timedelta(days=7)
AT_REST = (Stage.CLOSING, Stage.CLOSED, Stage.CANCELLED)


@dataclass(frozen=True)
class Task:
    """One thing to do next: what, about whom (number and name), where, by when (naive UTC), and how it stands.

    `step` is None for what stops no clock, `level` for what is about no child. `can`: whether this person may do it; else `url` only shows it.
    """

    what: str
    number: str
    who: str
    url: str
    step: Clock | None
    limit: datetime
    mark: str
    left: str
    level: Level | None
    can: bool


class Tasks:
    """The tasks of a person's own teams, or of everything a manager sees when `everyones`.

    SOURCES: functions(tasks) that yield more Tasks, each in a fixed number of questions.
    """

    SOURCES = []

    def __init__(self, user, everyones=False):
        self.user, self.everyones = user, everyones
        more = [task for source in self.SOURCES for task in source(self)]
        found = sorted([*self._reports(), *self._replies(), *self._cases(), *more], key=lambda task: task.limit)
        self.count, self.rows = len(found), found[:SHOWN]

    @classmethod
    def source(cls, function):
        """Register one more kind of task."""
        cls.SOURCES.append(function)
        return function

    @property
    def groups(self):
        """[(heading, mark, tasks)] of what is late, due today, within seven days, and later."""
        now, today = clock.now(), clock.today()
        by_when = (
            (gettext("Terlambat"), "late", lambda task: task.limit < now),
            (gettext("Jatuh tempo hari ini"), "soon", lambda task: now <= task.limit and clock.local(task.limit).date() == today),
            (gettext("7 hari ke depan"), "running", lambda task: clock.local(task.limit).date() > today and task.limit <= now + WEEK),
            (gettext("Kemudian"), "draft", lambda task: clock.local(task.limit).date() > today and task.limit > now + WEEK),
        )
        return [(heading, mark, rows) for heading, mark, fits in by_when if (rows := [task for task in self.rows if fits(task)])]

    def own(self, model, query):
        """Those of `query` (rows of `model`, which has a care team) that this person is asked to do something about."""
        return query if self.everyones else query.where(model.care_team.in_(mine(self.user)))

    def _reports(self):
        received = self.own(Report, Report.whole_to(self.user).where(Report.state == ReportState.RECEIVED))
        rows = list(received.order_by(Report.received_at).limit(MOST))
        named, open_hours = people_named(rows), calendar()
        for report in rows:
            found = reading(Clock.FIND, report.level, clock.local(report.received_at), open_hours, now=clock.local(clock.now()))
            mark, left, _ = find_clock(report, open_hours)
            what = gettext("Verifikasi laporan") if report.triaged_at else gettext("Triase laporan")
            yield Task(what, report.number, named.get(report.id, report.place), url_for("reports.show", id=report.id),
                       Clock.FIND, clock.utc(found.limit), mark, left, report.level, may(self.user.roles, May.WRITE_REPORTS))

    def _replies(self):
        """Reports whose sender waits for an answer; no clock of the four stops by it."""
        rows = list(self.own(Report, Report.whole_to(self.user).where(Report.unanswered())).order_by(Report.received_at).limit(MOST))
        named, can = people_named(rows), may(self.user.roles, May.WRITE_REPORTS)
        for report in rows:
            mark, left, limit = reply_clock(report)
            yield Task(reply_task(report), report.number, named.get(report.id, report.place),
                       url_for("reports.reply" if can else "reports.show", id=report.id),
                       None, limit, mark, left, report.level, can)

    def _cases(self):
        rows = list(self.own(Case, Case.whole_to(self.user).where(Case.stage.not_in(AT_REST))).order_by(Case.t0).limit(MOST))
        histories = clocks.Histories.of(rows)
        for case in rows:
            found = clocks.nearest(case, histories)
            if found:
                what, address = next_of(case, found.clock)
                mark, left, _ = clocks.face(case, found, histories)
                can = may(self.user.roles, May.WRITE_CASES)
                address = address if can else url_for("casefile.show", id=case.id)
                yield Task(what, case.number, case.client.called, address, found.clock, found.limit, mark, left, case.level, can)


def people_named(reports):
    """{report id: the names it tells}, in one question."""
    told = {}
    for person in ReportPerson.select().where(ReportPerson.report.in_([report.id for report in reports])).order_by(ReportPerson.position):
        told.setdefault(person.report_id, []).append(person.name or person.nameless)
    return {key: ", ".join(names) for key, names in told.items()}


def next_of(case, which):
    """(what to do so that this clock stops, the page that does it)."""
    if which in (Clock.FIND, Clock.RESPOND):
        return gettext("Temui klien"), url_for("cases.contact", id=case.id)
    if which == Clock.ACT and case.assessed_at is None:
        return gettext("Lengkapi asesmen"), url_for("assessments.of_case", case_id=case.id)
    if which == Clock.ACT:
        return gettext("Catat layanan atau rujukan pertama"), url_for("services.of_case", case_id=case.id)
    return gettext("Lanjutkan sampai tuntas"), url_for("casefile.show", id=case.id)
