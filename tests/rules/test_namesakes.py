"""Words of names are kin, and what is rare says more."""
import pytest

from portal.rules.names import words
from portal.rules.namesakes import LACKING, LEFT_OUT, OTHERWISE, Kin, compare_names, fused, kin, rarity, worths

SLIPS = {frozenset(("rijki", "rijko")): 1, frozenset(("dewi", "dwi")): 1, frozenset(("junaidi", "juanidio")): 2, frozenset(("andi", "ande")): 1,
         frozenset(("putra", "putri")): 1, frozenset(("ali", "al")): 1}


@pytest.mark.parametrize("told, kept, expected", [
    ("Rizky", "Rizki", Kin.SAME), ("Fajar", "Pajar", Kin.SOUND), ("Khoirul", "Khairul", Kin.SOUND), ("Saiful", "Saepul", Kin.SOUND),
    ("Rizki", "Rizko", Kin.SLIP), ("Dwi", "Dewi", Kin.SLIP), ("Putra", "Putri", Kin.SLIP), ("Junaidi", "Juanidio", Kin.SLIP),
    ("Kiki", "Rizki", Kin.SHORT), ("Rizki", "Kiki", Kin.SHORT), ("Mamat", "Muhammad", Kin.SHORT), ("Pipit", "Fitri", Kin.SHORT),
    ("Wan", "Irwan", Kin.SHORT),
    ("Andi", "Rizki", None), ("Al", "Ali", None),
])
def test_the_kin_of_two_words(told, kept, expected):
    one, other = words(told)[0], words(kept)[0]
    assert kin(one, other, SLIPS.get(frozenset((one, other)), 3)) is expected


def test_each_halving_of_how_many_have_a_word_is_a_point():
    assert rarity("rahwana", 9, 20_000) == pytest.approx(rarity("rahwana", 19, 20_000) + 1)
    assert rarity("rahwana", 0, 20_000) > 14


def test_in_a_young_register_the_commonest_words_are_known_to_be_common():
    assert rarity("muhamad", 1, 3) < 4 < rarity("rahwana", 1, 3)


def test_a_slip_that_leads_to_a_common_name_says_little():
    found = worths("rizko", {"rizko": Kin.SAME, "rizki": Kin.SLIP, "kiki": Kin.SHORT}, {"rizki": 500, "kiki": 100}, 20_000)
    assert found["rizko"][1] > 10 > found["rizki"][1] > found["kiki"][1] >= 0
    lonely = worths("rahwena", {"rahwena": Kin.SAME, "rahwana": Kin.SLIP}, {"rahwana": 1}, 20_000)
    assert lonely["rahwana"][1] > found["rizki"][1] + 4


WORTH = {("andi", "andi"): (Kin.SAME, 6), ("pratama", "pratama"): (Kin.SAME, 7), ("prtama", "pratama"): (Kin.SLIP, 5),
         ("andi", "ndi"): (Kin.SHORT, 2)}
RARE = {"andi": 7, "pratama": 8, "prtama": 14, "siti": 1}


@pytest.mark.parametrize("told, kept, points", [
    (["andi pratama"], ["andi pratama"], 13), (["pratama andi"], ["andi pratama"], 13), (["andi prtama"], ["andi pratama"], 11),
    (["andi"], ["andi samudra"], 6 - LEFT_OUT), (["andi"], ["andi samudra", "andi"], 6), (["andi"], ["muhamad andi"], 5.5),
    (["andi pratama"], ["andi"], 6 - LACKING), (["andi siti"], ["andi"], 5), (["siti"], ["andi"], -1), (["pratama"], ["andi"], -LACKING),
    (["prtama pratama"], ["andi"], -OTHERWISE),
    (["andi pratama", "andi"], ["andi"], 6), (["andi andi"], ["andi"], 6),
    ([], ["andi"], None), (["andi"], [], None),
])
def test_names_are_compared_word_by_word(told, kept, points):
    found = compare_names([name.split() for name in told], [name.split() for name in kept], WORTH, RARE)
    assert (found and found.points) == points


@pytest.mark.parametrize("name, others, expected", [
    ("nur hidaya", {"nurhidaya"}, "nurhidaya"), ("siti nur hidaya", {"nurhidaya", "siti"}, "siti nurhidaya"), ("nur hidaya", {"nur"}, "nur hidaya"),
    ("", {"a"}, ""),
])
def test_two_words_are_one_where_the_other_has_them_as_one(name, others, expected):
    assert fused(name.split(), others) == expected.split()
