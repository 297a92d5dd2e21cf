"""What a letter is about, and what that record lets it say: a case, one of its conferences or referrals.

Reports stand in `tickets`, training in `courses`; both enter themselves into MODELS, PAGES and SEEN.
"""
from functools import cached_property

from flask import url_for

from portal.access import at_work
from portal.cases.models import Case
from portal.conferences.models import Conference
from portal.referrals import text
from portal.referrals.models import Referral
from portal.rules import correspondence as rules
from portal.rules.conference import ConferenceState
from portal.rules.correspondence import SORTS, About, To
from portal.rules.letter_number import default_code
from portal.rules.lifecycle import Stage
from portal.rules.referral import PaperState

MODELS = {About.CASE: Case, About.CONFERENCE: Conference, About.REFERRAL: Referral}
PAGES = {About.CASE: "casefile.show", About.CONFERENCE: "conferences.show", About.REFERRAL: "referrals.show"}


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

    @property
    def offered(self):
        """Those of them of which one more can be written."""
        return self.kinds

    def check(self, kind):
        """Refused for a kind that is not written about it as it stands, or when it was itself written down by mistake."""
        rules.check_record(self.cancelled)
        rules.check_about(kind, self.kinds, self.about)

    def check_new(self, kind):
        """The same for one more letter."""
        self.check(kind)

    @property
    def restricted(self):
        """Whether it is hidden from all but its own team."""
        return self.care_team.restricted

    def place_for(self, kind):
        """The institution that a letter of this kind goes to because of the record, or None."""
        return self.place if SORTS[kind].to == To.INSTITUTION else None

    def team(self, by):
        """The care team that a letter about it belongs to."""
        return self.care_team

    def names_for(self, user):
        """Whom no letter names that does not tell the name, as far as this person may be told."""
        return self.names

    def follow(self, letter, *, by):
        """What the record does when a letter about it was issued or cancelled."""

    def check_copies(self, letter):
        """Refused for copies of an issued letter that is not true any more."""

    def frozen(self, wording):
        """What a letter keeps of the record at its issue beside its text: values of its columns."""
        return {}

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


SEEN = {About.CASE: CaseMatter, About.CONFERENCE: CaseMatter, About.REFERRAL: CaseMatter}
