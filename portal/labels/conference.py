"""The words for case conferences and their decisions."""
from flask_babel import lazy_gettext as _

from portal.rules import conference
from portal.rules.conference import ConferenceKind, ConferenceState, ConferenceStep, Reason, ResolutionState, ResolutionStep

WORDS = {
    ConferenceKind: {
        ConferenceKind.INTERNAL: _("Internal dinas"),
        ConferenceKind.CROSS_SECTOR: _("Lintas sektor"),
    },
    ConferenceState: {
        ConferenceState.DRAFT: _("Belum ditandatangani"),
        ConferenceState.SIGNED: _("Ditandatangani"),
        ConferenceState.CANCELLED: _("Dibatalkan"),
    },
    ConferenceStep: {
        ConferenceStep.SIGN: _("Catat tanda tangan"),
        ConferenceStep.CORRECT: _("Perbaiki isinya"),
        ConferenceStep.CANCEL: _("Batalkan pembahasan kasus"),
    },
    ResolutionState: {
        ResolutionState.OPEN: _("Berjalan"),
        ResolutionState.DONE: _("Selesai"),
        ResolutionState.DROPPED: _("Tidak dilanjutkan"),
    },
    ResolutionStep: {
        ResolutionStep.DO: _("Sudah dilaksanakan"),
        ResolutionStep.DROP: _("Tidak dilanjutkan"),
        ResolutionStep.REOPEN: _("Buka lagi keputusan ini"),
    },
    Reason: {
        Reason.EMERGENCY: _("tingkat kasus Darurat"),
        Reason.OUTSIDE_FAMILY: _("penempatan di luar keluarga diajukan"),
        Reason.CONSIDERATION: _("pertimbangan khusus diajukan"),
        Reason.REUNIFICATION: _("reunifikasi dengan keluarga direncanakan"),
        Reason.END_AFTER_VIOLENCE: _("kasus kekerasan seksual akan ditutup"),
    },
    conference.Why: {
        conference.Why.SIGNED: _("Berita acaranya sudah ditandatangani, jadi isinya tetap. Pilih “Perbaiki isinya” dan tulis alasannya dahulu."),
        conference.Why.CALLED_OFF: _("Pembahasan kasus ini sudah dibatalkan. Catat yang baru bila memang diadakan."),
        conference.Why.TOO_FEW: _("Pembahasan kasus dihadiri paling sedikit dua orang. Tulis siapa saja yang hadir."),
        conference.Why.DUE_BEFORE_MEETING: _("Batas waktu keputusan lebih awal daripada hari pembahasan kasus. Periksa tanggalnya."),
        conference.Why.DONE_BEFORE_MEETING: _("Waktunya lebih awal daripada pembahasan kasus yang memutuskannya. Periksa tanggalnya."),
        conference.Why.SIGNED_BEFORE_MEETING: _("Tanggal tanda tangan lebih awal daripada pembahasan kasusnya. Periksa tanggalnya."),
        conference.Why.SIGNED_IN_FUTURE: _("Tanggal tanda tangan belum tiba. Catat setelah berita acaranya ditandatangani."),
        conference.Why.EMPTIED: _("Keputusan yang sudah tercatat tidak dihapus. Tandai “Tidak dilanjutkan” dengan alasannya."),
        conference.Why.SETTLED: _("Salah satu keputusan sudah dilaksanakan atau tidak dilanjutkan, jadi tidak diubah lagi. Muat ulang halaman ini."),
        conference.Why.OUT_OF_SIGHT: _("Penanggung jawab dari dinas harus dapat melihat kasus ini. Tambahkan dahulu orangnya ke tim kasus."),
    },
}
