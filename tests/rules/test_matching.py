"""Two descriptions may be of one person, or not."""
from datetime import date

import pytest

from portal.rules.matching import Described, Likeness, Trait, closeness, compare, may_be_one

SAME, SIMILAR, DIFFERENT, UNKNOWN = Likeness
BOY = Described(nik="9901021405120001", sex="L", born=date(2012, 5, 14), years=13, place="99.01.01")


@pytest.mark.parametrize("other, trait, likeness", [
    (Described(sex="L"), Trait.SEX, SAME),
    (Described(sex="P"), Trait.SEX, DIFFERENT),
    (Described(), Trait.SEX, UNKNOWN),
    (Described(nik="9901021405120001"), Trait.NIK, SAME),
    (Described(nik="9901021405120012"), Trait.NIK, SIMILAR),
    (Described(nik="9901021405120222"), Trait.NIK, DIFFERENT),
    (Described(), Trait.NIK, UNKNOWN),
    (Described(born=date(2012, 5, 14), years=13), Trait.BIRTH, SAME),
    (Described(born=date(2011, 5, 14), years=14), Trait.BIRTH, SIMILAR),
    (Described(born=date(2010, 5, 14), years=15), Trait.BIRTH, DIFFERENT),
    (Described(years=16), Trait.BIRTH, SIMILAR),
    (Described(years=17), Trait.BIRTH, DIFFERENT),
    (Described(), Trait.BIRTH, UNKNOWN),
    (Described(place="99.01.01"), Trait.PLACE, SAME),
    (Described(place="99.01.02"), Trait.PLACE, DIFFERENT),
])
def test_each_trait(other, trait, likeness):
    assert compare(BOY, other, None)[trait] is likeness


@pytest.mark.parametrize("score, likeness", [(None, UNKNOWN), (0, DIFFERENT), (84, DIFFERENT), (85, SIMILAR), (99, SIMILAR), (100, SAME)])
def test_names(score, likeness):
    assert compare(BOY, Described(), score)[Trait.NAME] is likeness


@pytest.mark.parametrize("score, other, lately, answer", [
    (None, Described(nik=BOY.nik, sex="P", years=40), False, True),
    (100, Described(), False, True),
    (100, Described(sex="P"), False, False),
    (100, Described(nik="1801021405990001"), False, False),
    (100, Described(years=30), False, False),
    (90, Described(), False, False),
    (90, Described(), True, True),
    (90, Described(years=13), False, True),
    (90, Described(place="99.01.01"), False, True),
    (90, Described(place="99.01.02"), False, False),
    (60, Described(years=13, sex="L", place="99.01.01"), True, False),
    (None, Described(years=12, sex="L"), True, True),
    (None, Described(years=12, sex="L"), False, False),
    (None, Described(years=12), True, False),
    (None, Described(sex="L"), True, False),
    (None, Described(), True, False),
])
def test_who_may_be_one(score, other, lately, answer):
    assert may_be_one(compare(BOY, other, score), lately=lately) is answer


def test_the_same_nik_is_closest_and_a_contradiction_is_far():
    alike = [compare(BOY, Described(nik=BOY.nik), None), compare(BOY, Described(sex="L", years=13), 100), compare(BOY, Described(sex="P"), 90)]
    assert sorted(alike, key=closeness, reverse=True) == alike
