"""What an office writes beside the figures of the minimum service standard: money, obstacles and what follows, for one type and year."""
from peewee import BigIntegerField, IntegerField, TextField

from portal.db import Choice
from portal.records import Record
from portal.rules.categories import SpmType


class SpmYear(Record):
    """`budget` and `realised` are whole rupiah; None: not written down yet."""

    year = IntegerField()
    spm_type = Choice(SpmType)
    budget = BigIntegerField(null=True)
    realised = BigIntegerField(null=True)
    obstacles = TextField(default="")
    follow_up = TextField(default="")

    class Meta:
        indexes = ((("year", "spm_type"), True),)
