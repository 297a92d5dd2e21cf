"""The words for the levels and the four clocks."""
from flask_babel import lazy_gettext as _

from portal.rules import clocks, open_time
from portal.rules.clocks import Clock, TargetUnit
from portal.rules.levels import Level
from portal.rules.readings import ClockState
from portal.rules.workdays import DayOff, DayStanding

WORDS = {
    Level: {
        Level.EMERGENCY: _("Darurat"),
        Level.URGENT: _("Mendesak"),
        Level.ORDINARY: _("Biasa"),
        Level.MONITORING: _("Pemantauan"),
    },
    Clock: {
        Clock.FIND: _("Cepat Temu"),
        Clock.RESPOND: _("Cepat Tanggap"),
        Clock.ACT: _("Cepat Tindak"),
        Clock.FINISH: _("Cepat Tuntas"),
    },
    ClockState: {
        ClockState.RUNNING: _("Berjalan"),
        ClockState.SOON: _("Segera"),
        ClockState.LATE: _("Terlambat"),
        ClockState.DONE: _("Tepat waktu"),
        ClockState.DONE_LATE: _("Selesai terlambat"),
        ClockState.PAUSED: _("Ditangguhkan"),
    },
    TargetUnit: {
        TargetUnit.MINUTES: _("menit"),
        TargetUnit.HOURS: _("jam"),
        TargetUnit.WORKING_DAYS: _("hari kerja"),
    },
    DayOff: {
        DayOff.HOLIDAY: _("Hari libur"),
        DayOff.CLOSED: _("Kantor tutup"),
        DayOff.PAUSED: _("Ditangguhkan"),
        DayOff.FIRST: _("Hari mulai tidak dihitung"),
        DayOff.AFTER_HOURS: _("Kantor sudah tutup"),
    },
    DayStanding: {
        DayStanding.CLOSED: _("Kantor tutup"),
        DayStanding.OPEN: _("Kantor buka"),
        DayStanding.NATIONAL: _("Menurut daftar nasional"),
    },
    clocks.Why: {
        clocks.Why.BEFORE_START: _("Waktu ini sebelum laporan diterima. Periksa tanggal dan jamnya."),
        clocks.Why.IN_FUTURE: _("Waktu ini belum terjadi. Periksa tanggal dan jamnya."),
        clocks.Why.PAUSE_BEFORE_ASKED: _("Penangguhan paling awal berlaku sejak hari diajukan."),
        clocks.Why.PAUSE_AFTER_APPROVAL: _("Penangguhan berlaku paling lambat sejak disetujui."),
    },
    open_time.Why: {
        open_time.Why.NEVER_OPEN: _("Jam kerja kantor belum diisi, sehingga batas waktu tidak bisa dihitung. Minta admin melengkapinya."),
    },
}
