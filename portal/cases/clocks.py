"""The four clocks of a case, read from its rows: for one case, or for a page of them in a fixed number of questions."""
from dataclasses import dataclass, replace

from flask_babel import gettext

from portal import clock
from portal.cases.history import LevelChange
from portal.cases.pauses import Pause
from portal.labels import label
from portal.office.opening import calendar
from portal.phrases import moment, span_minutes
from portal.rules.clocks import Clock, TargetUnit, act_stop
from portal.rules.clocks import Pause as Standstill
from portal.rules.levels import is_raise
from portal.rules.lifecycle import Stage
from portal.rules.readings import ClockState, reading

STOPS = {
    Clock.FIND: lambda case: case.found_at,
    Clock.RESPOND: lambda case: case.met_at,
    Clock.ACT: lambda case: act_stop(case.assessed_at, case.served_at),
    Clock.FINISH: lambda case: case.finished_at,
}
MOMENTS = ("start", "limit", "stopped_at", "read_at")


@dataclass
class Histories:
    """What the clocks of some cases need besides the cases: levels and pauses by case, and the office's calendar."""

    levels: dict
    pauses: dict
    calendar: object

    @classmethod
    def of(cls, cases):
        """Three questions, however many cases."""
        ids = [case.id for case in cases]
        return cls(_by_case(LevelChange.select().where(LevelChange.case.in_(ids)).order_by(LevelChange.at, LevelChange.id)),
                   _by_case(Pause.select().where(Pause.case.in_(ids), Pause.began_at.is_null(False)).order_by(Pause.began_at)), calendar())

    def raised_at(self, case):
        """When the level in force was raised to what it is, or None; naive UTC."""
        changes = self.levels.get(case.id, [])
        if len(changes) < 2 or not is_raise(changes[-2].level, changes[-1].level):
            return None
        return changes[-1].at


def _by_case(rows):
    gathered = {}
    for row in rows:
        gathered.setdefault(row.case_id, []).append(row)
    return gathered


def readings(case, histories=None, now=None):
    """The four Readings of a case at `now` (naive UTC, default the present); their moments are naive UTC as well."""
    histories = histories or Histories.of([case])
    return [_read(case, each, histories, now) for each in Clock]


def nearest(case, histories):
    """The Reading of the clock that must stop next, or None when the case is over."""
    if not case.is_open:
        return None
    running = [_read(case, each, histories) for each in Clock if STOPS[each](case) is None]
    return min(running, key=lambda each: each.limit, default=None)


def _read(case, which, histories, now=None):
    raised, stopped = histories.raised_at(case), STOPS[which](case)
    pauses = [Standstill(clock.local(each.began_at), each.ended_at and clock.local(each.ended_at)) for each in histories.pauses.get(case.id, [])]
    found = reading(which, case.level, clock.local(case.t0), histories.calendar, now=clock.local(now or _read_until(case)),
                    stopped_at=stopped and clock.local(stopped), pauses=pauses, raised_at=raised and clock.local(raised))
    return replace(found, **{name: getattr(found, name) and clock.utc(getattr(found, name)) for name in MOMENTS})


def _read_until(case):
    """A closed or cancelled case is read as it stood then."""
    if case.stage == Stage.CLOSED:
        return case.finished_at or clock.now()
    return (case.moment_of("cancel") if case.stage == Stage.CANCELLED else None) or clock.now()


def face(case, reading, histories):
    """(mark, words, detail) of one clock as it is shown."""
    state = reading.state
    if reading.stopped_at:
        took = "" if reading.target.unit == TargetUnit.WORKING_DAYS or reading.counted < 1 else f" · {span_minutes(reading.counted)}"
        return ("done" if state == ClockState.DONE else "late"), str(label(state)), moment(reading.stopped_at) + took
    if not case.is_open:
        return "draft", gettext("Tidak tercapai"), ""
    due = gettext("batas %(moment)s", moment=moment(reading.limit))
    if state == ClockState.LATE:
        return "late", gettext("Lewat %(span)s", span=span_minutes(reading.over)), due
    if state == ClockState.PAUSED:
        return "waiting", str(label(state)), due
    return ("soon" if state == ClockState.SOON else "running"), _left(reading, histories.calendar), due


def _left(reading, calendar):
    """What is left, in the unit in which it is counted."""
    if reading.target.unit != TargetUnit.WORKING_DAYS:
        span = span_minutes(reading.remaining)
        return gettext("Sisa %(span)s", span=span) if reading.wall else gettext("Sisa %(span)s kerja", span=span)
    days = working_days(clock.local(reading.read_at).date(), clock.local(reading.limit).date(), calendar)
    return gettext("Sisa %(count)s HK", count=days) if days else gettext("Hari ini")


def working_days(after, last, calendar):
    """How many days after one day, up to and with the last, the office opens."""
    return sum(calendar.is_working(day) for day in _days(after, last))


def _days(after, last):
    return (type(after).fromordinal(number) for number in range(after.toordinal() + 1, last.toordinal() + 1))
