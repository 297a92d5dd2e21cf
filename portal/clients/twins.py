"""Pairs of clients who are likely one person, for managers: hidden ones too, since the panel beside a report is silent about those."""
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from flask import url_for
from flask_babel import gettext
from peewee import chunked, fn

from portal.accounts.teams import CareTeam
from portal.clients.apart import NotTwins
from portal.clients.comparing import traits
from portal.clients.merging import Merge
from portal.clients.models import Alias, Client
from portal.clients.standing import TWIN
from portal.decisions.models import Decision
from portal.labels import label
from portal.rules.approval import DecisionState
from portal.rules.client import ClientState
from portal.rules.matching import Likeness, Trait, closeness, compare, may_be_one
from portal.rules.roles import May
from portal.words import SearchWord

SIZE = 25
AT_ONCE = 5000
MOST_KEYS = 500
CROWD = 6  # so many sharing one key say nothing about any two of them
SAME_NAME = 100


@dataclass(frozen=True)
class Pair:
    """Two clients, the older record first, and how they compare: {Trait: Likeness}."""

    one: Client
    other: Client
    traits: dict

    @property
    def agrees(self):
        """What speaks for one person, in words."""
        return self._told(Likeness.SAME) + [gettext("%(trait)s mirip", trait=trait) for trait in self._told(Likeness.NEARLY, Likeness.SIMILAR)]

    @property
    def differs(self):
        """What speaks against it, in words."""
        return self._told(Likeness.DIFFERENT)

    def _told(self, *likenesses):
        return [str(label(trait)) if trait == Trait.NIK else str(label(trait)).lower() for trait, found in self.traits.items() if found in likenesses]


class Pairs:
    """One page of the likeliest pairs among those that share a number, or a name with the year of birth or the kecamatan."""

    def __init__(self, number=1):
        found = likely()
        self.total = len(found)
        self.pages = max(1, ceil(self.total / SIZE))
        self.number = min(max(1, number), self.pages)
        self.first, self.last = (self.number - 1) * SIZE + 1 if self.total else 0, min(self.number * SIZE, self.total)
        self.rows = found[self.first - 1:self.last] if self.total else []

    @staticmethod
    def url(number):
        return url_for("clients.twins", page=number if number > 1 else None)


def how_many(user):
    """For managers: how many pairs wait to be looked at; 0 for everybody else."""
    return len(likely()) if user.may(May.DECIDE) else 0


def likely():
    """[Pair] of two active clients who may be one person, the likeliest first; without those said to be two, or proposed to be merged."""
    ids = plausible(candidates() - settled())
    known = {client.id: client for client in standing({id for pair in ids for id in pair})}
    told = [(known[one], known[other]) for one, other in sorted(ids) if one in known and other in known]
    found = [Pair(one, other, alike) for one, other in told if may_be_one(alike := traits(one, other))]
    return sorted(found, key=lambda pair: (-closeness(pair.traits), pair.one.id, pair.other.id))


def candidates():
    """{(older id, newer id)} of clients that share a key, the weightiest keys first: one reading of the words, however many clients."""
    mine = (SearchWord.subject == Client._meta.table_name) & SearchWord.word.between(f"~{TWIN}", f"~{TWIN}\U0010ffff")
    ends = fn.COUNT(SearchWord.subject_id), fn.MIN(SearchWord.subject_id), fn.MAX(SearchWord.subject_id)
    shared = list(SearchWord.select(SearchWord.word, *ends).where(mine).group_by(SearchWord.word).having(ends[0].between(2, CROWD))
                  .order_by(SearchWord.word).limit(MOST_KEYS).tuples())
    groups = {word: [] for word, count, _, _ in shared if count > 2}
    rows = SearchWord.select(SearchWord.word, SearchWord.subject_id).where(mine, SearchWord.word.in_(list(groups))).tuples()
    for word, id in rows if groups else ():
        groups[word].append(id)
    pairs = {(first, last) for _, count, first, last in shared if count == 2}
    return pairs | {pair for ids in groups.values() for pair in combinations(sorted(ids), 2)}


def plausible(pairs):
    """Those of the pairs who would be asked about if their names were the same: few columns, before more is read."""
    columns = (Client.id, Client.nik, Client.sex, Client.birth_date, Client.birth_precision, Client.age_estimate, Client.age_estimate_on)
    ids = sorted({id for pair in pairs for id in pair})
    known = {row.id: row.described() for some in chunked(ids, AT_ONCE) for row in Client.select(*columns).where(Client.id.in_(some))}
    return {pair for pair in pairs if may_be_one(compare(known[pair[0]], known[pair[1]], SAME_NAME))}


def settled():
    """Pairs that nobody need be asked about: said to be two, or waiting for a manager already."""
    apart = {(row.one_id, row.other_id) for row in NotTwins.holding()}
    asked = Merge.select(Merge.kept, Merge.gone).join(Decision).where(Decision.state == DecisionState.OPEN)
    return apart | {tuple(sorted((row.kept_id, row.gone_id))) for row in asked}


def standing(ids):
    """The active clients of these ids, each with its team and its aliases: two questions."""
    clients = list(Client.select(Client, CareTeam).join(CareTeam).where(
        Client.id.in_(ids), Client.state == ClientState.ACTIVE, CareTeam.staged.is_null())) if ids else []
    names = {client.id: [] for client in clients}
    for alias in Alias.select().where(Alias.client.in_(list(names))) if names else ():
        names[alias.client_id].append(alias)
    for client in clients:
        client.__dict__["aliases"] = names[client.id]
    return clients
