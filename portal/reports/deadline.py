"""The first clock of a report: place and person are to be confirmed in time."""
from flask_babel import gettext

from portal import clock
from portal.phrases import moment, span_minutes
from portal.rules.clocks import Clock
from portal.rules.readings import ClockState, reading
from portal.rules.report import ReportState

MARKS = {ClockState.RUNNING: "running", ClockState.SOON: "soon", ClockState.LATE: "late", ClockState.DONE: "done", ClockState.DONE_LATE: "late"}


def find_clock(report, calendar, verified_at=None):
    """(mark, words, detail) of *cepat temu*; None once the report has left by another door. `verified_at` naive UTC."""
    if report.state not in (ReportState.RECEIVED, ReportState.VERIFIED) or (report.state == ReportState.VERIFIED and verified_at is None):
        return None
    read = _read(report, calendar, verified_at)
    return MARKS[read.state], _words(read), gettext("batas %(moment)s", moment=moment(clock.utc(read.limit)))


def find_limit(report, calendar):
    """By when place and person are to be confirmed, in words."""
    return moment(clock.utc(_read(report, calendar).limit))


def _read(report, calendar, verified_at=None):
    return reading(Clock.FIND, report.level, clock.local(report.received_at), calendar, now=clock.local(clock.now()),
                   stopped_at=verified_at and clock.local(verified_at))


def _words(read):
    if read.state == ClockState.LATE:
        return gettext("Lewat %(span)s", span=span_minutes(read.over))
    if read.stopped_at:
        return gettext("Tepat waktu") if read.state == ClockState.DONE else gettext("Lewat batas")
    left = span_minutes(read.remaining)
    return gettext("Sisa %(span)s", span=left) if read.wall else gettext("Sisa %(span)s kerja", span=left)
