"""The targets of the four clocks, from a day on; a row that was written never changes, and a case keeps those of its first day."""
from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField

from portal.accounts.models import User
from portal.db import Choice
from portal.records import Table
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
