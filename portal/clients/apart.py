"""Two records that look alike and are two people: somebody looked, said so, and can take it back."""
from peewee import DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.clients.models import Client
from portal.db import db
from portal.records import Record
from portal.rules.merging import Why
from portal.rules.refused import Refused


class NotTwins(Record):
    """`one` is the older record of the two; `taken_back_at` is empty while it holds."""

    one = ForeignKeyField(Client, backref="apart_from")
    other = ForeignKeyField(Client, backref="apart_of")
    reason = TextField()
    said_by = ForeignKeyField(User)
    said_at = DateTimeField()
    taken_back_at = DateTimeField(null=True)

    @classmethod
    def say(cls, first, second, *, by, reason):
        """They are two people, and why; said once."""
        db.lock()
        if cls.about(first, second):
            raise Refused(Why.APART_ALREADY)
        one, other = sorted((first, second), key=lambda client: client.id)
        return cls.begin(by=by, one=one, other=other, reason=reason, said_by=by, said_at=clock.now())

    @classmethod
    def about(cls, first, second):
        """What was said of these two and holds, or None."""
        return cls.holding().where(cls.one == min(first.id, second.id), cls.other == max(first.id, second.id)).first()

    @classmethod
    def holding(cls):
        return cls.select().where(cls.taken_back_at.is_null())

    @classmethod
    def latest(cls, most=10):
        """What was said last and holds, each with both clients and who said it: two questions."""
        rows = list(cls.holding().select_extend(User).join(User).order_by(cls.said_at.desc(), cls.id.desc()).limit(most))
        known = {client.id: client for client in Client.select().where(Client.id.in_({id for row in rows for id in (row.one_id, row.other_id)}))}
        for row in rows:
            row.one, row.other = known[row.one_id], known[row.other_id]
        return rows

    @classmethod
    def take_back(cls, first, second, *, by):
        """It was said too early: the two may be asked about again."""
        db.lock()
        said = cls.about(first, second)
        if said is None:
            raise Refused(Why.NOT_APART)
        return said.change(by=by, taken_back_at=clock.now())
