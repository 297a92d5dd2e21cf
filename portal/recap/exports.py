"""Tables of people that leave the office: who asked, what for, to whom; made in the background, fetched by who asked, then gone."""
from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField

from portal.accounts.models import User
from portal.db import Choice, Json
from portal.records import Record
from portal.rules.export import ExportState, Purpose, Recipient
from portal.rules.imports import ListKind


class Export(Record):
    """`listed` and `chosen` say what it holds: {period, filters}; `done` of `total` rows are written so far."""

    number = CharField(max_length=20, unique=True)
    listed = CharField(max_length=40)
    chosen = Json(default=dict)
    purpose = Choice(Purpose)
    recipient = Choice(Recipient)
    recipient_name = CharField(max_length=200, default="")
    kind = Choice(ListKind)
    state = Choice(ExportState, default=ExportState.MAKING)
    total = IntegerField(null=True)
    done = IntegerField(default=0)
    made_by = ForeignKeyField(User, backref="exports")
    made_at = DateTimeField()
    fetched_at = DateTimeField(null=True)
