"""Who turns eighteen in a course: what changes that day, and whose own word is missing since."""
from dataclasses import dataclass
from datetime import timedelta

from flask import url_for
from flask_babel import gettext
from peewee import JOIN

from portal import clock
from portal.accounts.teams import CareTeam, mine
from portal.cases.models import Case
from portal.clients.consents import Consent
from portal.clients.models import Client, Relation
from portal.db import db, quoted
from portal.labels import label
from portal.phrases import day
from portal.rules import coming_of_age as rules
from portal.rules.age import GROWN_UP
from portal.rules.client import ConsentKind
from portal.rules.coming_of_age import Birthday, State
from portal.rules.consent import Said
from portal.rules.placement import CLAIMING, PlacementState
from portal.training.batches import Batch
from portal.training.fitting.fit import birthday_of, offer
from portal.training.models import Placement

NEARLY_GROWN = timedelta(days=18 * 365)
MISSING = (State.DUE, State.REFUSED)
# What a list reads of a placement, its batch, its case and the child.
READ = (Placement.id, Placement.state, Placement.proposed_at, Placement.batch, Placement.case, Batch.id, Batch.starts, Batch.ends, Case.id,
        Case.number, Case.level, Case.client, Client.id, Client.number, Client.name, Client.alias, Client.sex, Client.birth_date,
        Client.birth_precision, Client.age_estimate, Client.age_estimate_on)


@dataclass(frozen=True)
class Coming:
    """The eighteenth birthday of one client in one batch; `placement` is None before it is proposed."""

    case: Case
    batch: Batch
    birthday: Birthday
    state: State
    placement: Placement | None = None

    @property
    def on(self):
        return self.birthday.on

    @property
    def is_due(self):
        """Whether somebody has to do something about it."""
        return self.state in MISSING

    @property
    def changes(self):
        """[(sentence, law)] of what that day changes."""
        return [(label(change), rules.LAW[change]) for change in rules.changes(offer(self.batch))]

    @property
    def sentence(self):
        """When it is, or was, and where it stands."""
        return f"{self._when()} {self._word()}".strip()

    def _when(self):
        if not self.birthday.exact:
            return gettext("Diperkirakan genap 18 tahun pada %(day)s; pastikan tanggal lahirnya.", day=day(self.on))
        if self.state != State.AHEAD:
            return gettext("Genap 18 tahun sejak %(day)s.", day=day(self.on))
        if self.on <= self.batch.starts:
            return gettext("Genap 18 tahun pada %(day)s, sebelum atau saat pelatihan mulai.", day=day(self.on))
        return gettext("Genap 18 tahun pada %(day)s, di tengah pelatihan.", day=day(self.on))

    def _word(self):
        return {
            State.AHEAD: "", State.DUE: gettext("Persetujuan peserta sendiri belum tercatat."),
            State.REFUSED: gettext("Peserta sendiri tidak setuju atau mencabut persetujuannya. Bicarakan lagi, atau catat ia keluar."),
            State.SETTLED: gettext("Persetujuan peserta sendiri sudah tercatat."),
        }[self.state]

    @property
    def way(self):
        """Where what is missing is done: the form of the consent, or the place that was refused."""
        back = url_for("training.placement", id=self.placement.id) if self.placement else None
        if self.state == State.REFUSED:
            return back
        return url_for("clients.consent", id=self.case.client_id, kind=ConsentKind.SERVICE, back=back)


def coming_for(case, batch):
    """The Coming of a case that is to be proposed today, or None."""
    birthday = birthday_of(case.client)
    if not rules.concerns(birthday, asked_on=clock.today(), ends=batch.ends):
        return None
    return Coming(case, batch, birthday, State.AHEAD)


def coming_of(placement):
    """The Coming of one placement, or None where nobody comes of age in it, or it is over."""
    return next(iter(_comings([placement])), None)


def comings_of(case):
    """Those of one case's placements."""
    return _comings(list(_live(Placement.joined().where(Placement.case == case))))


def may_come(source):
    """The ids of placements that may have a Coming, for lists: the years tell most. `source`: placements with their case, SQL from FROM on."""
    rows = db.ask('SELECT placement.id, placement.proposed_at, (SELECT birth_date FROM client WHERE client.id = "case".client_id) '  # noqa: S608
                  f"{source} AND placement.state IN ({quoted(CLAIMING)})", ())
    latest = clock.today().year - GROWN_UP
    return [id for id, asked, born in rows if not born or int(asked[:4]) - GROWN_UP <= int(born[:4]) <= latest]


def comings_due(user, everyones=False, among=None):
    """Those of this person's own teams (`everyones`: of all they see whole) whose own word is missing, or was a no; the earliest day first.

    `among`: ids of placements of these, of which only what a list shows is read.
    """
    grown = Client.birth_date.is_null() | (Client.birth_date <= clock.today() - NEARLY_GROWN)
    rows = _live(Placement.whole_to(user).where(grown))
    rows = rows if everyones or among is not None else rows.where(CareTeam.id.in_(mine(user)))
    rows = rows if among is None else rows.where(Placement.id.in_(among)).select(*READ)
    return sorted((each for each in _comings(list(rows)) if each.is_due), key=lambda each: each.on)


def _live(query):
    return query.where(Placement.state.in_(CLAIMING)).order_by(Placement.id)


def _comings(placements):
    """The Comings of these placements, in two statements at most."""
    found = [(each, birthday_of(each.case.client)) for each in placements if each.state in CLAIMING]
    found = [(each, birthday) for each, birthday in found if _concerns(each, birthday)]
    said = _said({each.case.client_id: birthday for each, birthday in found})
    return [Coming(each.case, each.batch, birthday, rules.state(birthday, said[each.case.client_id], today=clock.today()), each)
            for each, birthday in found]


def _concerns(placement, birthday):
    """A course may run past its last day: who still sits in it then is asked as well."""
    ends = max(placement.batch.ends, clock.today()) if placement.state == PlacementState.ACTIVE else placement.batch.ends
    return rules.concerns(birthday, asked_on=clock.local(placement.proposed_at).date(), ends=ends)


def _said(birthdays):
    """{client id: [consent.Said] in their order}; the word of somebody who may harm the client is none."""
    said = {client: [] for client in birthdays}
    rows = (Consent.select(Consent, Relation).join(Relation, JOIN.LEFT_OUTER, on=Consent.giver)
            .where(Consent.client.in_(list(birthdays)), Consent.kind == ConsentKind.SERVICE).order_by(Consent.id))
    for row in rows if birthdays else ():
        harmful = bool(row.giver_id and row.giver.exploiter)
        child = row.given_on < birthdays[row.client_id].on
        said[row.client_id].append(Said(row.kind, row.basis, row.given_on, row.withdrawn_on, None, child, harmful, row))
    return said
