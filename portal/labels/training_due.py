"""The words for what a course waits for."""
from flask_babel import lazy_gettext as _

from portal.rules.training_due import CourseDue

WORDS = {
    CourseDue: {
        CourseDue.START: _("Mulai angkatan"),
        CourseDue.RESULTS: _("Catat hasil peserta"),
        CourseDue.END: _("Akhiri angkatan"),
    },
}
