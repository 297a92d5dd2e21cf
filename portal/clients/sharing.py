"""What stands of telling one place of several clients: for each of them, in two statements."""
from itertools import groupby

from peewee import JOIN

from portal.clients.consents import Consent
from portal.clients.models import Client, Relation
from portal.rules.client import ConsentKind


def stands(clients, institution):
    """{id of a client: the Stand today of sharing with the institution} of those of whom anything is on record."""
    ids = [client.id for client in clients]
    answers = _by_client(Consent.select().where(Consent.client.in_(ids), Consent.kind == ConsentKind.SHARING).order_by(Consent.client, Consent.id))
    harming = _by_client(Relation.select(Relation, Client).join(Client, JOIN.LEFT_OUTER, on=Relation.other)
                         .where(Relation.client.in_(ids), Relation.exploiter).order_by(Relation.client, Relation.id))
    return {client.id: _stand(client, answers[client.id], harming.get(client.id, ()), institution) for client in clients if client.id in answers}


def _stand(client, answers, harming, institution):
    """The Stand of one client; a record merged into theirs is nobody else."""
    circle = [each for each in harming if not (each.other and each.other.merged_into_id == client.id)]
    return client.stand_of([client.said(each, circle) for each in answers], ConsentKind.SHARING, institution)


def _by_client(rows):
    return {id: list(group) for id, group in groupby(rows, key=lambda row: row.client_id)}
