"""A client is one person: merged into another record of the same person, cancelled when written by mistake, never deleted."""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.referral import ConsentBasis
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


class Why(StrEnum):
    NOT_ACTIVE = "not_active"
    OF_ITSELF = "of_itself"
    NOBODY_NAMED = "nobody_named"
    NO_SUCH_CLIENT = "no_such_client"
    EXPLOITER = "exploiter"
    GIVER_NEEDED = "giver_needed"
    NOT_YET = "not_yet"
    BEFORE_CONSENT = "before_consent"
    WITHDRAWN_ALREADY = "withdrawn_already"


LIFE = Life({
    (ClientState.ACTIVE, ClientStep.MERGE): ClientState.MERGED,
    (ClientState.MERGED, ClientStep.UNMERGE): ClientState.ACTIVE,
    (ClientState.ACTIVE, ClientStep.CANCEL): ClientState.CANCELLED,
}, reasoned={ClientStep.CANCEL})


def may_change(state):
    """Refused unless the record stands on its own: a merged or cancelled one is only read."""
    if state != ClientState.ACTIVE:
        raise Refused(Why.NOT_ACTIVE)


def may_relate(*, client_id, other_id, name):
    """Refused when the relation is to oneself, or names neither a client (`other_id`) nor anybody else."""
    if other_id is not None and other_id == client_id:
        raise Refused(Why.OF_ITSELF)
    if other_id is None and not name.strip():
        raise Refused(Why.NOBODY_NAMED)


def may_consent(basis, *, given_by, given_on, today, exploiter):
    """Refused for a consent of the future, a guardian's without a guardian, or one given by who may be the one who harms.

    `exploiter`: the giver is noted so. Then the office acts on vital interest or its public task (UU 27/2022 art. 20).
    """
    if given_on > today:
        raise Refused(Why.NOT_YET)
    if basis == ConsentBasis.GUARDIAN and not given_by.strip():
        raise Refused(Why.GIVER_NEEDED)
    if basis == ConsentBasis.GUARDIAN and exploiter:
        raise Refused(Why.EXPLOITER)


def may_check(*, checked_on, today):
    """Refused for a look into DT-SEN that has not happened yet."""
    if checked_on > today:
        raise Refused(Why.NOT_YET)


def may_withdraw(*, given_on, withdrawn_on, on, today):
    """Refused for a second withdrawal, one of the future, or one before the consent itself."""
    if withdrawn_on is not None:
        raise Refused(Why.WITHDRAWN_ALREADY)
    if on > today:
        raise Refused(Why.NOT_YET)
    if on < given_on:
        raise Refused(Why.BEFORE_CONSENT)
