"""A client: one person, whose name, NIK, birth date and parents may all be unknown."""
from peewee import JOIN, BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import audit, clock
from portal.accounts.teams import CareTeam, Guarded
from portal.audit import Event
from portal.clients.around import Around
from portal.clients.below import OfClient
from portal.clients.consents import Consenting
from portal.clients.dtsen import Checked
from portal.clients.identity import Identity
from portal.clients.standing import Standing
from portal.db import Choice, db
from portal.records import Counter, Record
from portal.rules import client as life
from portal.rules.age import BirthPrecision
from portal.rules.client import ClientState, NoNikReason
from portal.rules.names import initials
from portal.rules.nik import Sex
from portal.rules.numbers import Book, say
from portal.rules.refused import Refused
from portal.rules.training import Education


class Client(Checked, Standing, Consenting, Identity, Guarded):
    """`name` and `alias` may both be empty until somebody knows; `number` never is.

    APPEARS: {name: function(client, user) -> rows} of the later features whose records speak of a client.
    RENAMED: [function(client)] of those whose records are found by the client's names.
    HIDES: [function(client) -> care teams] of what is hidden with a client.
    JOINS: [function(kept, gone)] that refuse where what hangs on two clients cannot hang on one.
    """

    LIVES = {"state": life.LIFE}
    APPEARS = {}
    RENAMED = []
    HIDES = []
    JOINS = []

    number = CharField(max_length=20, unique=True)
    name = CharField(max_length=200, default="")
    alias = CharField(max_length=200, default="")
    sex = Choice(Sex, null=True)
    birth_date = DateField(null=True)
    birth_precision = Choice(BirthPrecision, null=True)
    age_estimate = IntegerField(null=True)
    age_estimate_on = DateField(null=True)
    birth_place = CharField(max_length=120, default="")
    nik = CharField(max_length=16, null=True, index=True)
    no_nik_reason = Choice(NoNikReason, null=True)
    family_card = CharField(max_length=16, default="")
    jkn_card = CharField(max_length=13, default="")
    birth_certificate = BooleanField(null=True)
    phone = CharField(max_length=20, default="")
    address = CharField(max_length=200, default="")
    district = CharField(max_length=13, default="")
    village = CharField(max_length=13, default="")
    usual_place = CharField(max_length=200, default="")
    origin = CharField(max_length=120, default="")
    marks = TextField(default="")
    religion = CharField(max_length=40, default="")
    education = Choice(Education, null=True)
    in_school = BooleanField(null=True)
    school = CharField(max_length=120, default="")
    work = CharField(max_length=120, default="")
    married = BooleanField(null=True)
    history = TextField(default="")
    history_on = DateField(null=True)
    state = Choice(ClientState, default=ClientState.ACTIVE)
    merged_into = ForeignKeyField("self", null=True, backref="twins")

    @classmethod
    def register(cls, *, by, care_team, **details):
        """A new client in a care team of their own."""
        return cls.begin(by=by, care_team=care_team, number=say(Book.CLIENT, *Counter.next(Book.CLIENT)), **details).reindex()

    def correct(self, *, by, seen=None, **details):
        """Write down what is known better now; what it replaces stays readable in the revisions."""
        life.may_change(self.state)
        return self.change(by=by, seen=seen, **details).reindex()

    def reveal(self, *, by):
        """Somebody asked to see the numbers and addresses in full, once."""
        audit.record(Event.REVEALED, self, by=by, fields=["nik", "phone", "address", "cards", "relations"])
        return self

    def reindex(self):
        """Keep the search words in step with who this is, and those of what is found by their names."""
        self.index()
        for follow in self.RENAMED:
            follow(self)
        return self

    @property
    def called(self):
        """The best name known: the full name, else a nickname, else that there is none, with the number."""
        return self.name or self.alias or f"{self.nameless} ({self.number})"

    @property
    def initials(self):
        return initials(self.name or self.alias) or "–"

    @property
    def heading(self):
        """Number and initials: what may stand in a title or an inbox."""
        return f"{self.number} · {self.initials}"

    def name_for(self, user):
        """The name for those who see the record whole, initials for the rest."""
        return self.called if self.is_whole_to(user) else self.initials

    def add_alias(self, name, *, by):
        """One more name that people call them; a name they have already is not added twice."""
        life.may_change(self.state)
        db.lock()
        if name not in [alias.name for alias in self.aliases]:
            Alias.create(client=self, name=name)
            audit.record(Event.CHANGED, self, by=by, fields=["alias"])
            self.reindex()
        return self

    @classmethod
    def numbered(cls, number, user):
        """The active client with this exact number (or the one it stands in) that exists for this person; Refused when there is none."""
        client = cls.visible_to(user).where(cls.number == number, cls.state != ClientState.CANCELLED).first()
        if client is None or client.standing.state != ClientState.ACTIVE:
            raise Refused(life.Why.NO_SUCH_CLIENT)
        return client.standing

    def add_relation(self, *, by, **details):
        """Somebody of the family or around: a client of ours (`other`, or their `number`), or a name and a telephone."""
        relation = Relation.begin(by=by, client=self, **Relation.checked(self, by=by, **details))
        self.reindex()
        return relation

    def circle(self):
        """The people around them with their own records, in one statement; a record merged into this one is nobody else."""
        somebody = Client.merged_into.is_null() | (Client.merged_into != self)
        return list(Relation.select(Relation, Client, CareTeam).join(Client, JOIN.LEFT_OUTER, on=Relation.other).join(CareTeam, JOIN.LEFT_OUTER)
                    .where(Relation.client == self, somebody).order_by(Relation.guardian.desc(), Relation.id))


class Alias(Record):
    """Another name that a client goes by."""

    client = ForeignKeyField(Client, backref="aliases")
    name = CharField(max_length=200)


class Relation(OfClient, Around):
    """Somebody around a client; what it says of the two is read from either side."""

    client = ForeignKeyField(Client, backref="relations")
    other = ForeignKeyField(Client, null=True, backref="related_to")

    @staticmethod
    def checked(client, *, by, other=None, number=None, name="", birth_year=None, **details):
        """The columns of a relation that may stand; `number` names another client."""
        life.may_change(client.state)
        other = Client.numbered(number, by) if number else other
        life.may_relate(client_id=client.id, other_id=other.id if other else None, name=name, birth_year=birth_year, today=clock.today())
        return {"other": other, "name": name, "birth_year": birth_year, **details}

    def amend(self, *, by, seen=None, number=None, **details):
        """Write down what is known better now; a client that this person can't name stays the one they are."""
        who = {"other": self.other} if self.other and number == self.number_for(by) else {"number": number}
        told = {"birth_year": self.birth_year} | details
        self.change(by=by, seen=seen, **self.checked(self.client, by=by, **who, **told))
        self.client.reindex()
        return self
