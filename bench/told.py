"""How a child is told of the second time. Both tables were fixed before the matcher was tuned; `other_ways` was never tuned on."""
from dataclasses import dataclass
from datetime import date, timedelta

from bench.people import DISTRICTS, TODAY

NAMES = {"spelt": 30, "edited": 30, "reordered": 30, "called": 10}
BIRTHS = {"unknown": 50, "year_off": 20, "right": 30}
KNOWS_DISTRICT = .8

OTHER_NAMES = {"misheard": 20, "edited_twice": 20, "joined": 15, "titled": 15, "mixed": 15, "clipped": 15}
OTHER_BIRTHS = {"unknown": 40, "guessed": 30, "month": 15, "right": 15}
OTHER_DISTRICTS = {"right": 60, "neighbour": 20, "unknown": 20}
KNOWS_SEX = .95
SIBLINGS = .1

# How one clerk writes what another wrote differently; each may be read from either side.
SPELLINGS = """oe:u dj:j tj:c sy:s kh:h ch:kh f:p v:f z:j zz:z ks:x q:k dh:d th:t ie:i ai:ei au:o y:i nn:n mm:m ss:s ll:l h: kk:k sh:sy o:u
i:e j:dj dz:z ts:s ae:ai iy:y uw:u ph:f rr:r aa:a""".split()
MISHEARD = "p:b b:p d:t t:d g:k k:g l:r r:l s:c j:z m:n n:m f:p e:i u:o ng:n".split()
LETTERS = "abcdefghijklmnoprstuwyz"


@dataclass(frozen=True)
class Told:
    """What somebody says of a child: any of it but the name may be missing. `month`: `born` is known only to its month."""
    name: str
    sex: str | None
    born: date | None
    years: int | None
    district: str | None
    month: bool = False


def issue_ways(random, child):
    """The distortions that the figures to reach are stated for."""
    name = NAME_WAYS[_one(random, NAMES)](random, child)
    birth = _one(random, BIRTHS)
    born = None if birth == "unknown" else child.born if birth == "right" else _year_off(random, child.born)
    return Told(name, child.sex, born, None, child.district if random.random() < KNOWS_DISTRICT else None)


def other_ways(random, child):
    """Distortions of another kind, to see whether the rule was only fitted to the first."""
    name = NAME_WAYS[_one(random, OTHER_NAMES)](random, child)
    birth, place = _one(random, OTHER_BIRTHS), _one(random, OTHER_DISTRICTS)
    born = child.born if birth in ("right", "month") else None
    years = max(1, _age(child.born) + random.choice((-2, -1, -1, 0, 0, 1, 1, 2))) if birth == "guessed" else None
    district = {"right": child.district, "unknown": None, "neighbour": _neighbour(random, child.district)}[place]
    return Told(name, child.sex if random.random() < KNOWS_SEX else None, born, years, district, month=birth == "month")


def spelt(random, child):
    """One or two words written another way."""
    name = _replaced(random, child.name.lower(), [*SPELLINGS, *(":".join(reversed(each.split(":"))) for each in SPELLINGS if not each.endswith(":"))])
    return _replaced(random, name, SPELLINGS) if random.random() < .3 else name


def misheard(random, child):
    """One or two sounds taken for their neighbours on the telephone."""
    name = _replaced(random, child.name.lower(), MISHEARD)
    return _replaced(random, name, MISHEARD) if random.random() < .4 else name


def edited(random, child):
    """One letter too many, missing, wrong or exchanged with the next."""
    words = child.name.lower().split()
    at = random.choice([place for place, word in enumerate(words) if len(word.strip(".")) > 2] or [0])
    words[at] = _slip(random, words[at])
    return " ".join(words)


def edited_twice(random, child):
    once = edited(random, child)
    words = once.split()
    at = random.randrange(len(words))
    words[at] = _slip(random, words[at])
    return " ".join(words)


def reordered(random, child):
    """The words in another order, or one of them left out; a single name stays."""
    words = child.name.split()
    if len(words) == 1:
        return child.name
    if random.random() < .5:
        words.insert(0, words.pop())
    else:
        words.pop(random.randrange(len(words)))
    return " ".join(words)


def called(random, child):
    return child.called


def clipped(random, child):
    """A name of another length than before: the first word alone, or the nickname with one word."""
    return child.name.split()[0] if random.random() < .4 else f"{child.called} {child.name.split()[-1]}"


def joined(random, child):
    """Two words written as one, with a hyphen, or one written as two."""
    words = child.name.split()
    if len(words) == 1:
        word = words[0]
        return f"{word[:3]} {word[3:]}" if len(word) > 5 else f"{word[:2]}-{word[2:]}"
    at = random.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + random.choice(("", "", "-")) + words[at + 1].lower(), *words[at + 2:]])


def titled(random, child):
    """A title or a rank of birth put in front, or taken away, and a father's name behind."""
    words = child.name.split()
    if words[0] in ("Lalu", "Baiq", "Raden", "Andi", "I", "Ni", "Daeng", "Lale") and len(words) > 1:
        return " ".join(words[1:])
    front = random.choice(("Lalu", "Sdr.", "Adik", "Nak", "Raden") if child.sex == "L" else ("Baiq", "Sdri.", "Adik", "Nak", "Neng"))
    return f"{front} {child.name}"


def mixed(random, child):
    """The name with the nickname added: `Rizki Hidayat alias Kiki`."""
    return f"{child.name} {random.choice(('alias', 'al.', ''))} {child.called}".replace("  ", " ")


def _replaced(random, name, table):
    """One rule of `from:to` applied at one place where it can be."""
    possible = [(old, new) for old, new in (each.split(":") for each in table) if old in name]
    if not possible:
        return name
    old, new = random.choice(possible)
    places = [at for at in range(len(name)) if name.startswith(old, at)]
    at = random.choice(places)
    return name[:at] + new + name[at + len(old):]


def _slip(random, word):
    at = random.randrange(len(word))
    way = random.choice(("add", "drop", "other", "swap"))
    if way == "add":
        return word[:at] + random.choice(LETTERS) + word[at:]
    if way == "drop" and len(word) > 2:
        return word[:at] + word[at + 1:]
    if way == "swap" and len(word) > 1:
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    return word[:at] + random.choice(LETTERS) + word[at + 1:]


def _one(random, table):
    return random.choices(list(table), table.values())[0]


def _year_off(random, born):
    year = born.year + random.choice((-1, 1))
    return born.replace(year=year) if (born.month, born.day) != (2, 29) else date(year, 3, 1)


def _age(born):
    return (TODAY - born) // timedelta(days=365.25)


def _neighbour(random, district):
    codes = list(DISTRICTS)
    return codes[(codes.index(district) + random.choice((-1, 1))) % len(codes)]


NAME_WAYS = {"spelt": spelt, "edited": edited, "reordered": reordered, "called": called, "misheard": misheard,
             "edited_twice": edited_twice, "joined": joined, "titled": titled, "mixed": mixed, "clipped": clipped}
