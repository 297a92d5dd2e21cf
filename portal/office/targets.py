"""The targets of the four clocks, from a day on; a row that was written never changes, and a case keeps those of its first day."""
from datetime import timedelta

from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, db
from portal.office.kept import once
from portal.office.models import Office
from portal.records import Table
from portal.rules import targets as rules
from portal.rules.clocks import Clock, TargetUnit
from portal.rules.levels import Level


class LevelTarget(Table):
    """So many `unit`s for one clock at one level, for cases whose t0 lies on `valid_from` or later, as `source` says."""

    valid_from = DateField()
    level = Choice(Level)
    clock = Choice(Clock)
    amount = IntegerField()
    unit = Choice(TargetUnit)
    source = CharField(max_length=200)
    made_by = ForeignKeyField(User)
    made_at = DateTimeField()

    @classmethod
    def set(cls, *, by, table, source, valid_from=None, seen=None):
        """A whole table {(Level, Clock): Target} from a local day on (default today); rows only for what differs from what would be in force then.

        `seen`: the office's version that the person looked at.
        """
        db.lock()
        valid_from, office = valid_from or clock.today(), Office.current()
        office.check_seen(seen)
        fresh = rules.check(table, cls.rows(), valid_from=valid_from, source=source, today=clock.today())
        office.touch(by=by, seen=seen)
        return [cls._write(level, step, target, by=by, valid_from=valid_from, source=source) for (level, step), target in fresh.items()]

    @classmethod
    def _write(cls, level, step, target, *, by, valid_from, source):
        row = cls.create(level=level, clock=step, amount=target.amount, unit=target.unit, valid_from=valid_from, source=source, made_by=by,
                         made_at=clock.now())
        audit.record(Event.SETTING_CHANGED, row, by=by, level=level, clock=step, fields=["amount", "source", "unit", "valid_from"])
        return row

    @classmethod
    def rows(cls):
        """All of them in the order of writing."""
        return list(cls.select().order_by(cls.id))

    @classmethod
    def every(cls):
        """All of them in the order of writing, each with who wrote it."""
        return list(cls.select(cls, User).join(User).order_by(cls.id))


class Targets:
    """What the office has set, day by day; `rows` in the order of writing."""

    def __init__(self, rows):
        self.rows, self._tables = rows, {}
        self.first_days = sorted({row.valid_from for row in rows})

    def on(self, day):
        """{(level, clock): Target} for cases and reports whose t0 lies on this local day."""
        since = self._since(day)
        if since not in self._tables:
            self._tables[since] = rules.table_on(self.rows, since) if since else rules.DEFAULT_TARGETS
        return self._tables[since]

    def rule(self, day, level, step):
        """The row by which one of them is in force on a day, or None where the usual one is."""
        return rules.in_force(self.rows, day).get((level, step))

    @property
    def periods(self):
        """[(first day or None, last day or None, table)], one after the other, of the times in which one table is in force."""
        ends = [day - timedelta(1) for day in self.first_days]
        return [(first, last, self.on(first) if first else rules.DEFAULT_TARGETS)
                for first, last in zip([None, *self.first_days], [*ends, None], strict=True)]

    def _since(self, day):
        return max((first for first in self.first_days if first <= day), default=None)


def targets():
    """The Targets of the office now, in one question."""
    return once("targets", lambda: Targets(LevelTarget.rows()))


def targets_on(day):
    """{(level, clock): Target} for cases and reports whose t0 lies on this local day."""
    return targets().on(day)
