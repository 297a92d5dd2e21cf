"""A letter being written: begun from the office's words, worded by hand, issued as it was last looked at, cancelled with a reason."""
from datetime import datetime
from functools import cached_property

from flask import g, request

from portal import audit, clock
from portal.audit import Event
from portal.correspondence import blocks
from portal.correspondence.agreeing import agreement
from portal.correspondence.beginning import beginning
from portal.correspondence.matters import Matter
from portal.db import db, fingerprint
from portal.labels import label
from portal.letters.models import Letter
from portal.phrases import hindrance, lines
from portal.referrals.institutions import Institution
from portal.rules import certificate, letter_kind
from portal.rules import correspondence as rules
from portal.rules.correspondence import SORTS, About, More, To
from portal.rules.letter import LetterState, LetterStep
from portal.rules.referral import ConsentBasis
from portal.rules.referral_terms import Shared

COLUMNS = ("regarding", "addressee", "addressee_place", "attachments", "secrecy", "urgency")
WORDED = ("opening", "closing", "content", "copies", "facts", "rows", "guests", "meeting_place", "consent", "consent_note")
FREE = ("opening", "closing", "content", "copies", "guests", "meeting_place", "addressee", "addressee_place", "attachments")


class Writing:
    """One letter and what it is about. What was worded stands in `Letter.wording` and in the letter's own columns."""

    def __init__(self, letter, matter=None):
        self.letter, self.matter, self.kind = letter, matter or Matter.of(letter), letter.kind

    @classmethod
    def of(cls, user):
        """The letters of our kinds that this person may work on."""
        return Letter.whole_to(user).where(Letter.kind.in_([str(kind) for kind in SORTS]), Letter.about.in_([str(about) for about in About]))

    @classmethod
    def at_work(cls, id):
        """One of them, for whoever asks."""
        return cls(cls.of(g.user).where(Letter.id == id).get())

    @classmethod
    def opened(cls, id):
        """The same; that it was looked at is on the trail."""
        writing = cls.at_work(id)
        if request.method == "GET":
            audit.note(Event.READ, writing.letter, by=g.user)
        return writing

    @classmethod
    def begin(cls, matter, kind, *, by, institution=None, **asked):
        """A draft with the office's words for this kind and the least of the identity."""
        db.lock()
        matter.check_new(kind)
        place = matter.place_for(kind) or institution
        rules.check_place(kind, place)
        rules.check_meeting(asked.get("meeting_at"), clock.now())
        told = beginning(matter, kind, place, asked, by)
        letter = Letter.draft(matter.record, by=by, care_team=matter.team(by), names=matter.names_for(by), kind=kind, code=told["code"],
                              wording=kept(told), **composed(matter, kind, told))
        return cls(letter, matter)

    @property
    def sort(self):
        return SORTS[self.kind]

    @property
    def is_draft(self):
        return self.letter.state == LetterState.DRAFT

    @property
    def is_cancelled(self):
        return self.letter.state == LetterState.CANCELLED

    @property
    def tells_numbers(self):
        """Whether its paper carries a number that stands for a person."""
        return bool({Shared.NIK, *More} & {*self.told["facts"]})

    @property
    def heading(self):
        """The kind, and number and initials of what it is about: what may stand in a title."""
        return f"{label(self.kind)} · {self.matter.heading}"

    @cached_property
    def told(self):
        """Everything that was worded, by the names of its form."""
        wording, place, consent = self.letter.wording, self.letter.wording["institution"], self.letter.wording["consent"]
        return {**wording, **{name: getattr(self.letter, name) for name in COLUMNS}, "meeting_at": meeting_of(self.letter),
                "institution": Institution.get_by_id(place) if place else None, "consent": consent and ConsentBasis(consent)}

    def typed(self, **words):
        """The same letter as it would be with what is typed now; nothing is kept."""
        other = Writing(self.letter, self.matter)
        other.told = self.told | words
        return other

    @property
    def agreement(self):
        """What lets it tell its institution of the client; None where it tells no place."""
        return agreement(self.matter, self.kind, self.told, left=not self.is_draft)

    @property
    def held_back(self):
        """The sentence that says why it may not be issued, or copied, now; empty when it may."""
        return hindrance(self._check_issue, g.user) if self.is_draft else hindrance(self.check_copies)

    @property
    def text(self):
        """The values of a Letter's columns: of a draft composed anew, else as it was issued."""
        if self.is_draft:
            return composed(self.matter, self.kind, self.told)
        return {name: getattr(self.letter, name) for name in (*COLUMNS, "copies", "body")}

    @property
    def looked(self):
        """How the text stands: whoever issues it issues what they have read."""
        return fingerprint(self.text | self.matter.frozen({}))

    def word(self, *, by, seen=None, **typed):
        """Keep what was worded; a name or number that is not ticked does not slip in by it."""
        self.check_draft()
        rules.check_meeting(typed.get("meeting_at"), clock.now())
        told = self.told | typed
        check_words(self.matter, told, by)
        self.letter.change(by=by, seen=seen, wording=kept(told), **composed(self.matter, self.kind, told))
        return self

    def check_draft(self):
        """Refused once it was issued or cancelled: it stays as it is."""
        rules.check_draft(self.letter.state)

    def check_copies(self):
        """Refused for copies of an issued letter against a no that was said since; a draft and a cancelled one say what they are."""
        if self.letter.state == LetterState.ISSUED:
            self.matter.check_copies(self.letter)
            self._check_leaving()

    def issue(self, official, *, by, looked=None, seen=None, **signing):
        """Give it number and date, with the text as it was looked at; what may hold it back is asked once more.

        `looked`: how the text stood on the page it is issued from; None where nobody read a page.
        """
        db.lock()
        self.matter = Matter.of(self.letter)
        frozen = self.text
        if self.is_draft:
            self._check_issue(by)
            rules.check_same(looked in (None, self.looked))
            frozen |= self.matter.frozen(self.letter.wording)
        self.letter.issue(official, by=by, seen=seen, **signing, **frozen)
        return self._followed(by)

    def _check_issue(self, by):
        self.matter.check(self.kind)
        rules.check_meeting(self.told["meeting_at"], clock.now())
        rules.check_complete(self.kind, self.told)
        letter_kind.check_filled(self.told["regarding"], *(self.told[name] for name in FREE))
        certificate.check_named(self.kind, self.told["facts"], self.matter.client and self.matter.client.name)
        check_words(self.matter, self.told, by)
        self._check_leaving()

    def _check_leaving(self):
        if self.agreement:
            self.agreement.check_leaving()

    def cancel(self, *, by, reason, seen=None):
        """Not needed any more or wrong; a number that it has stays in the register."""
        self.letter.move(LetterStep.CANCEL, by=by, seen=seen, reason=reason)
        return self._followed(by)

    def _followed(self, by):
        """What its record does when it was issued or cancelled."""
        self.matter.follow(self.letter, by=by)
        return self


def composed(matter, kind, told):
    """What was worded as the values of a Letter's columns."""
    agreed = agreement(matter, kind, told)
    guests = blocks.to_guests(told) if SORTS[kind].to == To.GUESTS else {}
    return {**{name: told[name] for name in COLUMNS}, **guests, "copies": lines(told["copies"]),
            "body": blocks.body(kind, matter, told, agreed.grounds if agreed else "")}


def kept(told):
    """What was worded as it is kept: plain values."""
    at, place = told["meeting_at"], told["institution"]
    return {**{name: told[name] for name in WORDED}, "facts": [str(each) for each in told["facts"]], "meeting_at": at and at.isoformat(),
            "institution": place and place.id}


def check_words(matter, told, by):
    """Refused while the subject line names somebody, or any of the words what is not ticked to be told."""
    names = matter.names_for(by)
    letter_kind.check_regarding(told["regarding"], names)
    rules.check_told(told["facts"], matter.referred)
    for words in (*(told[name] for name in FREE), *(cell for row in told["rows"] for cell in row)):
        rules.check_text(words, names, told["facts"])


def meeting_of(letter):
    """When those whom a summons invites meet (naive UTC), or None."""
    at = letter.wording["meeting_at"]
    return at and datetime.fromisoformat(at)
