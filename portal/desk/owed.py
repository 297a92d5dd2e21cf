"""What the plan and the field still owe: services by their day, looks at cases that stand still, duty letters of teams that went without one."""
from datetime import datetime

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.accounts.teams import CareTeam, whole
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.clients.models import Client
from portal.db import quoted
from portal.desk.dated import dated
from portal.desk.found import FACE, due_by, keyed, telling
from portal.desk.tasks import Task, Tasks
from portal.office.opening import calendar
from portal.outreach.models import Outreach
from portal.phrases import left
from portal.rules.lifecycle import ACTIVE
from portal.rules.outreach import TripState, letter_due
from portal.rules.roles import May, may
from portal.rules.service import PENDING
from portal.services.models import Service


@Tasks.source
def services(tasks):
    """What was planned for a day and is not given yet."""
    waiting = f"FROM service {tasks.reach.of_open_cases('service.case_id')} AND service.state IN ({quoted(PENDING)})"
    tell = telling(tasks, Service.whole_to, told_services, Service, *FACE)
    return due_by(tasks, Service.by_when, waiting, tell)


def told_services(tasks, rows):
    """Tasks of these services, in their order."""
    can = may(tasks.user.roles, May.WRITE_CASES)
    for row in rows:
        url = url_for("services.delivery", id=row.id) if can else url_for("services.of_case", case_id=row.case_id)
        yield dated(tasks, gettext("Berikan layanan: %(service)s", service=row.name), row.case, url, row.by_when)


def still(tasks):
    """The pauses in force, from FROM on."""
    return (f"FROM pause {tasks.reach.of_open_cases('pause.case_id')} AND pause.began_at IS NOT NULL AND pause.ended_at IS NULL "
            f'AND "case".stage IN ({quoted(ACTIVE)})')


def standing(user):
    """The pauses of cases that this person sees whole, each with its case and client."""
    return Pause.select(Pause, Case, CareTeam, Client).join(Case).join(CareTeam).switch(Case).join(Client).where(whole(user))


@Tasks.source
def pauses(tasks):
    """Whether what a case waits for has come, by the day on which that was to be looked at."""
    return due_by(tasks, Pause.review_on, still(tasks), telling(tasks, standing, told_pauses, Pause.id, Pause.case, Pause.review_on, *FACE))


def told_pauses(tasks, rows):
    """Tasks of these pauses, in their order."""
    for row in rows:
        yield dated(tasks, gettext("Tinjau jeda: lanjutkan atau perpanjang"), row.case, url_for("casefile.show", id=row.case_id), row.review_on)


@Tasks.source
def duty_letters(tasks):
    """The letter of a team that set out without one."""
    hours = calendar()
    gone = (f"FROM outreach {tasks.reach.of_teams('outreach.care_team_id')} AND left_at IS NOT NULL AND letter_id IS NULL "
            f"AND outreach.state <> '{TripState.CANCELLED}' ORDER BY left_at")
    return keyed(tasks, "outreach.id, left_at", gone, lambda at: clock.utc(letter_due(clock.local(datetime.fromisoformat(at)), hours)),
                 telling(tasks, Outreach.whole_to, told_letters))


def told_letters(tasks, rows):
    """Tasks of these trips, in their order."""
    can = may(tasks.user.roles, May.ISSUE_LETTERS)
    for row in rows:
        due = row.letter_due
        yield Task(gettext("Terbitkan surat tugas yang menyusul"), "", row.title,
                   url_for("outreach.papers.letter" if can else "outreach.show", id=row.id),
                   None, due, *left(due - clock.now()), None, can)
