"""Two descriptions may be of one person when their NIK agree, or when nothing speaks against it and a name speaks for it."""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Trait(StrEnum):
    NAME = "name"
    SEX = "sex"
    BIRTH = "birth"
    NIK = "nik"
    PLACE = "place"


class Likeness(StrEnum):
    SAME = "same"
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


SIMILAR_NAME = 85  # of 100, as a token set: a nickname within the full name, or one letter amiss
YEARS_APART = {True: 1, False: 3}  # both birth dates known to the day, or one only estimated
DIGITS_APART = 2
AGAINST = (Trait.NIK, Trait.SEX, Trait.BIRTH)
ALIKE = (Likeness.SAME, Likeness.SIMILAR)


def compare(one, other, name_score):
    """{Trait: Likeness} of two Described; `name_score` is 0 to 100 for their closest names, None when one has no name."""
    return {
        Trait.NAME: _name(name_score),
        Trait.SEX: _equal(one.sex, other.sex),
        Trait.BIRTH: _birth(one, other),
        Trait.NIK: _nik(one.nik, other.nik),
        Trait.PLACE: _equal(one.place, other.place),
    }


def may_be_one(traits, *, lately=False):
    """Whether to ask if these two are one person. `lately`: both were seen in one kecamatan within a week.

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


def is_strong(traits):
    """Whether these two are so likely one person that this is the answer to offer first."""
    same_life = traits[Trait.BIRTH] in ALIKE or traits[Trait.PLACE] == Likeness.SAME
    return traits[Trait.NIK] == Likeness.SAME or (traits[Trait.NAME] in ALIKE and same_life)


def closeness(traits):
    """A number to sort candidates by, the likeliest first when reversed."""
    worth = {Likeness.SAME: 2, Likeness.SIMILAR: 1, Likeness.UNKNOWN: 0, Likeness.DIFFERENT: -1}
    return sum(worth[likeness] for likeness in traits.values()) + 10 * (traits[Trait.NIK] == Likeness.SAME)


def _name(score):
    if score is None:
        return Likeness.UNKNOWN
    if score >= 100:
        return Likeness.SAME
    return Likeness.SIMILAR if score >= SIMILAR_NAME else Likeness.DIFFERENT


def _equal(one, other):
    if not one or not other:
        return Likeness.UNKNOWN
    return Likeness.SAME if one == other else Likeness.DIFFERENT


def _birth(one, other):
    if one.born and one.born == other.born:
        return Likeness.SAME
    if one.years is None or other.years is None:
        return Likeness.UNKNOWN
    apart = abs(one.years - other.years)
    return Likeness.SIMILAR if apart <= YEARS_APART[bool(one.born and other.born)] else Likeness.DIFFERENT


def _nik(one, other):
    likeness = _equal(one, other)
    if likeness != Likeness.DIFFERENT or len(one) != len(other):
        return likeness
    apart = sum(digit != opposite for digit, opposite in zip(one, other, strict=True))
    return Likeness.SIMILAR if apart <= DIGITS_APART else likeness
