"""Clients who may be the person somebody tells of, the likeliest first: the register is asked once for any number of people."""
from collections import defaultdict

from portal.clients.likeness import Lookalike
from portal.clients.models import Alias, Client
from portal.clients.tracing import Asked, Trail
from portal.rules import traces
from portal.rules.client import ClientState
from portal.rules.matching import POINTS, Evidence, Trait, birthday, compare_known, equal, shown, weigh
from portal.rules.names import telling
from portal.rules.namesakes import LACKING, LEFT_OUT, compare_names, fused

# [function(ticket, user) -> client ids] of the later features whose records carry a ticket and tell of clients.
BY_TICKET = []
SHOWN = 5
CONSIDERED = 32
MOST_LEFT_OUT = 2  # so many words of a record that was found by another name of the person may be all others


def lookalikes(sought, user, *, limit=SHOWN, but=None):
    """At most `limit` Lookalikes for a Sought, the likeliest first; silent about clients this person may not see. `but`: a client left out."""
    return lookalikes_of([sought], user, limit=limit, but=but)[0]


def lookalikes_of(people, user, *, limit=SHOWN, but=None):
    """A list of Lookalikes for each of several Sought, in as many statements as for one."""
    asked = [Asked(each) for each in people]
    trail = Trail(asked, user)
    nearest = [_nearest(each, trail, user, but) for each in asked]
    clients = _clients({id for ids in nearest for id in ids}, user)
    return [_likeliest(each, trail, [clients[id] for id in ids if id in clients], user, limit) for each, ids in zip(asked, nearest, strict=True)]


def _nearest(asked, trail, user, but):
    """The ids of the clients worth a closer look, by a first, cheap count; those that a ticket names always."""
    asked.by_ticket = _by_ticket(asked.sought, user)
    shared = defaultdict(dict)
    for told, kept, points in trail.near(asked):
        for person in trail.people.get(kept, ()):
            shared[person][told] = max(points, shared[person].get(told, 0))
    counted = {person: _first_count(asked, trail, person, points) for person, points in shared.items()}
    ranked = sorted(counted, key=lambda person: (-counted[person], person[0]))
    near = [id for id, *_ in ranked if but is None or id != but.id][:CONSIDERED]
    return [*near, *(id for id in asked.by_ticket if id not in near)]


def _first_count(asked, trail, person, points):
    """Points for what is shared and what is lacking, and for what a row of the first look shows: sex, kecamatan, day of birth."""
    _, sex, district, born, name = person
    likenesses = {Trait.SEX: equal(asked.sought.sex, sex), Trait.PLACE: equal(asked.sought.place, district),
                  Trait.BIRTH: birthday(asked.sought.born, born)}
    lacking = min((sum(min(LACKING, trail.rare(word)) for word in name if word not in points) for name in asked.spelt), default=0)
    left_out = LEFT_OUT * max(0, min(MOST_LEFT_OUT, len(name.split()) - len(points)))
    return sum(points.values()) + sum(POINTS.get(pair, 0) for pair in likenesses.items()) - lacking - left_out


def _by_ticket(sought, user):
    """The clients that a report with this ticket told of."""
    return [id for known in BY_TICKET for id in known(sought.ticket, user)] if sought.ticket else []


def _clients(ids, user):
    """{id: client} of those who are active and exist for this person, with `other_names`: two statements."""
    rows = Client.visible_to(user).where(Client.id.in_(sorted(ids)), Client.state == ClientState.ACTIVE) if ids else ()
    clients = {client.id: client for client in rows}
    others = defaultdict(list)
    for alias in Alias.select().where(Alias.client.in_(sorted(clients))) if clients else ():
        others[alias.client_id].append(alias.name)
    for client in clients.values():
        client.other_names = others[client.id]
    return clients


def _likeliest(asked, trail, clients, user, limit):
    worth = {(told, kept): found for told in asked.words for kept, found in trail.worth[told].items()}
    rare = {word: trail.rare(word) for word in asked.words}
    found = [_compared(asked, trail, client, user, worth, rare) for client in clients]
    found.sort(key=lambda each: (-each.points, each.client.id))
    return found[:shown([each.points for each in found], limit)]


def _compared(asked, trail, client, user, worth, rare):
    kept = [telling(name) for name in (client.name, client.alias, *client.other_names) if name.strip()]
    known = client.described()
    evidence = Evidence(
        names=_names(asked, kept, worth, rare),
        phone=sum(trail.phone(number) for number in asked.numbers if trail.has(client.id, number)),
        marks=trail.marks(traces.mark_traces(asked.sought.marks) & traces.mark_traces(client.marks)),
        ticket=client.id in asked.by_ticket,
        guessed=not (asked.sought.born and known.born))
    traits = compare_known(asked.sought, known, evidence)
    return Lookalike(client, traits, evidence, weigh(traits, evidence, trail.register), whole=client.is_whole_to(user),
                     written=dict(pair for name in (*asked.names, *kept) for pair in name))


def _names(asked, kept, worth, rare):
    """How the names compare; a word told as two, or two as one, is read as the other has it."""
    known = [[word for word, _ in name] for name in kept]
    told = [fused(name, {word for other in known for word in other}) for name in asked.spelt]
    known = [fused(name, {word for other in told for word in other}) for name in known]
    return compare_names(told, known, worth, rare)
