"""A file that belongs to a record: kept once, never changed, cancelled when attached by mistake."""
from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import Guarded
from portal.audit import Event
from portal.casefile.timeline import Timeline, address
from portal.db import Choice
from portal.files import store
from portal.rules import attachment, lifecycle
from portal.rules.attachment import MIME, FileKind, FileState, FileStep
from portal.rules.timeline import Event as Told
from portal.rules.timeline import EventKind


class File(Guarded):
    """`name` is random and says nothing, `title` is what people call it; `subject` and `subject_id` are the record it belongs to."""

    LIVES = {"state": attachment.LIFE}

    sha256 = CharField(max_length=64)
    name = CharField(max_length=40, unique=True)
    title = CharField(max_length=200)
    kind = Choice(FileKind)
    size = IntegerField()
    subject = CharField(max_length=40)
    subject_id = IntegerField()
    state = Choice(FileState, default=FileState.KEPT)
    made_by = ForeignKeyField(User)
    made_at = DateTimeField()

    class Meta:
        indexes = ((("subject", "subject_id"), False),)

    @classmethod
    def attach(cls, case, content, *, by, title):
        """Keep a Content with a case: first the bytes, durably, then the row."""
        lifecycle.may_note(case.stage)
        name, sha256 = store.keep(content)
        try:
            return cls.begin(by=by, action=Event.ATTACHED, sha256=sha256, name=name, title=title, kind=content.kind, size=len(content.data),
                             subject=case._meta.table_name, subject_id=case.id, care_team=case.care_team, made_by=by, made_at=clock.now())
        except BaseException:
            store.drop(name)
            raise

    @classmethod
    def of(cls, case):
        """The files of a case, the newest first, each with who attached it."""
        return (cls.select(cls, User).join(User, on=cls.made_by)
                .where(cls.subject == case._meta.table_name, cls.subject_id == case.id).order_by(cls.id.desc()))

    @classmethod
    def offered_to(cls, user):
        """Files that this person may take: what was attached by mistake is nobody's to take."""
        return cls.whole_to(user).where(cls.state == FileState.KEPT)

    @property
    def mime(self):
        return MIME[self.kind]

    @property
    def is_kept(self):
        return self.state == FileState.KEPT

    @property
    def called(self):
        """The name under which it is saved by who downloads it."""
        ending = attachment.ENDING[self.kind]
        return self.title if self.title.lower().endswith(ending) else self.title + ending

    def read(self, *, by):
        """The bytes, whole and unchanged; each taking is on the trail."""
        data = store.read(self.name, self.sha256)
        audit.note(Event.DOWNLOADED, self, by=by)
        return data

    def cancel(self, *, by, reason, seen=None):
        """Attached by mistake: it is no longer offered; the row and the reason stay."""
        return self.move(FileStep.CANCEL, by=by, reason=reason, seen=seen)


@Timeline.source
def attached(case):
    """Files are told on the timeline as well."""
    return [Told(at=file.made_at, kind=EventKind.FILE, title=file.title, by=file.made_by_id, url=address("files.of_case", case_id=case.id))
            for file in File.of(case) if file.is_kept]


