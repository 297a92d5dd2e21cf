"""Reports, by the local day on which they reached the office."""
from flask import url_for
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext
from peewee import JOIN

from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.history import CaseReport
from portal.cases.models import Case
from portal.labels import label
from portal.office.models import Region
from portal.office.opening import calendar
from portal.office.targets import targets_on
from portal.phrases import moment
from portal.recap.dimensions import CHANNEL, DISTRICT, LEVEL, MONTH, OFFICER
from portal.recap.sources.base import LEAD, Months, Source, as_moment, ask, code, lead_of, within
from portal.records import Transition
from portal.reports.models import Report
from portal.rules.clocks import Clock, minutes_between, on_wall
from portal.rules.crosstab import Fact
from portal.rules.levels import Level
from portal.rules.lifecycle import Stage
from portal.rules.report import ReportState, ReportStep

FIELDS = (Report.id, Report.received_at, Report.channel, Report.district, Report.level, Report.state, LEAD)


def facts(sight, period):
    """One fact a report that was not cancelled: its state, the minutes of its first clock, whether a case carries it and whether all are closed."""
    query = (Report.select(Report.id).join(CareTeam)
             .where(sight.teams, within(Report.received_at, period), Report.state != ReportState.CANCELLED))
    rows = ask(query.select(*FIELDS).join(LEAD.model, JOIN.LEFT_OUTER, on=lead_of(CareTeam.id)))
    verified, carried, hours, months = verified_at(query), stages(query), calendar(), Months()
    found = []
    for id, received, channel, district, level, state, lead in rows:
        start = clock.local(as_moment(received))
        found.append(Fact(id, None, {
            "month": months.of(received), "channel": code(channel), "district": code(district), "level": code(level), "officer": code(lead),
            "state": state, "minutes": took(level, start, verified.get(id), hours),
            "carried": id in carried, "over": id in carried and carried[id] <= {Stage.CLOSED}}))
    return found


def verified_at(query):
    """{report id: moment of its verification}, naive UTC."""
    moves = (Transition.select(Transition.subject_id, Transition.occurred_at)
             .where(Transition.subject == "report", Transition.step == str(ReportStep.VERIFY), Transition.subject_id.in_(query.select(Report.id)))
             .order_by(Transition.id))
    return {id: as_moment(moment) for id, moment in ask(moves)}


def stages(query):
    """{report id: stages of the cases that carry it}, without cancelled ones."""
    found = {}
    cases = (CaseReport.select(CaseReport.report, Case.stage).join(Case)
             .where(Case.stage != Stage.CANCELLED, CaseReport.report.in_(query.select(Report.id))))
    for id, stage in ask(cases):
        found.setdefault(id, set()).add(stage)
    return found


def took(level, start, verified, hours):
    """Minutes from the report to its verification as the first clock counts them; None while it is not verified."""
    if verified is None:
        return None
    target = targets_on(start.date())[Level(level), Clock.FIND]
    return minutes_between(start, clock.local(verified), hours, wall=on_wall(level, target))


def rows(ids, user):
    """The reports behind a figure that this person sees, the latest first."""
    return Report.visible_to(user).where(Report.id.in_(ids)).order_by(Report.received_at.desc(), Report.id.desc())


LISTED = [
    (_("Nomor"), lambda row, around: row.number),
    (lazy_pgettext("laporan", "Diterima"), lambda row, around: moment(row.received_at)),
    (_("Kanal"), lambda row, around: label(row.channel)),
    (_("Kecamatan"), lambda row, around: around.get(row.district, "")),
    (_("Tingkat"), lambda row, around: label(row.level)),
    (_("Status"), lambda row, around: label(row.state)),
]
REPORTS = Source("reports", _("laporan"), (CHANNEL, DISTRICT, LEVEL, MONTH, OFFICER), facts, rows=rows, listed=LISTED,
                 url=lambda row: url_for("reports.show", id=row.id), around=lambda rows: Region.names())
