"""The words of the recapitulations: periods, dimensions, and what is refused."""
from flask_babel import lazy_gettext as _

from portal.rules import period
from portal.rules.period import Span
from portal.rules.spm import Achievement
from portal.rules.ticket import Reply

WORDS = {
    Span: {
        Span.MONTH: _("Bulan"),
        Span.QUARTER: _("Triwulan"),
        Span.YEAR: _("Tahun"),
        Span.FREE: _("Rentang tanggal"),
    },
    Achievement: {
        Achievement.PARIPURNA: _("Tuntas Paripurna"),
        Achievement.UTAMA: _("Tuntas Utama"),
        Achievement.MADYA: _("Tuntas Madya"),
        Achievement.PRATAMA: _("Tuntas Pratama"),
        Achievement.MUDA: _("Tuntas Muda"),
        Achievement.UNREACHED: _("Belum Tuntas"),
    },
    Reply: {
        Reply.IN_TIME: _("Dibalas tepat waktu"),
        Reply.LATE: _("Dibalas terlambat"),
        Reply.AWAITED: _("Belum dibalas"),
        Reply.OVERDUE: _("Belum dibalas, lewat batas"),
    },
    period.Why: {
        period.Why.ENDS_FIRST: _("Tanggal akhir mendahului tanggal awal. Tukar keduanya."),
        period.Why.TOO_LONG: _("Rentang paling panjang tiga tahun. Persempit masanya."),
        period.Why.TOO_WIDE: _("Terlalu luas, persempit masanya."),
    },
}
