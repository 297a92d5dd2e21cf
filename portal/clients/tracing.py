"""What the register's words say of people told of: which of its words are near theirs, how rare those are, and who has them."""
from collections import defaultdict

from peewee import fn
from rapidfuzz.distance import OSA

from portal.accounts.teams import CareTeam, seen
from portal.clients.models import Client
from portal.rules import traces
from portal.rules.client import ClientState
from portal.rules.matching import MARK_SHARED, MOST_MARKS, PHONE_SHARED, POINTS, Likeness, Trait
from portal.rules.names import telling
from portal.rules.namesakes import Kin, kin, rarity, worths
from portal.words import SearchSpelling, SearchWord, coded, subject_of

MOST_ROWS = 2500
SLIPS = 2


class Asked:
    """One Sought, as the register is asked for it: `names` as lists of (word in one spelling, as written), `words`, `numbers` and `keys`."""

    def __init__(self, sought):
        self.sought = sought
        self.names = [telling(name) for name in sought.names if name.strip()]
        self.spelt = spelt = [[word for word, _ in name] for name in self.names]
        self.words = {word for name in spelt for word in name} | {key[1:] for key in traces.joined(spelt)}
        self.numbers = {coded(number) for number in sought.phones if number}
        known = traces.near(names=spelt, born=sought.born, nik=sought.nik, marks=sought.marks)
        self.by_ticket = ()
        self.keys = {f"~{key}" for key in known} | ({coded(sought.nik)} if sought.nik else set())


class Trail:
    """The words of the register that are near those `asked` for: their Kin, how many people have each, and who, as far as the user may know."""

    def __init__(self, asked, user):
        told = {word for each in asked for word in each.words}
        self.kins = _kins(told, SearchSpelling.related(told))
        kept = {word for kins in self.kins.values() for word in kins}
        exact = {key for each in asked for key in each.keys | each.numbers}
        self.counts = _counts(kept | exact)
        self.register = Client.select(fn.COUNT(Client.id)).scalar()
        self.worth = {word: self._worth(word) for word in told}
        self.people = _people(self._affordable(kept | exact, MOST_ROWS * len(asked)), kept, {each.sought.sex for each in asked}, user)

    def rare(self, word):
        """Points for sharing this very word."""
        return rarity(word, self.counts.get(word, 0) + self.counts.get(f"~+{word}", 0), self.register)

    def phone(self, number):
        """Points for sharing a telephone, which brothers and sisters do too."""
        return max(rarity(number, self.counts.get(number, 0), self.register) - PHONE_SHARED, 0)

    def marks(self, keys):
        """Points for the marks that both are told to have."""
        return min(MOST_MARKS, sum(max(rarity(key, self.counts.get(f"~{key}", 0), self.register) - MARK_SHARED, 0) for key in keys))

    def near(self, asked):
        """[(what was told, what the register has for it, points)] of one Asked, by words, numbers and keys."""
        words = [(told, kept, points) for told in asked.words for kept, (_, points) in self.worth[told].items()]
        joins = [(told, f"~+{kept}", points) for told, kept, points in words if told == kept]
        return [*words, *joins, *((key, key, self._worth_of(key, asked)) for key in asked.keys | asked.numbers if key[:2] != "~+")]

    def _worth_of(self, key, asked):
        """Points for what was found by a number or key, at the first look."""
        if key in asked.numbers:
            return self.phone(key)
        if key[:2] == "~%":
            return self.marks({key[1:]})
        return POINTS[Trait.NIK, Likeness.NEARLY] if key[:2] in ("~1", "~2", "~3", "=") else 0

    def has(self, id, word):
        """Whether this client was found by this very word or key."""
        return any(person[0] == id for person in self.people.get(word, ()))

    def _worth(self, word):
        counts = self.counts | {word: self.counts.get(word, 0) + self.counts.get(f"~+{word}", 0)}
        return worths(word, self.kins[word], counts, self.register)

    def _affordable(self, words, most):
        """The rarest words first, as far as their people can be looked at."""
        chosen, rows = [], 0
        for word in sorted(words & self.counts.keys(), key=lambda word: (self.counts[word], word)):
            rows += self.counts[word]
            if rows <= most:
                chosen.append(word)
        return chosen


def _kins(told, near):
    """{told word: {word of the register: Kin}}, each word its own kin."""
    return {word: {word: Kin.SAME} | {kept: found for kept in near if (found := kin(word, kept, OSA.distance(word, kept, score_cutoff=SLIPS)))}
            for word in told}


def _counts(words):
    """{word: how many people have it}."""
    subjects = (subject_of(Client), subject_of(Client, inside=True))
    rows = (SearchWord.select(SearchWord.word, fn.COUNT(SearchWord.id)).where(SearchWord.subject.in_(subjects), SearchWord.word.in_(sorted(words)))
            .group_by(SearchWord.word).tuples())
    return dict(rows) if words else {}


def _people(words, names, sexes, user):
    """{word: [(client id, sex, district, birth date, name)]} of the active clients who exist for this person.

    When all who are asked for have one sex, words of names find only that one; numbers and keys find anybody.
    """
    found = defaultdict(list)
    alike = Client.id.is_null(False)
    if None not in sexes:
        alike = Client.sex.is_null() | Client.sex.in_(sexes) | SearchWord.word.not_in(sorted(names & set(words)))
    subjects = (subject_of(Client), subject_of(Client, inside=True))
    rows = (SearchWord.select(SearchWord.word, Client.id, Client.sex, Client.district, Client.birth_date, Client.name)
            .join(Client, on=SearchWord.subject_id == Client.id).join(CareTeam, on=Client.care_team == CareTeam.id)
            .where(SearchWord.subject.in_(subjects), SearchWord.word.in_(words), Client.state == ClientState.ACTIVE, alike, seen(user)).tuples())
    for word, *person in rows if words else ():
        found[word].append(tuple(person))
    return found
