"""What may have been meant: names spelt like the one typed, out of records that the person sees whole."""
from collections import Counter
from dataclasses import dataclass

from portal.clients.models import Client
from portal.referrals.institutions import Institution
from portal.rules.names import words
from portal.search.marking import TOKEN
from portal.seeking import MOST

SHOWN = 3


@dataclass(frozen=True)
class Guess:
    """`name` as people write it, `text` what to search for instead, and in how many records it stands (MOST or more when `many`)."""

    name: str
    text: str
    count: int

    @property
    def many(self):
        return self.count >= MOST


def guesses(search):
    """The likeliest Guesses for the words that no record carries; the names of people in outline are not told."""
    seeking = search.seeking
    if not seeking.guessed:
        return []
    tokens = [token for name in _names(search) for token in TOKEN.findall(name)]
    return [Guess(name, _instead(seeking.sought.text, term, name), count) for term in _strange(seeking, tokens)
            for name, count in _alike(seeking.near[term], tokens)][:SHOWN]


def _names(search):
    clients, places = search.ids["clients"], search.ids["institutions"]
    rows = [*Client.whole_to(search.user).select(Client.name, Client.alias).where(Client.id.in_(clients)).tuples()] if clients else []
    rows += [*Institution.select(Institution.name).where(Institution.id.in_(places)).tuples()] if places else []
    return [" ".join(row) for row in rows]


def _strange(seeking, tokens):
    """The typed words that stand in none of these names."""
    known = {word for token in tokens for word in words(token)}
    return [term for term in seeking.terms if not any(word.startswith(term) for word in known)]


def _alike(near, tokens):
    """[(spelling, count)]: each near word in its commonest spelling, the commonest first."""
    spellings = {}
    for token in tokens:
        for word in words(token):
            spellings.setdefault(word, Counter())[token] += 1
    found = [(spellings[word].most_common(1)[0][0], spellings[word].total()) for word in near if word in spellings]
    return sorted(found, key=lambda pair: -pair[1])


def _instead(text, term, name):
    """What was typed, with the strange word replaced."""
    return TOKEN.sub(lambda match: name if words(match[0]) == [term] else match[0], text)
