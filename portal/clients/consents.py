"""Consent to be served, shared or photographed: who answered what and when, or the legal basis that the office acted on instead."""
from typing import NamedTuple

from peewee import JOIN, CharField, DateField, DeferredForeignKey, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.clients.below import OfClient
from portal.clients.identity import name_score
from portal.db import Choice
from portal.records import Record
from portal.referrals.institutions import Institution
from portal.rules import client as life
from portal.rules import consent as rules
from portal.rules.client import ConsentKind
from portal.rules.consent import Instead, Manner, Said, Stand
from portal.rules.matching import SIMILAR_NAME
from portal.rules.referral import ConsentBasis
from portal.rules.roles import May


class Consent(OfClient, Record):
    """One answer (`giver` of the circle, or `given_by`), or the basis that stands in for it (`instead`: why; `decided_by`: who said so).

    `institution`: whom a consent to sharing is for. `withdrawn_by` took it back, from `withdrawn_on` on.
    """

    client = DeferredForeignKey("Client", backref="consents")
    kind = Choice(ConsentKind)
    basis = Choice(ConsentBasis)
    institution = ForeignKeyField(Institution, null=True, backref="consents")
    giver = DeferredForeignKey("Relation", null=True, backref="consents")
    given_by = CharField(max_length=200, default="")
    given_on = DateField()
    manner = Choice(Manner, null=True)
    explained_by = ForeignKeyField(User, null=True, backref="+")
    language = CharField(max_length=80, default="")
    witness = CharField(max_length=200, default="")
    instead = Choice(Instead, null=True)
    decided_by = ForeignKeyField(User, null=True, backref="+")
    note = TextField(default="")
    withdrawn_on = DateField(null=True)
    withdrawn_by = CharField(max_length=200, default="")
    withdrawn_why = TextField(default="")

    @classmethod
    def of(cls, client):
        """Those of one client in the order of recording, each with the people and the place it names, in one statement."""
        explainer, decider = User.alias(), User.alias()
        return (cls.select(cls, Institution, explainer, decider).join(Institution, JOIN.LEFT_OUTER)
                .switch(cls).join(explainer, JOIN.LEFT_OUTER, on=cls.explained_by, attr="explained_by")
                .switch(cls).join(decider, JOIN.LEFT_OUTER, on=cls.decided_by, attr="decided_by")
                .where(cls.client == client).order_by(cls.id))

    def withdraw(self, *, by, on, said_by="", reason="", seen=None):
        """From that day on this counts no more, because somebody (`said_by`) took it back."""
        rules.may_withdraw(given_on=self.given_on, withdrawn_on=self.withdrawn_on, on=on, today=clock.today())
        return self.change(by=by, seen=seen, withdrawn_on=on, withdrawn_by=said_by, withdrawn_why=reason)

    @property
    def heading(self):
        """Number and initials of the client: what may stand in a title."""
        return self.client.heading

    @property
    def is_legal(self):
        """Whether the office acted on a legal basis."""
        return self.basis in rules.LEGAL


def colleagues(user):
    """{explainers, deciders}: who of the office may have explained it, and who may have decided on a legal basis; this person first."""
    managers = list(User.who_may(May.DECIDE))
    return {"explainers": list(dict.fromkeys((user, *User.who_may(May.WRITE_CASES), *managers))), "deciders": list(dict.fromkeys((user, *managers)))}


class Purpose(NamedTuple):
    """What stands for one purpose, and for sharing with one place."""

    kind: ConsentKind
    institution: Institution | None
    stand: Stand


class Consenting:
    """For clients: what they and their guardians agreed to."""

    def record_consent(self, *, by, kind, basis, given_on, given_by="", giver=None, explained_by=None, decided_by=None, institution=None, **details):
        """Who answered what, or on which basis the office acts (UU 27/2022 art. 20, 25, 26)."""
        life.may_change(self.state)
        given_by = given_by or (giver.name_for(by) if giver else "")
        institution = institution if kind == ConsentKind.SHARING else None
        rules.may_record(basis, kind=kind, years=self.years(given_on), given_by=given_by, given_on=given_on, today=clock.today(),
                         harmful=self._may_harm(giver and giver.id, given_by, self.circle()), institution=institution,
                         manner=details.get("manner"), witness=details.get("witness", ""), why=details.get("instead"), note=details.get("note", ""))
        decider = (decided_by or by) if basis in rules.LEGAL else None
        return Consent.begin(by=by, client=self, kind=kind, basis=basis, given_on=given_on, given_by=given_by, giver=giver, institution=institution,
                             explained_by=explained_by or by, decided_by=decider, **details)

    def consent(self, kind, institution=None):
        """The Stand today for a purpose, for sharing with this institution."""
        return self.stand_of(self.answers(), kind, institution)

    def standing_consents(self, answers=None):
        """Every Purpose that there is something to say of: service and photo always, sharing for each place on record."""
        answers = self.answers() if answers is None else answers
        places = {each.institution: each.record.institution for each in answers if each.institution}
        asked = [(ConsentKind.SERVICE, None), *((ConsentKind.SHARING, place) for place in places.values()), (ConsentKind.PHOTO, None)]
        return [Purpose(kind, place, self.stand_of(answers, kind, place)) for kind, place in asked]

    def sharing_consents(self):
        """The Purposes of sharing, one for each place on record."""
        return [each for each in self.standing_consents() if each.kind == ConsentKind.SHARING]

    def answers(self):
        """Everything on record as the rule reads it, with the Consent behind each."""
        circle = self.circle()
        return [self.said(each, circle) for each in Consent.of(self)]

    def said(self, consent, circle):
        """One of their Consents as the rule reads it; `circle` are the people around them."""
        return Said(consent.kind, consent.basis, consent.given_on, consent.withdrawn_on, consent.institution_id, self.is_child(consent.given_on),
                    self._may_harm(consent.giver_id, consent.given_by, circle), consent)

    def stand_of(self, answers, kind, institution=None):
        """The Stand today that follows from these answers."""
        return rules.stand(answers, kind, on=clock.today(), years=self.years(), institution=institution.id if institution else None)

    @staticmethod
    def _may_harm(giver_id, given_by, circle):
        """Whether who answered is noted as somebody who may harm the client, chosen from the circle or by a name like theirs."""
        return any(each.id == giver_id or (name_score(each.called, given_by) or 0) >= SIMILAR_NAME for each in circle if each.exploiter)
