"""Forms that were left half filled, in words, with the way back to each; and what a page is told when it sends a draft."""
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

from flask import current_app
from flask_babel import gettext, lazy_pgettext
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException

from portal.desk.subjects import headings, subject_of
from portal.labels import label
from portal.phrases import to_the_second
from portal.rules.drafts import MOST, Keeping
from portal.tokens import FormToken

SHOWN = 3
STATUS = {Keeping.KEPT: 200, Keeping.OVERTAKEN: 204, Keeping.SAVED: 204, Keeping.UNKNOWN: 404, Keeping.TOO_LARGE: 413}
FORMS = {
    "accounts.deactivate": _("Penonaktifan pengguna"),
    "accounts.delegations.end": _("Akhir pelimpahan wewenang"),
    "accounts.delegations.new": _("Pelimpahan wewenang"),
    "accounts.edit": _("Data pengguna"),
    "accounts.new": _("Pengguna baru"),
    "accounts.roles": _("Peran pengguna"),
    "assessments.considerations.again": _("Pertimbangan khusus"),
    "assessments.considerations.answer": _("Jawaban Sentra"),
    "assessments.considerations.coordination": _("Koordinasi dengan Sentra"),
    "assessments.considerations.new": _("Pertimbangan khusus"),
    "assessments.considerations.updates.outcome": _("Hasil usul pemutakhiran DT-SEN"),
    "assessments.considerations.updates.proposal": _("Usul pemutakhiran DT-SEN"),
    "assessments.papers.case_blank": _("Formulir asesmen kosong"),
    "assessments.papers.options": _("Cetakan asesmen"),
    "assessments.part": _("Asesmen, bagian %(n)s"),
    "assessments.review": _("Pengajuan asesmen"),
    "casefile.closure": _("Usulan penutupan"),
    "casefile.reopening": _("Usulan pembukaan kembali"),
    "casefile.sheet": _("Cetakan kasus"),
    "casefile.show": _("Alasan melihat kasus"),
    "casefile.social_report.options": _("Cetakan laporan sosial"),
    "cases.cancel": _("Pembatalan kasus"),
    "cases.category": _("Kategori kasus"),
    "cases.contact": _("Kontak lapangan"),
    "cases.glass": _("Alasan melihat kasus"),
    "cases.level": _("Usulan tingkat"),
    "cases.lifting": _("Usulan mencabut status terbatas"),
    "cases.new": _("Kasus baru"),
    "cases.note": _("Catatan kejadian"),
    "cases.pause": _("Usulan jeda"),
    "cases.team": _("Tim kasus"),
    "clients.alias": _("Nama lain klien"),
    "clients.amend_relation": _("Orang di sekitar klien"),
    "clients.apart": _("Dua klien yang berbeda"),
    "clients.consent": _("Persetujuan klien"),
    "clients.correct_check": _("Perbaikan cek DT-SEN"),
    "clients.dtsen": _("Cek DT-SEN"),
    "clients.edit": _("Data klien"),
    "clients.kin": _("Salinan dari saudara"),
    "clients.merge": _("Penggabungan klien"),
    "clients.relation": _("Orang di sekitar klien"),
    "clients.show": _("Alasan melihat klien"),
    "clients.twin": _("Penggabungan klien"),
    "clients.withdrawal": _("Pencabutan persetujuan"),
    "conferences.edit": _("Pembahasan kasus"),
    "conferences.new": _("Pembahasan kasus"),
    "conferences.papers.make": _("Cetakan berita acara"),
    "conferences.resolution": _("Hasil keputusan"),
    "correspondence.certificates.issue": _("Penerbitan sertifikat"),
    "correspondence.issue": _("Penerbitan surat"),
    "correspondence.new": _("Surat baru"),
    "correspondence.wording": _("Isi surat"),
    "extracts.new": _("Daftar DT-SEN"),
    "extracts.show": _("Daftar DT-SEN"),
    "files.limit": _("Batas berkas"),
    "imports.alike": _("Klien impor yang mungkin sudah ada"),
    "imports.new": _("Impor daftar"),
    "imports.run": _("Impor daftar"),
    "letters.book": _("Catatan surat dari luar Sigap"),
    "letters.correct": _("Catatan surat dari luar Sigap"),
    "letters.settings.book": _("Buku nomor surat"),
    "letters.settings.code": _("Kode klasifikasi"),
    "letters.settings.new_book": _("Buku nomor surat"),
    "letters.settings.new_code": _("Kode klasifikasi"),
    "letters.settings.skipped": _("Nomor tanpa surat"),
    "letters.settings.template": _("Kalimat surat"),
    "office.amend_holiday": _("Hari libur"),
    "office.appoint": _("Pejabat baru"),
    "office.correct_hours": _("Jam khusus"),
    "office.edit": _("Data dinas"),
    "office.hours": _("Jam kerja"),
    "office.leave": _("Pejabat berhenti"),
    "office.new_targets": _("Target 4CT"),
    "office.official": _("Data pejabat"),
    "office.programmes.new": _("Aturan program kementerian"),
    "office.set_up": _("Data dinas"),
    "office.special_hours": _("Jam khusus"),
    "office.replies": _("Tenggat balasan tiket"),
    "office.answers": _("Batas jawaban rujukan"),
    "office.sight": _("Akses petugas"),
    "outreach.come_back": _("Kepulangan tim"),
    "outreach.departure": _("Keberangkatan tim"),
    "outreach.edit": _("Rencana penjangkauan"),
    "outreach.finding.met": _("Anak yang ditemui"),
    "outreach.finding.result": _("Hasil kunjungan"),
    "outreach.finding.visit": _("Hasil kunjungan"),
    "outreach.new": _("Penjangkauan baru"),
    "outreach.papers.letter": _("Penerbitan surat tugas"),
    "outreach.show": _("Yang dicari penjangkauan"),
    "recap.leaving.ask": _("Ekspor daftar"),
    "recap.spm.year": _("Anggaran SPM"),
    "referrals.edit": lazy_pgettext("satu", "Rujukan"),
    "referrals.institutions.edit": _("Data lembaga"),
    "referrals.institutions.new": _("Lembaga baru"),
    "referrals.new": _("Rujukan baru"),
    "referrals.steps.answer": _("Jawaban lembaga"),
    "referrals.steps.elsewhere": _("Lembaga berikutnya"),
    "referrals.steps.feedback": _("Umpan balik rujukan"),
    "referrals.steps.handover": _("Serah terima"),
    "referrals.steps.instead": _("Tindak lanjut rujukan"),
    "referrals.steps.letter": _("Penerbitan surat"),
    "referrals.steps.sending": _("Pengiriman rujukan"),
    "referrals.submission": _("Pengajuan rujukan"),
    "reports.add_person": _("Orang dalam laporan"),
    "reports.cancel": _("Pembatalan laporan"),
    "reports.correct_person": _("Orang dalam laporan"),
    "reports.correction": _("Perbaikan laporan"),
    "reports.disposition": _("Usulan tentang laporan"),
    "reports.lifting": _("Usulan mencabut status terbatas"),
    "reports.many": _("Laporan beberapa anak"),
    "reports.merge": _("Penggabungan laporan"),
    "reports.new": _("Laporan baru"),
    "reports.person": _("Orang dalam laporan"),
    "reports.reply": _("Balasan laporan"),
    "reports.tell": _("Kabar untuk pelapor"),
    "reports.show": _("Alasan melihat laporan"),
    "reports.triage": _("Triase laporan"),
    "reports.verification": _("Verifikasi laporan"),
    "services.delivery": _("Pemberian layanan"),
    "services.given": _("Layanan yang sudah diberikan"),
    "services.need": _("Kebutuhan klien"),
    "services.new": _("Layanan dalam rencana"),
    "services.outside.again": _("Usulan pengasuhan sementara"),
    "services.outside.new": _("Usulan pengasuhan sementara"),
    "services.outside.review": _("Peninjauan pengasuhan"),
    "services.planning": _("Rencana beberapa layanan"),
    "services.plan": _("Rencana layanan"),
    "training.attendance": _("Kehadiran pelatihan"),
    "training.cancel_batch": _("Pembatalan angkatan"),
    "training.departure": _("Berhenti dari pelatihan"),
    "training.supervision": _("Rencana pengawasan pelatihan"),
    "training.edit_batch": _("Data angkatan"),
    "training.edit_programme": _("Data program"),
    "training.follow_up": _("Tindak lanjut pelatihan"),
    "training.new_batch": _("Angkatan baru"),
    "training.new_meeting": _("Pertemuan baru"),
    "training.new_programme": _("Program baru"),
    "training.papers": _("Cetakan angkatan"),
    "training.place": _("Usulan penempatan"),
    "training.result": _("Hasil pelatihan"),
    "training.result_correction": _("Perbaikan hasil pelatihan"),
    "training.visit": _("Perbaikan kunjungan bimbingan lanjut"),
    "training.write_results": _("Hasil semua peserta"),
}
FEATURES = {
    "accounts": _("Pengguna"), "office": _("Dinas"), "decisions": _("Persetujuan"), "letters": _("Surat"), "clients": _("Klien"),
    "reports": _("Laporan"), "cases": _("Kasus"), "conferences": _("Pembahasan kasus"), "outreach": _("Penjangkauan"),
    "assessments": _("Asesmen"), "services": _("Layanan"), "referrals": _("Rujukan"), "correspondence": _("Surat"),
    "training": _("Pelatihan"), "casefile": _("Kasus"), "files": _("Berkas"),
    "imports": _("Impor"), "extracts": _("Daftar DT-SEN"), "recap": _("Rekap"),
}


@dataclass(frozen=True)
class Draft:
    """A form left half filled: which, about which record (number and initials, or nothing), where, and when (naive UTC)."""

    id: int
    what: str
    about: str
    url: str
    at: datetime


@dataclass(frozen=True)
class Drafts:
    """The latest of a person's drafts, and how many there are."""

    rows: list
    count: int


def drafts_of(user, most=MOST):
    """The person's Drafts, the latest first. A record that is out of their reach by now stands without its number."""
    forms = list(FormToken.drafts_of(user))
    places = {form.id: place(form.path) for form in forms[:most]}
    about = headings({key: subject_of(*found) for key, found in places.items()}, user)
    rows = [Draft(form.id, said(form.path), about.get(form.id, ""), form.address, form.drafted_at) for form in forms[:most]]
    return Drafts(rows, len(forms))


def said(path):
    """What form stands at an address."""
    endpoint, about = place(path)
    words = FORMS.get(endpoint) or FEATURES.get(endpoint.partition(".")[0])
    return str(words) % about if words else gettext("Formulir")


def place(path):
    """(the endpoint behind an address, what it was asked about); ("", {}) when there is none any more."""
    path, _, asked = path.partition("?")
    try:
        endpoint, about = current_app.url_map.bind("").match(path)
    except HTTPException:
        return "", {}
    return endpoint, dict(parse_qsl(asked)) | about


def answer(told, form):
    """What the page that sent a draft is told: a sentence, and where the draft is carried on."""
    sentence = str(label(told)) % {"time": to_the_second(form.drafted_at) if told is Keeping.KEPT else "", "most": MOST}
    headers = {"Content-Type": "text/plain; charset=utf-8"} | ({"Draft": form.address} if told is Keeping.KEPT else {})
    return sentence, STATUS.get(told, 409), headers
