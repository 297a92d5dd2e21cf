"""What is owed to children who live away from their parents: the approval of who went first, and the look at each by its day."""
from datetime import datetime

from flask import url_for

from portal import clock
from portal.db import quoted
from portal.desk.dated import dated
from portal.desk.found import FACE, due_by, end_of, keyed, telling
from portal.desk.tasks import Tasks
from portal.labels import label
from portal.office.opening import calendar
from portal.rules.lifecycle import ACTIVE
from portal.rules.outside_family import CareKind, CareState, Owed
from portal.rules.referral_terms import paper_due
from portal.rules.service import ServiceState
from portal.services.outside import OutsideCare


def away(tasks):
    """The children of running cases who live elsewhere now, from FROM on."""
    return (f"FROM outside_care CROSS JOIN service {tasks.reach.of_open_cases('outside_care.case_id')} "
            f"AND service.id = outside_care.service_id AND outside_care.state <> '{CareState.ENDED}' AND service.state = '{ServiceState.DELIVERED}' "
            f'AND "case".stage IN ({quoted(ACTIVE)})')


@Tasks.source
def reviews(tasks):
    """One task for each child who is to be looked at."""
    tell = telling(tasks, OutsideCare.whole_to, told_reviews, OutsideCare.id, OutsideCare.review_on, OutsideCare.case, *FACE)
    return due_by(tasks, OutsideCare.review_on, away(tasks), tell)


def told_reviews(tasks, rows):
    """Tasks of these placements, in their order."""
    for row in rows:
        yield dated(tasks, label(Owed.REVIEW), row.case, url_for("services.outside.show", id=row.id), row.review_on)


@Tasks.source
def approvals(tasks):
    """One task for each child who went before a manager agreed; each is due the next working day."""
    hours, unapproved = calendar(), f"AND outside_care.state <> '{CareState.APPROVED}' AND service.care <> '{CareKind.KIN}'"
    return keyed(tasks, "outside_care.id, service.delivered_at", f"{away(tasks)} {unapproved}",
                 lambda at: end_of(paper_due(clock.local(datetime.fromisoformat(at)), hours).date()),
                 telling(tasks, OutsideCare.whole_to, told_approvals))


def told_approvals(tasks, rows):
    """Tasks of these placements, in their order."""
    for row in rows:
        yield dated(tasks, label(Owed.APPROVAL), row.case, url_for("services.outside.show", id=row.id), row.approval_due)
