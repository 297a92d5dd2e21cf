"""The words for the papers of a course and for what leaves of it as a table."""
from flask_babel import lazy_gettext as _

from portal.rules import batch_paper
from portal.rules.batch_paper import BatchPaper

WORDS = {
    BatchPaper: {
        BatchPaper.ROSTER: _("Daftar peserta"),
        BatchPaper.BLANK_SHEET: _("Daftar hadir kosong"),
        BatchPaper.FILLED_SHEET: _("Daftar hadir terisi"),
        BatchPaper.ALLOWANCES: _("Tanda terima uang saku"),
        BatchPaper.CERTIFICATES: _("Konsep sertifikat"),
        BatchPaper.REPORT: _("Laporan angkatan"),
    },
    batch_paper.Why: {
        batch_paper.Why.TOO_MANY_DAYS: _("Ada %(count)s pertemuan, terlalu banyak untuk satu cetakan. Pilih satu bulan."),
        batch_paper.Why.NO_MEETINGS: _("Belum ada pertemuan yang tercatat dalam masa ini. Pilih bulan lain, atau cetak daftar hadir kosong."),
        batch_paper.Why.NOBODY_PASSED: _("Belum ada peserta yang dinyatakan lulus. Catat hasilnya lebih dahulu."),
        batch_paper.Why.NOBODY_TAUGHT: _("Belum ada peserta yang mendapat tempat di angkatan ini, jadi tidak ada yang diekspor."),
    },
}
