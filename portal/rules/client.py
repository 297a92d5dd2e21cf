"""A client is one person: merged into another record of the same person, cancelled when written by mistake, never deleted."""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused


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
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    CARER = "carer"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    RELATIVE = "relative"
    SPOUSE = "spouse"
    CHILD = "child"
    GRANDCHILD = "grandchild"
    WARD = "ward"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    TEACHER = "teacher"
    EMPLOYER = "employer"
    PATRON = "patron"
    OTHER = "other"


class NoNikReason(StrEnum):
    NEVER_RECORDED = "never_recorded"
    LOST = "lost"
    HELD_BY_OTHERS = "held_by_others"
    UNKNOWN = "unknown"


class ConsentKind(StrEnum):
    """What is agreed to: to be served, to be told of to an institution, to be photographed."""

    SERVICE = "service"
    SHARING = "sharing"
    PHOTO = "photo"


class Why(StrEnum):
    NOT_ACTIVE = "not_active"
    OF_ITSELF = "of_itself"
    NOBODY_NAMED = "nobody_named"
    NO_SUCH_CLIENT = "no_such_client"
    BIRTH_YEAR = "birth_year"
    NOTHING_TO_COPY = "nothing_to_copy"
    NOT_YET = "not_yet"


OLDEST = 120

LIFE = Life({
    (ClientState.ACTIVE, ClientStep.MERGE): ClientState.MERGED,
    (ClientState.MERGED, ClientStep.UNMERGE): ClientState.ACTIVE,
    (ClientState.ACTIVE, ClientStep.CANCEL): ClientState.CANCELLED,
}, reasoned={ClientStep.CANCEL})


def may_change(state):
    """Refused unless the record stands on its own: a merged or cancelled one is only read."""
    if state != ClientState.ACTIVE:
        raise Refused(Why.NOT_ACTIVE)


def may_relate(*, client_id, other_id, name, birth_year=None, today=None):
    """Refused when the relation is to oneself, names neither a client (`other_id`) nor anybody else, or is to somebody of an impossible age."""
    if other_id is not None and other_id == client_id:
        raise Refused(Why.OF_ITSELF)
    if other_id is None and not name.strip():
        raise Refused(Why.NOBODY_NAMED)
    if birth_year is not None and not today.year - OLDEST <= birth_year <= today.year:
        raise Refused(Why.BIRTH_YEAR)


def may_copy(*, taken, people):
    """Refused when nothing of the sibling's record was chosen."""
    if not (taken or people):
        raise Refused(Why.NOTHING_TO_COPY)


def may_check(*, checked_on, today):
    """Refused for a look into DT-SEN that has not happened yet."""
    if checked_on > today:
        raise Refused(Why.NOT_YET)
