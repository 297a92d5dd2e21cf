"""The money of the minimum service standard, type by type: what was written down, and beside it what the services themselves say."""
from dataclasses import dataclass

from peewee import fn

from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.recap.budget import SpmYear
from portal.recap.sight import Sight
from portal.recap.sources.base import ask, within
from portal.rules.categories import SpmType
from portal.rules.lifecycle import Stage
from portal.rules.service import ServiceState
from portal.services.models import Service


@dataclass(frozen=True)
class Line:
    """One type: the row that was written (None: nothing), and the rupiah of its services given so far (None: not for this person)."""

    spm_type: SpmType
    row: SpmYear | None
    noted: int | None


class Spending:
    """The `lines` of all types in the year of a span of days; services are added up over those days."""

    def __init__(self, span, user):
        self.year = span.last.year
        written, noted = {row.spm_type: row for row in SpmYear.select().where(SpmYear.year == self.year)}, noted_by_services(span, user)
        self.lines = [Line(each, written.get(each), noted.get(each, 0) if noted is not None else None) for each in SpmType]


def noted_by_services(span, user):
    """{type: rupiah that the basic services given in these days add up to}, as far as this person counts; None for who sees no records."""
    sight = Sight.of(user)
    if not sight.lists:
        return None
    query = (Service.select(Case.spm_type, fn.SUM(Service.rupiah)).join(Case).join(CareTeam)
             .where(sight.teams, Case.stage != Stage.CANCELLED, Case.spm_type.is_null(False), Service.spm.is_null(False),
                    Service.state == ServiceState.DELIVERED, within(Service.delivered_at, span))
             .group_by(Case.spm_type))
    return {spm_type: money or 0 for spm_type, money in ask(query)}
