"""Only the ministry's programmes ask for a decile or an approved consideration; a basic service never waits for either."""
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from portal.rules.refused import Refused


class DtsenStatus(StrEnum):
    NOT_CHECKED = "not_checked"
    LISTED = "listed"
    NOT_LISTED = "not_listed"
    NIK_MISMATCH = "nik_mismatch"
    NO_NIK = "no_nik"


class DtsenSource(StrEnum):
    SIKS_NG = "siks_ng"
    CEK_BANSOS = "cek_bansos"
    BPS = "bps"
    VILLAGE_LETTER = "village_letter"
    EXTRACT = "siks_ng_extract"


class Programme(StrEnum):
    ATENSI = "atensi"
    PKH = "pkh"
    SEMBAKO = "sembako"
    PBI_JK = "pbi_jk"
    SEKOLAH_RAKYAT = "sekolah_rakyat"


class Verdict(StrEnum):
    ELIGIBLE = "eligible"
    NEEDS_CONSIDERATION = "needs_consideration"
    NOT_CHECKED = "not_checked"


class Because(StrEnum):
    BASIC_SERVICE = "basic_service"
    IN_DECILE = "in_decile"
    CONSIDERED = "considered"
    NEVER_CHECKED = "never_checked"
    ABOVE = "above"
    UNRANKED = "unranked"
    NOT_LISTED = "not_listed"
    NIK_MISMATCH = "nik_mismatch"
    NO_NIK = "no_nik"


class Why(StrEnum):
    DECILE_NEEDED = "decile_needed"
    DECILE_WITHOUT_LISTING = "decile_without_listing"
    NO_SUCH_DECILE = "no_such_decile"
    SHUT = "shut"


@dataclass(frozen=True)
class Eligibility:
    """Whether a programme is open, and the sentence that says why."""
    verdict: Verdict
    because: Because


UNRANKED = 0
DECILES = range(0, 11)
RECHECK = timedelta(days=90)  # DT-SEN is updated every three months (Inpres 4/2025)

# Kepmensos 79/HUK/2025: what the office's dated table (`programme_rule`) begins with. Sources differ on Sembako (1-4 or 1-5).
OPEN_TO = {
    Programme.ATENSI: frozenset({1, 2, 3, 4, 5}),
    Programme.PKH: frozenset({1, 2, 3, 4}),
    Programme.SEMBAKO: frozenset({1, 2, 3, 4}),
    Programme.PBI_JK: frozenset({1, 2, 3, 4, 5}),
    Programme.SEKOLAH_RAKYAT: frozenset({1, 2}),
}

NOT_RANKED = {DtsenStatus.NOT_LISTED: Because.NOT_LISTED, DtsenStatus.NIK_MISMATCH: Because.NIK_MISMATCH,
              DtsenStatus.NO_NIK: Because.NO_NIK}


def check(status, decile):
    """Refused unless a listed person has a decile 0 (not ranked) to 10, and nobody else has one."""
    if status == DtsenStatus.LISTED and decile is None:
        raise Refused(Why.DECILE_NEEDED)
    if status != DtsenStatus.LISTED and decile is not None:
        raise Refused(Why.DECILE_WITHOUT_LISTING)
    if decile is not None and decile not in DECILES:
        raise Refused(Why.NO_SUCH_DECILE)


def eligibility(programme, status, decile, consideration_approved, open_to):
    """The Eligibility for a ministry programme; `programme` None is a basic service, an emergency or training.

    `status` and `decile` are those of the latest DT-SEN check, `open_to` {Programme: deciles} the rules in force.
    `consideration_approved`: for this programme.
    """
    if programme is None:
        return Eligibility(Verdict.ELIGIBLE, Because.BASIC_SERVICE)
    if status == DtsenStatus.LISTED and decile in open_to[programme]:
        return Eligibility(Verdict.ELIGIBLE, Because.IN_DECILE)
    if consideration_approved:
        return Eligibility(Verdict.ELIGIBLE, Because.CONSIDERED)
    if status == DtsenStatus.NOT_CHECKED:
        return Eligibility(Verdict.NOT_CHECKED, Because.NEVER_CHECKED)
    if status == DtsenStatus.LISTED:
        return Eligibility(Verdict.NEEDS_CONSIDERATION, Because.UNRANKED if decile == UNRANKED else Because.ABOVE)
    return Eligibility(Verdict.NEEDS_CONSIDERATION, NOT_RANKED[status])


def recheck_due(checked_on):
    """The day on which a check of `checked_on` should be made anew."""
    return checked_on + RECHECK


def is_stale(checked_on, today):
    """Whether the check of `checked_on` is due to be made anew."""
    return today >= recheck_due(checked_on)
