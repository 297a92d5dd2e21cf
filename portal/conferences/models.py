"""A case conference: a note on the timeline that has minutes; amended until they are signed, then only corrected with a reason."""
from flask_babel import gettext
from peewee import JOIN, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.cases.below import OfCase
from portal.cases.history import Note
from portal.cases.models import Case
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.records import Living
from portal.rules import conference as rules
from portal.rules.conference import ConferenceKind, ConferenceState, ConferenceStep
from portal.rules.lifecycle import NoteKind


class Conference(OfCase, Living):
    """`n` counts those of a case. `officers` are ids of our own people present, `guests` [[name, institution, position], …] the others.

    When it was and what it came to stand in its note. Later features put into SUMMED `function(case) -> text` what an assessment says.
    """

    LIVES = {"state": rules.LIFE}
    SUMMED = []

    case = ForeignKeyField(Case, backref="conferences")
    note = ForeignKeyField(Note, unique=True, backref="conferences")
    n = IntegerField()
    kind = Choice(ConferenceKind)
    state = Choice(ConferenceState, default=ConferenceState.DRAFT)
    place = CharField(max_length=200, default="")
    chair = ForeignKeyField(User, null=True, backref="conferences_chaired")
    chair_other = CharField(max_length=200, default="")
    note_taker = ForeignKeyField(User, backref="conferences_written")
    officers = Json(default=list)
    guests = Json(default=list)
    assessed = TextField(default="")
    options = TextField(default="")
    child_view = TextField(default="")
    child_unasked = TextField(default="")
    signed_on = DateField(null=True)

    class Meta:
        indexes = ((("case", "n"), True),)

    @classmethod
    def joined(cls):
        return super().joined().select_extend(Note).join(Note, on=cls.note).switch(cls)

    @classmethod
    def of(cls, case):
        """Those of a case, the newest first, each with its note."""
        return cls.select(cls, Note).join(Note).where(cls.case == case).order_by(cls.n.desc())

    @classmethod
    def moments(cls, case):
        """When people met about a case: conferences that stand, and the short notes of those without minutes."""
        notes = (Note.select(Note.at).join(cls, JOIN.LEFT_OUTER, on=(cls.note == Note.id))
                 .where(Note.case == case, Note.kind == NoteKind.CONFERENCE, cls.state.is_null() | (cls.state != ConferenceState.CANCELLED)))
        return [note.at for note in notes]

    @classmethod
    def hold(cls, case, *, by, at, conclusion, resolutions=(), **told):
        """Write down one that was held at `at` (naive UTC, not in the future); `resolutions` as `Resolution.write` takes them."""
        db.lock()
        rules.check_present(present(**told))
        note = case.fresh().note(NoteKind.CONFERENCE, conclusion, by=by, at=at)
        n = cls.select().where(cls.case == case).count() + 1
        conference = cls.begin(by=by, case=case, note=note, n=n, **told)
        conference.write(resolutions, by=by)
        return conference

    def amend(self, *, by, at, conclusion, seen=None, resolutions=(), **told):
        """Write it down better; what stood there before stays in the revisions."""
        rules.may_amend(self.fresh().state)
        self.check_seen(seen)
        rules.check_present(present(**told))
        before, told_before = self.version, self.note.version
        self.change(by=by, **told)
        self.note.amend(by=by, at=at, text=conclusion)
        if (self.write(resolutions, by=by) or self.note.version != told_before) and self.version == before:
            self.touch(by=by)
        return self

    def write(self, resolutions, *, by):
        """Keep its decisions; whether any of them is new or another than before."""
        return self.resolutions.model.write(self, resolutions, by=by)

    @property
    def at(self):
        """When it was held (naive UTC)."""
        return self.note.at

    @property
    def conclusion(self):
        return self.note.text

    @property
    def held_on(self):
        """The office's day on which it was held."""
        return clock.local(self.at).date()

    @property
    def number(self):
        """KS-2026-00012/PK-1: it has no book of its own."""
        return f"{self.case.number}/PK-{self.n}"

    @property
    def title(self):
        return gettext("Pembahasan kasus %(n)s", n=self.n)

    @property
    def heading(self):
        """Number and initials: what may stand in a title."""
        return f"{self.number} · {self.case.client.initials}"

    @property
    def is_editable(self):
        return self.state == ConferenceState.DRAFT

    @property
    def led_by(self):
        """Who led it, by name."""
        return ", ".join(name for name in (self.chair and self.chair.name, self.chair_other) if name)

    @property
    def our_people(self):
        """Our own people who were present: who led and who wrote first, then by name."""
        ids = [id for id in dict.fromkeys((self.chair_id, self.note_taker_id)) if id]
        known = {user.id: user for user in User.select().where(User.id.in_({*ids, *self.officers})).order_by(User.name)}
        return [known[id] for id in dict.fromkeys((*ids, *known))]

    def sign(self, *, by, signed_on, seen=None):
        """The printed minutes were signed on this day: from now on they stand."""
        rules.check_signed(signed_on, self.held_on, clock.today())
        return self.move(ConferenceStep.SIGN, by=by, seen=seen, signed_on=signed_on)

    def correct(self, *, by, reason, seen=None):
        """What was signed has to be put right: why stays on the record, and it is signed anew."""
        return self.move(ConferenceStep.CORRECT, by=by, seen=seen, reason=reason, signed_on=None)

    def cancel(self, *, by, reason, seen=None):
        """It was written down by mistake; what it decided is dropped with it."""
        self.move(ConferenceStep.CANCEL, by=by, seen=seen, reason=reason)
        for resolution in self.resolutions:
            resolution.fall(by=by, reason=reason)
        return self


def present(*, chair=None, note_taker=None, chair_other="", officers=(), guests=(), **_told):
    """How many people met."""
    return len({getattr(chair, "id", None), getattr(note_taker, "id", None), *officers} - {None}) + bool(chair_other) + len(guests)


Decision.SUBJECTS["conference"] = "conferences.show"
