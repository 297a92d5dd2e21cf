"""What waits for somebody else: since when, for whom, and where it stands; derived, and in no list of what is due."""
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import itemgetter

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.cases.pauses import Pause
from portal.db import db, quoted
from portal.decisions.models import Decision
from portal.desk.found import FACE
from portal.desk.owed import standing, still
from portal.labels import label
from portal.phrases import day
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.dtsen_update import UpdateState
from portal.rules.placement import PlacementState
from portal.rules.referral import AnswerState
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.programmes import Programme

SHOWN, MOST, NAMED = 10, 200, 3


@dataclass(frozen=True)
class Waits:
    """One thing that others have to do: what, about whom, where it stands, since when (naive UTC), and for whom or what it waits."""

    what: str
    number: str
    who: str
    url: str
    since: datetime
    on: str


class Waiting:
    """Those of a person's own teams, or of everything a manager sees.

    SOURCES: functions(tasks) -> ([(since when, key)] in that order, function(keys) -> {key: Waits}); only those shown are read.
    """

    SOURCES = []

    def __init__(self, tasks, most=SHOWN):
        found = [source(tasks) for source in self.SOURCES]
        self.count = sum(len(keys) for keys, _ in found)
        first = merge(*([(since, place, key) for since, key in keys[:most]] for place, (keys, _) in enumerate(found)), key=itemgetter(0))
        shown = [(place, key) for _, place, key in islice(first, most)]
        told = {place: found[place][1]([key for at, key in shown if at == place]) for place in dict(shown)}
        self.rows = [told[place][key] for place, key in shown if key in told[place]]


def waits(tasks, since, source, model, sight, told, *columns):
    """A source of Waiting: `source` is SQL from FROM on, ending in conditions; of the rows in `sight(user)` that are shown these columns are read."""
    table = model._meta.table_name
    rows = db.ask(f"SELECT {since}, {table}.id {source} AND {since} IS NOT NULL ORDER BY {since}, {table}.id", ())  # noqa: S608 our own names

    def tell(keys):
        shown = sight(tasks.user).where(model.id.in_(keys)).select(model.id, model.case, *columns, *FACE)
        return {row.id: told(row) for row in shown}
    return rows, tell


@Waiting.SOURCES.append
def proposals(tasks):
    """The person's own, and who may decide them."""
    rows = {row.id: row for row in Decision.open_of(tasks.user).order_by(Decision.asked_at)}

    def tell(keys):
        deciders = [user.name for user in tasks.user.who_may(May.DECIDE) if user != tasks.user]
        who = ", ".join(deciders) if len(deciders) <= NAMED else gettext("%(count)s manajer", count=len(deciders))
        on = gettext("Dapat diputus oleh: %(who)s", who=who or "–")
        return {key: Waits(str(label(rows[key].kind)), rows[key].heading, "", url_for("decisions.show", id=key), rows[key].asked_at, on)
                for key in keys}
    return [(str(row.asked_at), id) for id, row in rows.items()], tell


@Waiting.SOURCES.append
def referrals(tasks):
    """Those that an institution has not answered."""
    sent = quoted((AnswerState.SENT, AnswerState.WAITING))
    return waits(tasks, "referral.sent_at", f"FROM referral {tasks.reach.of_open_cases('referral.case_id')} AND referral.answer_state IN ({sent})",
                 Referral, Referral.whole_to, told_referral, Referral.number, Referral.answer_state, Referral.sent_at, Referral.institution,
                 Institution.id, Institution.name)


def told_referral(row):
    return Waits(str(label(row.answer_state)), row.number, row.case.client.called, url_for("referrals.show", id=row.id), row.sent_at,
                 row.institution.name)


@Waiting.SOURCES.append
def villages(tasks):
    """Proposals about DT-SEN that a village has."""
    return waits(tasks, "dtsen_update.proposed_on",
                 f"FROM dtsen_update {tasks.reach.of_open_cases('dtsen_update.case_id')} AND dtsen_update.state = '{UpdateState.PROPOSED}'",
                 DtsenUpdate, DtsenUpdate.whole_to, told_village, DtsenUpdate.consideration, DtsenUpdate.proposed_on, DtsenUpdate.proposed_to)


def told_village(row):
    return Waits(gettext("Usul pemutakhiran DT-SEN"), row.case.number, row.case.client.called,
                 url_for("assessments.considerations.show", id=row.consideration_id), as_moment(row.proposed_on), row.proposed_to)


@Waiting.SOURCES.append
def pauses(tasks):
    """Cases that stand still."""
    return waits(tasks, "pause.began_at", still(tasks), Pause, standing, told_pause, Pause.reason, Pause.began_at, Pause.review_on)


def told_pause(row):
    return Waits(gettext("Jeda: %(reason)s", reason=label(row.reason)), row.case.number, row.case.client.called,
                 url_for("casefile.show", id=row.case_id), row.began_at,
                 gettext("Ditinjau %(day)s", day=day(row.review_on)) if row.review_on else "")


@Waiting.SOURCES.append
def seats(tasks):
    """Who stands in the queue of a course."""
    return waits(tasks, "placement.proposed_at", f"{tasks.reach.placements} AND placement.state = '{PlacementState.WAITING}'",
                 Placement, Placement.whole_to, told_seat, Placement.proposed_at, Placement.batch, Batch, Programme)


def told_seat(row):
    return Waits(gettext("Menunggu tempat pelatihan"), row.case.number, row.case.client.called, url_for("training.placement", id=row.id),
                 row.proposed_at, row.batch.heading)


def as_moment(on):
    """The beginning of a local day, naive UTC."""
    return clock.utc(datetime.combine(on, datetime.min.time()))


