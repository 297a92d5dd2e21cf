"""The words for telling a reporter how it ended; an Outcome is said in a whole sentence, which leaves the office."""
from flask_babel import lazy_gettext as _

from portal.rules import telling
from portal.rules.telling import Outcome, TellingWay

WORDS = {
    TellingWay: {
        TellingWay.TELEPHONE: _("Telepon"),
        TellingWay.WHATSAPP: _("WhatsApp"),
        TellingWay.IN_PERSON: _("Tatap muka"),
        TellingWay.EMAIL: _("Surel"),
        TellingWay.LETTER: _("Surat"),
    },
    Outcome: {
        Outcome.LOOKED_AT: _("Laporan itu kami terima dan sedang kami periksa."),
        Outcome.IN_HAND: _("Laporan itu sudah kami periksa dan sedang kami tangani."),
        Outcome.FINISHED: _("Laporan itu sudah selesai kami tangani."),
        Outcome.HANDED_OVER: _("Laporan itu sudah kami periksa dan kami teruskan kepada instansi yang berwenang."),
        Outcome.OUTSIDE: _("Laporan itu di luar kewenangan kami. Silakan menghubungi %(to)s."),
        Outcome.UNFOUNDED: _("Laporan itu sudah kami periksa; keadaan yang dilaporkan tidak kami temukan."),
    },
    telling.Why: {
        telling.Why.NOBODY_TO_TELL: _("Pelapor tidak dapat dihubungi: nama dan nomornya tidak tercatat."),
        telling.Why.REPORT_CANCELLED: _("Laporan ini dibatalkan, jadi tidak ada hasil yang dapat dikabarkan."),
    },
}
