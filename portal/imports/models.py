"""An import: one list of the office on its way to becoming clients, and its rows while they are only looked at."""
from peewee import BlobField, BooleanField, CharField, DateTimeField, ForeignKeyField, IntegerField, fn

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam
from portal.audit import Event
from portal.clients.models import Client
from portal.db import Choice, Json, db
from portal.imports import removal
from portal.records import Living, Table, Transition
from portal.rules import imports as life
from portal.rules.imports import ImportState, ImportStep, ListKind, Verdict
from portal.rules.roles import May


class ImportBatch(Living):
    """`rows` and what follows are counts that stay; what the list said of people goes once the batch is live or discarded.

    `asked`: for how many rows somebody alike was looked for among the clients. `why`: what makes it unreadable.
    """

    LIVES = {"state": life.LIFE}

    made_by = ForeignKeyField(User, backref="imports")
    made_at = DateTimeField()
    file_name = CharField(max_length=200)
    sha256 = CharField(max_length=64)
    size = IntegerField()
    kind = Choice(ListKind)
    state = Choice(ImportState, default=ImportState.CHECKING)
    lead = ForeignKeyField(User, null=True, backref="led_imports")
    rows = IntegerField(default=0)
    warned = IntegerField(default=0)
    bad = IntegerField(default=0)
    alike = IntegerField(default=0)
    asked = IntegerField(default=0)
    left_out = IntegerField(default=0)
    clients = IntegerField(default=0)
    heads = Json(null=True)
    remarks = Json(null=True)
    why = Json(null=True)

    @classmethod
    def visible_to(cls, user):
        """A batch is its maker's and the managers'."""
        batches = cls.select(cls, User).join(User, on=cls.made_by)
        return batches if user.may(May.IMPORT_CLIENTS) else batches.where(cls.made_by == user)

    whole_to = visible_to

    @classmethod
    def receive(cls, *, by, sent):
        """Keep a list that can be read (a Sent) until it has been checked."""
        batch = cls.begin(by=by, made_by=by, made_at=clock.now(), file_name=sent.name, sha256=sent.sha256, size=len(sent.content), kind=sent.kind)
        ImportUpload.create(batch=batch, content=sent.content)
        return batch

    def runner(self):
        """Who started the run."""
        return User.get_by_id(Transition.of(self).where(Transition.step == str(ImportStep.RUN)).get().by)

    def twin(self):
        """The latest other batch of the same bytes that became clients, or None."""
        same = (ImportBatch.sha256 == self.sha256) & (ImportBatch.id != self.id)
        return ImportBatch.select().where(same, ImportBatch.state.in_((ImportState.RUNNING, ImportState.STAGED, ImportState.LIVE))).first()

    def ready(self):
        """The rows that would become clients."""
        return ImportRow.of(self).where(ImportRow.verdict != Verdict.BAD, ~ImportRow.left_out)

    def troubled(self):
        """The rows with problems."""
        return ImportRow.of(self).where(ImportRow.verdict != Verdict.GOOD)

    def alikes(self):
        """The rows of people who may be known already, or stand in the list twice."""
        return ImportRow.of(self).where(ImportRow.verdict != Verdict.BAD, ImportRow.alike)

    def unasked(self):
        """The rows for which nobody alike has been looked for yet."""
        return ImportRow.of(self).where(ImportRow.verdict != Verdict.BAD, ~ImportRow.asked)

    def carry_on(self, *, by, seen=None):
        """Go on with what was interrupted, or with looking for people alike."""
        if self.fresh().state == ImportState.CHECKED:
            return self.move(ImportStep.LOOK_ON, by=by, seen=seen)
        audit.record(Event.CHANGED, self, by=by, fields=["resumed"])
        return self

    def leave_out(self, *, by, shown, chosen, every):
        """Of the rows shown (ids), exactly the chosen ones stay out of the run; with `every` ("out" or "in") all rows of people alike."""
        life.may_choose(self.fresh().state)
        mine = (ImportRow.batch == self) & ImportRow.alike
        if every:
            ImportRow.update(left_out=every == "out").where(mine).execute()
        else:
            ImportRow.update(left_out=False).where(mine, ImportRow.id.in_(shown)).execute()
            ImportRow.update(left_out=True).where(mine, ImportRow.id.in_(chosen)).execute()
        audit.record(Event.CHANGED, self, by=by, fields=["left_out"])
        return self

    def run(self, *, by, lead, seen=None):
        """From now on its rows become clients of a care team of their own each, led by `lead`; nobody sees them yet."""
        life.may_run(self.ready().count())
        out = ImportRow.of(self).where(ImportRow.verdict != Verdict.BAD, ImportRow.left_out).count()
        return self.move(ImportStep.RUN, by=by, seen=seen, lead=User.get_by_id(lead), left_out=out)

    def go_live(self, *, by, seen=None):
        """All of it exists from this moment on; the rows of the list are let go, only which clients came of them stays."""
        if self._moves(ImportStep.GO_LIVE, by=by, seen=seen):
            CareTeam.update(staged=None).where(CareTeam.staged == self.id).execute()
            self._let_go()
        return self

    def discard(self, *, by, seen=None):
        """Nothing comes of it; clients made so far are cancelled, and nobody ever saw them."""
        if self._moves(ImportStep.DISCARD, by=by, seen=seen):
            removal.cancel(self.made_ids(), by=by)
            ImportUpload.delete().where(ImportUpload.batch == self).execute()
            self._let_go()
        return self

    def take_back(self, *, by, reason, seen=None):
        """The whole batch as if it had never gone live; Refused once somebody has worked with one of its clients."""
        db.lock()
        life.may_take_back(len(self.touched()) if self.state == ImportState.LIVE else 0)
        if self._moves(ImportStep.TAKE_BACK, by=by, seen=seen, reason=reason):
            CareTeam.update(staged=self.id).where(CareTeam.id.in_(Client.select(Client.care_team).where(Client.id.in_(self.made())))).execute()
            removal.cancel(self.made_ids(), by=by)
        return self

    def _moves(self, step, **how):
        """Take a step; False for a second click, which changes nothing. Nobody else writes until the unit ends."""
        db.lock()
        before = self.version
        return self.move(step, **how).version != before

    def made(self):
        """The ids of the clients that came of it, as a query."""
        return ImportRow.select(ImportRow.client).where(ImportRow.batch == self, ImportRow.client.is_null(False))

    def made_ids(self):
        return [row.client_id for row in self.made()]

    def touched(self):
        """The ids of its clients with whom somebody has worked since."""
        return removal.touched(ImportRow.of(self).where(ImportRow.client.is_null(False)), self.made())

    def _let_go(self):
        ImportRow.delete().where(ImportRow.batch == self, ImportRow.client.is_null()).execute()
        ImportRow.update(told=None, faults=None, others=None).where(ImportRow.batch == self).execute()


class ImportUpload(Table):
    """The list as it came, until it has been checked."""

    batch = ForeignKeyField(ImportBatch, unique=True, backref="uploads")
    content = BlobField()


class ImportRow(Table):
    """One row of the list: what it tells, what is wrong with it ([column, family, fault, found, detail]), and the client it became.

    `alike`: somebody like them is known; `others` says who, [[Alike, id of a client or a line of the list, what agrees in words]].
    `kin`: how many people around them were told of.
    """

    batch = ForeignKeyField(ImportBatch, backref="lines")
    line = IntegerField()
    verdict = Choice(Verdict)
    told = Json(null=True)
    faults = Json(null=True)
    others = Json(null=True)
    alike = BooleanField(default=False)
    asked = BooleanField(default=False)
    left_out = BooleanField(default=False)
    kin = IntegerField(default=0)
    client = ForeignKeyField(Client, null=True, backref="imported_by")

    class Meta:
        indexes = ((("batch", "line"), True),)

    @classmethod
    def of(cls, batch):
        """The rows of a batch, as they stand in the list."""
        return cls.select().where(cls.batch == batch).order_by(cls.line)

    @classmethod
    def counted(cls, batch):
        """{"rows", "warned", "bad", "alike", "asked", "clients"} of a batch as it stands, in one statement."""
        def count(condition):
            return fn.COALESCE(fn.SUM(condition.cast("integer")), 0)
        names = ("rows", "warned", "bad", "alike", "asked", "clients")
        going = cls.verdict != Verdict.BAD
        row = cls.select(fn.COUNT(cls.id), count(cls.verdict == Verdict.WARNED), count(cls.verdict == Verdict.BAD), count(cls.alike & going),
                         count(cls.asked & going), fn.COUNT(cls.client)).where(cls.batch == batch).tuples()
        return dict(zip(names, next(iter(row)), strict=True))
