"""What a message outside Sigap may tell."""
import pytest

from portal.rules.sharing import Naming, namings, told

FACTS = [("Tingkat", "Darurat"), ("Kecamatan", "Kota Melati")]


@pytest.mark.parametrize("restricted, ways, facts", [(False, [Naming.INITIALS, Naming.NOBODY], FACTS), (True, [Naming.NOBODY], FACTS[:1])])
def test_a_restricted_record_is_told_by_number_and_level_alone(restricted, ways, facts):
    assert namings(restricted) == ways
    assert told(FACTS, restricted=restricted) == facts
