"""Numbers are said one way and read back in many."""
import pytest

from portal.rules.numbers import Book, Why, bare, read, read_serial, say
from portal.rules.refused import Refused


@pytest.mark.parametrize("book, serial, said", [
    (Book.REPORT, 1, "LP-2026-00001"), (Book.CLIENT, 12, "KL-2026-00012"), (Book.CASE, 99999, "KS-2026-99999"),
    (Book.REFERRAL, 100000, "RJ-2026-100000"), (Book.BATCH, 3, "AK-2026-00003"),
])
def test_said_and_read_back(book, serial, said):
    assert say(book, 2026, serial) == said
    assert read(said) == (book, 2026, serial)
    assert bare(said) == str(serial)


def test_a_letter_has_a_number_of_its_own():
    with pytest.raises(Refused) as refused:
        say(Book.LETTER, 2026, 87)
    assert refused.value.why is Why.LETTERS_NUMBER_THEMSELVES


@pytest.mark.parametrize("text, expected", [
    ("lp-2026-1", (Book.REPORT, 2026, 1)), (" ks 2026 00012 ", (Book.CASE, 2026, 12)), ("KL/2026/7", (Book.CLIENT, 2026, 7)),
    ("RJ2026-00004", (Book.REFERRAL, 2026, 4)), ("XX-2026-00001", None), ("LP-26-00001", None), ("LP-2026-00000", None),
    ("LP-2026", None), ("", None), ("LP-2026-0000000001", None), ("LP-2026-00001x", None), ("LP-२०२६-00001", None),
])
def test_typed(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text, expected", [("1", 1), (" 00012 ", 12), ("0", None), ("", None), ("LP", None), ("1234567890", None)])
def test_bare_digits(text, expected):
    assert read_serial(text) == expected
