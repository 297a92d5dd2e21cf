"""Letters about a report: what is answered to whoever sent its ticket."""
from functools import cached_property

from portal.correspondence import matters
from portal.correspondence.matters import Matter
from portal.letters.templates import of_office
from portal.phrases import local_day
from portal.reports.models import Report
from portal.rules.correspondence import About
from portal.rules.letter_kind import MergeField
from portal.rules.letter_number import DEFAULT_CODE
from portal.rules.report import ReportState


class ReportMatter(Matter):
    """A report, which may speak of several people."""

    case = client = place = referred = None
    code = DEFAULT_CODE

    @property
    def called(self):
        return ", ".join(person.name for person in self.record.persons if person.name) or self.record.place

    @property
    def initials(self):
        return self.record.initials

    @property
    def level(self):
        return self.record.level

    @property
    def care_team(self):
        return self.record.care_team

    @property
    def has(self):
        return {"ticketed": self.record.is_ticketed}

    @property
    def cancelled(self):
        return self.record.state == ReportState.CANCELLED

    @cached_property
    def names(self):
        return self.record.names

    @property
    def values(self):
        report = self.record
        return of_office() | {
            MergeField.TICKET: report.ticket or report.number, MergeField.TICKET_DAY: local_day(report.ticket_at or report.received_at),
            MergeField.REPORT_NUMBER: report.number, MergeField.REPORT_DAY: local_day(report.received_at),
        }


matters.MODELS[About.REPORT] = Report
matters.PAGES[About.REPORT] = "reports.show"
matters.SEEN[About.REPORT] = ReportMatter
