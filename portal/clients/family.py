"""The family of a client as it is known from both sides: what was written down here, and what the records of their kin say of them."""
from dataclasses import dataclass

from peewee import JOIN

from portal.accounts.teams import CareTeam
from portal.clients.models import Client, Relation
from portal.rules import client as life
from portal.rules import family
from portal.rules.client import ClientState, RelationKind
from portal.rules.family import Taken

COLUMNS = {Taken.ADDRESS: ("address", "district", "village"), Taken.PHONE: ("phone",), Taken.FAMILY_CARD: ("family_card",),
           Taken.ORIGIN: ("origin",)}
OF_THE_PERSON = ("name", "kind", "phone", "address", "guardian", "exploiter", "birth_year", "work", "education", "condition", "whereabouts")


@dataclass(frozen=True)
class Kin:
    """Somebody around a client as a page or a paper shows them. `kind` is what they are to the client, None where that does not follow.

    `person` is the client they are, if that client exists for who reads. What is not told in `relation` is read from their own record.
    `mirrored`: it stands in the record of `person` that the client is theirs.
    """

    relation: Relation
    kind: RelationKind | None
    person: Client | None
    name: str
    mirrored: bool = False

    def name_for(self, user):
        """The name, which was read for the person who asked for the circle."""
        return self.name

    def is_known_to(self, user):
        """Whether this person can say who they are."""
        return bool(self.relation.name) or self.relation.knows_other(user)

    @property
    def guardian(self):
        return self.relation.guardian and not self.mirrored

    @property
    def exploiter(self):
        return self.relation.exploiter and not self.mirrored

    @property
    def caution(self):
        return None if self.mirrored else self.relation.caution

    @property
    def lives_with(self):
        """Under one roof with the client: True, False, or None while nobody knows."""
        return self.relation.lives_with

    @property
    def condition(self):
        return "" if self.mirrored else self.relation.condition

    @property
    def whereabouts(self):
        return None if self.mirrored else self.relation.whereabouts

    @property
    def birth_year(self):
        return self._told("birth_year")

    @property
    def work(self):
        return self._told("work") or ""

    @property
    def education(self):
        return self._told("education")

    def _told(self, column):
        """What the relation says of the person, else what their own record says to who sees it whole."""
        told = None if self.mirrored else getattr(self.relation, column)
        return told or (getattr(self.person, column) if self.person else None)


def circle_of(client, user):
    """[Kin] of everybody around a client, the guardians first: who was written down here, then who names this client, in two statements.

    Somebody written down here who is a client hidden from this person stands without a name.
    """
    own = [Kin(each, each.kind, _whole(each.other, user), each.name_for(user)) for each in client.circle()]
    known = {kin.relation.other_id for kin in own}
    return own + [Kin(each, family.other_side(each.kind, each.client.sex), _whole(each.client, user), each.client.name_for(user), mirrored=True)
                  for each in naming(client, user) if each.client_id not in known]


def _whole(client, user):
    """The client as far as their own columns may be read."""
    return client if client is not None and client.is_whole_to(user) else None


def naming(client, user):
    """Relations of other clients that point to this one, as far as those clients exist for this person."""
    visible = Client.visible_to(user).select(Client.id)
    return list(Relation.select(Relation, Client, CareTeam).join(Client, on=Relation.client).join(CareTeam)
                .where(Relation.other == client, Relation.client.in_(visible), Client.state != ClientState.MERGED).order_by(Relation.id))


def siblings_of(client, user):
    """The brothers and sisters who are clients of ours and exist for this person, told on either side, the eldest number first."""
    either = ((Relation.client == client) & (Relation.other == Client.id)) | ((Relation.other == client) & (Relation.client == Client.id))
    return list(Client.visible_to(user).join_from(Client, Relation, JOIN.INNER, on=either)
                .where(Relation.kind == RelationKind.SIBLING, Client.state == ClientState.ACTIVE, Client.id != client).distinct().order_by(Client.id))


def cautions(client, user):
    """[(name, Caution)] of those around a client whom nobody should lean on."""
    return [(kin.name, kin.caution) for kin in circle_of(client, user) if kin.caution]


def to_copy(client, sibling, user):
    """[Kin] of a sibling whom this client does not have yet, as far as this person may see them."""
    have = circle_of(client, user)
    names, clients = {(kin.kind, kin.name) for kin in have}, {kin.relation.other_id for kin in have}
    return [kin for kin in circle_of(sibling, user)
            if not kin.mirrored and kin.is_known_to(user) and (kin.kind, kin.name) not in names
            and kin.relation.other_id not in (client.id, *(clients - {None}))]


def copy_from(client, sibling, *, by, taken=(), people=(), seen=None):
    """Take over what brother and sister have in common: columns by `taken` [Taken], and relations of these ids; returns the client."""
    life.may_copy(taken=bool(taken), people=bool(people))
    columns = [column for each in taken for column in COLUMNS[each]]
    if columns:
        client.correct(by=by, seen=seen, **{column: getattr(sibling, column) for column in columns if getattr(sibling, column)})
    for kin in to_copy(client, sibling, by):
        if kin.relation.id in people:
            told = {column: getattr(kin.relation, column) for column in OF_THE_PERSON}
            client.add_relation(by=by, other=kin.relation.other, **told)
    return client
