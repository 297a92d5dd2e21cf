"""Days on which the office is closed or open against the national list; a row that was written never changes, a later one for the day counts."""
from peewee import CharField, DateField, DateTimeField, ForeignKeyField

from portal.accounts.models import User
from portal.db import Choice
from portal.records import Table
from portal.rules.workdays import DayStanding


class Holiday(Table):
    """What the office says of one local day, and by which order."""

    day = DateField(index=True)
    standing = Choice(DayStanding)
    name = CharField(max_length=120)
    source = CharField(max_length=200, default="")
    made_by = ForeignKeyField(User)
    made_at = DateTimeField()
