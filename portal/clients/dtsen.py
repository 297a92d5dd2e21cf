"""A look into DT-SEN by hand: what it said of a family on a day, and how long that counts."""
from peewee import CharField, DateField, DeferredForeignKey, ForeignKeyField, IntegerField

from portal import clock
from portal.accounts.models import User
from portal.db import Choice
from portal.records import Record
from portal.rules.decile import DtsenStatus, is_stale, recheck_due


class DtsenCheck(Record):
    """Status, decile 1-10 or 0 (not ranked), and where it was looked up."""

    client = DeferredForeignKey("Client", backref="dtsen_checks")
    status = Choice(DtsenStatus)
    decile = IntegerField(null=True)
    checked_on = DateField()
    source = CharField(max_length=80, default="")
    family_card = CharField(max_length=16, default="")
    checked_by = ForeignKeyField(User)

    @property
    def recheck_on(self):
        """The day from which DT-SEN should be looked up again."""
        return recheck_due(self.checked_on)

    @property
    def is_stale(self):
        return is_stale(self.checked_on, clock.today())
