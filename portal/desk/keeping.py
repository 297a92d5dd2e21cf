"""Closed cases whose time of keeping is over: for managers to look at; nothing is erased here."""
from flask import url_for
from flask_babel import gettext
from peewee import Case as Choose

from portal import clock
from portal.cases.models import Case
from portal.clients.models import Client
from portal.desk.dated import by_day
from portal.desk.found import end_of
from portal.desk.tasks import Task, Tasks
from portal.lists import Listing
from portal.rules import retention
from portal.rules.age import BirthPrecision, last_day
from portal.rules.due import When
from portal.rules.lifecycle import Stage
from portal.rules.roles import May, may

COUNTED = 1000


def over(user):
    """The cases of which it is time to look whether they are kept any longer, of those this person sees whole."""
    today = clock.today()
    estimated = [(age, on) for age, on in retention.estimated_by(today).items()]
    told = Choose(Client.age_estimate, estimated, today)
    unknown = Client.age_estimate.is_null() | Client.age_estimate_on.is_null()
    young = Client.birth_date.is_null(False) & (Client.birth_date > born_by(today))
    younger = Client.birth_date.is_null() & ~unknown & (Client.age_estimate_on > told)
    return Case.whole_to(user).where(Case.stage == Stage.CLOSED, Case.finished_at <= end_of(retention.closed_by(today)), ~young, ~younger)


def born_by(today):
    """The latest birth date that, known as closely as it is told, is surely of somebody who has turned twenty-one; a condition's value."""
    latest = {precision: retention.born_by(today, precision) for precision in BirthPrecision}
    return Choose(Client.birth_precision, list(latest.items()), latest[BirthPrecision.DAY])


class Kept(Listing):
    """One page of them, the longest closed first; each with the day from which it is to be looked at."""

    def __init__(self, user):
        super().__init__(Case, over(user), sorts={"closed": Case.finished_at}, default="closed")

    @staticmethod
    def due(case):
        client = case.client
        born = last_day(client.birth_date, client.birth_precision) if client.birth_date else None
        known = born or retention.latest_birth(estimate=client.age_estimate, as_of=client.age_estimate_on)
        return retention.review_due(clock.local(case.finished_at).date(), known), known is not None


@Tasks.source
def keeping(tasks):
    """One task for all of them, while there are any: in the week, for it presses nobody."""
    if not (tasks.everyones and may(tasks.user.roles, May.DECIDE)):
        return
    count = over(tasks.user).limit(COUNTED + 1).count()
    if count:
        said = gettext("Masa simpan lewat: %(count)s kasus", count=count if count <= COUNTED else gettext("lebih dari 1.000"))
        yield Task(said, "", gettext("Arsip"), url_for("desk.retention"), None, *by_day(tasks.days.bounds.last_day(When.WEEK)), None, True)
