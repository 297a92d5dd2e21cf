"""A client is one person: merged into another record of the same person, cancelled when written by mistake, never deleted."""
from enum import StrEnum

from portal.rules.life import Life


class ClientState(StrEnum):
    ACTIVE = "active"
    MERGED = "merged"
    CANCELLED = "cancelled"


class ClientStep(StrEnum):
    MERGE = "merge"
    UNMERGE = "unmerge"
    CANCEL = "cancel"


class RelationKind(StrEnum):
    MOTHER = "mother"
    FATHER = "father"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    RELATIVE = "relative"
    SPOUSE = "spouse"
    FRIEND = "friend"
    OTHER = "other"


class NoNikReason(StrEnum):
    NEVER_RECORDED = "never_recorded"
    LOST = "lost"
    HELD_BY_OTHERS = "held_by_others"
    UNKNOWN = "unknown"


class ConsentKind(StrEnum):
    SERVICE = "service"
    ASSENT = "assent"
    SHARING = "sharing"
    PHOTO = "photo"


LIFE = Life({
    (ClientState.ACTIVE, ClientStep.MERGE): ClientState.MERGED,
    (ClientState.MERGED, ClientStep.UNMERGE): ClientState.ACTIVE,
    (ClientState.ACTIVE, ClientStep.CANCEL): ClientState.CANCELLED,
}, reasoned={ClientStep.CANCEL})
