"""Whose word it takes to serve, share or photograph, and what stands on a day: given, a legal basis instead, refused, withdrawn, or nothing yet.

UU 27/2022: art. 20 (bases), 22 (written or recorded), 25 (children: parent or guardian), 26 (persons with disability, suitable communication);
a child of seven or more is asked as well, in simple language, and their no is heard (domain 8.2.6).
"""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.age import is_child
from portal.rules.client import ConsentKind
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused

ASKED_FROM = 7


class Manner(StrEnum):
    """How an answer was given."""

    SIGNED = "signed"
    THUMB = "thumb"
    RECORDED = "recorded"
    ORAL = "oral"


class Instead(StrEnum):
    """Why the office acts on a legal basis and not on a consent."""

    GUARDIAN_UNKNOWN = "guardian_unknown"
    GUARDIAN_AWAY = "guardian_away"
    GUARDIAN_HARMS = "guardian_harms"
    UNABLE = "unable"
    DANGER = "danger"
    OTHER = "other"


class Voice(StrEnum):
    """Who says something of a consent."""

    GUARDIAN = "guardian"
    CLIENT = "client"
    OFFICE = "office"


class ConsentState(StrEnum):
    GIVEN = "given"
    BASIS = "basis"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    MISSING = "missing"


class Assent(StrEnum):
    """What a child says for themselves."""

    NOT_ASKED = "not_asked"
    MISSING = "missing"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ConsentPaper(StrEnum):
    """The forms on paper; ASSENT is the child's own, in simple words."""

    SERVICE = "service"
    ASSENT = "assent"
    SHARING = "sharing"
    PHOTO = "photo"
    WITHDRAWAL = "withdrawal"


class Why(StrEnum):
    EXPLOITER = "exploiter"
    GIVER_NEEDED = "giver_needed"
    NOT_YET = "not_yet"
    INSTITUTION_NEEDED = "institution_needed"
    TOO_YOUNG = "too_young"
    ADULT_SPEAKS = "adult_speaks"
    WITNESS_NEEDED = "witness_needed"
    REASON_NEEDED = "reason_needed"
    BEFORE_CONSENT = "before_consent"
    WITHDRAWN_ALREADY = "withdrawn_already"


SPEAKS = {
    ConsentBasis.GUARDIAN: Voice.GUARDIAN, ConsentBasis.REFUSED: Voice.GUARDIAN,
    ConsentBasis.OWN: Voice.CLIENT, ConsentBasis.OWN_REFUSED: Voice.CLIENT,
    ConsentBasis.VITAL_INTEREST: Voice.OFFICE, ConsentBasis.PUBLIC_TASK: Voice.OFFICE,
}
LEGAL = (ConsentBasis.VITAL_INTEREST, ConsentBasis.PUBLIC_TASK)
NO = (ConsentBasis.REFUSED, ConsentBasis.OWN_REFUSED)


@dataclass(frozen=True)
class Said:
    """One answer on record, in the order of recording. `child`: the client was one that day (None: not known); `harmful`: whoever gave it may
    be the one who harms; `ended`: withdrawn from that day on; `record`: whatever the caller wants to find again."""

    kind: ConsentKind
    basis: ConsentBasis
    on: date
    ended: date | None = None
    institution: int | None = None
    child: bool | None = None
    harmful: bool = False
    record: object = None

    @property
    def voice(self):
        return SPEAKS[self.basis]


@dataclass(frozen=True)
class Stand:
    """What stands: `needed` is whose word it takes, `last` the Said that decides or None, `assent` what the child says."""

    state: ConsentState
    needed: Voice
    last: Said | None = None
    assent: Assent = Assent.NOT_ASKED

    @property
    def in_force(self):
        """Whether there is something to act on."""
        return self.state in (ConsentState.GIVEN, ConsentState.BASIS)


def agrees(basis):
    """Whether somebody agreed: not a refusal, nor the office acting by itself."""
    return basis in (ConsentBasis.GUARDIAN, ConsentBasis.OWN)


def needed(years):
    """Whose word it takes at this age; whoever may still be a child (None: age not known) needs a guardian."""
    return Voice.CLIENT if is_child(years) is False else Voice.GUARDIAN


def is_asked(years):
    """Whether a client of this age is asked for their own assent beside the guardian's consent."""
    return needed(years) == Voice.GUARDIAN and (years is None or years >= ASKED_FROM)


def stand(answers, kind, *, on, years, institution=None):
    """The Stand on the day `on` of a client who is `years` old then; sharing is asked per `institution`.

    A later word replaces an earlier one. A guardian's word for a child ends with childhood; that of a guardian of an adult with a disability
    counts beside the adult's own (art. 26). A word of who may be the one who harms counts neither way. A legal basis stands until somebody
    who may decide says otherwise after it.
    """
    heard = [each for each in answers if each.kind == kind and each.on <= on and _is_about(each, institution) and not _is_suspect(each)]
    asked = needed(years)
    deciding = [each for each in heard if _decides(each, asked, on)]
    last = _last(deciding, on)
    return Stand(_state(last, on), asked, last, _assent([each for each in heard if each.voice == Voice.CLIENT], on, years))


def _is_about(said, institution):
    """A no without a place is a no to every place; a yes is never more than it says."""
    return said.kind != ConsentKind.SHARING or said.institution == institution or (said.institution is None and said.basis in NO)


def _is_suspect(said):
    return said.harmful and said.voice == Voice.GUARDIAN


def _decides(said, asked, on):
    """Whether this word settles the matter for a client whose `asked` voice is needed; a legal basis does until it is ended."""
    if said.voice == Voice.OFFICE:
        return not _has_ended(said, on)
    return said.child is False if asked == Voice.CLIENT else said.voice == Voice.GUARDIAN


def _last(said, on):
    """The word that was said last by this day; a withdrawal is a word as well."""
    moments = [(each.ended if _has_ended(each, on) else each.on, n, each) for n, each in enumerate(said)]
    return max(moments, key=lambda moment: moment[:2])[2] if moments else None


def _has_ended(said, on):
    return said.ended is not None and said.ended <= on


def _state(last, on):
    if last is None:
        return ConsentState.MISSING
    if _has_ended(last, on):
        return ConsentState.MISSING if last.basis in NO else ConsentState.WITHDRAWN
    if last.basis in NO:
        return ConsentState.REFUSED
    return ConsentState.BASIS if last.voice == Voice.OFFICE else ConsentState.GIVEN


def _assent(words, on, years):
    if not is_asked(years):
        return Assent.NOT_ASKED
    return Assent(str(_state(_last(words, on), on)))


def may_record(basis, *, kind, years, given_by, given_on, today, harmful=False, institution=None, manner=None, witness="", why=None, note=""):
    """Refused for an answer that can't be one: of the future, of nobody, of who may be the one who harms, to no place, of a small child.

    `years` on the day it was given. `harmful`: the giver is noted as who may harm; then the office acts on a legal basis (art. 20).
    """
    voice = SPEAKS[basis]
    if given_on > today:
        raise Refused(Why.NOT_YET)
    if kind == ConsentKind.SHARING and institution is None:
        raise Refused(Why.INSTITUTION_NEEDED)
    if voice == Voice.GUARDIAN:
        _check_guardian(basis, years, given_by, harmful, note)
    if voice == Voice.CLIENT and years is not None and years < ASKED_FROM:
        raise Refused(Why.TOO_YOUNG)
    if voice == Voice.OFFICE and (why in (None, Instead.OTHER)) and not note.strip():
        raise Refused(Why.REASON_NEEDED)
    if manner == Manner.ORAL and not witness.strip() and voice == needed(years):
        raise Refused(Why.WITNESS_NEEDED)


def _check_guardian(basis, years, given_by, harmful, note):
    if not given_by.strip():
        raise Refused(Why.GIVER_NEEDED)
    if harmful and basis == ConsentBasis.GUARDIAN:
        raise Refused(Why.EXPLOITER)
    if needed(years) == Voice.CLIENT and not note.strip():
        raise Refused(Why.ADULT_SPEAKS)


def may_withdraw(*, given_on, withdrawn_on, on, today):
    """Refused for a second withdrawal, one of the future, or one before the consent itself."""
    if withdrawn_on is not None:
        raise Refused(Why.WITHDRAWN_ALREADY)
    if on > today:
        raise Refused(Why.NOT_YET)
    if on < given_on:
        raise Refused(Why.BEFORE_CONSENT)
