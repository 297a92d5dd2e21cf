"""DT-SEN as a task: looked up anew after 90 days, and once at all after the assessment, which asks for it until it is handed in."""
from flask import url_for
from peewee import fn

from portal import clock
from portal.cases.models import Case
from portal.clients.dtsen import DtsenCheck
from portal.desk.dated import dated
from portal.desk.tasks import MOST, Tasks
from portal.labels import label
from portal.rules.decile import RECHECK, DtsenStatus
from portal.rules.dtsen_check import ASKED_IN, CheckState, Due, first_check_due
from portal.rules.roles import May, may


@Tasks.source
def to_look_up(tasks):
    """One task a case whose client was last looked up too long ago, or never although the assessment is handed in; two statements."""
    cases = list(tasks.own(Case, Case.whole_to(tasks.user).where(Case.stage.in_(ASKED_IN), is_due())).order_by(Case.t0).limit(MOST))
    checks = DtsenCheck.latest([case.client_id for case in cases])
    for case in cases:
        what, day = due_of(case, checks.get(case.client_id))
        yield dated(tasks, label(what), case, address(tasks.user, case), day)


def address(user, case):
    """The form, or the case for who only looks."""
    if may(user.roles, May.WRITE_CASES):
        return url_for("clients.dtsen", id=case.client_id, case=case.id)
    return url_for("casefile.show", id=case.id)


def is_due():
    """The condition on cases of which something is Due."""
    looked = DtsenCheck.select(DtsenCheck.client).where(DtsenCheck.state == CheckState.KEPT, DtsenCheck.status != DtsenStatus.NOT_CHECKED)
    old = looked.group_by(DtsenCheck.client).having(fn.MAX(DtsenCheck.checked_on) <= clock.today() - RECHECK)
    return Case.client.in_(old) | (Case.assessed_at.is_null(False) & Case.client.not_in(looked))


def due_of(case, check):
    """(Due, the day by which)."""
    if check and check.is_stale:
        return Due.AGAIN, check.recheck_on
    return Due.FIRST, first_check_due(clock.local(case.assessed_at).date())
