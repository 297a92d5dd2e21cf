"""One row per form opened for writing: its idempotency key, its draft and the address of its result at once."""
import secrets
from datetime import timedelta

from peewee import CharField, DateTimeField, IntegerField, TextField

from portal import clock
from portal.db import Json, canonical, db
from portal.records import Table
from portal.rules.drafts import LARGEST, Keeping, hand, keeping, writes_on

KEPT, REGRETTED = timedelta(days=7), timedelta(hours=1)


class AlreadySaved(Exception):
    """This form was saved before; `result` is where it led, `elsewhere` whether another page saved it."""

    def __init__(self, result, elsewhere=False):
        super().__init__(result)
        self.result, self.elsewhere = result, elsewhere


class FormToken(Table):
    """A form that one person opened at one address; `pen` is the page that wrote its draft or saved it, `turn` how often it did."""

    key = CharField(max_length=43, unique=True)
    user = IntegerField(index=True)
    path = TextField()
    opened_at = DateTimeField()
    draft = Json(null=True)
    drafted_at = DateTimeField(null=True)
    discarded_at = DateTimeField(null=True)
    pen = CharField(max_length=20, default="")
    turn = IntegerField(default=0)
    result = TextField(null=True)

    @classmethod
    def open(cls, user, path):
        """A token for a form opened now; the person's old ones without a draft, and drafts thrown away for good, are let go."""
        now = clock.machine()
        empty, gone = cls.draft.is_null() & (cls.opened_at < now - KEPT), cls.discarded_at < now - REGRETTED
        cls.delete().where(cls.user == user.id, empty | gone).execute()
        return cls.begin(user.id, path)

    @classmethod
    def begin(cls, user_id, path):
        return cls.create(key=secrets.token_urlsafe(32), user=user_id, path=path, opened_at=clock.machine())

    @classmethod
    def find(cls, key, user):
        return cls.get_or_none(cls.key == key, cls.user == user.id)

    def claim(self, pen=""):
        """Take the form for saving, once, and let its draft go: a second taker waits for the first and is told where it led."""
        taken = FormToken.update(result="", draft=None, pen=hand(pen)[:20])
        if not taken.where(FormToken.id == self.id, FormToken.result.is_null()).execute():
            FormToken.get_by_id(self.id).lead_back(pen)

    def lead_back(self, pen):
        """This form was saved before: to where that led."""
        raise AlreadySaved(self.result, elsewhere=hand(pen) != self.pen)

    def lead_to(self, address):
        """Remember the result."""
        FormToken.update(result=address).where(FormToken.id == self.id).execute()

    @classmethod
    def keep(cls, key, user, values, pen="", turn=0):
        """Keep what a page of this person has so far: (what became of it, the form or None)."""
        told, form = cls.judge(key, user, values, pen, turn)
        if told is Keeping.KEPT:
            form.write(values, pen, turn)
        return told, form

    @classmethod
    def judge(cls, key, user, values, pen, turn):
        """What may become of what a page of this person sends: (Keeping, the form or None). Nobody else writes until the unit ends."""
        db.lock()
        form = cls.find(key, user)
        if form is None:
            return Keeping.UNKNOWN, None
        waiting = 0 if form.is_draft else cls.drafts_of(user).count()
        return keeping(pen, form.pen, turn=turn, last_turn=form.turn, saved=form.result is not None, size=size(values), waiting=waiting), form

    @classmethod
    def keep_draft(cls, key, values, pen=""):
        """Keep what was typed when it could not be saved (a session that ended); the key alone proves the owner.

        Returns the form, or None when it is unknown, saved already, or too large. What another page wrote since stays: then both wait.
        """
        db.lock()
        form = cls.get_or_none(cls.key == key, cls.result.is_null())
        if form is None or size(values) > LARGEST:
            return None
        if not writes_on(pen, form.pen):
            form = cls.begin(form.user, form.path)
        return form.write(values, pen, form.turn)

    def write(self, values, pen, turn):
        self.draft, self.drafted_at, self.discarded_at, self.pen, self.turn = values, clock.machine(), None, hand(pen)[:20], turn
        self.save()
        return self

    @property
    def is_draft(self):
        """Whether something waits here to be carried on."""
        return self.draft is not None and self.result is None and self.discarded_at is None

    @property
    def address(self):
        """Where the draft is carried on: the form's own address, what it was opened about included."""
        return f"{self.path}{'&' if '?' in self.path else '?'}draft={self.id}"

    def discard(self):
        """Throw the draft away; for a while it can be taken back, and the form that is still open somewhere may yet be saved."""
        FormToken.update(discarded_at=clock.machine()).where(FormToken.id == self.id).execute()

    @classmethod
    def discard_all(cls, user, path):
        """Throw away whatever else this person left half filled at one address."""
        ids = [form.id for form in cls.drafts_of(user).where(cls.path == path)]
        cls.update(discarded_at=clock.machine()).where(cls.id.in_(ids)).execute()

    def restore(self):
        FormToken.update(discarded_at=None).where(FormToken.id == self.id).execute()

    @classmethod
    def unsaved_by(cls, user):
        return cls.select().where(cls.user == user.id, cls.draft.is_null(False), cls.result.is_null())

    @classmethod
    def drafts_of(cls, user):
        return cls.unsaved_by(user).where(cls.discarded_at.is_null()).order_by(cls.drafted_at.desc(), cls.id.desc())

    @classmethod
    def discarded_of(cls, user):
        return cls.unsaved_by(user).where(cls.discarded_at.is_null(False))


def size(values):
    """How many bytes a draft takes."""
    return len(canonical(values).encode())
