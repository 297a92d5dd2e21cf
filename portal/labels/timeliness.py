"""The words for how well clocks were kept, and for the way from a report to the end of a case."""
from flask_babel import lazy_gettext as _

from portal.rules.passage import Door, Passed
from portal.rules.timeliness import Counting, Kept

WORDS = {
    Kept: {
        Kept.ON_TIME: _("Tepat waktu"),
        Kept.LATE: _("Selesai terlambat"),
        Kept.OVERDUE: _("Lewat batas"),
        Kept.RUNNING: _("Berjalan"),
        Kept.UNREACHED: _("Tidak tercapai"),
    },
    Counting: {
        Counting.WALL: _("jam dinding"),
        Counting.OPEN: _("jam kerja"),
        Counting.DAYS: _("hari kerja"),
    },
    Passed: {
        Passed.RECEIVED: _("Dilaporkan"),
        Passed.VERIFIED: _("Terverifikasi"),
        Passed.OPENED: _("Kasus dibuka"),
        Passed.MET: _("Ditemui"),
        Passed.ASSESSED: _("Diasesmen"),
        Passed.SERVED: _("Dilayani"),
        Passed.CLOSED: _("Ditutup"),
    },
    Door: {
        Door.MERGED: _("Laporan digabung"),
        Door.HANDED_OVER: _("Laporan dialihkan"),
        Door.OUTSIDE: _("Bukan kewenangan"),
        Door.UNFOUNDED: _("Tidak terbukti"),
        Door.CANCELLED: _("Dibatalkan"),
        Door.NOBODY_FOUND: _("Orang tidak ditemukan"),
        Door.NOT_NEEDED: _("Tidak perlu ditangani"),
    },
}
