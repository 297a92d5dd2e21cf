"""Many ways to write a number, one form to compare."""
import pytest

from portal.rules.phone import PhoneFault, normalise
from portal.rules.refused import Refused


@pytest.mark.parametrize("text, number", [
    ("081234567890", "+6281234567890"), ("0812-3456-7890", "+6281234567890"), ("+62 812 3456 7890", "+6281234567890"),
    ("62-812-3456-7890", "+6281234567890"), ("+62 (0)812 3456 7890", "+6281234567890"), ("81234567890", "+6281234567890"),
    ("0812345678", "+62812345678"), ("(0370) 621345", "+62370621345"), ("021.171.0000", "+62211710000"),
    ("+60 12-345 6789", "+60123456789"),
])
def test_numbers(text, number):
    assert normalise(text) == number


@pytest.mark.parametrize("text, fault", [
    ("", PhoneFault.LETTERS), ("tidak ada", PhoneFault.LETTERS), ("٠٨١٢٣٤٥٦٧٨٩", PhoneFault.LETTERS),
    ("081234567", PhoneFault.LENGTH), ("08123456789012", PhoneFault.LENGTH), ("0812345678x", PhoneFault.LETTERS),
    ("171", PhoneFault.PREFIX), ("0370621", PhoneFault.LENGTH), ("+6012", PhoneFault.LENGTH), ("++62812", PhoneFault.LETTERS),
])
def test_faults(text, fault):
    with pytest.raises(Refused) as refused:
        normalise(text)
    assert refused.value.why is fault
