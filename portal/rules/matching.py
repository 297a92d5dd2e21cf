"""Two descriptions may be of one person when what agrees outweighs what differs and the number of people it may be by chance."""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import log2

from portal.rules.namesakes import Names


class Trait(StrEnum):
    NAME = "name"
    SEX = "sex"
    BIRTH = "birth"
    NIK = "nik"
    PLACE = "place"
    PHONE = "phone"
    MARKS = "marks"
    TICKET = "ticket"


class Likeness(StrEnum):
    SAME = "same"
    NEARLY = "nearly"
    SIMILAR = "similar"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Described:
    """What is told of a person. `born` only when known to the day; `years` the age today, however it is known."""
    nik: str | None = None
    sex: str | None = None
    born: date | None = None
    years: int | None = None
    place: str = ""


@dataclass(frozen=True)
class Sought(Described):
    """Somebody who may be known already. `names` in any spelling and order of importance, a nickname too; `phones` of theirs or their
    guardians'; `marks` in words; `ticket` of the report that tells of them."""
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    marks: str = ""
    ticket: str = ""


@dataclass(frozen=True)
class Evidence:
    """What compares two people beyond their descriptions: their Names (None: one has no name), and the points of telephones and marks they share,
    whether one `ticket` tells of both, and whether one's age is only `guessed`."""
    names: Names | None = None
    phone: float = 0
    marks: float = 0
    ticket: bool = False
    guessed: bool = False


# A point is a halving: 3 for a kecamatan in common says that a twin has it eight times as often as a stranger. The name says the sex already.
POINTS = {
    (Trait.SEX, Likeness.DIFFERENT): -12,
    (Trait.BIRTH, Likeness.SAME): 10, (Trait.BIRTH, Likeness.NEARLY): 8, (Trait.BIRTH, Likeness.SIMILAR): 1, (Trait.BIRTH, Likeness.DIFFERENT): -10,
    (Trait.PLACE, Likeness.SAME): 3, (Trait.PLACE, Likeness.DIFFERENT): -3,
    (Trait.NIK, Likeness.SAME): 40, (Trait.NIK, Likeness.NEARLY): 16, (Trait.NIK, Likeness.DIFFERENT): -10,
    (Trait.TICKET, Likeness.SAME): 16,
}
GUESSED = -5  # ages differ, and one of the two was only guessed
PHONE_SHARED = 3  # brothers and sisters have their guardian's telephone in common
MARK_SHARED = 2
MOST_MARKS = 8
# Both were chosen with bench/twins.py: above SHOWN few twins are missed, above STRONG few strangers are left.
SHOWN = -6.5
STRONG = -3
FEW = 100  # a young register weighs as much as one of so many
MOST = 60
YEARS_APART = {True: 1, False: 3}  # both birth dates known to the day, or one only estimated
DIGITS_APART = 2
SIMILAR_NAME = 85  # of 100, as a token set: a nickname within the full name, or one letter amiss
AGAINST = (Trait.NIK, Trait.SEX, Trait.BIRTH)
ALIKE = (Likeness.SAME, Likeness.NEARLY, Likeness.SIMILAR)


def compare(one, other, name_score):
    """{Trait: Likeness} of two Described; `name_score` is 0 to 100 for their closest names, None when one has no name."""
    return {
        Trait.NAME: _scored(name_score),
        Trait.SEX: equal(one.sex, other.sex),
        Trait.BIRTH: _birth(one, other),
        Trait.NIK: _nik(one.nik, other.nik),
        Trait.PLACE: equal(one.place, other.place),
    }


def compare_known(one, other, evidence):
    """{Trait: Likeness} of somebody sought and somebody in the register, with the Evidence beyond their descriptions."""
    return compare(one, other, None) | {
        Trait.NAME: _name(evidence.names),
        Trait.PHONE: Likeness.SAME if evidence.phone else Likeness.UNKNOWN,
        Trait.MARKS: Likeness.SIMILAR if evidence.marks else Likeness.UNKNOWN,
        Trait.TICKET: Likeness.SAME if evidence.ticket else Likeness.UNKNOWN,
    }


def weigh(traits, evidence, register):
    """Points for two being one person, among a `register` of so many people: each doubling of the register asks for one more."""
    told = sum(POINTS.get(pair, 0) for pair in traits.items())
    if evidence.guessed and traits[Trait.BIRTH] == Likeness.DIFFERENT:
        told += GUESSED - POINTS[Trait.BIRTH, Likeness.DIFFERENT]
    return told + (evidence.names.points if evidence.names else 0) + evidence.phone + evidence.marks - log2(register + FEW)


def shown(points, limit):
    """How many of those with these points (the most first) to show: at most `limit`, and none when all of them together say too little."""
    best = points[:limit]
    return len(best) if best and log2(sum(2 ** min(each, MOST) for each in best)) >= SHOWN else 0


def is_likely(points):
    """Whether these two are so likely one person that this is the answer to offer first."""
    return points >= STRONG


def may_be_one(traits, *, lately=False):
    """Whether to ask if the people of two reports are one. `lately`: both were seen in one kecamatan within a week.

    A nickname alone is too common: age or kecamatan must speak for it too. Without a name only `lately` counts.
    """
    if traits[Trait.NIK] == Likeness.SAME:
        return True
    if any(traits[trait] == Likeness.DIFFERENT for trait in AGAINST):
        return False
    same_age = traits[Trait.BIRTH] in ALIKE
    return {
        Likeness.SAME: True,
        Likeness.SIMILAR: lately or same_age or traits[Trait.PLACE] == Likeness.SAME,
        Likeness.UNKNOWN: lately and same_age and traits[Trait.SEX] == Likeness.SAME,
        Likeness.DIFFERENT: False,
    }[traits[Trait.NAME]]


def closeness(traits):
    """A number to sort candidates by, the likeliest first when reversed."""
    worth = {Likeness.SAME: 2, Likeness.NEARLY: 1, Likeness.SIMILAR: 1, Likeness.UNKNOWN: 0, Likeness.DIFFERENT: -1}
    return sum(worth[likeness] for likeness in traits.values()) + 10 * (traits[Trait.NIK] == Likeness.SAME)


def _scored(score):
    if score is None:
        return Likeness.UNKNOWN
    if score >= 100:
        return Likeness.SAME
    return Likeness.SIMILAR if score >= SIMILAR_NAME else Likeness.DIFFERENT


def _name(names):
    if names is None:
        return Likeness.UNKNOWN
    if not names.shared:
        return Likeness.DIFFERENT
    return Likeness.SAME if names.same else Likeness.SIMILAR


def equal(one, other):
    """The Likeness of two codes; what one of them does not know tells nothing."""
    if not one or not other:
        return Likeness.UNKNOWN
    return Likeness.SAME if one == other else Likeness.DIFFERENT


def _birth(one, other):
    if one.born and other.born:
        return birthday(one.born, other.born)
    if one.years is None or other.years is None:
        return Likeness.UNKNOWN
    return Likeness.SIMILAR if abs(one.years - other.years) <= YEARS_APART[False] else Likeness.DIFFERENT


def birthday(one, other):
    """Two days: the same; nearly, a year apart or day and month exchanged; similar, one digit of day or month amiss; else different."""
    if not (one and other):
        return Likeness.UNKNOWN
    if one == other:
        return Likeness.SAME
    if (one.day, one.month) == (other.day, other.month):
        return Likeness.NEARLY if abs(one.year - other.year) == 1 else Likeness.DIFFERENT
    if one.year != other.year:
        return Likeness.DIFFERENT
    if (one.day, one.month) == (other.month, other.day):
        return Likeness.NEARLY
    return Likeness.SIMILAR if _apart(f"{one:%d%m}", f"{other:%d%m}") == 1 else Likeness.DIFFERENT


def _apart(one, other):
    """How many digits of two equally long numbers differ."""
    return sum(digit != opposite for digit, opposite in zip(one, other, strict=True))


def _nik(one, other):
    likeness = equal(one, other)
    if likeness != Likeness.DIFFERENT or len(one) != len(other):
        return likeness
    return Likeness.NEARLY if _apart(one, other) <= DIGITS_APART else likeness
