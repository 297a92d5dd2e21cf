"""The dated rules of the ministry's programmes, which the office keeps; a row that was written never changes."""
from peewee import JOIN, BooleanField, CharField, DateField, DateTimeField, ForeignKeyField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, Json
from portal.records import Table
from portal.rules import programme_rule as rules
from portal.rules.decile import Programme


class ProgrammeRule(Table):
    """From `valid_from` on a programme is open to these deciles, as `source` says; nobody wrote the first rows."""

    programme = Choice(Programme)
    valid_from = DateField()
    deciles = Json()
    or_assessed = BooleanField(default=False)
    source = CharField(max_length=200)
    note = TextField(default="")
    made_by = ForeignKeyField(User, null=True)
    made_at = DateTimeField(null=True)

    @classmethod
    def add(cls, *, by, programme, valid_from, deciles, source, or_assessed=False, note=""):
        """One more row, from today on or later; what was in force before stays written."""
        rules.check(valid_from=valid_from, deciles=deciles, source=source, today=clock.today())
        row = cls.create(programme=programme, valid_from=valid_from, deciles=sorted(deciles), or_assessed=or_assessed, source=source, note=note,
                         made_by=by, made_at=clock.now())
        audit.record(Event.SETTING_CHANGED, row, by=by, programme=programme, fields=["deciles", "or_assessed", "source", "valid_from"])
        return row

    @classmethod
    def every(cls):
        """All rows in the order of writing, each with who wrote it."""
        return list(cls.select(cls, User).join(User, JOIN.LEFT_OUTER).order_by(cls.id))

    @property
    def ranks(self):
        """The deciles as people write them: 1–5."""
        return rules.spans(self.deciles)


def in_force(day=None):
    """{Programme: ProgrammeRule} on a local day (default today), in one question."""
    return rules.in_force(ProgrammeRule.select().order_by(ProgrammeRule.id), day or clock.today())


def open_to(day=None):
    """{Programme: frozenset of deciles} on a local day (default today)."""
    return {programme: frozenset(row.deciles) for programme, row in in_force(day).items()}
