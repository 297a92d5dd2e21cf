"""Facts are counted by two of what is known of them; a total counts each once, and so does a person who stands in several of its parts."""
import hashlib
from collections import Counter, defaultdict
from typing import NamedTuple

ALL = "all"
UNKNOWN = "-"
OTHER = "other"
MOST = 15  # members of what was written in people's own words


class Fact(NamedTuple):
    """Something that happened: the record's id, the id of the person it is about (None: nobody), and {dimension: code}."""

    id: int
    person: int | None
    values: dict


def bucketed(facts, row_of, keys_of):
    """{row key: {column key: [facts]}}; `row_of(fact)` is one key, `keys_of(fact)` the tuple of all columns in which it counts.

    The row ALL holds every fact. Facts of one row that count in the same columns are put there together.
    """
    rows = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        rows[row_of(fact)][keys_of(fact)].append(fact)
    whole = defaultdict(list)
    for groups in rows.values():
        for keys, alike in groups.items():
            whole[keys] += alike
    return {row: _spread(groups) for row, groups in (*rows.items(), (ALL, whole))}


def _spread(groups):
    """{column key: [facts]} of {column keys: [facts]}."""
    found = defaultdict(list)
    for keys, alike in groups.items():
        for key in keys:
            found[key] += alike
    return found


def behind(facts, row_of, keys_of, row, column):
    """The facts that one figure counts, but for those that are no records; the column ALL is every one."""
    return [fact for fact in facts if fact.id is not None and row in (ALL, row_of(fact)) and (column == ALL or column in keys_of(fact))]


def records(facts):
    """How many facts."""
    return len(facts)


def people(facts):
    """How many persons, each once."""
    return len({fact.person for fact in facts})


def is_few(facts, small):
    """Whether these are about so few persons, each once; where they are about nobody, whether they are so few."""
    known = set()
    for place, fact in enumerate(facts):
        known.add(place if fact.person is None else (fact.person,))
        if len(known) >= small.stop:
            return False
    return len(known) in small


def summed(name):
    """A function that adds up what the facts say under this name; what is not known adds nothing."""
    return lambda facts: sum([fact.values[name] or 0 for fact in facts])


def mean_of(name):
    """A function for the mean, rounded to whole, of what is known under this name; None when nothing is."""
    def mean(facts):
        known = [fact.values[name] for fact in facts if fact.values[name] is not None]
        return round(sum(known) / len(known)) if known else None
    return mean


def most_frequent(facts, name, least=1):
    """{what was written under this name: (code, words)}: words that differ in blanks or capitals are one, told as it is written most often.

    Beyond the MOST that most persons share, and where fewer than `least` do, it is (OTHER, ""); nothing written is (UNKNOWN, "").
    """
    written, persons = Counter(fact.values[name] for fact in facts), defaultdict(set)
    for fact in facts:
        persons[plain(fact.values[name])].add(fact.person)
    common = sorted((text for text in persons if text and len(persons[text]) >= least), key=lambda text: (-len(persons[text]), text))[:MOST]
    words = {text: min((each for each in written if plain(each) == text), key=lambda each: (-written[each], each)) for text in common}
    return {each: _member(plain(each), words) for each in written}


def _member(text, words):
    if not text:
        return UNKNOWN, ""
    return (hashlib.sha256(text.encode()).hexdigest()[:8], " ".join(words[text].split())) if text in words else (OTHER, "")


def plain(text):
    """Words without what only their writing tells apart."""
    return " ".join((text or "").casefold().split())
