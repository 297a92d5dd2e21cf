"""The directory of institutions that the office works with: it starts from what is usual, and the office writes it."""
from peewee import BooleanField, CharField, TextField

from portal.db import Choice
from portal.records import Record
from portal.rules import institution_kinds, wanted_papers
from portal.rules.referral import InstitutionKind
from portal.rules.referral_terms import programme_of
from portal.words import SearchWord


class Institution(Record):
    """`head` is whom a letter addresses, `papers` what is asked for, a line each, `night` how somebody is reached outside office hours;
    `ministry` marks a unit of the ministry, whose programmes ask for a decile. `unchecked`: from the usual list, nobody has looked at it yet."""

    kind = Choice(InstitutionKind)
    name = CharField(max_length=200)
    head = CharField(max_length=200, default="")
    address = CharField(max_length=200, default="")
    place = CharField(max_length=200, default="")
    contact = CharField(max_length=200, default="")
    phone = CharField(max_length=200, default="")
    night = CharField(max_length=200, default="")
    services = TextField(default="")
    accepts = TextField(default="")
    papers = TextField(default="")
    ministry = BooleanField(default=False)
    unchecked = BooleanField(default=False)
    active = BooleanField(default=True)

    @classmethod
    def add(cls, *, by, **details):
        """One more place to refer to."""
        return cls.begin(by=by, **details).reindex()

    def amend(self, *, by, seen=None, **details):
        """What is known better now, by somebody who looked; an inactive one stays in old referrals and is offered no more."""
        return self.change(by=by, seen=seen, unchecked=False, **details).reindex()

    def check(self, *, by, seen=None):
        """Somebody looked, and it is as it stands here."""
        return self.change(by=by, seen=seen, unchecked=False)

    @property
    def wanted(self):
        """The papers that it asks for, line by line."""
        return wanted_papers.listed(self.papers)

    @property
    def usual(self):
        """What is usual for its kind."""
        return institution_kinds.usual(self.kind)

    def reindex(self):
        """Keep the search words in step with the place."""
        SearchWord.index(self, self.name, self.head, self.place, self.contact, codes=(self.phone,))
        return self

    @classmethod
    def active_ones(cls):
        """Those that can be chosen, by name."""
        return cls.select().where(cls.active).order_by(cls.name)

    @classmethod
    def to_choose(cls, current):
        """The active ones, and the one that stands in the record already, whatever became of it."""
        return list(cls.select().where(cls.active | (cls.id == current)).order_by(cls.name))

    @classmethod
    def everything(cls):
        """The whole directory: it names no client, so whoever reads cases reads it."""
        return cls.select()

    @property
    def addressee(self):
        """Whom the letter is for: the office of somebody, never a person's name."""
        return self.head or f"Pimpinan {self.name}"

    @property
    def takes_in(self):
        """Whether the client goes there, so that a hand-over follows its yes."""
        return institution_kinds.takes_in(self.kind)

    def programme(self, urgent=False):
        """The ministry's programme that this place gives, or None."""
        return programme_of(self.kind, self.ministry, urgent)
