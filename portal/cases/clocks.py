"""The four clocks of a case, read from its rows: for one case, or for a page of them in a fixed number of questions."""
from dataclasses import dataclass, replace

from flask_babel import gettext

from portal import clock
from portal.cases.history import LevelChange
from portal.cases.pauses import Pause
from portal.labels import label
from portal.office.opening import Timing, timing
from portal.phrases import moment, span_minutes
from portal.rules.clocks import Clock, TargetUnit, act_stop, raised_to, standing_at
from portal.rules.clocks import Pause as Standstill
from portal.rules.lifecycle import Stage
from portal.rules.readings import ClockState, limit_at, reading

STOPS = {
    Clock.FIND: lambda row: row.found_at,
    Clock.RESPOND: lambda row: row.met_at,
    Clock.ACT: lambda row: act_stop(row.assessed_at, row.served_at),
    Clock.FINISH: lambda row: row.finished_at,
}
MOMENTS = ("start", "limit", "stopped_at", "read_at")


@dataclass
class Histories:
    """What the clocks of some cases need besides the cases: levels and pauses by case, and what the office goes by."""

    levels: dict
    pauses: dict
    timing: Timing

    @classmethod
    def of(cls, cases):
        """A fixed number of questions, however many cases."""
        ids = [case.id for case in cases]
        return cls(_by_case(LevelChange.select().where(LevelChange.case.in_(ids)).order_by(LevelChange.at, LevelChange.id)),
                   _by_case(Pause.select().where(Pause.case.in_(ids), Pause.began_at.is_null(False)).order_by(Pause.began_at)), timing())

    @property
    def calendar(self):
        return self.timing.calendar

    def told(self, case_id, until=None):
        """[(level, moment)] of the changes of a case's level (by `until`), naive UTC."""
        return [(change.level, change.at) for change in self.levels.get(case_id, ()) if until is None or change.at <= until]


def _by_case(rows):
    gathered = {}
    for row in rows:
        gathered.setdefault(row.case_id, []).append(row)
    return gathered


class Run:
    """One round of a case as the rules read its clocks, everything naive local: the one it is in, or one before a reopening."""

    def __init__(self, row, case_id, histories, until, now=None):
        self.row, self.t0, self.now = row, clock.local(row.t0), clock.local(now or until or clock.now())
        self.calendar, self.targets = histories.calendar, histories.timing.targets.on(self.t0.date())
        self.history = [(level, clock.local(at)) for level, at in histories.told(case_id, until)]
        self.pauses = [Standstill(clock.local(pause.began_at), pause.ended_at and clock.local(pause.ended_at))
                       for pause in histories.pauses.get(case_id, ())]

    @classmethod
    def of(cls, case, histories, now=None):
        """The round that a case is in."""
        return cls(case, case.id, histories, over_at(case), now)

    @classmethod
    def before(cls, earlier, histories):
        """A Round before a reopening."""
        return cls(earlier, earlier.case_id, histories, earlier.finished_at)

    def stop(self, which):
        stopped = STOPS[which](self.row)
        return stopped and clock.local(stopped)

    def standing(self, which):
        """(level, when it was raised to it or None) by which one clock is judged: those of its stop, else those of the round."""
        stopped = self.stop(which)
        if stopped and self.history:
            return standing_at(self.history, stopped)
        return self.row.level, raised_to(self.row.level, self.history)

    def reading(self, which):
        """The Reading of one clock."""
        level, raised = self.standing(which)
        return reading(which, level, self.t0, self.calendar, self.targets, now=self.now, stopped_at=self.stop(which), pauses=self.pauses,
                       raised_at=raised)

    def limit(self, which):
        """The limit alone: for many cases."""
        level, raised = self.standing(which)
        return limit_at(which, level, self.t0, self.calendar, self.targets, at=self.stop(which) or self.now, pauses=self.pauses, raised_at=raised)


def over_at(case):
    """When a case was closed or cancelled: it is read as it stood then; None while it runs."""
    if case.stage == Stage.CLOSED:
        return case.finished_at
    return case.moment_of("cancel") if case.stage == Stage.CANCELLED else None


def readings(case, histories=None, now=None):
    """The four Readings of a case at `now` (naive UTC, default the present); their moments are naive UTC as well."""
    run = Run.of(case, histories or Histories.of([case]), now)
    return [in_utc(run.reading(each)) for each in Clock]


def round_readings(earlier, histories=None):
    """The same of a Round before a reopening, as it stood at its end."""
    run = Run.before(earlier, histories or Histories.of([earlier.case]))
    return [in_utc(run.reading(each)) for each in Clock]


def limit_of(case, which, histories=None):
    """When one clock of a case must stop (naive UTC): the limit of its Reading, without the rest."""
    return clock.utc(Run.of(case, histories or Histories.of([case])).limit(which))


def nearest(case, histories):
    """The Reading of the clock that must stop next, or None when the case is over."""
    if not case.is_open:
        return None
    run = Run.of(case, histories)
    running = [each for each in Clock if STOPS[each](case) is None]
    return in_utc(run.reading(min(running, key=run.limit))) if running else None


def in_utc(found):
    """A Reading of the rules with its moments naive UTC."""
    return replace(found, **{name: getattr(found, name) and clock.utc(getattr(found, name)) for name in MOMENTS})


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
    days = calendar.working_days(clock.local(reading.read_at).date(), clock.local(reading.limit).date())
    return gettext("Sisa %(count)s HK", count=days) if days else gettext("Hari ini")
