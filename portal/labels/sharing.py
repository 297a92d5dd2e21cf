"""The words for what is told in a message to a colleague."""
from flask_babel import lazy_gettext as _

from portal.rules.sharing import Naming, Wanted

WORDS = {
    Naming: {
        Naming.INITIALS: _("Dengan inisial"),
        Naming.NOBODY: _("Tanpa inisial, nomor saja"),
    },
    Wanted: {
        Wanted.INFORM: _("Untuk diketahui"),
        Wanted.CALL: _("Mohon hubungi petugasnya"),
        Wanted.JOIN: _("Mohon ikut ke lapangan"),
        Wanted.LOOK: _("Mohon periksa di Sigap"),
        Wanted.DECIDE: _("Mohon keputusan"),
    },
}
