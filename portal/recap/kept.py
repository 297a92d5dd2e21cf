"""What the clocks of many cases came to, in a fixed number of statements and exactly as they are read on the page of each case."""
from datetime import datetime
from typing import NamedTuple

from peewee import JOIN, Value, fn

from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.history import LevelChange, Round
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.office.opening import timing
from portal.recap.sources.base import LEAD, Days, ask, beginning, lead_of, within
from portal.rules.clocks import Clock, TargetUnit, act_stop, raised_to, standing_at
from portal.rules.clocks import Pause as Standstill
from portal.rules.lifecycle import Stage
from portal.rules.readings import limit_at, settle
from portal.rules.timeliness import kept, took, took_days

ABOUT = (Case.id, Case.category, Case.sub_type)
CLOCKS, DAYS = list(Clock), TargetUnit.WORKING_DAYS


class Run(NamedTuple):
    """One round of a case: the id, category, sub-type and lead officer of the case, and what its clocks go by.

    Moments are naive UTC as the database writes them, which sorts as they do; pauses are naive local. `history` is [(level, moment)] of a case
    whose level was changed.
    """

    id: int
    category: str
    sub_type: str | None
    officer: int | None
    level: str
    t0: str
    stops: tuple
    read_at: str
    over: bool
    history: tuple
    pauses: tuple

    def standing(self, stop):
        """(level, when it was raised to it or None) by which a clock that stopped then, or did not stop, is judged."""
        if stop and self.history:
            return standing_at(self.history, stop)
        return self.level, raised_to(self.level, self.history)


def runs(sight, period, led=False):
    """The rounds that began on a local day of the period, of cases that were not cancelled; `led`: with their lead officers."""
    now, pauses, levels = str(clock.now()), _pauses(sight, period), _levels(period)
    for *about, level, over, t0, found, met, assessed, served, finished in ask(_rows(Case, sight, period, led, Case.stage == Stage.CLOSED)):
        closed, id = bool(over), about[0]
        yield Run(*about, level, t0, (found, met, act_stop(assessed, served), finished), finished if closed and finished else now, closed,
                  tuple(levels.get(id, ())), pauses.get(id, ()))
    for *about, level, last, t0, found, met, assessed, served, finished in ask(_rows(Round, sight, period, led, Round.finished_at)):
        id = about[0]
        yield Run(*about, level, t0, (found, met, act_stop(assessed, served), finished), last, True,
                  tuple(change for change in levels.get(id, ()) if change[1] <= last), pauses.get(id, ()))


def _rows(model, sight, period, led, more):
    """The rounds as rows: what ABOUT says of the case, its lead officer where it is `led`, then level, `more` and the moments of the round itself."""
    fields = (*ABOUT, LEAD if led else Value(None), model.level, more,
              model.t0, model.found_at, model.met_at, model.assessed_at, model.served_at, model.finished_at)
    query = Case.select(*fields)
    if model is Round:
        query = query.join(Round).where(~Round.taken_back).switch(Case)
    query = query.join(CareTeam).where(sight.teams, within(model.t0, period), Case.stage != Stage.CANCELLED)
    return query.join(LEAD.model, JOIN.LEFT_OUTER, on=lead_of(CareTeam.id)) if led else query


def _pauses(sight, period):
    """{case id: its pauses, in their order} of those that may touch a clock that began in the period."""
    query = (Pause.select(Pause.case, Pause.began_at, Pause.ended_at).join(Case).join(CareTeam)
             .where(sight.teams, Pause.began_at.is_null(False), Pause.ended_at.is_null() | (Pause.ended_at > beginning(period.first)))
             .order_by(Pause.began_at))
    found = {}
    for id, began, ended in ask(query):
        found[id] = (*found.get(id, ()), Standstill(_local(began), ended and _local(ended)))
    return found


def _levels(period):
    """{case id: [(level, moment)]} of the cases whose level was changed."""
    other, begun = LevelChange.alias(), Case.select(Case.id).where(within(Case.t0, period))
    reopened = Round.select(Round.case).where(within(Round.t0, period))
    query = (LevelChange.select(LevelChange.case, LevelChange.level, LevelChange.at)
             .where(LevelChange.case.in_(begun) | LevelChange.case.in_(reopened),
                    fn.EXISTS(other.select(Value(1)).where(other.case == LevelChange.case, other.id != LevelChange.id)))
             .order_by(LevelChange.at, LevelChange.id))
    found = {}
    for id, level, at in ask(query):
        found.setdefault(id, []).append((level, at))
    return found


def _local(moment):
    return clock.local(datetime.fromisoformat(moment))


class Keeping:
    """Reads clocks by the office's calendar and targets; what only hangs on the day is worked out once."""

    def __init__(self):
        told = timing()
        self.calendar, self.days, self._targets = told.calendar, Days(), told.targets
        self._tables, self._limits, self._spans = {}, {}, {}

    def of(self, run):
        """[(Clock, the level by which it is judged, Kept, its stop or None)] of the four clocks of a Run."""
        day, found = self.days.of(run.t0), []
        targets = self._on(day)
        for which, stop in zip(CLOCKS, run.stops, strict=True):
            level, raised = run.standing(stop) if run.history else (run.level, None)
            limit = self._limit(which, run, stop, level, raised, targets, day)
            found.append((which, level, kept(limit, stopped_at=stop, read_at=run.read_at, over=run.over), stop))
        return found

    def took(self, which, run, level, stop):
        """How long a clock that has stopped took from t0, without the pauses."""
        days = self.days.of(run.t0), self.days.of(stop)
        target = self._on(days[0])[level, which]
        if run.pauses or target.unit is not DAYS:
            begun, over = _local(run.t0), _local(stop)
            return took(begun, over, level, target, self.calendar, settle(run.pauses, over))
        if days not in self._spans:
            self._spans[days] = took_days(*days, self.calendar)
        return self._spans[days]

    def _on(self, day):
        """The targets in force on a day."""
        if day not in self._tables:
            self._tables[day] = self._targets.on(day)
        return self._tables[day]

    def _limit(self, which, run, stop, level, raised, targets, day):
        """The limit of one clock, written as the database does; of working days it hangs on days alone where nothing paused."""
        target = targets[level, which]
        if run.pauses or target.unit is not DAYS:
            return self._asked(which, run, stop, level, raised, targets)
        key = target.amount, day, raised and self.days.of(raised)
        if key not in self._limits:
            self._limits[key] = self._asked(which, run, stop, level, raised, targets)
        return self._limits[key]

    def _asked(self, which, run, stop, level, raised, targets):
        limit = limit_at(which, level, _local(run.t0), self.calendar, targets, at=_local(stop or run.read_at), pauses=run.pauses,
                         raised_at=raised and _local(raised))
        return str(clock.utc(limit))
