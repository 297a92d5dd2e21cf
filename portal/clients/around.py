"""What is written down of somebody around a client: who they are, how they live, and whether they may be leant on."""
from peewee import BooleanField, CharField, IntegerField

from portal.db import Choice
from portal.records import Record
from portal.rules import family
from portal.rules.client import RelationKind
from portal.rules.family import Whereabouts
from portal.rules.training import Education


class Around(Record):
    """The columns of a relation that speak of the person, who may be a client with a record of their own (`other`).

    `guardian`: carries the responsibility for the client. `exploiter`: may be the one who harms; then their consent is no basis.
    `lives_with`: under one roof with the client, None while nobody knows. `condition`: health and circumstances, in a few words.
    """

    name = CharField(max_length=200, default="")
    kind = Choice(RelationKind)
    phone = CharField(max_length=20, default="")
    address = CharField(max_length=200, default="")
    guardian = BooleanField(default=False)
    exploiter = BooleanField(default=False)
    birth_year = IntegerField(null=True)
    work = CharField(max_length=120, default="")
    education = Choice(Education, null=True)
    lives_with = BooleanField(null=True)
    condition = CharField(max_length=200, default="")
    whereabouts = Choice(Whereabouts, null=True)

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

    @property
    def caution(self):
        """What must be said wherever they are chosen for the client; None when nothing."""
        return family.caution(guardian=self.guardian, exploiter=self.exploiter, whereabouts=self.whereabouts)
