"""A list from SIKS-NG on its way: how it was read, and what it would say of the clients it was matched with; nobody else stands here."""
from peewee import BooleanField, Case, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam
from portal.audit import Event
from portal.clients.dtsen import DtsenCheck
from portal.clients.models import Client
from portal.db import Choice, Json, db
from portal.extracts import taking_over
from portal.records import Living, Table
from portal.rules import dtsen_extract as life
from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_extract import WAITING, ExtractState, ExtractStep
from portal.rules.dtsen_matching import Fate, Match
from portal.rules.imports import ListKind, Remark
from portal.rules.roles import May

QUOTING = (Remark.COLUMNS_UNREAD, Remark.SHEETS_UNREAD)  # what these tell stood in the file
FIRST_SHOWN = (Fate.FRESH, Fate.CONFLICT, Fate.KNOWN, Fate.OLDER)


class Extract(Living):
    """Counts, which stay: `rows` read, of which `bad` could not be taken and `unmatched` are of nobody here; `matched`, {Match: people}.

    `day`: of which day the data are, where the list does not say. `problems`: the first [line, column, family, fault, detail].
    """

    LIVES = {"state": life.LIFE}

    made_by = ForeignKeyField(User, backref="extracts")
    made_at = DateTimeField()
    sha256 = CharField(max_length=64)
    kind = Choice(ListKind)
    day = DateField(null=True)
    state = Choice(ExtractState, default=ExtractState.READING)
    rows = IntegerField(default=0)
    bad = IntegerField(default=0)
    unmatched = IntegerField(default=0)
    applied = IntegerField(default=0)
    matched = Json(null=True)
    problems = Json(null=True)
    remarks = Json(null=True)
    why = Json(null=True)

    @classmethod
    def visible_to(cls, user):
        """A list is its reader's and the managers'."""
        extracts = cls.select(cls, User).join(User, on=cls.made_by)
        return extracts if user.may(May.IMPORT_CLIENTS) else extracts.where(cls.made_by == user)

    whole_to = visible_to

    @classmethod
    def receive(cls, *, by, sent, day=None):
        """Note that a list (a Sent) is being read; what stands in it is not kept."""
        return cls.begin(by=by, made_by=by, made_at=clock.now(), sha256=sent.sha256, kind=sent.kind, day=day)

    @classmethod
    def tidy(cls):
        """Let go of lists that waited for too long; how many."""
        waiting = cls.select(cls, User).join(User, on=cls.made_by).where(cls.state.in_(WAITING))
        over = [extract for extract in waiting if life.is_over(extract.made_at, clock.now())]
        with db.unit():
            for extract in over:
                extract.move(ExtractStep.EXPIRE, by=extract.made_by)
                extract.let_go()
        return len(over)

    def twin(self):
        """The latest other list of the same bytes that was taken over, or None."""
        same = (Extract.sha256 == self.sha256) & (Extract.id != self.id) & (Extract.state == ExtractState.APPLIED)
        return Extract.select().where(same).order_by(Extract.id.desc()).first()

    def ticked(self):
        """The rows that would be taken over."""
        return ExtractRow.of(self).where(ExtractRow.ticked)

    def choose(self, *, by, shown, chosen, every, go, seen=None):
        """Of the rows shown (ids) exactly the chosen ones are taken over, with `every` ("all" or "none") all that are new; `go`: then do it."""
        life.may_tick(self.fresh().state)
        ExtractRow.tick(self, shown, chosen, every)
        audit.record(Event.CHANGED, self, by=by, fields=["ticked"])
        return self.apply(by=by, seen=seen) if go else self

    def apply(self, *, by, seen=None):
        """Every ticked row becomes a check of its client, all at once; the others are let go."""
        life.may_tick(self.fresh().state)
        made = taking_over.take_over(list(self.ticked()), by=by)
        life.may_apply(len(made))
        for row, check in made:
            ExtractRow.update(check=check).where(ExtractRow.id == row.id).execute()
        self.move(ExtractStep.APPLY, by=by, seen=seen, applied=len(made))
        self.let_go()
        return self

    def discard(self, *, by, seen=None):
        """Nothing comes of it."""
        self.move(ExtractStep.DISCARD, by=by, seen=seen)
        self.let_go()
        return self

    def undo(self, *, by, reason, seen=None):
        """Cancel every check that came of it; Refused once something rests on one of them."""
        db.lock()
        before = self.version
        life.may_undo(len(self.followed()) if self.state == ExtractState.APPLIED else 0)
        if self.move(ExtractStep.UNDO, by=by, seen=seen, reason=reason).version != before:
            taking_over.cancel(self.made(), by=by, reason=reason.strip())
        return self

    def made(self):
        """The checks that came of it."""
        return list(DtsenCheck.select().join(ExtractRow, on=ExtractRow.check == DtsenCheck.id).where(ExtractRow.extract == self))

    def followed(self):
        """The ids of its checks on which something rests."""
        return taking_over.followed(self.made(), self.moment_of(ExtractStep.APPLY))

    def let_go(self):
        """What it said of people and did not become a check is nowhere any more, nor what its heads and sheets were called."""
        Extract.update(remarks=[row for row in self.remarks or () if row[0] not in QUOTING]).where(Extract.id == self.id).execute()
        ExtractRow.delete().where(ExtractRow.extract == self, ExtractRow.check.is_null()).execute()


class ExtractRow(Table):
    """What a list says of one client: from which `line`, known by which `way`; `check` is what became of it.

    `conflict`: the list says two things of one day. `fate`: as it stood when the list was read.
    """

    extract = ForeignKeyField(Extract, backref="lines")
    line = IntegerField()
    client = ForeignKeyField(Client, backref="extracted")
    way = Choice(Match)
    status = Choice(DtsenStatus)
    decile = IntegerField(null=True)
    family_card = CharField(max_length=16, default="")
    checked_on = DateField()
    conflict = BooleanField(default=False)
    fate = Choice(Fate)
    ticked = BooleanField(default=False)
    check = ForeignKeyField(DtsenCheck, null=True, backref="extracted")

    class Meta:
        indexes = ((("extract", "line"), False),)

    @classmethod
    def of(cls, extract):
        """The rows of a list with their clients."""
        return cls.select(cls, Client, CareTeam).join(Client, on=cls.client).join(CareTeam).where(cls.extract == extract)

    @classmethod
    def in_order(cls):
        """What is new first, then as the rows stand in the list."""
        places = tuple((fate, place) for place, fate in enumerate(FIRST_SHOWN))
        return Case(cls.fate, places, len(places)) * 1_000_000 + cls.line

    @classmethod
    def tick(cls, extract, shown, chosen, every):
        """Write down which rows are to be taken over; only what is new can be."""
        mine = (cls.extract == extract) & (cls.fate == Fate.FRESH)
        if every:
            cls.update(ticked=every == "all").where(mine).execute()
        else:
            cls.update(ticked=False).where(mine, cls.id.in_(shown)).execute()
            cls.update(ticked=True).where(mine, cls.id.in_(chosen)).execute()
