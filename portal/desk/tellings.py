"""Reporters who asked to be told how it ended, as tasks from the moment that there is something to tell."""
from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.desk.found import Keyed, telling
from portal.desk.tasks import MOST, Task, Tasks, people_named
from portal.phrases import left
from portal.reports.models import Report
from portal.reports.telling import Telling, limits
from portal.rules.roles import May, may


@Tasks.source
def tellings(tasks):
    """One task for each reporter who still waits to be told."""
    waiting = tasks.own(Report, Telling.wanted(tasks.user)).order_by(Report.received_at)
    by_when = limits(list(waiting.select(Report.id).limit(MOST)))
    return Keyed(tasks.days, [(limit, id) for id, limit in by_when.items()], telling(tasks, Report.whole_to, told_tellings))


def told_tellings(tasks, rows):
    """Tasks of these reports, in their order."""
    named, by_when, can = people_named(rows), limits(rows), may(tasks.user.roles, May.WRITE_REPORTS)
    for report in rows:
        limit = by_when[report.id]
        yield Task(gettext("Kabari pelapor"), report.number, named.get(report.id, report.place),
                   url_for("reports.tell" if can else "reports.show", id=report.id), None, limit, *left(limit - clock.now()), report.level, can)
