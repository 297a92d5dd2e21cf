"""What is owed to children who live away from their parents: the approval of who went first, and the look at each by its day."""
from datetime import timedelta

from flask import url_for

from portal import clock
from portal.cases.models import Case
from portal.desk.dated import dated
from portal.desk.tasks import MOST, Tasks
from portal.labels import label
from portal.rules.lifecycle import ACTIVE
from portal.rules.outside_family import CareState, Owed
from portal.rules.service import ServiceState
from portal.services.models import Service
from portal.services.outside import OutsideCare

SOON = timedelta(days=7)  # how long before its day a review is told of


@Tasks.source
def care(tasks):
    """One task for each approval that is due, and for each review in the days to come or past."""
    there = OutsideCare.whole_to(tasks.user).where(
        OutsideCare.state != CareState.ENDED, Service.state == ServiceState.DELIVERED, Case.stage.in_(ACTIVE))
    for row in tasks.own(Case, there).limit(MOST):
        for owed in row.owed(clock.today() + SOON):
            day = row.approval_due if owed == Owed.APPROVAL else row.review_on
            yield dated(tasks, label(owed), row.case, url_for("services.outside.show", id=row.id), day)
