"""Referrals as tasks until each is answered and over: for the officers of its team, and for the managers, who see everybody's."""
from datetime import timedelta

from portal import clock
from portal.cases.models import Case
from portal.desk.tasks import MOST, Task, Tasks
from portal.office.opening import calendar
from portal.referrals.due import limits
from portal.referrals.models import Referral
from portal.referrals.tasks import asked
from portal.rules.lifecycle import OPEN
from portal.rules.referral import WITH_THEM

SOON = timedelta(days=7)  # how long before its limit a task is told of


@Tasks.source
def referrals(tasks):
    """One task for each thing owed in the days to come or past, in a fixed number of questions; what waits for an answer comes first."""
    rows = list(tasks.own(Case, Referral.awaited(tasks.user).where(Case.stage.in_(OPEN)))
                .order_by(Referral.answer_state.in_(WITH_THEM), Referral.id).limit(MOST))
    courses, hours = Referral.courses_of(rows), calendar()
    for row in rows:
        owed = [(what, limit) for what, limit in limits(courses[row.id], hours) if limit <= clock.now() + SOON]
        for each in asked(row, owed, tasks.user):
            yield Task(f"{each.what}: {row.institution.name}", row.number, row.case.client.called, each.url, None, each.limit, each.mark, each.left,
                       row.case.level, each.can)
