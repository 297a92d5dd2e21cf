"""A referral goes out on terms: of a running case, with a consent or what stands in for it, to a programme that is open."""
from datetime import datetime, time, timedelta
from enum import StrEnum

from portal.rules.decile import Programme, Verdict
from portal.rules.referral import ConsentBasis, InstitutionKind, Why
from portal.rules.refused import Refused

REPEAT_DAYS = 30


class Shared(StrEnum):
    """What of the client's identity may leave the office with the letter; without NAME it carries initials."""

    NAME = "name"
    BIRTH = "birth"
    SEX = "sex"
    NIK = "nik"
    ADDRESS = "address"
    CATEGORY = "category"


def check_case(is_open):
    """Refused when the case it would go out of no longer runs."""
    if not is_open:
        raise Refused(Why.CASE_CLOSED)


def check_consent(basis):
    """Refused when a referral goes out on no basis (None) or against a refusal."""
    if basis is None:
        raise Refused(Why.CONSENT_NEEDED)
    if basis == ConsentBasis.REFUSED:
        raise Refused(Why.CONSENT_REFUSED)


def programme_of(institution, ministry, urgent):
    """The ministry's programme that this place gives, or None for a basic service; an emergency waits for none (decisions 10)."""
    if urgent or not (ministry or institution in (InstitutionKind.SENTRA, InstitutionKind.PEOPLES_SCHOOL)):
        return None
    return Programme.SEKOLAH_RAKYAT if institution == InstitutionKind.PEOPLES_SCHOOL else Programme.ATENSI


def check_programme(verdict):
    """Refused when the place's programme is not open to the client; `verdict` is that of `decile.eligibility`."""
    if verdict == Verdict.NOT_CHECKED:
        raise Refused(Why.DECILE_UNKNOWN)
    if verdict == Verdict.NEEDS_CONSIDERATION:
        raise Refused(Why.CONSIDERATION_NEEDED)


def repeat_warning(last_to_same, today):
    """Whether the last referral of this client to this place, a date or None, lies thirty days back or less."""
    return last_to_same is not None and (today - last_to_same).days <= REPEAT_DAYS


def paper_due(handed_at, calendar):
    """When the letter must be issued at the latest after an urgent hand-over: closing time of the next working day, local."""
    _, closes = next(calendar.spans(datetime.combine(handed_at.date() + timedelta(1), time())))
    return closes
