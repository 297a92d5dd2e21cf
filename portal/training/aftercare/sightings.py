"""Reports that came after a course and speak of who was in it: a hint for whoever visits, never counted by itself."""
from datetime import datetime, time, timedelta

from portal import clock
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.report import ReportState

MOST = 5
MISTAKEN = (ReportState.CANCELLED, ReportState.UNFOUNDED)


def reports_since(placement, user):
    """The latest Reports received after the day of the end that name the client, as far as this person sees them whole."""
    after = clock.utc(datetime.combine(placement.ended_on + timedelta(days=1), time()))
    named = ReportPerson.select(ReportPerson.report).where(ReportPerson.client == placement.case.client_id)
    return list(Report.whole_to(user).where(Report.id.in_(named), Report.received_at >= after, Report.state.not_in(MISTAKEN))
                .order_by(Report.received_at.desc()).limit(MOST))
