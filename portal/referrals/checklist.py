"""The papers that an institution asks for beside what the client's file has of them; what is ticked goes along with the letter."""
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

from flask import url_for
from flask_babel import gettext

from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.conferences.models import Conference
from portal.letters.models import Letter
from portal.phrases import day
from portal.rules import wanted_papers as rules
from portal.rules.assessment import AssessmentState
from portal.rules.client import ConsentKind
from portal.rules.consent import ConsentState
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind
from portal.rules.wanted_papers import Held, WantedPaper

LETTER = (WantedPaper.COVER, WantedPaper.REQUEST)
RECOMMENDING = (LetterKind.INSURANCE, LetterKind.HOSPITAL)


class Line(NamedTuple):
    """One paper: `told` says what there is of it, `url` where; `asked`: the institution wants it, `ticked`: it goes along."""

    text: str
    held: Held
    told: str
    url: str | None
    asked: bool
    ticked: bool

    @property
    def id(self):
        """What the page calls it, the same in every list that holds it."""
        return f"enclosed-{crc32(self.text.encode()):08x}"

    @property
    def is_letter(self):
        """Whether the letter of the referral is itself what is asked for: nothing to enclose."""
        return rules.spoken_of(self.text) in LETTER


class Checklist:
    """For one case and place (or None). Features whose records are papers put `function(case, user) -> [(title, address)]` into FILED."""

    FILED = []

    def __init__(self, case: Case, place, user, ticked=()):
        self.case, self.place, self.user, self.ticked = case, place, user, list(ticked)

    @property
    def lines(self):
        """Those that are asked for, then what is ticked besides."""
        asked = self.place.wanted if self.place else []
        return [self._line(text, text in asked) for text in rules.listed("\n".join([*asked, *self.ticked]))]

    @property
    def lacking(self):
        """The papers that are asked for and that the file has nothing of."""
        return [line.text for line in self.lines if line.asked and line.held == Held.MISSING]

    def _line(self, text, asked):
        paper = rules.spoken_of(text)
        held = rules.held(paper, filed=self.filed, known=self.known, ours=self.ours)
        told, url = {Held.ON_FILE: self.filed, Held.OURS: self.ours, Held.KNOWN: self.known}.get(held, {}).get(paper, ("", None))
        return Line(text, held, told, url, asked, text in self.ticked)

    @cached_property
    def filed(self):
        """{paper: (title, address)} of the copies that lie in the files of the case and what belongs to it, the newest of each."""
        found = {}
        for title, url in (each for source in self.FILED for each in source(self.case, self.user)):
            found.setdefault(rules.spoken_of(title), (title, url))
        return found

    @cached_property
    def known(self):
        """{paper: (words, address)} of what is written down of the client without a copy; no number is shown."""
        client = self.case.client
        consent = client.consent(ConsentKind.SHARING, self.place)
        told = ((WantedPaper.IDENTITY_CARD, client.nik, gettext("NIK tercatat")),
                (WantedPaper.FAMILY_CARD, client.family_card, gettext("nomor tercatat")),
                (WantedPaper.INSURANCE_CARD, client.jkn_card, gettext("nomor tercatat")),
                (WantedPaper.BIRTH_CERTIFICATE, client.birth_certificate, gettext("tercatat memiliki akta")),
                (WantedPaper.CONSENT, consent.state == ConsentState.GIVEN, gettext("persetujuan tercatat")))
        return {paper: (words, url_for("clients.show", id=client.id)) for paper, there, words in told if there}

    @cached_property
    def ours(self):
        """{paper: (words, address)} of what this office writes itself: the letter, what comes with the hand-over, reports and minutes."""
        with_it = {**dict.fromkeys(LETTER, (gettext("surat rujukan ini"), None)), WantedPaper.HANDOVER: (gettext("dibuat saat serah terima"), None)}
        return with_it | dict(self._written())

    def _written(self):
        """(paper, (words, address)) of what was accepted, held or issued about the case."""
        accepted = Assessment.of(self.case).where(Assessment.state == AssessmentState.ACCEPTED).first()
        if accepted:
            yield WantedPaper.SOCIAL_REPORT, (gettext("dari asesmen yang diterima"), url_for("casefile.social_report.options", id=self.case.id))
        if Conference.moments(self.case):
            yield WantedPaper.CONFERENCE, (gettext("pembahasan tercatat"), url_for("conferences.of_case", case_id=self.case.id))
        letter = Letter.select().where(Letter.care_team == self.case.care_team_id, Letter.state == LetterState.ISSUED,
                                       Letter.kind.in_(RECOMMENDING)).order_by(Letter.id.desc()).first()
        if letter:
            yield WantedPaper.RECOMMENDATION, (gettext("surat tanggal %(day)s", day=day(letter.date)), url_for("letters.show", id=letter.id))
