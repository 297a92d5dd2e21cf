"""What a letter is about: a case, one of its conferences or referrals, or a report; and what that record lets it say."""
from functools import cached_property

from flask import url_for

from portal.access import at_work
from portal.cases.models import Case
from portal.conferences.models import Conference
from portal.letters.templates import of_office
from portal.phrases import local_day
from portal.referrals import text
from portal.referrals.models import Referral
from portal.reports.models import Report
from portal.rules import correspondence as rules
from portal.rules.conference import ConferenceState
from portal.rules.correspondence import About
from portal.rules.letter_kind import MergeField
from portal.rules.letter_number import DEFAULT_CODE, default_code
from portal.rules.lifecycle import Stage
from portal.rules.referral import PaperState
from portal.rules.report import ReportState

MODELS = {About.CASE: Case, About.CONFERENCE: Conference, About.REPORT: Report, About.REFERRAL: Referral}
PAGES = {About.CASE: "casefile.show", About.CONFERENCE: "conferences.show", About.REPORT: "reports.show", About.REFERRAL: "referrals.show"}


class Matter:
    """One record as a letter sees it; `about` is the name of its table."""

    def __init__(self, about, record):
        self.about, self.record = About(about), record

    @staticmethod
    def at_work(about, id):
        """The record, for a person who sees it whole."""
        return SEEN[About(about)](about, at_work(MODELS[About(about)], id))

    @staticmethod
    def of(letter):
        """What a letter is about, for whoever was let near the letter."""
        model = MODELS[About(letter.about)]
        rows = model.joined() if hasattr(model, "joined") else model.select()
        return SEEN[About(letter.about)](letter.about, rows.where(model.id == letter.about_id).get())

    @staticmethod
    def of_each(letters, user):
        """{id of the letter: what it is about} of letters that this person may work on, in one question a table."""
        seen = {}
        for about in {letter.about for letter in letters}:
            model, ids = MODELS[About(about)], [letter.about_id for letter in letters if letter.about == about]
            seen |= {(about, row.id): SEEN[About(about)](about, row) for row in model.whole_to(user).where(model.id.in_(ids))}
        return {letter.id: seen[letter.about, letter.about_id] for letter in letters if (letter.about, letter.about_id) in seen}

    @property
    def kinds(self):
        """The kinds of letter that can be written about it."""
        return rules.kinds_about(self.about, **self.has)

    def check(self, kind):
        """Refused for a kind that is not written about it, or when it was itself written down by mistake."""
        rules.check_about(kind, self.kinds)
        rules.check_record(self.cancelled)

    @property
    def page(self):
        """The address of the record's own page."""
        return url_for(PAGES[self.about], id=self.record.id)

    @property
    def number(self):
        return self.record.number

    @property
    def heading(self):
        """Number and initials: what may stand in a title."""
        return self.record.heading


class CaseMatter(Matter):
    """A case, or what hangs on one."""

    @cached_property
    def case(self):
        return self.record if self.about == About.CASE else self.record.case

    @property
    def client(self):
        return self.case.client

    @property
    def called(self):
        """Whom it is about, for those who see it whole."""
        return self.client.called

    @property
    def initials(self):
        return self.client.initials

    @property
    def level(self):
        return self.case.level

    @property
    def care_team(self):
        return self.case.care_team

    @property
    def has(self):
        return {"handed": self.about == About.REFERRAL and self.record.handed_at is not None}

    @property
    def cancelled(self):
        """Whether it was written down by mistake."""
        state = {About.CONFERENCE: "state", About.REFERRAL: "paper_state"}.get(self.about)
        return self.case.stage == Stage.CANCELLED or bool(state) and getattr(self.record, state) in (ConferenceState.CANCELLED, PaperState.CANCELLED)

    @property
    def place(self):
        """The institution that the record itself leads to, or None."""
        return self.record.institution if self.about == About.REFERRAL else None

    @property
    def referred(self):
        """Which of the identity the referral's own letter tells, where this is about one; else None."""
        return self.record.shares if self.about == About.REFERRAL else None

    @cached_property
    def names(self):
        """Whom no letter names that does not tell the name."""
        return self.client.names

    @property
    def code(self):
        """The classification of letters about this client."""
        return default_code(str(self.case.category))

    @property
    def values(self):
        """What a template may fill in about the record."""
        return text.values(self.case)


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


SEEN = {About.CASE: CaseMatter, About.CONFERENCE: CaseMatter, About.REFERRAL: CaseMatter, About.REPORT: ReportMatter}
