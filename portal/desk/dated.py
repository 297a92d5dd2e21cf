"""Tasks with a day of their own, which stop no clock of a case: each read from its record until that says it is done."""
from datetime import datetime, time

from flask_babel import gettext

from portal import clock
from portal.desk.tasks import Task
from portal.rules.roles import May, may


def dated(tasks, what, case, url, day):
    """One Task about a case that is to be done by the end of this local day."""
    limit = clock.utc(datetime.combine(day, time(23, 59)))
    left = (day - clock.today()).days
    mark = "late" if left < 0 else "soon" if left == 0 else "running"
    return Task(what, case.number, case.client.called, url, None, limit, mark, days_left(left), case.level, may(tasks.user.roles, May.WRITE_CASES))


def days_left(days):
    """How many days are left until a day, or since it."""
    if days == 0:
        return gettext("Hari ini")
    return gettext("Sisa %(count)s hari", count=days) if days > 0 else gettext("Lewat %(count)s hari", count=-days)
