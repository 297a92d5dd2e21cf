"""The words for the days of a course."""
from flask_babel import lazy_gettext as _

from portal.rules import attendance
from portal.rules.attendance import Mark

WORDS = {
    Mark: {
        Mark.PRESENT: _("Hadir"),
        Mark.PERMITTED: _("Izin"),
        Mark.SICK: _("Sakit"),
        Mark.ABSENT: _("Alpa"),
    },
    attendance.Why: {
        attendance.Why.OUTSIDE_COURSE: _("Pilih tanggal sejak angkatan dimulai sampai hari ini."),
        attendance.Why.CALLED_OFF: _("Pertemuan ini tercatat ditiadakan. Catat dahulu bahwa pertemuan itu berlangsung."),
    },
}
