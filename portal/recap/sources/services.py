"""Services by the local day on which they were given, and who needed one in the period."""
from flask_babel import lazy_gettext as _

from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.labels import label
from portal.phrases import local_day as said_day
from portal.recap.dimensions import AGE, CATEGORY, DISTRICT, LEVEL, OFFICER, SEX, SUB_TYPE
from portal.recap.kinds import SERVICE
from portal.recap.sources import outline
from portal.recap.sources.base import Days, Source, ask, beginning, code, group_of, within, years_on
from portal.recap.sources.people import running
from portal.recap.sources.told import NAMES, about_cases
from portal.records import Transition
from portal.rules.age import is_child
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import Stage
from portal.rules.service import ServiceState
from portal.services.models import Service

FIELDS = (Service.id, Service.case, Service.spm, Service.programme, Service.care, Service.quantity, Service.unit, Service.rupiah, Service.fund,
          Service.delivered_at)
DIMENSIONS = (DISTRICT, CATEGORY, SUB_TYPE, SEX, AGE, LEVEL, OFFICER)


def facts(sight, period, names=NAMES):
    """One fact a service that was `given` in the period or is `wanted`: noted by its end. Only a case that runs is given anything."""
    ids = Case.select(Case.id).join(CareTeam).where(sight.teams, Case.stage != Stage.CANCELLED, running(period))
    cases, later, days, found = about_cases(ids, period, names | {"sex", "age"}), {id for (id,) in ask(noted_after(period, ids))}, Days(), []
    given = (Service.state == ServiceState.DELIVERED) & within(Service.delivered_at, period)
    services = Service.select(*FIELDS, given).where(Service.state != ServiceState.CANCELLED, Service.case.in_(ids))
    for id, case, spm, programme, care, quantity, unit, money, fund, delivered, is_given in ask(services):
        if is_given or id not in later:
            client, values = cases[case]
            years = years_on(days.of(delivered), *values["born"]) if is_given else values["years"]
            found.append(Fact(id, client, {
                **values, "age": group_of(years), "child": is_child(years), "service": spm or programme or care, "given": bool(is_given),
                "wanted": id not in later, "quantity": quantity, "unit": code(unit), "rupiah": money, "fund": code(fund)}))
    return found


def noted_after(period, cases):
    """The ids of the services of these cases whose need was noted only after the period, as a query: those cases ran on after it."""
    end = beginning(period.end)
    ran_on = Service.select(Service.id).join(Case).where(Service.case.in_(cases), Case.finished_at.is_null() | (Case.finished_at >= end))
    return Transition.select(Transition.subject_id).where(Transition.subject == "service", Transition.step == "need",
                                                          Transition.subject_id.in_(ran_on), Transition.occurred_at >= end)


def rows(ids, user):
    """The services behind a figure that this person sees, the latest given first."""
    return Service.visible_to(user).where(Service.id.in_(ids)).order_by(Service.delivered_at.desc(), Service.id.desc())


def amount(row, around):
    """3 hari."""
    return " ".join(str(part) for part in (row.quantity, row.unit and label(row.unit)) if part)


TOLD = [
    (_("Layanan"), lambda row, around: row.name),
    (_("Keadaan"), lambda row, around: label(row.state)),
    (_("Diberikan"), lambda row, around: said_day(row.delivered_at)),
    (_("Volume"), amount),
    (_("Sumber dana"), lambda row, around: label(row.fund) if row.fund else ""),
    (_("Nilai (Rp)"), lambda row, around: outline.said(row.rupiah)),
]
SERVICES = Source("services", _("layanan"), (SERVICE, *DIMENSIONS), facts, rows=rows,
                  listed=[*outline.CASE, *outline.CLIENT, *outline.discreet(TOLD)],
                  exported=[*outline.CASE, *outline.CLIENT, *TOLD], url=outline.of_case, chooses=True)
