"""What one person is to another can be read from either side; who may be the one who harms is no guardian to lean on."""
from enum import StrEnum

from portal.rules.client import RelationKind
from portal.rules.nik import Sex


class Whereabouts(StrEnum):
    """What is known of where somebody is."""
    KNOWN = "known"
    UNKNOWN = "unknown"
    DIED = "died"


class Caution(StrEnum):
    """What is to be said about somebody around a client."""
    GUARDIAN_MAY_HARM = "guardian_may_harm"
    MAY_HARM = "may_harm"
    GUARDIAN_GONE = "guardian_gone"


class Taken(StrEnum):
    """What of a sibling's record may be taken over."""
    ADDRESS = "address"
    PHONE = "phone"
    FAMILY_CARD = "family_card"
    ORIGIN = "origin"


_R = RelationKind
PARENT = {Sex.FEMALE: _R.MOTHER, Sex.MALE: _R.FATHER}
OTHER_SIDE = {
    _R.MOTHER: _R.CHILD, _R.FATHER: _R.CHILD, _R.STEP_PARENT: _R.CHILD, _R.FOSTER_PARENT: _R.WARD, _R.CARER: _R.WARD,
    _R.GRANDPARENT: _R.GRANDCHILD, _R.GRANDCHILD: _R.GRANDPARENT, _R.SIBLING: _R.SIBLING, _R.RELATIVE: _R.RELATIVE, _R.SPOUSE: _R.SPOUSE,
    _R.FRIEND: _R.FRIEND, _R.NEIGHBOUR: _R.NEIGHBOUR, _R.WARD: _R.CARER,
}
# Brothers and sisters have these people in common; who is a friend, an employer or a husband is one's own.
SHARED = frozenset({_R.MOTHER, _R.FATHER, _R.STEP_PARENT, _R.FOSTER_PARENT, _R.GRANDPARENT, _R.SIBLING, _R.RELATIVE, _R.CARER, _R.NEIGHBOUR})


def other_side(kind, sex=None):
    """What the first is to the second when the second is `kind` to the first, whose sex may be known; None where that does not follow."""
    return PARENT.get(sex) if kind == _R.CHILD else OTHER_SIDE.get(kind)


def caution(*, guardian, exploiter, whereabouts=None):
    """What must be said wherever this person is chosen as guardian, companion or giver of a consent; None when nothing."""
    if exploiter:
        return Caution.GUARDIAN_MAY_HARM if guardian else Caution.MAY_HARM
    gone = whereabouts in (Whereabouts.DIED, Whereabouts.UNKNOWN)
    return Caution.GUARDIAN_GONE if guardian and gone else None


def shared(kind):
    """Whether somebody who is this to a child is, as a rule, the same to the child's brothers and sisters."""
    return kind in SHARED
