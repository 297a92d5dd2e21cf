"""People who need a basic service of the minimum standard, one fact a person, type and year, and one a type for its money."""
from collections import defaultdict

from flask import g, url_for
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.labels import label
from portal.recap.budget import SpmYear
from portal.recap.dimensions import AGE, CATEGORY, DISTRICT, LEVEL, OFFICER, SEX, SUB_TYPE
from portal.recap.kinds import SPM_TYPE
from portal.recap.sources import outline
from portal.recap.sources.base import Days, Source, ask
from portal.recap.sources.people import Around, running
from portal.recap.sources.told import NAMES, about_cases
from portal.records import Transition
from portal.rules.categories import SpmType
from portal.rules.crosstab import UNKNOWN, Fact
from portal.rules.lifecycle import Stage
from portal.rules.period import Period, Span
from portal.rules.service import PENDING, ServiceState, ServiceStep
from portal.rules.spm import Need, standing
from portal.services.models import Service

DIMENSIONS = (SPM_TYPE, DISTRICT, CATEGORY, SUB_TYPE, SEX, AGE, LEVEL, OFFICER)
NEEDED, CLOSING = "need", (ServiceStep.FIND_UNNEEDED, ServiceStep.DECLINE)


def so_far(period):
    """From 1 January of the year in which a period ends to its end: what the standard adds up."""
    return Period(Span.FREE, period.last.replace(month=1, day=1), period.last)


def facts(sight, period, names=NAMES):
    """One fact a person and type, as they stood at the period's end, and one a type that carries its `money`."""
    year = so_far(period)
    cases = (Case.select(Case.id).join(CareTeam)
             .where(sight.teams, Case.stage != Stage.CANCELLED, Case.spm_type.is_null(False), running(year)))
    about, needs, found = about_cases(cases, year, names), needs_of(cases), []
    for (client, spm_type), ids in of_each(cases, about).items():
        theirs = [need for id in ids for need in needs.get(id, ())]
        if stand := standing(theirs, year.last):
            first = next(id for id in ids if any(need.counts(year.last) for need in needs.get(id, ())))
            found.append(Fact(first, client, about[first][1] | {"spm_type": spm_type, "served": stand.served, "fulfilled": stand.fulfilled,
                                                                "money": False}))
    return found + money_of(year.last.year)


def of_each(cases, about):
    """{(client, type): ids of the client's cases of that type, the first first}."""
    found = defaultdict(list)
    for id, spm_type in ask(cases.select(Case.id, Case.spm_type).order_by(Case.t0, Case.id)):
        found[about[id][0], spm_type].append(id)
    return found


def needs_of(cases):
    """{case id: [Need]} of the basic services of these cases; one that was written down by mistake is none."""
    services = Service.select(Service.id).where(Service.case.in_(cases), Service.spm.is_null(False), Service.state != ServiceState.CANCELLED)
    moves = (Transition.select(Transition.subject_id, Transition.step, Transition.occurred_at)
             .where(Transition.subject == "service", Transition.step.in_([NEEDED, *map(str, CLOSING)]), Transition.subject_id.in_(services)))
    noted, closed, days = {}, {}, Days()
    for id, step, moment in ask(moves):
        (noted if step == NEEDED else closed)[id] = moment
    found = defaultdict(list)
    for id, case, state, delivered in ask(services.select(Service.id, Service.case, Service.state, Service.delivered_at)):
        given = days.of(delivered) if state == ServiceState.DELIVERED else None
        ended = days.of(closed.get(id)) if state in (ServiceState.NOT_NEEDED, ServiceState.DECLINED) else None
        found[case].append(Need(days.of(noted[id]), given, ended))
    return found


def money_of(year):
    """One fact a type: what the office wrote down of its money in this year."""
    written = {row.spm_type: row for row in SpmYear.select().where(SpmYear.year == year)}
    empty = {each.name: UNKNOWN for each in DIMENSIONS}
    return [Fact(None, None, empty | {"spm_type": str(each), "served": False, "fulfilled": False, "money": True,
                                      **(written[each].told if each in written else SpmYear.NOTHING)}) for each in SpmType]


def rows(ids, user):
    """The cases of the people behind a figure that exist for this person, the first first."""
    return Case.visible_to(user).where(Case.id.in_(ids)).order_by(Case.t0, Case.id)


class Owed(Around):
    """Besides where each was found: {(client, type): the basic services that still wait today}."""

    def __init__(self, cases):
        super().__init__(cases)
        self.waiting = defaultdict(list)
        pending = (Service.select(Case.client, Case.spm_type, Service.spm).join(Case)
                   .where(Case.client.in_([case.client_id for case in cases]), Case.stage != Stage.CANCELLED,
                          Service.spm.is_null(False), Service.state.in_(PENDING))
                   .order_by(Service.spm).tuples())
        for client, spm_type, spm in pending:
            self.waiting[client, spm_type].append(spm)

    def owed(self, case):
        """SPM04 Penyediaan sandang; SPM09 …"""
        return "; ".join(f"{spm} {label(spm)}" for spm in self.waiting.get((case.client_id, case.spm_type), ()))


OWED = _("Belum diberikan sampai hari ini")
LISTED = [
    (lazy_pgettext("satu", "Kasus"), lambda row, around: row.number),
    (lazy_pgettext("satu", "Klien"), lambda row, around: row.name_for(g.user)),
    (_("Kecamatan"), lambda row, around: around.name(row)),
    (_("Jenis pelayanan dasar"), outline.whole(lambda row, around: label(row.spm_type))),
    (_("Tahap"), lambda row, around: label(row.stage)),
    (OWED, outline.whole(lambda row, around: around.owed(row))),
]
EXPORTED = [LISTED[0], (_("Inisial"), lambda row, around: row.client.initials), LISTED[2],
            (_("Jenis pelayanan dasar"), lambda row, around: label(row.spm_type)), LISTED[4], (OWED, lambda row, around: around.owed(row))]
SPM = Source("spm", _("orang"), DIMENSIONS, facts, rows=rows, listed=LISTED, exported=EXPORTED, around=Owed,
             url=lambda row: url_for("casefile.show", id=row.id), chooses=True)
