"""Invented children of one town: many share the common names, as neighbours do, and many have a word that nobody else has.

About three boys in ten carry Muhammad in some form. New certificates need two words (Permendagri 73/2022), but every eighth child is still known
by a single one. How many different words: the register of an Indonesian university, 1990 to 2025, holds 86,229 in 169,329 different names, 61,300 of
them once, so that they grow with n^0.71 and 20,000 names hold some 19,000; 0.9 % of its newest names have one word, 24 % two, 61 % three, 14 % more
(github.com/ericks-rs/indonesian-name-gender, tables of counts only). One town is less various and one spelling counts once: half of it is aimed at,
8,900 words in 20,000 names and growth with n^0.7. In single and common names this town stays the harder one to tell people apart in.
"""
from dataclasses import dataclass
from datetime import date, timedelta

from bench import names

TODAY = date(2026, 3, 2)
DISTRICTS = {f"99.01.{n:02d}": weight for n, weight in enumerate((22, 16, 13, 10, 9, 7, 6, 5, 4, 3, 3, 2), 1)}

# How often a first and a later word is put together anew, and with a piece between: see above how various this makes the town.
ANEW_GIVEN, ANEW_SECOND, MIDDLE = .3, .15, .8


@dataclass(frozen=True)
class Child:
    """One child: what a complete record would say. `called` is the nickname on the street; `noted` whether the office knows it."""
    name: str
    sex: str
    born: date
    district: str
    called: str
    noted: bool


def child(random):
    """One more child of this town."""
    sex = "L" if random.random() < .62 else "P"
    name = full_name(random, sex)
    born = TODAY - timedelta(days=round(random.triangular(2, 21, 13) * 365.25))
    district = random.choices(list(DISTRICTS), DISTRICTS.values())[0]
    return Child(name, sex, born, district, called=nickname(random, name), noted=random.random() < .7)


def full_name(random, sex):
    """One to four words; every eighth child has a single name."""
    boys = sex == "L"
    given = _given(random, boys)
    if random.random() < .125:
        return given
    words = [given]
    if random.random() < .85:
        words.append(_second(random, boys, given))
    if random.random() < .45:
        words.append(_second(random, boys, words[-1]))
    before = random.random()
    if before < .1:
        words.insert(0, _weighed(random, names.NOBLE_BOYS if boys else names.NOBLE_GIRLS))
    elif before < (.46 if boys else .24) or len(words) == 1:
        words.insert(0, _weighed(random, names.BEFORE_BOYS if boys else names.BEFORE_GIRLS))
    return " ".join(words)


def _given(random, boys):
    return put_together(random, boys) if random.random() < ANEW_GIVEN else drawn(random, names.BOYS if boys else names.GIRLS)


def put_together(random, boys):
    """A word that parents made of known pieces: many names have the pieces, few the whole."""
    fronts, ends = (names.FRONTS_BOYS, names.ENDS_BOYS) if boys else (names.FRONTS_GIRLS, names.ENDS_GIRLS)
    middle = drawn(random, names.MIDDLES) if random.random() < MIDDLE else ""
    return drawn(random, fronts) + middle + drawn(random, ends)


def nickname(random, name):
    """What a child is called: a word of the name, one cut short, its last syllable twice, or something else altogether."""
    words = [word for word in name.replace(".", "").split() if len(word) > 2 and word not in names.UNCALLED] or [name]
    word = random.choice(words[:2])
    way = random.random()
    if way < .5:
        return word
    if way < .7:
        return word[-random.choice((3, 4)):].capitalize()
    if way < .82:
        return word[:random.choice((3, 4))]
    if way < .9:
        return (word[-2:] * 2).capitalize()
    return random.choice(names.OTHERWISE)


def drawn(random, words):
    """A word of a list whose chances fall like 1/(place + 12)^0.85."""
    return random.choices(words, _falling(len(words)))[0]


def _second(random, boys, but):
    pool = names.FATHERS if random.random() < .15 else names.SECOND_BOYS if boys else names.SECOND_GIRLS
    anew = random.random()
    word = put_together(random, boys) if anew < ANEW_SECOND else _given(random, boys) if anew < ANEW_SECOND + .15 else drawn(random, pool)
    return word if word != but else _second(random, boys, but)


def _weighed(random, table):
    return random.choices(list(table), table.values())[0]


_chances = {}


def _falling(length):
    if length not in _chances:
        _chances[length] = [1 / (place + 12) ** .85 for place in range(length)]
    return _chances[length]
