"""What left Sigap as a table of people: each has a number, who took it, what for and to whom; its file, where one was kept, goes again."""
import hashlib
import hmac
import os
from datetime import UTC, datetime

from flask import current_app
from flask_babel import force_locale, gettext
from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, Full, Json, db
from portal.labels import label
from portal.phrases import moment
from portal.records import Counter, Record
from portal.rules import export as rules
from portal.rules.export import ExportState, Purpose, Recipient
from portal.rules.imports import ListKind
from portal.rules.refused import Refused
from portal.rules.roles import May
from portal.spreadsheet import Mark

BOOK = "export"


class Export(Record):
    """`listed` and `chosen` say what it holds: {arguments of its address}; `done` of `total` rows were written.

    What was handed over at once, without a file of its own being kept, is GONE from the beginning.
    """

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

    @classmethod
    def visible_to(cls, user):
        """All there ever were, for whoever may export."""
        every = cls.select(cls, User).join(User, on=cls.made_by)
        return every if user.may(May.EXPORT) else every.where(cls.made_by == user)

    @classmethod
    def whole_to(cls, user):
        """Those that this person asked for; nobody fetches what others asked for."""
        return cls.select(cls, User).join(User, on=cls.made_by).where(cls.made_by == user)

    @classmethod
    def ask(cls, listed, chosen, total, *, by, purpose, recipient, recipient_name, kind):
        """Number what shall be made and say on the trail for what it leaves; Refused when nothing would, or nobody is named who gets it."""
        rules.check_rows(total, rules.Why.NOBODY_LISTED)
        rules.check_recipient(recipient, recipient_name)
        row = cls._numbered(by, listed=listed, chosen=chosen, total=total, purpose=purpose, recipient=recipient, recipient_name=recipient_name,
                            kind=kind)
        return row._told(row, by)

    @classmethod
    def handed(cls, about=None, *, by, listed, count, purpose, recipient, recipient_name, kind, **detail):
        """Number what is handed over in this answer; the trail tells what it is `about`, with `detail`."""
        rules.check_recipient(recipient, recipient_name)
        row = cls._numbered(by, listed=listed, total=count, done=count, purpose=purpose, recipient=recipient, recipient_name=recipient_name,
                            kind=kind, state=ExportState.GONE, fetched_at=clock.now())
        return row._told(about, by, **detail)

    @classmethod
    def _numbered(cls, by, **values):
        year, serial = Counter.next(BOOK)
        return cls.create(number=rules.number_of(year, serial), made_by=by, made_at=clock.now(), **values)

    def _told(self, about, by, **detail):
        """That it leaves is on the trail; whom it goes to by name is not."""
        audit.record(Event.EXPORTED, about, by=by, list=self.listed, purpose=self.purpose, recipient=self.recipient, kind=self.kind, count=self.total,
                     export=self.number, **detail)
        return self

    @property
    def mark(self):
        """What stands on the file, in Indonesian."""
        with force_locale("id"):
            to = ", ".join(each for each in (str(label(self.recipient)), self.recipient_name) if each)
            return Mark((
                gettext("DATA ANAK: DILARANG DISEBARLUASKAN"),
                gettext("Ekspor %(number)s · %(at)s · diminta oleh %(name)s", number=self.number, at=moment(self.made_at), name=self.made_by.name),
                gettext("Diberikan kepada: %(to)s · Untuk: %(purpose)s", to=to, purpose=label(self.purpose)),
            ), self.number, gettext("Ekspor"))

    @property
    def path(self):
        """Where its file stands while it waits to be fetched, under a name that nobody guesses."""
        folder = current_app.config["INSTANCE"] / "exports"
        folder.mkdir(mode=0o700, exist_ok=True)
        name = hmac.new(current_app.config["SECRET_KEY"].encode(), f"export {self.id} {self.number}".encode(), hashlib.sha256).hexdigest()
        return folder / f"{name}.{self.kind}"

    @property
    def standing(self):
        """Its state; what was ready is gone once its hour is over or its file is."""
        return ExportState.GONE if self.state == ExportState.READY and not self._waits() else self.state

    def _waits(self):
        ready_at = self.path.stat().st_mtime if self.path.is_file() else None
        return ready_at is not None and rules.is_kept(datetime.fromtimestamp(ready_at, UTC).replace(tzinfo=None), clock.now())

    def keep(self, content, done):
        """Its file stands whole or not at all, and only while it is still wanted. Full when there is no room."""
        passing, now = self.path.with_suffix(".part"), clock.now().replace(tzinfo=UTC).timestamp()
        try:
            passing.write_bytes(content)
            os.utime(passing, (now, now))
        except OSError as fault:
            passing.unlink(missing_ok=True)
            raise Full from fault
        with db.unit():
            if self._still_wanted():
                os.replace(passing, self.path)
                self.change(by=self.made_by, state=ExportState.READY, done=done, total=done)
        passing.unlink(missing_ok=True)

    def fail(self):
        """Nothing came of it; it can be tried again."""
        with db.unit():
            if self._still_wanted():
                self.change(by=self.made_by, state=ExportState.FAILED)

    def _still_wanted(self):
        self.state = self.fresh().state
        return self.state == ExportState.MAKING

    def carry_on(self, *, by):
        """Go on with what was interrupted or went wrong."""
        if self.fresh().state == ExportState.FAILED:
            return self.change(by=by, state=ExportState.MAKING)
        audit.record(Event.CHANGED, self, by=by, fields=["resumed"])
        return self

    def fetch(self, *, by):
        """The bytes, for whoever asked; Refused once they are gone."""
        if self.standing != ExportState.READY:
            raise Refused(rules.Why.FILE_GONE)
        if self.fetched_at:
            audit.record(Event.DOWNLOADED, self, by=by, export=self.number)
        else:
            self.change(by=by, action=Event.DOWNLOADED, fetched_at=clock.now())
        return self.path.read_bytes()

    def let_go(self, *, by):
        """It is not wanted any more, or its time is over: the file goes, the row stays."""
        self.path.unlink(missing_ok=True)
        return self.change(by=by, state=ExportState.GONE)

    @classmethod
    def tidy(cls):
        """Before serving: no file is left of what was made before; what was being made can be carried on."""
        with db.unit():
            for export in cls.select(cls, User).join(User, on=cls.made_by).where(cls.state == ExportState.READY):
                export.let_go(by=export.made_by)
        for path in sorted((current_app.config["INSTANCE"] / "exports").glob("*")):
            path.unlink()
