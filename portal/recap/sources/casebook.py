"""Cases as the book of cases holds them: by the local day on which each was opened, in the order of their numbers."""
from flask import g
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.labels import label
from portal.phrases import local_day
from portal.recap.dimensions import MONTH
from portal.recap.sources.base import Months, Source, ask, within
from portal.recap.sources.outline import discreet, said
from portal.recap.sources.people import BY, OF_CASES
from portal.recap.sources.told import NAMES, about_cases
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import Stage


def facts(sight, period, names=NAMES):
    """One fact a case that was opened in the period and not cancelled."""
    query = (Case.select(Case.id, Case.opened_at).join(CareTeam)
             .where(sight.teams, Case.stage != Stage.CANCELLED, within(Case.opened_at, period)))
    months, about = Months(), about_cases(query.select(Case.id), period, names)
    return [Fact(id, about[id][0], about[id][1] | {"month": months.of(opened)}) for id, opened in ask(query)]


def rows(ids, user):
    """The cases behind a figure that exist for this person, as they were opened."""
    return Case.visible_to(user).where(Case.id.in_(ids)).order_by(Case.id)


OPENED = [(_("Nomor"), lambda row, around: row.number), (lazy_pgettext("kasus", "Dibuka"), lambda row, around: local_day(row.opened_at))]
NAMED = [(lazy_pgettext("satu", "Klien"), lambda row, around: row.name_for(g.user))]
NUMBERED = [(_("Nomor klien"), lambda row, around: row.client.number)]
CATEGORY = [(_("Kategori"), lambda row, around: label(row.category))]
CLIENT = [
    (lazy_pgettext("singkat", "JK"), lambda row, around: row.client.sex or ""),
    (_("Umur"), lambda row, around: said(row.client.years())),
]
STANDS = [
    (_("Kecamatan"), lambda row, around: around.name(row)),
    (_("Tingkat"), lambda row, around: label(row.level)),
    (_("Tahap"), lambda row, around: label(row.stage)),
    (_("Ditutup"), lambda row, around: local_day(row.finished_at)),
]
CASEBOOK = Source("casebook", lazy_pgettext("banyak", "kasus"), (*BY, MONTH), facts, **OF_CASES | {
    "rows": rows, "listed": [*OPENED, *NAMED, *CLIENT, *discreet(CATEGORY), *STANDS],
    "exported": [*OPENED, *NUMBERED, *CLIENT, *CATEGORY, *STANDS]}, chooses=True)
