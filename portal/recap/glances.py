"""The tables of the front page: the same figures as in the whole ones, in fewer columns, from facts that know no more than those need."""
from portal.accounts.teams import CareTeam
from portal.cases.history import Round
from portal.cases.models import Case
from portal.recap.clocks import CLOCKS_TABLE, KEPT, Timekeeping
from portal.recap.columns import Column, Measures
from portal.recap.dimensions import DISTRICT
from portal.recap.kept import Keeping, runs
from portal.recap.people import OPENINGS
from portal.recap.reports import INCOMING
from portal.recap.sources.base import Months, ask, code, within
from portal.recap.sources.told import NOWHERE, first_reports
from portal.recap.tables import Table
from portal.reports.models import Report
from portal.rules.crosstab import ALL, Fact
from portal.rules.lifecycle import Stage
from portal.rules.report import ReportState


class Light:
    """A source of such facts; `ask(sight, period, placed)` gives them, with the district where `placed` says so."""

    dimensions = (DISTRICT,)

    def __init__(self, ask):
        self._ask = ask

    def facts(self, sight, period, filters=None, names=None):
        """The facts of a period, of one district alone where that is chosen."""
        found = self._ask(sight, period, bool(filters))
        return [fact for fact in found if fact.values["district"] == filters["district"]] if filters else found


class Glance(Table):
    """A table that only the front page shows."""

    def __post_init__(self):
        """It is not one of those that are listed."""


def reports(sight, period, placed):
    """Every report that was not cancelled: its month and district."""
    query = (Report.select(Report.id, Report.received_at, Report.district).join(CareTeam)
             .where(sight.teams, within(Report.received_at, period), Report.state != ReportState.CANCELLED))
    months, found = Months(), []
    for id, received, district in ask(query):
        found.append(Fact(id, None, {"month": months.of(received), "district": code(district)}))
    return found


def openings(sight, period, placed):
    """Every time that a case, not cancelled, was opened: its district."""
    counted = (sight.teams, Case.stage != Stage.CANCELLED)
    now = Case.select(Case.id).join(CareTeam).where(*counted, within(Case.t0, period))
    before = Round.select(Round.case).join(Case).join(CareTeam).where(*counted, ~Round.taken_back, within(Round.t0, period))
    places = places_of(period)
    return [Fact(id, None, {"district": code(places.get(id, NOWHERE)[1])}) for id, in (*ask(now), *ask(before))]


def clocks(sight, period, placed):
    """Every clock: its step and what it came to."""
    reads, places = Keeping(), places_of(period) if placed else {}
    return [Fact(run.id, run.id, {"step": which, "kept": came_to, "district": code(places.get(run.id, NOWHERE)[1])})
            for run in runs(sight, period) for which, _level, came_to, _stop in reads.of(run)]


def places_of(period):
    """{case id: (case id, district, …)} of the cases of which a round began in the period."""
    earlier = Round.select(Round.case).where(within(Round.t0, period))
    return first_reports(Case.select(Case.id).where(within(Case.t0, period) | Case.id.in_(earlier)))


WHOLE = Measures((Column(ALL, INCOMING.title), None))
REPORTS = Glance(INCOMING.name, INCOMING.title, Light(reports), (("month",),), WHOLE, INCOMING.means)
OPENED = Glance(OPENINGS.name, OPENINGS.title, Light(openings), (("district",),), WHOLE, OPENINGS.means)
CLOCKS = Glance(CLOCKS_TABLE.name, CLOCKS_TABLE.title, Light(clocks), (("step",),), Timekeeping(*KEPT), CLOCKS_TABLE.means)
