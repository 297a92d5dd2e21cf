"""Tasks with a day of their own, which stop no clock of a case: each read from its record until that says it is done."""
from dataclasses import replace
from textwrap import shorten

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.conferences.resolutions import Resolution
from portal.db import db
from portal.desk.found import ByDay, Several, due_by, end_of, telling
from portal.desk.tasks import Task, Tasks
from portal.rules.conference import ResolutionState
from portal.rules.dtsen_update import ANSWER_WITHIN, PROPOSE_WITHIN, UpdateState
from portal.rules.due import When
from portal.rules.roles import May, may

LONGEST = 90


def dated(tasks, what, case, url, day):
    """One Task about a case that is to be done by the end of this local day."""
    return Task(what, case.number, case.client.called, url, None, *by_day(day), case.level, may(tasks.user.roles, May.WRITE_CASES),
                case.client.initials)


def by_day(day):
    """(limit in naive UTC, mark, words) of what is to be done by the end of this local day."""
    left = (day - clock.today()).days
    return end_of(day), "late" if left < 0 else "soon" if left == 0 else "running", days_left(left)


def days_left(days):
    """How many days are left until a day, or since it."""
    if days == 0:
        return gettext("Hari ini")
    return gettext("Sisa %(count)s hari", count=days) if days > 0 else gettext("Lewat %(count)s hari", count=-days)


@Tasks.source
def resolutions(tasks):
    """What a case conference gave this person, or somebody outside whom their team sees to; who sees the case whole tells what came of it."""
    asked = Resolution.asked_of(tasks.user, everyones=tasks.everyones)
    last = tasks.days.bounds.last_day(When.WEEK)
    waiting = db.ask("SELECT id FROM resolution WHERE state = ? AND due <= ?", (str(ResolutionState.OPEN), last.isoformat()))
    mine = asked.where(Resolution.id.in_([id for id, in waiting])).select(Resolution.due, Resolution.id).tuples() if waiting else []
    return ByDay(tasks.days, [(due.isoformat(), id) for due, id in mine], telling(tasks, Resolution.whole_to, told_resolutions))


def told_resolutions(tasks, rows):
    """Tasks of these decisions, in their order."""
    for row in rows:
        what = shorten(row.what, LONGEST, placeholder="…")
        own = row.user == tasks.user
        said = gettext("Keputusan: %(what)s", what=what) if own else gettext("Keputusan (%(who)s): %(what)s", who=row.who, what=what)
        yield replace(dated(tasks, said, row.case, url_for("conferences.resolution", id=row.id), row.due), can=True,
                      brief=gettext("Keputusan pembahasan kasus"))


@Tasks.source
def dtsen_updates(tasks):
    """What is to be proposed to the village after an approved consideration, and what is to be heard of it."""
    source = f"FROM dtsen_update {tasks.reach.of_open_cases('dtsen_update.case_id')}"
    tell = telling(tasks, DtsenUpdate.whole_to, told_updates)
    return Several(due_by(tasks, DtsenUpdate.opened_on, f"{source} AND dtsen_update.state = '{UpdateState.DUE}'", tell, PROPOSE_WITHIN),
                   due_by(tasks, DtsenUpdate.proposed_on, f"{source} AND dtsen_update.state = '{UpdateState.PROPOSED}'", tell, ANSWER_WITHIN))


def told_updates(tasks, rows):
    """Tasks of these proposals, in their order."""
    for row in rows:
        what = gettext("Usulkan pemutakhiran DT-SEN") if row.state == UpdateState.DUE else gettext("Tanyakan hasil usul DT-SEN")
        yield dated(tasks, what, row.case, url_for("assessments.considerations.show", id=row.consideration_id), row.due_on)
