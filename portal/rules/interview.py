"""What the interview tells besides the scored items is written down with where it comes from."""
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
