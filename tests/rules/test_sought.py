"""What is typed into a search box, read as a number and as words."""
import pytest

from portal.rules.sought import code, is_enough, read


@pytest.mark.parametrize(("typed", "kept"), [
    ("KL-2026-00012", "kl202600012"), ("kl 2026 12", "kl202600012"), ("ks/2026/012", "ks202600012"), ("LP.2026.1", "lp202600001"),
    ("9901 0214 0512 0001", "9901021405120001"), ("9901-0214-0512-0001", "9901021405120001"),
    ("0812-3456-7890", "6281234567890"), ("+62 812 3456 7890", "6281234567890"), ("81234567890", "6281234567890"), ("(0370) 621345", "62370621345"),
    ("12", "12"), ("00012", "12"), ("171-2026/0045", "17120260045"), ("400.9/12/Dinsos/2026", "400912dinsos2026"), ("KS-2026-0", "ks20260"),
])
def test_a_number_has_one_form(typed, kept):
    assert code(typed) == code(kept) == kept or code(typed) == kept


@pytest.mark.parametrize(("typed", "kept", "terms"), [
    ("  Mohamad  Rizky ", None, ("muhamad", "rijki")), ("andi andi", None, ("andi",)), ("", None, ()), ("!!", None, ()),
    ("KS-2026-00012", "ks202600012", ("ks", "2026", "00012")), ("http://pc:8000/cases/KS-2026-00012", "ks202600012", ("ks", "2026", "00012")),
    ("a b c d e f g h", None, ("a", "b", "k", "d", "e", "f")[:2] + ("c", "d", "e", "f")),
])
def test_what_is_typed_is_read(typed, kept, terms):
    sought = read(typed)
    assert (sought.code, sought.terms) == (kept, terms)


@pytest.mark.parametrize(("typed", "names"), [("KS-2026-00012", True), ("12", True), ("00012", True), ("9901021405120001", False), ("Andi", False)])
def test_a_records_number_is_told_from_others(typed, names):
    assert read(typed).names_record is names


@pytest.mark.parametrize(("typed", "enough"), [("", False), ("an", False), ("and", True), ("a b", False), ("1", False), ("12", True), ("!!", False)])
def test_a_letter_or_two_are_not_looked_for_yet(typed, enough):
    assert is_enough(typed) is enough
