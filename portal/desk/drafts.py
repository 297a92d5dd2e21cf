"""Forms that were left half filled, in words, with the way back to each."""
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from flask_babel import gettext, lazy_pgettext
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException

from portal.tokens import FormToken

FORMS = {
    "reports.new": _("Laporan baru"),
    "reports.triage": _("Triase laporan"),
    "reports.verification": _("Verifikasi laporan"),
    "reports.disposition": _("Usulan tentang laporan"),
    "cases.new": _("Kasus baru"),
    "cases.contact": _("Kontak lapangan"),
    "cases.note": _("Catatan kejadian"),
    "cases.pause": _("Usulan jeda"),
    "clients.edit": _("Data klien"),
    "assessments.part": _("Bagian asesmen"),
    "assessments.review": _("Hasil asesmen"),
    "assessments.considerations.new": _("Pertimbangan khusus"),
    "services.new": _("Layanan dalam rencana"),
    "services.given": _("Layanan yang sudah diberikan"),
    "referrals.new": _("Rujukan baru"),
    "referrals.edit": lazy_pgettext("satu", "Rujukan"),
    "training.new_batch": _("Angkatan baru"),
    "training.follow_up": _("Tindak lanjut pelatihan"),
    "casefile.closure": _("Usulan penutupan"),
    "accounts.new": _("Pengguna baru"),
    "office.set_up": _("Data dinas"),
}
FEATURES = {
    "accounts": _("Pengguna"), "office": _("Dinas"), "decisions": _("Persetujuan"), "letters": _("Surat"), "clients": _("Klien"),
    "reports": _("Laporan"), "cases": _("Kasus"), "assessments": _("Asesmen"), "services": _("Layanan"), "referrals": _("Rujukan"),
    "training": _("Pelatihan"), "casefile": _("Kasus"), "files": _("Berkas"),
}


@dataclass(frozen=True)
class Draft:
    id: int
    what: str
    url: str
    at: datetime


def drafts_of(user):
    """The person's unfinished forms, the latest first; `at` is naive UTC."""
    return [Draft(token.id, said(token.path), token.address, token.drafted_at) for token in FormToken.drafts_of(user).limit(10)]


def said(path):
    """What form stands at an address."""
    endpoint = endpoint_of(path.partition("?")[0])
    return str(FORMS.get(endpoint) or FEATURES.get(endpoint.partition(".")[0]) or gettext("Formulir"))


def endpoint_of(path):
    """The endpoint behind a path; empty when there is none any more."""
    try:
        return current_app.url_map.bind("").match(path)[0]
    except HTTPException:
        return ""
