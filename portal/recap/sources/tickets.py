"""Tickets of 171 and SP4N-LAPOR! by the local day on which they reached the office, and whether their sender was answered in time."""
from collections import defaultdict

from flask import g, url_for
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.history import CaseReport
from portal.cases.models import Case
from portal.labels import label
from portal.office.models import Office
from portal.office.opening import calendar
from portal.phrases import local_day, moment
from portal.recap.dimensions import CHANNEL, DISTRICT, LEVEL, MONTH
from portal.recap.kinds import REPLY, REPORT_STATE
from portal.recap.sources.base import Source, as_moment, ask, code, within
from portal.reports.models import Report
from portal.rules.channels import TICKETED
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import Stage
from portal.rules.period import month_of
from portal.rules.report import ReportState
from portal.rules.service import ServiceState
from portal.rules.ticket import reply_due, reply_standing
from portal.services.models import Service

FIELDS = (Report.id, Report.received_at, Report.channel, Report.district, Report.level, Report.state, Report.reply_due, Report.replied_at)


def facts(sight, period):
    """One fact a ticket that was not cancelled."""
    query = Report.select(*FIELDS).join(CareTeam).where(sight.teams, within(Report.received_at, period), Report.state != ReportState.CANCELLED,
                                                        Report.channel.in_(list(TICKETED)))
    hours, days, now, found = calendar(), Office.current().reply_days, clock.local(clock.now()), []
    for id, received, channel, district, level, state, said, replied in ask(query):
        start = clock.local(as_moment(received))
        due = reply_due(start, hours, days, said and clock.local(as_moment(said)))
        found.append(Fact(id, None, {
            "month": str(month_of(start.date())), "channel": channel, "district": code(district), "level": code(level), "report_state": state,
            "reply": str(reply_standing(replied and clock.local(as_moment(replied)), due, now))}))
    return found


def rows(ids, user):
    """The tickets behind a figure that this person sees, the latest first."""
    return Report.visible_to(user).where(Report.id.in_(ids)).order_by(Report.received_at.desc(), Report.id.desc())


class Around:
    """What became of these reports: of each its cases that were not cancelled, and the kinds of service that they were given."""

    def __init__(self, reports):
        ids = [report.id for report in reports]
        self.cases, self.services = defaultdict(list), defaultdict(list)
        for joined in (CaseReport.select(CaseReport, Case).join(Case).where(CaseReport.report.in_(ids), Case.stage != Stage.CANCELLED)
                       .order_by(Case.id)):
            self.cases[joined.report_id].append(joined.case)
        given = (Service.select(Service.case, Service.spm, Service.programme, Service.care).distinct().order_by(Service.spm)
                 .where(Service.case.in_([case.id for each in self.cases.values() for case in each]), Service.state == ServiceState.DELIVERED))
        for service in given:
            self.services[service.case_id].append(service.name)

    def assessed(self, row):
        return "; ".join(local_day(case.assessed_at) for case in self.cases[row.id] if case.assessed_at)

    def result(self, row):
        """The level and the stage of each case that came of it."""
        return "; ".join(f"{label(case.level)}, {label(case.stage)}" for case in self.cases[row.id])

    def given(self, row):
        return "; ".join(dict.fromkeys(str(name) for case in self.cases[row.id] for name in self.services[case.id]))


def whole(read):
    """A column for who sees the report whole; empty for the rest."""
    return lambda row, around: read(row, around) if row.is_whole_to(g.user) else ""


TICKET = [
    (_("Nomor tiket"), lambda row, around: row.ticket or row.number),
    (lazy_pgettext("laporan", "Diterima"), lambda row, around: moment(row.received_at)),
]
BECAME = [
    (_("Asesmen"), lambda row, around: around.assessed(row)),
    (_("Hasil"), lambda row, around: around.result(row)),
    (_("Layanan"), lambda row, around: around.given(row)),
]
ANSWERED = [
    (_("Status"), lambda row, around: label(row.state)),
    (_("Balasan"), lambda row, around: moment(row.replied_at) if row.replied_at else ""),
]
TICKETS = Source("tickets", _("tiket"), (CHANNEL, REPORT_STATE, REPLY, DISTRICT, LEVEL, MONTH), facts, rows=rows, around=Around,
                 listed=[*TICKET, *((head, whole(read)) for head, read in BECAME), *ANSWERED], exported=[*TICKET, *BECAME, *ANSWERED],
                 url=lambda row: url_for("reports.show", id=row.id))
