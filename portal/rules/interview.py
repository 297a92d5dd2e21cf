"""What the interview tells besides the scored items is written down in the instrument's order, with where it comes from."""
from enum import StrEnum


class Source(StrEnum):
    CHILD = "child"
    FAMILY = "family"
    OBSERVATION = "observation"
    DOCUMENT = "document"
    OTHERS = "others"


class StreetReason(StrEnum):
    ECONOMY = "economy"
    FRIENDS = "friends"
    TOLD_TO = "told_to"
    CONFLICT = "conflict"
    WITH_PARENTS = "with_parents"
    OTHER = "other"


# The instrument's names for what it asks and never scores, and the fields that hold it.
FIELDS = {
    "sub_type": "sub_type", "family_on_street": "with_family", "places_and_hours": "places_and_hours", "daily_income_rupiah": "daily_income",
    "income_goes_to": "income_goes_to", "reason_on_street": "street_reasons", "earlier_raids_or_institutions": "earlier_raids",
    "religion": "religion", "language": "language", "parents": "parents", "siblings": "siblings", "strengths": "strengths",
    "skill_interests": "skill_interests", "child_wishes": "child_wishes", "accompanied_by": "accompanied_by", "safe_place": "safe_place",
}
# Asked with every page of items, and with what the answers come to.
ELSEWHERE = frozenset({"sources_per_domain", "analysis", "needs", "recommendation"})
UNSCORED = frozenset(FIELDS) | ELSEWHERE
# What may be written beside one of them, though no instrument asks it (domain.md 11.3).
BESIDE = {"siblings": ("genogram",)}


def told_fields(unscored):
    """The fields of what is told besides, in the order in which an instrument names it."""
    fields = [FIELDS[name] for name in unscored if name in FIELDS]
    return [each for field in fields for each in (field, *BESIDE.get(field, ()))]
