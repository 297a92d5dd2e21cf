"""A file that belongs to a record: kept once, never changed, seen by whoever sees that record whole, cancelled when attached by mistake."""
from functools import reduce
from operator import or_

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, fn

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.casefile.timeline import Timeline, address
from portal.db import Choice, db
from portal.files import store
from portal.files.subjects import SUBJECTS, subject_of
from portal.office.models import Office
from portal.records import Living
from portal.rules import attachment
from portal.rules.attachment import MIME, FileKind, FileState, FileStep
from portal.rules.client import ConsentKind
from portal.rules.consent import ConsentState
from portal.rules.photo import Identifying, Pictured, may_keep
from portal.rules.timeline import Event as Told
from portal.rules.timeline import EventKind


class File(Living):
    """`sha256` is where the bytes are, which rows may share; `title` is what people call it; `subject` and `subject_id` are its record;
    `shows`: what a picture shows, `purpose`: what a picture of the client is needed for where nobody agreed to it."""

    LIVES = {"state": attachment.LIFE}

    sha256 = CharField(max_length=64, index=True)
    title = CharField(max_length=200)
    kind = Choice(FileKind)
    shows = Choice(Pictured, null=True)
    purpose = Choice(Identifying, null=True)
    size = IntegerField()
    subject = CharField(max_length=40)
    subject_id = IntegerField()
    state = Choice(FileState, default=FileState.KEPT)
    made_by = ForeignKeyField(User)
    made_at = DateTimeField()

    class Meta:
        indexes = ((("subject", "subject_id"), False),)

    @classmethod
    def attach(cls, record, content, *, by, title, shows=Pictured.DOCUMENT, purpose=None):
        """Keep a Content with a record: first the bytes, durably, then the row; what fails in between leaves neither.

        `shows`: what a picture shows; one of the client needs a consent, a legal basis, or the `purpose` of identifying them.
        """
        shows, purpose = _pictured(record, content, shows, purpose)
        fresh = store.write(content)
        try:
            cls._check(record.fresh(), content)
            db.work.undone.append(lambda: cls.let_go(content.sha256))
            store.settle(fresh, content.sha256)
            return cls.begin(by=by, action=Event.ATTACHED, sha256=content.sha256, title=title, kind=content.kind, size=len(content.data),
                             shows=shows, purpose=purpose, subject=record._meta.table_name, subject_id=record.id, made_by=by, made_at=clock.now())
        finally:
            fresh.unlink(missing_ok=True)

    @classmethod
    def _check(cls, record, content):
        """Refused for a record that is over and for an office that is full; nobody else writes until the unit ends."""
        attachment.may_attach(next((getattr(record, column) for column in getattr(record, "LIVES", ())), None))
        known = cls.select().where(cls.sha256 == content.sha256).exists()
        attachment.may_store(0 if known else len(content.data), used=cls.used(), limit=Office.current().file_limit)

    @classmethod
    def used(cls):
        """How many bytes the files of the office take; the same bytes in several rows count once."""
        each = cls.select(cls.sha256, fn.MAX(cls.size).alias("size")).group_by(cls.sha256).alias("each")
        return cls.select(fn.SUM(each.c.size)).from_(each).scalar() or 0

    @classmethod
    def let_go(cls, sha256):
        """Drop bytes that no row speaks of."""
        if not cls.select().where(cls.sha256 == sha256).exists():
            store.drop(sha256)

    @classmethod
    def damaged(cls):
        """How many contents that rows speak of are gone, or no longer as large as they were."""
        return sum(store.size(sha256) != size for sha256, size in cls.select(cls.sha256, cls.size).distinct().tuples())

    @classmethod
    def of(cls, *records):
        """The files of these records, the newest first, each with who attached it."""
        theirs = reduce(or_, [_carried_by(table, ids) for table, ids in _by_table(records).items()], cls.id.is_null())
        return cls.select(cls, User).join(User, on=cls.made_by).where(theirs).order_by(cls.id.desc())

    @classmethod
    def whole_to(cls, user):
        """Files of the records that this person sees whole, wherever those stand now."""
        seen = [_carried_by(table, each.model.whole_to(user).select(each.model.id)) for table, each in SUBJECTS.items()]
        return cls.select().where(reduce(or_, seen))

    @classmethod
    def beside(cls, record, user):
        """The kept files of what belongs with a record, as far as this person sees that whole."""
        others = subject_of(record).beside(record, user)
        visible = cls.whole_to(user).select(cls.id)
        return cls.of(*others).where(cls.state == FileState.KEPT, cls.id.in_(visible))

    @classmethod
    def offered_to(cls, user):
        """Files that this person may take: what was attached by mistake is nobody's to take."""
        return cls.whole_to(user).where(cls.state == FileState.KEPT)

    @classmethod
    def pictures_for(cls, user):
        """Those of them that can be looked at."""
        return cls.offered_to(user).where(cls.kind.in_(attachment.PICTURES))

    @classmethod
    def count_of(cls, record):
        """How many files the record carries."""
        return cls.of(record).where(cls.state == FileState.KEPT).count()

    @property
    def record(self):
        """The record that it belongs to."""
        return SUBJECTS[self.subject].model.get_by_id(self.subject_id)

    @property
    def mime(self):
        return MIME[self.kind]

    @property
    def is_kept(self):
        return self.state == FileState.KEPT

    @property
    def is_picture(self):
        return self.kind in attachment.PICTURES

    @property
    def called(self):
        """The name under which it is saved by who downloads it."""
        return attachment.download_name(self.title, self.kind)

    def read(self, *, by, shown=False):
        """The bytes, whole and unchanged; each taking is on the trail. `shown`: looked at in a page."""
        data = store.read(self.sha256)
        audit.note(Event.DOWNLOADED, self, by=by, shown=shown)
        return data

    def cancel(self, *, by, reason, seen=None):
        """Attached by mistake: it is no longer offered; the row and the reason stay."""
        return self.move(FileStep.CANCEL, by=by, reason=reason, seen=seen)


def _pictured(record, content, shows, purpose):
    """(what it shows, what for) as a file keeps them; nothing of what is no picture. Refused for a picture that may not be kept."""
    if content.kind not in attachment.PICTURES:
        return None, None
    client = subject_of(record).about(record)
    may_keep(shows, client.consent(ConsentKind.PHOTO).state if client else ConsentState.MISSING, purpose)
    return shows, purpose if shows == Pictured.PERSON else None


def _carried_by(table, ids):
    """The condition of files that belong to records of one table."""
    return (File.subject == table) & File.subject_id.in_(ids)


def _by_table(records):
    """{table: [ids]}."""
    found = {}
    for record in records:
        found.setdefault(record._meta.table_name, []).append(record.id)
    return found


@Timeline.source
def attached(case):
    """Files are told on the timeline as well."""
    return [Told(at=file.made_at, kind=EventKind.FILE, title=file.title, by=file.made_by_id, url=address("files.of", kind="case", id=case.id))
            for file in File.of(case) if file.is_kept]
