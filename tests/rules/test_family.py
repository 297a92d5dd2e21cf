"""What two people are to each other from either side, whom nobody should lean on, and what brothers and sisters share."""
import pytest

from portal.rules.client import RelationKind as Kind
from portal.rules.family import Caution, Whereabouts, caution, other_side, shared
from portal.rules.nik import Sex


@pytest.mark.parametrize("kind, sex, expected", [
    (Kind.SIBLING, None, Kind.SIBLING), (Kind.MOTHER, None, Kind.CHILD), (Kind.FATHER, Sex.MALE, Kind.CHILD), (Kind.STEP_PARENT, None, Kind.CHILD),
    (Kind.CHILD, Sex.FEMALE, Kind.MOTHER), (Kind.CHILD, Sex.MALE, Kind.FATHER), (Kind.CHILD, None, None), (Kind.GRANDPARENT, None, Kind.GRANDCHILD),
    (Kind.GRANDCHILD, None, Kind.GRANDPARENT), (Kind.CARER, None, Kind.WARD),
    (Kind.WARD, None, Kind.CARER), (Kind.FOSTER_PARENT, None, Kind.WARD),
    (Kind.SPOUSE, None, Kind.SPOUSE), (Kind.FRIEND, None, Kind.FRIEND), (Kind.NEIGHBOUR, None, Kind.NEIGHBOUR), (Kind.RELATIVE, None, Kind.RELATIVE),
    (Kind.EMPLOYER, None, None), (Kind.PATRON, None, None), (Kind.TEACHER, None, None), (Kind.OTHER, None, None),
])
def test_the_other_side(kind, sex, expected):
    assert other_side(kind, sex) == expected


@pytest.mark.parametrize("guardian, exploiter, whereabouts, expected", [
    (False, False, None, None), (True, False, None, None), (True, False, Whereabouts.KNOWN, None), (False, False, Whereabouts.DIED, None),
    (True, False, Whereabouts.DIED, Caution.GUARDIAN_GONE), (True, False, Whereabouts.UNKNOWN, Caution.GUARDIAN_GONE),
    (False, True, None, Caution.MAY_HARM), (True, True, None, Caution.GUARDIAN_MAY_HARM),
    (True, True, Whereabouts.UNKNOWN, Caution.GUARDIAN_MAY_HARM),
])
def test_what_must_be_said_of_somebody(guardian, exploiter, whereabouts, expected):
    assert caution(guardian=guardian, exploiter=exploiter, whereabouts=whereabouts) == expected


@pytest.mark.parametrize("kind, expected", [(Kind.MOTHER, True), (Kind.SIBLING, True), (Kind.CARER, True), (Kind.FRIEND, False),
                                            (Kind.EMPLOYER, False), (Kind.SPOUSE, False), (Kind.CHILD, False), (Kind.PATRON, False)])
def test_what_brothers_and_sisters_share(kind, expected):
    assert shared(kind) is expected
