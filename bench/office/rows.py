"""Rows of every table are gathered first and written together: each with its own id, so that they may speak of each other."""
from collections import Counter as Tally
from datetime import datetime, time, timedelta

from bench.people import drawn, names
from portal import audit, clock
from portal.audit import Event
from portal.db import Json, canonical, db
from portal.decisions.models import Decision
from portal.office.models import Office
from portal.records import Counter, Transition
from portal.rules.approval import DecisionState, DecisionStep
from portal.rules.numbers import say

NOW = datetime(2026, 3, 30, 0, 0)  # Monday, 08.00 WITA
OPENS, CLOSES = time(7, 30), time(16, 0)
VERDICT = {DecisionStep.APPROVE: DecisionState.APPROVED, DecisionStep.RETURN: DecisionState.RETURNED, DecisionStep.REFUSE: DecisionState.REFUSED,
           DecisionStep.WITHDRAW: DecisionState.WITHDRAWN, DecisionStep.UNDO: DecisionState.UNDONE}


class Rows:
    """What will be written: {model: [{column: value}]}. A row may be changed until then; `chance` decides everything."""

    def __init__(self, chance):
        self.chance, self.tables, self.given, self.begun = chance, {}, Tally(), {}

    def add(self, model, **values):
        """One more row; its id follows the last of its table."""
        if model not in self.tables:
            self.tables[model] = []
            self.begun[model] = model.select(model.id).order_by(model.id.desc()).limit(1).scalar() or 0
        rows = self.tables[model]
        values["id"] = self.begun[model] + len(rows) + 1
        rows.append(values)
        return values

    def number(self, book, moment):
        """The next number of a book in the year of a moment (naive UTC)."""
        year = clock.local(moment).year
        self.given[str(book), year] += 1
        return say(book, year, self.given[str(book), year])

    def move(self, model, row, step, before, after, *, by, at, reason=""):
        """One step of a life, as `Living.note_move` writes it."""
        self.add(Transition, subject=model._meta.table_name, subject_id=row["id"], step=str(step), before=str(before or ""), after=str(after),
                 reason=reason, by=by, occurred_at=at, recorded_at=at)

    def ask(self, kind, model, row, case, *, by, at, note="", asked=None, urgent=0):
        """A proposal that waits for a manager; `case` gives team and number."""
        table = model._meta.table_name
        return self.add(Decision, kind=kind, subject=table, subject_id=row["id"], care_team=case["care_team"], number=case["number"],
                        heading=f"{case['number']} · {case.get('initials', '')}".strip(" ·"), snapshot=[["Nomor", case["number"]]], asked=asked or {},
                        note=note, urgent=urgent, open_key=f"{kind}:{table}:{row['id']}", asked_by=by, asked_at=at)

    def decide(self, decision, step, *, by, at, reason=""):
        """The proposal is over."""
        decision.update(state=VERDICT[step], open_key=None, decided_by=by, decided_at=at, reason=reason)
        self.move(Decision, decision, step, DecisionState.OPEN, VERDICT[step], by=by, at=at, reason=reason)

    def write(self):
        """Everything into its tables, in one unit of work with one row of the trail for each table."""
        with db.unit():
            db.lock()
            for model in _in_order(self.tables):
                _insert(model, self.tables[model])
                audit.record(Event.CREATED, by=None, table=model._meta.table_name, rows=len(self.tables[model]))
            for (book, year), last in self.given.items():
                Counter.insert(book=book, year=year, last=last).execute()
            audit.record(Event.CREATED, Office.current(), by=None, fields=["invented"])


def _in_order(tables):
    """Those first that others speak of."""
    left, found = dict.fromkeys(tables), []
    while left:
        free = [model for model in left if not any(field.rel_model in left and field.rel_model is not model
                                                   for field in model._meta.refs)]
        found += free
        for model in free:
            del left[model]
    return found


def _insert(model, rows):
    """All rows of one table by one prepared statement."""
    fields = model._meta.sorted_fields
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    usual = [(field.name, plain(field.default() if callable(field.default) else field.default)) for field in fields]
    mixed = {field.name for field in fields if isinstance(field, Json)}
    values = ([plain(row[name]) if name in row and name in mixed else row.get(name, default) for name, default in usual] for row in rows)
    db.connection().executemany(f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES ({", ".join("?" * len(fields))})', values)


def plain(value):
    """A value as its column keeps it."""
    return canonical(value) if isinstance(value, list | dict) else value


class Days:
    """Moments of an office, in naive UTC."""

    def __init__(self, chance):
        self.chance = chance

    def later(self, moment, hours, *, wall=False):
        """Some time after a moment: on average so many hours, while the office is open unless on the `wall`."""
        following = moment + timedelta(seconds=int(60 + self.chance.expovariate(1 / hours) * 3600))
        return following if wall else self.opened(following)

    def opened(self, moment):
        """The moment itself, or some time on the next weekday when nobody works then."""
        local = clock.local(moment)
        if local.weekday() < 5 and OPENS <= local.time() <= CLOSES:
            return moment
        day = local.date() if local.weekday() < 5 and local.time() < OPENS else local.date() + timedelta(1)
        while day.weekday() > 4:
            day += timedelta(1)
        return clock.utc(datetime.combine(day, OPENS) + timedelta(seconds=self.chance.randrange(8 * 3600)))

    @staticmethod
    def day(moment):
        """The local day."""
        return clock.local(moment).date()


def weighed(chance, table):
    """One key of {key: weight}."""
    return chance.choices(list(table), table.values())[0]


def person(chance, man=True):
    """A grown-up's name."""
    first = drawn(chance, names.BOYS if man else names.GIRLS)
    return f"{first} {drawn(chance, names.SECOND_BOYS if man else names.SECOND_GIRLS)}"
