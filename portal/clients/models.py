"""A client: one person, whose name, NIK, birth date and parents may all be unknown."""
from peewee import JOIN, BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, Guarded, whole
from portal.audit import Event
from portal.clients.dtsen import DtsenCheck
from portal.clients.identity import Identity, name_score
from portal.clients.standing import Standing
from portal.db import Choice, db
from portal.records import Counter, Record
from portal.rules import client as life
from portal.rules.age import BirthPrecision
from portal.rules.client import ClientState, ConsentKind, NoNikReason, RelationKind
from portal.rules.decile import check as check_decile
from portal.rules.matching import SIMILAR_NAME
from portal.rules.names import initials
from portal.rules.nik import Sex
from portal.rules.numbers import Book, say
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused
from portal.rules.training import Education


class Client(Standing, Identity, Guarded):
    """`name` and `alias` may both be empty until somebody knows; `number` never is.

    APPEARS: {name: function(client, user) -> rows} of the later features whose records speak of a client.
    RENAMED: [function(client)] of those whose records are found by the client's names.
    HIDES: [function(client) -> care teams] of what is hidden with a client.
    """

    LIVES = {"state": life.LIFE}
    APPEARS = {}
    RENAMED = []
    HIDES = []

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

    def record_consent(self, *, by, basis, given_on, given_by="", explained_by=None, **details):
        """Who agreed to what, on which basis (UU 27/2022 art. 20, 25)."""
        life.may_change(self.state)
        harms = any((name_score(each.called, given_by) or 0) >= SIMILAR_NAME for each in self.circle() if each.exploiter)
        life.may_consent(basis, given_by=given_by, given_on=given_on, today=clock.today(), exploiter=harms)
        return Consent.begin(by=by, client=self, explained_by=explained_by or by, basis=basis, given_on=given_on, given_by=given_by, **details)

    def consents_in_force(self):
        return self.consents.where(Consent.withdrawn_on.is_null())

    def check_dtsen(self, *, by, status, checked_on, decile=None, **details):
        """What DT-SEN said of the family on a day; each check stays."""
        life.may_change(self.state)
        life.may_check(checked_on=checked_on, today=clock.today())
        check_decile(status, decile)
        return DtsenCheck.begin(by=by, client=self, checked_by=by, status=status, decile=decile, checked_on=checked_on, **details)

    @property
    def dtsen(self):
        """The latest check, or None when nobody has looked yet."""
        return self.dtsen_checks.order_by(DtsenCheck.checked_on.desc(), DtsenCheck.id.desc()).first()


class OfClient:
    """For what is written down about a `client`: it is reached through them."""

    @classmethod
    def whole_to(cls, user):
        """Those of the clients this person sees whole."""
        return cls.select(cls, Client, CareTeam).join(Client, on=cls.client).join(CareTeam).where(whole(user))


class Alias(Record):
    """Another name that a client goes by."""

    client = ForeignKeyField(Client, backref="aliases")
    name = CharField(max_length=200)


class Relation(OfClient, Record):
    """Somebody around a client. `exploiter`: may be the one who harms; then their consent is no basis."""

    client = ForeignKeyField(Client, backref="relations")
    other = ForeignKeyField(Client, null=True, backref="related_to")
    name = CharField(max_length=200, default="")
    kind = Choice(RelationKind)
    phone = CharField(max_length=20, default="")
    address = CharField(max_length=200, default="")
    guardian = BooleanField(default=False)
    exploiter = BooleanField(default=False)

    @staticmethod
    def checked(client, *, by, other=None, number=None, name="", **details):
        """The columns of a relation that may stand; `number` names another client."""
        life.may_change(client.state)
        other = Client.numbered(number, by) if number else other
        life.may_relate(client_id=client.id, other_id=other.id if other else None, name=name)
        return {"other": other, "name": name, **details}

    def amend(self, *, by, seen=None, number=None, **details):
        """Write down what is known better now; a client that this person can't name stays the one they are."""
        who = {"other": self.other} if self.other and number == self.number_for(by) else {"number": number}
        self.change(by=by, seen=seen, **self.checked(self.client, by=by, **who, **details))
        self.client.reindex()
        return self

    def number_for(self, user):
        """The number of the client they are, if that client exists for this person."""
        return self.other.number if self.knows_other(user) else None

    @property
    def called(self):
        return self.name or (self.other.called if self.other else "")

    def name_for(self, user):
        """The name typed here, or that of the client they are as far as the person may see it."""
        return self.name or (self.other.name_for(user) if self.knows_other(user) else "–")

    def knows_other(self, user):
        """Whether the client they are exists for this person."""
        return self.other is not None and self.other.exists_for(user)


class Consent(OfClient, Record):
    """One consent or the basis that stands in for it."""

    client = ForeignKeyField(Client, backref="consents")
    kind = Choice(ConsentKind)
    basis = Choice(ConsentBasis)
    given_by = CharField(max_length=200, default="")
    given_on = DateField()
    explained_by = ForeignKeyField(User, null=True)
    witness = CharField(max_length=200, default="")
    note = TextField(default="")
    withdrawn_on = DateField(null=True)

    def withdraw(self, *, by, on, seen=None):
        """From that day on this consent counts no more."""
        life.may_withdraw(given_on=self.given_on, withdrawn_on=self.withdrawn_on, on=on, today=clock.today())
        return self.change(by=by, seen=seen, withdrawn_on=on)
