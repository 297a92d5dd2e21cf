"""People whose cases ran in a period: one fact a case, so that a person is counted once by whoever counts persons."""
from flask import g, url_for
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.history import Round
from portal.cases.models import Case
from portal.labels import label
from portal.office.models import Region
from portal.phrases import local_day
from portal.recap.dimensions import AGE, CATEGORY, CHANNEL, DISTRICT, EDUCATION, IN_SCHOOL, LEVEL, OFFICER, SEX, SUB_TYPE, VILLAGE
from portal.recap.sources import outline
from portal.recap.sources.base import Source, beginning
from portal.recap.sources.told import NAMES, NOWHERE, about_cases, first_reports
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import Stage


def facts(sight, period, names=NAMES):
    """One fact a case that ran at some time of the period and was not cancelled."""
    ids = Case.select(Case.id).join(CareTeam).where(sight.teams, running(period), Case.stage != Stage.CANCELLED)
    return [Fact(id, client, values) for id, (client, values) in about_cases(ids, period, names).items()]


def running(period):
    """The condition on Case that it ran at some time of the period, now or in a round before it was reopened."""
    first, end = beginning(period.first), beginning(period.end)
    earlier = Round.select(Round.case).where(~Round.taken_back, Round.t0 < end, Round.finished_at >= first)
    return ((Case.t0 < end) & (Case.finished_at.is_null() | (Case.finished_at >= first))) | Case.id.in_(earlier)


def rows(ids, user):
    """Of these cases those that exist for this person."""
    return Case.visible_to(user).where(Case.id.in_(ids))


class Around:
    """{case id: code of the district where it was reported first} and {code: name} for a page of cases."""

    def __init__(self, cases):
        self.reports, self.names = first_reports([case.id for case in cases]), Region.names()

    def code(self, case):
        return self.reports.get(case.id, NOWHERE)[1] or ""

    def name(self, case):
        return self.names.get(self.code(case), "")


def years(case):
    """The age of a case's client, on its last day if it is over."""
    return case.client.years(*([clock.local(case.finished_at).date()] if case.finished_at else []))


LISTED = [
    (_("Nomor"), lambda row, around: row.number),
    (lazy_pgettext("satu", "Klien"), lambda row, around: row.name_for(g.user)),
    (_("Kecamatan"), lambda row, around: around.name(row)),
    (_("Kategori"), outline.whole(lambda row, around: label(row.category))),
    (_("Tingkat"), lambda row, around: label(row.level)),
    (_("Tahap"), lambda row, around: label(row.stage)),
    (_("Laporan diterima"), lambda row, around: local_day(row.t0)),
]
EXPORTED = [
    (_("Nomor"), lambda row, around: row.number),
    (_("Nomor klien"), lambda row, around: row.client.number),
    (_("Jenis kelamin"), lambda row, around: row.client.sex or ""),
    (_("Umur"), lambda row, around: years(row)),
    (_("Kode kecamatan"), lambda row, around: around.code(row)),
    (_("Kecamatan"), lambda row, around: around.name(row)),
    (_("Kode kategori"), lambda row, around: row.category),
    (_("Kategori"), lambda row, around: label(row.category)),
    (_("Sub-tipe"), lambda row, around: row.sub_type or ""),
    (_("Tingkat"), lambda row, around: label(row.level)),
    (_("Tahap"), lambda row, around: label(row.stage)),
    (_("Laporan diterima"), lambda row, around: local_day(row.t0)),
    (_("Selesai"), lambda row, around: local_day(row.finished_at)),
]
BY = (DISTRICT, CATEGORY, SEX, AGE, LEVEL, SUB_TYPE, OFFICER, CHANNEL, VILLAGE, EDUCATION, IN_SCHOOL)
OF_CASES = {"rows": rows, "listed": LISTED, "exported": EXPORTED, "url": lambda row: url_for("casefile.show", id=row.id), "around": Around}
PEOPLE = Source("people", _("kasus"), BY, facts, **OF_CASES, chooses=True)
