"""The first clock of a report: place and person are to be confirmed in time."""
from flask_babel import gettext

from portal import clock
from portal.office.explaining import Explaining
from portal.phrases import moment, span_minutes
from portal.rules.clocks import Clock
from portal.rules.readings import ClockState, reading
from portal.rules.report import ReportState

MARKS = {ClockState.RUNNING: "running", ClockState.SOON: "soon", ClockState.LATE: "late", ClockState.DONE: "done", ClockState.DONE_LATE: "late"}


def find_clock(report, timing, verified_at=None):
    """(mark, words, detail) of *cepat temu*; None once the report has left by another door. `verified_at` naive UTC."""
    read = find_reading(report, timing, verified_at)
    return read and (MARKS[read.state], words(read), gettext("batas %(moment)s", moment=moment(clock.utc(read.limit))))


def find_limit(report, timing):
    """By when place and person are to be confirmed, in words."""
    return moment(clock.utc(_read(report, timing).limit))


def find_reading(report, timing, verified_at=None):
    """The Reading of *cepat temu*, naive local; None as above."""
    if report.state not in (ReportState.RECEIVED, ReportState.VERIFIED) or (report.state == ReportState.VERIFIED and verified_at is None):
        return None
    return _read(report, timing, verified_at)


def _read(report, timing, verified_at=None):
    received = clock.local(report.received_at)
    return reading(Clock.FIND, report.level, received, timing.calendar, timing.targets.on(received.date()), now=clock.local(clock.now()),
                   stopped_at=verified_at and clock.local(verified_at))


def words(read):
    """How it stands, in words."""
    if read.state == ClockState.LATE:
        return gettext("Lewat %(span)s", span=span_minutes(read.over))
    if read.stopped_at:
        return gettext("Tepat waktu") if read.state == ClockState.DONE else gettext("Lewat batas")
    left = span_minutes(read.remaining)
    return gettext("Sisa %(span)s", span=left) if read.wall else gettext("Sisa %(span)s kerja", span=left)


def explained(report, timing, verified_at=None):
    """Why *cepat temu* stands as it does; None once the report has left by another door."""
    read = find_reading(report, timing, verified_at)
    if read is None:
        return None
    stops = gettext("Berhenti saat laporan terverifikasi: tempat dan orangnya dipastikan.")
    explaining = Explaining(read, timing, t0=clock.local(report.received_at), began=gettext("saat laporan diterima"), stops=stops)
    return explaining.told((MARKS[read.state], words(read)))
