"""A client: one person, whose name, NIK, birth date and parents may all be unknown."""
from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import CareTeam, Guarded
from portal.audit import Event
from portal.db import Choice
from portal.records import Counter, Record
from portal.rules import client as life
from portal.rules.age import Age, BirthPrecision, age_of, is_child
from portal.rules.client import ClientState, ConsentKind, NoNikReason, RelationKind
from portal.rules.decile import DtsenStatus
from portal.rules.names import initials
from portal.rules.nik import Sex
from portal.rules.numbers import Book, say
from portal.rules.referral import ConsentBasis
from portal.rules.training import Education
from portal.words import SearchWord


class Client(Guarded):
    """`name` and `alias` may both be empty until somebody knows; `number` never is."""

    LIVES = {"state": life.LIFE}

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
    married = BooleanField(null=True)
    state = Choice(ClientState, default=ClientState.ACTIVE)
    merged_into = ForeignKeyField("self", null=True, backref="twins")

    @classmethod
    def register(cls, *, by, care_team, **details):
        """A new client in a care team of their own."""
        year, serial = Counter.next(Book.CLIENT)
        client = cls.begin(by=by, care_team=care_team, number=say(Book.CLIENT, year, serial), **details)
        client.reindex()
        return client

    def correct(self, *, by, seen=None, **details):
        """Write down what is known better now; what it replaces stays readable in the revisions."""
        self.change(by=by, seen=seen, **details)
        self.reindex()
        return self

    def reindex(self):
        """Keep the search words in step with who this is."""
        SearchWord.index(self, self.number, self.name, self.alias, self.nik or "", self.phone, *(alias.name for alias in self.aliases))

    @property
    def called(self):
        """The best name known: the full name, else a nickname, else the number."""
        return self.name or self.alias or self.number

    @property
    def initials(self):
        return initials(self.name or self.alias) or "–"

    def name_for(self, user):
        """The name for those who see the record whole, initials for the rest."""
        return self.called if self.is_whole_to(user) else self.initials

    def age(self, on=None) -> Age | None:
        """The age on a local day (default today), or None when nothing is known of the birth."""
        return age_of(on or clock.today(), birth_date=self.birth_date, precision=self.birth_precision or BirthPrecision.DAY,
                      estimate=self.age_estimate, as_of=self.age_estimate_on)

    def years(self, on=None):
        age = self.age(on)
        return age.years if age else None

    def is_child(self, on=None):
        """True, False, or None when the age is not known."""
        return is_child(self.years(on))

    @classmethod
    def with_nik(cls, nik, user):
        """The client with this NIK that the person may see whole, or None; silent about restricted ones of others."""
        return cls.whole_to(user).where(cls.nik == nik, cls.state == ClientState.ACTIVE).first()

    def add_alias(self, name, *, by):
        """One more name that people call them."""
        alias = Alias.create(client=self, name=name)
        audit.record(Event.CHANGED, self, by=by, fields=["alias"])
        self.reindex()
        return alias

    def add_relation(self, *, by, **details):
        """Somebody of the family or around: a client of ours, or a name and a telephone."""
        return Relation.begin(by=by, client=self, **details)

    def record_consent(self, *, by, **details):
        """Who agreed to what, on which basis (UU 27/2022 art. 20, 25)."""
        return Consent.begin(by=by, client=self, **details)

    def consents_in_force(self):
        return self.consents.where(Consent.withdrawn_on.is_null())

    def check_dtsen(self, *, by, **details):
        """What DT-SEN said of the family on a day; each check stays."""
        return DtsenCheck.begin(by=by, client=self, checked_by=by, **details)

    @property
    def dtsen(self):
        """The latest check, or None when nobody has looked yet."""
        return self.dtsen_checks.order_by(DtsenCheck.checked_on.desc(), DtsenCheck.id.desc()).first()


class Alias(Record):
    """Another name that a client goes by."""

    client = ForeignKeyField(Client, backref="aliases")
    name = CharField(max_length=200)


class Relation(Record):
    """Somebody around a client. `exploiter`: may be the one who harms; then their consent is no basis."""

    client = ForeignKeyField(Client, backref="relations")
    other = ForeignKeyField(Client, null=True, backref="related_to")
    name = CharField(max_length=200, default="")
    kind = Choice(RelationKind)
    phone = CharField(max_length=20, default="")
    address = CharField(max_length=200, default="")
    guardian = BooleanField(default=False)
    exploiter = BooleanField(default=False)


class Consent(Record):
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


class DtsenCheck(Record):
    """One look into DT-SEN by hand: status, decile 1-10 or 0 (not ranked), where it was looked up."""

    client = ForeignKeyField(Client, backref="dtsen_checks")
    status = Choice(DtsenStatus)
    decile = IntegerField(null=True)
    checked_on = DateField()
    source = CharField(max_length=80, default="")
    family_card = CharField(max_length=16, default="")
    checked_by = ForeignKeyField(User)
