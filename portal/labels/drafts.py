"""The words for what became of a draft."""
from flask_babel import lazy_gettext as _

from portal.rules.drafts import Keeping

WORDS = {
    Keeping: {
        Keeping.KEPT: _("Tersimpan sebagai draf %(time)s"),
        Keeping.OVERTAKEN: "",
        Keeping.SAVED: "",
        Keeping.SAVED_ELSEWHERE: _("Formulir ini sudah disimpan dari halaman lain. Isian di halaman ini tidak ikut tersimpan: "
                                   "salin yang perlu, lalu buka formulirnya lagi."),
        Keeping.ELSEWHERE: _("Draf ini dibuka di tempat lain, dan tulisan di sana lebih baru. Isian di halaman ini tidak tersimpan sebagai draf: "
                             "salin yang perlu, lalu lanjutkan di sana."),
        Keeping.TOO_LARGE: _("Isian ini terlalu panjang untuk disimpan sebagai draf. Simpan formulirnya, atau persingkat tulisannya."),
        Keeping.TOO_MANY: _("Sudah ada %(most)s draf yang belum selesai. Selesaikan atau buang sebagian di Beranda; "
                            "sampai saat itu, isian ini baru aman setelah disimpan."),
        Keeping.UNKNOWN: _("Isian ini tidak dapat disimpan sebagai draf: "
                           "formulirnya sudah terlalu lama terbuka, atau dibuka oleh akun lain. Salin yang perlu, lalu buka formulirnya lagi."),
    },
}
