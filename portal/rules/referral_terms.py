"""A referral goes out on terms: of a running case, with a consent or what stands in for it, to a programme that is open."""
from enum import StrEnum

from portal.rules.consent import LEGAL, NO, Assent, ConsentState
from portal.rules.decile import Programme, Verdict
from portal.rules.referral import ConsentBasis, InstitutionKind, Why
from portal.rules.refused import Refused
from portal.rules.workdays import closing_of

REPEAT_DAYS = 30
SAID_NO = {ConsentState.REFUSED: Why.CONSENT_REFUSED, ConsentState.WITHDRAWN: Why.CONSENT_WITHDRAWN}
ANSWER_DAYS = 7


class Shared(StrEnum):
    """What of the client's identity may leave the office with the letter; without NAME it carries initials."""

    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    NIK = "nik"
    ADDRESS = "address"
    CATEGORY = "category"


# What a new referral shares until its writer ticks more (domain 5.2: the minimum necessary).
MINIMUM = (Shared.NAME, Shared.BIRTH, Shared.SEX, Shared.CATEGORY)


def check_case(is_open):
    """Refused when the case it would go out of no longer runs."""
    if not is_open:
        raise Refused(Why.CASE_CLOSED)


def check_consent(basis, stand, *, reason="", emergency=False):
    """Refused when a referral goes out on no basis (None), against a no, or on a consent that nobody gave for this institution.

    `basis` is what the writer leans on: GUARDIAN and OWN on what is on record, whose `stand` is that of sharing with the institution; the others
    are a legal basis, which needs its reason. Against a no only an emergency's vital interest goes out, or a legal basis recorded after it.
    """
    if basis is None:
        raise Refused(Why.CONSENT_NEEDED)
    if basis in NO:
        raise Refused(Why.CONSENT_REFUSED)
    if stand.state in SAID_NO and not (emergency and basis == ConsentBasis.VITAL_INTEREST):
        raise Refused(SAID_NO[stand.state])
    if basis not in LEGAL and stand.state != ConsentState.GIVEN:
        raise Refused(Why.CONSENT_NOT_RECORDED)
    if basis in LEGAL and not reason.strip():
        raise Refused(Why.BASIS_REASON)
    if stand.assent in (Assent.REFUSED, Assent.WITHDRAWN) and not reason.strip():
        raise Refused(Why.CHILD_SAID_NO)


def check_leaving(basis, stand, *, reason="", emergency=False, left=False):
    """The same for a letter that a manager has approved: a legal basis recorded for the institution meanwhile carries it as well.

    `left`: it was sent before; then only a no holds further copies back.
    """
    if stand.state != ConsentState.BASIS and not (left and stand.state == ConsentState.MISSING):
        check_consent(basis, stand, reason=reason, emergency=emergency)


def programme_of(institution, ministry, urgent):
    """The ministry's programme that this place gives, or None for a basic service; an emergency waits for none (decisions 10)."""
    if urgent or not (ministry or institution in (InstitutionKind.SENTRA, InstitutionKind.PEOPLES_SCHOOL)):
        return None
    return Programme.SEKOLAH_RAKYAT if institution == InstitutionKind.PEOPLES_SCHOOL else Programme.ATENSI


def check_programme(verdict, sentence=""):
    """Refused when the place's programme is not open to the client; `verdict` is that of `decile.eligibility`, `sentence` says it."""
    if verdict == Verdict.NOT_CHECKED:
        raise Refused(Why.DECILE_UNKNOWN, sentence=sentence)
    if verdict == Verdict.NEEDS_CONSIDERATION:
        raise Refused(Why.CONSIDERATION_NEEDED, sentence=sentence)


def repeat_warning(last_to_same, today):
    """Whether the last referral of this client to this place, a date or None, lies thirty days back or less."""
    return last_to_same is not None and (today - last_to_same).days <= REPEAT_DAYS


def paper_due(handed_at, calendar):
    """When the letter must be issued at the latest after an urgent hand-over: closing time of the next working day, local."""
    return closing_of(handed_at, 1, calendar)
