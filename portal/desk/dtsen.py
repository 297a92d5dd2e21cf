"""DT-SEN as a task: looked up anew after 90 days, and once at all after the assessment, which asks for it until it is handed in."""
from flask import url_for

from portal import clock
from portal.cases.models import Case
from portal.clients.dtsen import DtsenCheck
from portal.db import db, quoted
from portal.desk.dated import dated
from portal.desk.found import FACE, ByDay, Several, local_day, telling
from portal.desk.tasks import Tasks
from portal.labels import label
from portal.rules.decile import RECHECK, DtsenStatus
from portal.rules.dtsen_check import ASKED_IN, FIRST_CHECK, CheckState, Due, first_check_due
from portal.rules.roles import May, may

# The day on which somebody looked last, of the looks that stand.
LAST_LOOK = ('SELECT MAX(checked_on) FROM dtsen_check WHERE dtsen_check.client_id = "case".client_id '
             f"AND dtsen_check.state = '{CheckState.KEPT}' AND dtsen_check.status <> '{DtsenStatus.NOT_CHECKED}'")


@Tasks.source
def to_look_up(tasks):
    """One task a case whose client was last looked up too long ago, or never although the assessment is handed in."""
    rows = db.ask(f'SELECT "case".id, ({LAST_LOOK}), assessed_at {tasks.reach.open_cases} AND finished_at IS NULL '  # noqa: S608 our own names
                  f'AND "case".stage IN ({quoted(ASKED_IN)})', ())
    again = sorted((looked, id) for id, looked, _ in rows if looked)
    never = sorted((local_day(assessed).isoformat(), id) for id, looked, assessed in rows if assessed and not looked)
    tell = telling(tasks, Case.whole_to, told, Case.assessed_at, *FACE)
    return Several(ByDay(tasks.days, again, tell, RECHECK), ByDay(tasks.days, never, tell, FIRST_CHECK))


def told(tasks, rows):
    """Tasks of cases that are looked up anew, or that nobody has looked up, in their order; two questions."""
    checks = DtsenCheck.latest([case.client_id for case in rows])
    for case in rows:
        check = checks.get(case.client_id)
        if check and check.is_look:
            yield dated(tasks, label(Due.AGAIN), case, address(tasks.user, case), check.recheck_on)
        else:
            yield dated(tasks, label(Due.FIRST), case, address(tasks.user, case), first_check_due(clock.local(case.assessed_at).date()))


def address(user, case):
    """The form, or the case for who only looks."""
    if may(user.roles, May.WRITE_CASES):
        return url_for("clients.dtsen", id=case.client_id, case=case.id)
    return url_for("casefile.show", id=case.id)
