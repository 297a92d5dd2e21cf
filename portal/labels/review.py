"""The words for the review of an assessment: who says which level, and how two versions differ."""
from flask_babel import lazy_gettext as _

from portal.rules.comparing import Difference
from portal.rules.review import Speaker, Why

WORDS = {
    Speaker: {
        Speaker.ADVICE: _("Menurut saran"),
        Speaker.OFFICER: _("Diusulkan petugas"),
        Speaker.MANAGER: _("Ditetapkan manajer"),
    },
    Why: {
        Why.OTHER_LEVEL_REASON: _("Tulis alasan mengapa tingkatnya menjadi %(level)s."),
        Why.OTHER_LEVEL_CHOICE: _("Pilih tingkat lain yang dimaksud, atau kosongkan alasannya."),
        Why.OTHER_LEVEL_APPROVES: _("Tingkat lain hanya ditetapkan saat menyetujui. Tulis sarannya dalam catatan, atau pilih “Seperti diusulkan”."),
    },
    Difference: {
        Difference.SAME: _("sama"),
        Difference.UP: _("naik"),
        Difference.DOWN: _("turun"),
        Difference.OTHER: _("berubah"),
        Difference.ADDED: _("baru diisi"),
        Difference.REMOVED: _("dikosongkan"),
        Difference.ONLY_FIRST: _("hanya di yang pertama"),
        Difference.ONLY_SECOND: _("hanya di yang kedua"),
        Difference.UNFILLED: _("belum diisi"),
    },
}
