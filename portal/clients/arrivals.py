"""Many clients who arrive together: as `Client.register` does it for one, in a few statements for all."""
from portal import audit, words
from portal.clients.models import Client, Relation
from portal.many import begin_many
from portal.records import Counter
from portal.rules.numbers import Book, say


def register_all(people, *, by, care_teams):
    """New clients in care teams of their own: `people` are [(columns of a client, [columns of each relation])]. The clients in their order."""
    with audit.gathered(), words.gathered():
        numbers = [say(Book.CLIENT, *each) for each in Counter.take(Book.CLIENT, len(people))]
        clients = begin_many(Client, [{"care_team": team, "number": number, **details} for team, number, (details, _kin)
                                      in zip(care_teams, numbers, people, strict=True)], by=by)
        around = [{"client": client, **each} for client, (_details, kin) in zip(clients, people, strict=True) for each in kin]
        related = begin_many(Relation, around, by=by)
        _index(clients, related)
    return clients


def _index(clients, related):
    """Their search words; who is new has no other names, no twins, and nothing that follows their names."""
    around = {client.id: [] for client in clients}
    for relation in related:
        around[relation.client_id].append(relation)
    for client in clients:
        client.__dict__.update(aliases=[], twins=[], relations=around[client.id])
        client.index()
