"""What whoever writes a referral, and whoever decides on it, should have read: sentences, the most serious first."""
from flask_babel import gettext

from portal.assessments.considerations import entitlement
from portal.phrases import day, hindrance
from portal.rules.consent import ConsentState
from portal.rules.decile import Verdict
from portal.rules.institution_kinds import asks_initials

SHUT = (Verdict.NOT_CHECKED, Verdict.NEEDS_CONSIDERATION)


def cautions(row):
    """The warnings about a referral as it stands, kept or being written."""
    return [said for warning in (consent, programme, repeat, exploiter, inactive, unchecked, initials) if (said := warning(row))]


def consent(row):
    """Why it could not be put to a manager for want of a consent or a basis."""
    if row.basis is None and row.stand.state == ConsentState.MISSING:
        return gettext("Persetujuan berbagi data dengan %(place)s belum tercatat. Catat dahulu, atau pilih dasar hukum beserta alasannya.",
                       place=row.institution.name)
    return hindrance(row.check_consent)


def programme(row):
    """That the ministry's programme of this place is not open to the client, and why."""
    opening = entitlement(row.case, row.programme)
    return opening.sentence if opening.verdict in SHUT else ""


def repeat(row):
    return row.repeats and gettext("Klien ini sudah dirujuk ke lembaga yang sama pada %(day)s, kurang dari 30 hari yang lalu. Pastikan rujukan baru "
                                   "memang perlu.", day=day(row.repeats))


def exploiter(row):
    return row.leans_on_exploiter and gettext("Persetujuan berasal dari wali, padahal ada wali yang tercatat mungkin merugikan klien. Pertimbangkan "
                                              "dasar lain.")


def inactive(row):
    return not row.institution.active and gettext("%(place)s tercatat tidak bekerja sama lagi. Pilih lembaga lain.", place=row.institution.name)


def unchecked(row):
    return row.institution.unchecked and gettext("Data %(place)s belum diperiksa siapa pun. Pastikan nama, alamat, dan berkasnya.",
                                                 place=row.institution.name)


def initials(row):
    return asks_initials(row.institution.kind, row.secrecy, row.shares) and gettext(
        "Lembaga ini biasanya tidak melayani klien langsung. Cukup inisial: kosongkan Nama lengkap bila tidak perlu.")
