"""Tasks with a day of their own, which stop no clock of a case: each read from its record until that says it is done."""
from dataclasses import replace
from datetime import datetime, time
from textwrap import shorten

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.cases.models import Case
from portal.conferences.resolutions import Resolution
from portal.desk.tasks import MOST, Task, Tasks
from portal.rules.dtsen_update import UpdateState
from portal.rules.roles import May, may

LONGEST = 90


def dated(tasks, what, case, url, day):
    """One Task about a case that is to be done by the end of this local day."""
    return Task(what, case.number, case.client.called, url, None, *by_day(day), case.level, may(tasks.user.roles, May.WRITE_CASES))


def by_day(day):
    """(limit in naive UTC, mark, words) of what is to be done by the end of this local day."""
    left = (day - clock.today()).days
    return clock.utc(datetime.combine(day, time(23, 59))), "late" if left < 0 else "soon" if left == 0 else "running", days_left(left)


def days_left(days):
    """How many days are left until a day, or since it."""
    if days == 0:
        return gettext("Hari ini")
    return gettext("Sisa %(count)s hari", count=days) if days > 0 else gettext("Lewat %(count)s hari", count=-days)


@Tasks.source
def resolutions(tasks):
    """What a case conference gave this person, or somebody outside whom their team sees to; who sees the case whole tells what came of it."""
    for row in Resolution.asked_of(tasks.user, everyones=tasks.everyones).limit(MOST):
        what = shorten(row.what, LONGEST, placeholder="…")
        own = row.user == tasks.user
        said = gettext("Keputusan: %(what)s", what=what) if own else gettext("Keputusan (%(who)s): %(what)s", who=row.who, what=what)
        yield replace(dated(tasks, said, row.case, url_for("conferences.resolution", id=row.id), row.due), can=True)


@Tasks.source
def dtsen_updates(tasks):
    """What is to be proposed to the village after an approved consideration, and what is to be heard of it."""
    for row in tasks.own(Case, DtsenUpdate.awaited(tasks.user)).limit(MOST):
        what = gettext("Usulkan pemutakhiran DT-SEN") if row.state == UpdateState.DUE else gettext("Tanyakan hasil usul DT-SEN")
        yield dated(tasks, what, row.case, url_for("assessments.considerations.show", id=row.consideration_id), row.due_on)
