"""A client has one main category of the 26 (Permensos 8/2012), each of which belongs to one of the 12 PAS groups."""
from dataclasses import dataclass
from enum import StrEnum

from portal.rules.age import GROWN_UP


class Category(StrEnum):
    NEGLECTED_TODDLER = "01"
    NEGLECTED_CHILD = "02"
    CHILD_AND_LAW = "03"
    STREET_CHILD = "04"
    CHILD_WITH_DISABILITY = "05"
    CHILD_VICTIM = "06"
    SPECIAL_PROTECTION = "07"
    NEGLECTED_ELDERLY = "08"
    DISABILITY = "09"
    SEX_WORK = "10"
    HOMELESS = "11"
    BEGGING = "12"
    WASTE_PICKING = "13"
    MINORITY = "14"
    FORMER_PRISONER = "15"
    HIV = "16"
    DRUGS = "17"
    TRAFFICKED = "18"
    VIOLENCE = "19"
    MIGRANT_WORKER = "20"
    NATURAL_DISASTER = "21"
    SOCIAL_DISASTER = "22"
    VULNERABLE_WOMAN = "23"
    POOR = "24"
    TROUBLED_FAMILY = "25"
    REMOTE_COMMUNITY = "26"


class PasGroup(StrEnum):
    VULNERABLE_CHILDREN = "pas_1"
    DISABILITY = "pas_2"
    NEGLECTED_ELDERLY = "pas_3"
    LOW_INCOME = "pas_4"
    DISASTER = "pas_5"
    AFFIRMATION = "pas_6"
    PRISONERS = "pas_7"
    VIOLENCE = "pas_8"
    DRUGS_AND_HIV = "pas_9"
    SOCIAL_PROBLEMS = "pas_10"
    VULNERABLE_WOMEN = "pas_11"
    POOR = "pas_12"


class SubType(StrEnum):
    LIVES = "H"
    WORKS = "B"
    AT_RISK = "R"
    OLDER = "D"


class SpmType(StrEnum):
    DISABILITY = "spm_a"
    NEGLECTED_CHILD = "spm_b"
    NEGLECTED_ELDERLY = "spm_c"
    HOMELESS = "spm_d"
    DISASTER = "spm_e"


class CategoryWarning(StrEnum):
    GROWN_UP = "grown_up"
    TODDLER_TOO = "toddler_too"


@dataclass(frozen=True)
class Row:
    """What the table knows of a category: its PAS group, whether it is for children only, the SPM type it suggests."""
    pas: PasGroup
    child_only: bool
    spm: SpmType | None


# Kepmensos 103/HUK/2025; the groups of 10, 14 and 25 are our own mapping, the regulation's list was not seen whole.
_C, _P, _S = Category, PasGroup, SpmType
TABLE = {
    _C.NEGLECTED_TODDLER: Row(_P.VULNERABLE_CHILDREN, True, _S.NEGLECTED_CHILD),
    _C.NEGLECTED_CHILD: Row(_P.VULNERABLE_CHILDREN, True, _S.NEGLECTED_CHILD),
    _C.CHILD_AND_LAW: Row(_P.VULNERABLE_CHILDREN, True, _S.NEGLECTED_CHILD),
    _C.STREET_CHILD: Row(_P.VULNERABLE_CHILDREN, True, _S.NEGLECTED_CHILD),
    _C.CHILD_WITH_DISABILITY: Row(_P.VULNERABLE_CHILDREN, True, _S.DISABILITY),
    _C.CHILD_VICTIM: Row(_P.VULNERABLE_CHILDREN, True, _S.NEGLECTED_CHILD),
    _C.SPECIAL_PROTECTION: Row(_P.VULNERABLE_CHILDREN, True, _S.NEGLECTED_CHILD),
    _C.NEGLECTED_ELDERLY: Row(_P.NEGLECTED_ELDERLY, False, _S.NEGLECTED_ELDERLY),
    _C.DISABILITY: Row(_P.DISABILITY, False, _S.DISABILITY),
    _C.SEX_WORK: Row(_P.SOCIAL_PROBLEMS, False, None),
    _C.HOMELESS: Row(_P.LOW_INCOME, False, _S.HOMELESS),
    _C.BEGGING: Row(_P.LOW_INCOME, False, _S.HOMELESS),
    _C.WASTE_PICKING: Row(_P.LOW_INCOME, False, None),
    _C.MINORITY: Row(_P.SOCIAL_PROBLEMS, False, None),
    _C.FORMER_PRISONER: Row(_P.PRISONERS, False, None),
    _C.HIV: Row(_P.DRUGS_AND_HIV, False, None),
    _C.DRUGS: Row(_P.DRUGS_AND_HIV, False, None),
    _C.TRAFFICKED: Row(_P.VIOLENCE, False, None),
    _C.VIOLENCE: Row(_P.VIOLENCE, False, None),
    _C.MIGRANT_WORKER: Row(_P.VIOLENCE, False, None),
    _C.NATURAL_DISASTER: Row(_P.DISASTER, False, _S.DISASTER),
    _C.SOCIAL_DISASTER: Row(_P.DISASTER, False, _S.DISASTER),
    _C.VULNERABLE_WOMAN: Row(_P.VULNERABLE_WOMEN, False, None),
    _C.POOR: Row(_P.POOR, False, None),
    _C.TROUBLED_FAMILY: Row(_P.SOCIAL_PROBLEMS, False, None),
    _C.REMOTE_COMMUNITY: Row(_P.AFFIRMATION, False, None),
}

CHILD_ONLY = frozenset(category for category, row in TABLE.items() if row.child_only)
TODDLER = 5


def pas_group(category):
    """The PAS group that this category is counted under."""
    return TABLE[category].pas


def suggested_spm(category):
    """The SPM type that this category suggests, or None; the office chooses per case (PP 2/2018 art. 10)."""
    return TABLE[category].spm


def has_sub_type(categories):
    """Whether street child is among the categories (main or additional): only then there is a sub-type."""
    return Category.STREET_CHILD in categories


def warnings(categories, years):
    """What to ask the officer to look at, as CategoryWarnings; `years` may be None. Never an error."""
    if years is None:
        return []
    checks = (
        (CategoryWarning.GROWN_UP, years >= GROWN_UP and bool(CHILD_ONLY.intersection(categories))),
        (CategoryWarning.TODDLER_TOO, years <= TODDLER and has_sub_type(categories)
         and Category.NEGLECTED_TODDLER not in categories),
    )
    return [warning for warning, holds in checks if holds]


SUB_TYPE_ITEMS = ("D1", "D2", "E2", "G1")


def suggest_sub_type(answers, years):
    """The SubType that the answers point to (domain 1.3); the officer confirms.

    `answers` is {item id: value or None}; what is not known points nowhere. `years` may be None.
    """
    def reaches(item, value):
        return (answers.get(item) or 0) >= value

    if reaches("E2", 3) or reaches("D2", 3):
        return SubType.LIVES
    if years is not None and years >= 16 and reaches("G1", 2):
        return SubType.OLDER
    if reaches("E2", 1) or reaches("D1", 2):
        return SubType.WORKS
    return SubType.AT_RISK
