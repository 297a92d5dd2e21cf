"""One row per form opened for writing: its idempotency key, its draft and the address of its result at once."""
import secrets
from datetime import timedelta

from peewee import CharField, DateTimeField, IntegerField, TextField

from portal import clock
from portal.db import Json
from portal.records import Table

KEPT = timedelta(days=7)


class AlreadySaved(Exception):
    """This form was saved before; `result` is where it led."""

    def __init__(self, result):
        super().__init__(result)
        self.result = result


class FormToken(Table):
    """A form that one person opened at one address."""

    key = CharField(max_length=43, unique=True)
    user = IntegerField(index=True)
    path = TextField()
    opened_at = DateTimeField()
    draft = Json(null=True)
    drafted_at = DateTimeField(null=True)
    result = TextField(null=True)

    @classmethod
    def open(cls, user, path):
        """A token for a form opened now; the person's old ones without a draft are let go."""
        old = clock.machine() - KEPT
        cls.delete().where(cls.user == user.id, cls.draft.is_null(), cls.opened_at < old).execute()
        return cls.create(key=secrets.token_urlsafe(32), user=user.id, path=path, opened_at=clock.machine())

    @classmethod
    def find(cls, key, user):
        return cls.get_or_none(cls.key == key, cls.user == user.id)

    def claim(self):
        """Take the form for saving, once: a second taker waits for the first and is told where it led."""
        if not FormToken.update(result="").where(FormToken.id == self.id, FormToken.result.is_null()).execute():
            raise AlreadySaved(FormToken.get_by_id(self.id).result)

    def lead_to(self, address):
        """Remember the result and let the draft go."""
        FormToken.update(result=address, draft=None).where(FormToken.id == self.id).execute()

    @classmethod
    def keep_draft(cls, key, values):
        """Keep what was typed when it could not be saved (a session that ended); the key alone proves the owner.

        Returns the form, or None when it is unknown or saved already.
        """
        cls.update(draft=values, drafted_at=clock.machine()).where(cls.key == key, cls.result.is_null()).execute()
        return cls.get_or_none(cls.key == key, cls.result.is_null())

    @property
    def address(self):
        """Where the draft is carried on: the form's own address, what it was opened about included."""
        return f"{self.path}{'&' if '?' in self.path else '?'}draft={self.key}"

    def discard(self):
        """Let the draft go unsaved; the form that is still open somewhere may yet be saved."""
        FormToken.update(draft=None).where(FormToken.id == self.id).execute()

    @classmethod
    def drafts_of(cls, user):
        return cls.select().where(cls.user == user.id, cls.draft.is_null(False), cls.result.is_null()).order_by(cls.drafted_at.desc())
