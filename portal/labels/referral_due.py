"""The words for what a referral still asks for, and for telling a reporter."""
from flask_babel import lazy_gettext as _

from portal.rules import referral_due
from portal.rules.referral_due import Owed

WORDS = {
    Owed: {
        Owed.LETTER: _("Terbitkan surat rujukan yang menyusul"),
        Owed.ISSUE: _("Terbitkan surat rujukan"),
        Owed.SEND: _("Kirim surat rujukan"),
        Owed.ANSWER: _("Tanyakan jawaban rujukan"),
        Owed.PAPERS: _("Lengkapi berkas yang diminta lembaga"),
        Owed.PLACE: _("Tanyakan daftar tunggu"),
        Owed.HAND_OVER: _("Serah terima klien ke lembaga"),
        Owed.FEEDBACK: _("Tanyakan perkembangan klien di lembaga"),
        Owed.ELSEWHERE: _("Pilih lembaga berikutnya"),
        Owed.ANEW: _("Rencanakan lagi: klien kembali dari lembaga"),
    },
    referral_due.Why: {
        referral_due.Why.STILL_IN_TIME: _("Batas jawabannya belum lewat. Tanyakan dahulu kepada lembaganya."),
        referral_due.Why.NOTHING_ASKED: _("Rujukan ini belum ditolak dan batas jawabannya belum lewat. Catat dahulu jawaban lembaganya."),
        referral_due.Why.FOLLOWED_ALREADY: _("Rujukan ini sudah dilanjutkan dengan %(number)s."),
        referral_due.Why.PAPERS_UNNAMED: _("Tulis berkas apa yang diminta lembaga, satu per baris."),
        referral_due.Why.PROMISED_BEFORE: _("Tanggal yang dijanjikan lebih awal daripada jawabannya. Periksa tanggalnya."),
        referral_due.Why.BEFORE_THE_STEP: _("Waktu ini lebih awal daripada langkah rujukan sebelumnya. Periksa tanggal dan jamnya."),
    },
}
