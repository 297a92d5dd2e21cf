"""The people of the reports that reached the office in a period, and how far each came on the way to the end of a case."""
from flask import url_for
from flask_babel import gettext, lazy_pgettext
from flask_babel import lazy_gettext as _

from portal.accounts.teams import CareTeam
from portal.cases.history import CaseReport
from portal.cases.models import Case
from portal.labels import label
from portal.office.models import Region
from portal.phrases import moment
from portal.recap.dimensions import CHANNEL, DISTRICT, LEVEL, MONTH, Dimension, of_enum
from portal.recap.sources.base import Days, Months, Source, ask, code, within
from portal.records import Transition
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import ClosingReason, Stage
from portal.rules.passage import HERE, CaseTold, Door, Passed, lags, passage
from portal.rules.report import ReportState, ReportStep

VERIFIED = str(ReportState.VERIFIED)
PASSED = of_enum("passed", _("Sampai tahap"), Passed, always=[each for each in Passed if each != Passed.CLOSED])
DOOR = Dimension("door", _("Sekarang"), lambda period: [(HERE, gettext("Masih di sini")), *((each, label(each)) for each in (*Door, *ClosingReason))])
CASE = (Case.stage, Case.closing_from, Case.closing_reason, Case.opened_at, Case.met_at, Case.assessed_at, Case.served_at, Case.finished_at)


def facts(sight, period):
    """One fact a person: the last step made before any closing, and the door."""
    return _people(sight, period, _verified(period, Report.state != ReportState.VERIFIED))


def timed(sight, period):
    """The same with the whole days from step to step as "lags"."""
    found, days = _people(sight, period, _verified(period, True)), Days()
    for fact in found:
        fact.values["lags"] = lags([days.of(moment) for moment in fact.values["way"].moments])
    return found


def _people(sight, period, verified):
    """Where nothing says when a verified report was verified, it passes for verified when it came."""
    carried, found, months = _carried(period), [], Months()
    query = (ReportPerson.select(ReportPerson.id, ReportPerson.client, ReportPerson.outcome, Report.id, Report.state, Report.received_at,
                                 Report.district, Report.channel, Report.level)
             .join(Report).join(CareTeam).where(sight.teams, within(Report.received_at, period)))
    for id, client, outcome, report, state, received, district, channel, level in ask(query):
        found_at = verified.get(report) or (received if state == VERIFIED else None)
        way = passage(state, outcome, received, found_at, carried.get((report, client)))
        found.append(Fact(report, id, {"passed": way.far, "door": way.door, "district": code(district), "channel": code(channel),
                                       "level": code(level), "month": months.of(received), "way": way}))
    return found


def _carried(period):
    """{(report id, client id): CaseTold} of the cases that carry those reports; one that was cancelled gives way to any other."""
    rows = (Case.select(CaseReport.report, Case.client, *CASE).join(CaseReport).join(Report, on=CaseReport.report == Report.id)
            .where(within(Report.received_at, period)).order_by((Case.stage != Stage.CANCELLED), Case.id))
    return {(report, client): CaseTold(*told) for report, client, *told in ask(rows)}


def _verified(period, which):
    """{report id: moment of its verification} of such reports."""
    reports = Report.select(Report.id).where(within(Report.received_at, period), which)
    moves = (Transition.select(Transition.subject_id, Transition.occurred_at)
             .where(Transition.subject == "report", Transition.step == str(ReportStep.VERIFY), Transition.subject_id.in_(reports))
             .order_by(Transition.id))
    return dict(ask(moves))


def rows(ids, user):
    """The reports behind a figure that this person sees, the latest first."""
    return Report.visible_to(user).where(Report.id.in_(ids)).order_by(Report.received_at.desc(), Report.id.desc())


LISTED = [
    (_("Nomor"), lambda row, around: row.number),
    (lazy_pgettext("laporan", "Diterima"), lambda row, around: moment(row.received_at)),
    (_("Kecamatan"), lambda row, around: around.get(row.district, "")),
    (_("Tingkat"), lambda row, around: label(row.level)),
    (_("Status"), lambda row, around: label(row.state)),
]
OF_REPORTS = {"rows": rows, "listed": LISTED, "url": lambda row: url_for("reports.show", id=row.id), "around": lambda rows: Region.names()}
DIMENSIONS = (DISTRICT, CHANNEL, LEVEL, MONTH, PASSED, DOOR)
FLOW = Source("flow", _("orang dalam laporan"), DIMENSIONS, facts, **OF_REPORTS)
WAY = Source("way", _("orang dalam laporan"), DIMENSIONS, timed, **OF_REPORTS)
