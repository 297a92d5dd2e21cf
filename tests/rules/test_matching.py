"""Two descriptions may be of one person, or not."""
from datetime import date

import pytest

from portal.rules.matching import (
    SHOWN,
    STRONG,
    Described,
    Evidence,
    Likeness,
    Trait,
    closeness,
    compare,
    compare_known,
    is_likely,
    may_be_one,
    shown,
    weigh,
)
from portal.rules.namesakes import Kin, Names, Shared

SAME, NEARLY, SIMILAR, DIFFERENT, UNKNOWN = Likeness
BOY = Described(nik="9901021405120001", sex="L", born=date(2012, 5, 14), years=13, place="99.01.01")


@pytest.mark.parametrize("other, trait, likeness", [
    (Described(sex="L"), Trait.SEX, SAME),
    (Described(sex="P"), Trait.SEX, DIFFERENT),
    (Described(), Trait.SEX, UNKNOWN),
    (Described(nik="9901021405120001"), Trait.NIK, SAME),
    (Described(nik="9901021405120012"), Trait.NIK, NEARLY),
    (Described(nik="9901021405120222"), Trait.NIK, DIFFERENT),
    (Described(), Trait.NIK, UNKNOWN),
    (Described(born=date(2012, 5, 14), years=13), Trait.BIRTH, SAME),
    (Described(born=date(2011, 5, 14), years=14), Trait.BIRTH, NEARLY),
    (Described(born=date(2013, 5, 14), years=12), Trait.BIRTH, NEARLY),
    (Described(born=date(2010, 5, 14), years=15), Trait.BIRTH, DIFFERENT),
    (Described(born=date(2012, 5, 24), years=13), Trait.BIRTH, SIMILAR),
    (Described(born=date(2012, 6, 14), years=13), Trait.BIRTH, SIMILAR),
    (Described(born=date(2012, 5, 25), years=13), Trait.BIRTH, DIFFERENT),
    (Described(born=date(2012, 6, 15), years=13), Trait.BIRTH, DIFFERENT),
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


def names(points, kin=Kin.SAME, lacking=()):
    return Names((Shared("andi", "andi", kin, points),), tuple(lacking), points)


REGISTER = 20_000  # log2 of it, and of the few a young register weighs besides, is 14.3


@pytest.mark.parametrize("other, evidence, points", [
    (Described(), Evidence(), -14.3),
    (Described(), Evidence(names(6)), -8.3),
    (Described(place="99.01.01"), Evidence(names(6)), -5.3),
    (Described(place="99.01.02"), Evidence(names(6)), -11.3),
    (Described(sex="L"), Evidence(names(6)), -8.3),
    (Described(sex="P"), Evidence(names(6)), -20.3),
    (Described(born=date(2012, 5, 14), years=13), Evidence(names(6)), 1.7),
    (Described(born=date(2011, 5, 14), years=14), Evidence(names(6)), -0.3),
    (Described(born=date(2009, 1, 3), years=17), Evidence(names(6)), -18.3),
    (Described(years=12), Evidence(names(6), guessed=True), -7.3),
    (Described(years=17), Evidence(names(6), guessed=True), -13.3),
    (Described(nik=BOY.nik, sex="P", years=40), Evidence(guessed=True), 8.7),
    (Described(nik="9901021405120012"), Evidence(), 1.7),
    (Described(nik="1801021405990001"), Evidence(names(6)), -18.3),
    (Described(), Evidence(phone=10), -4.3),
    (Described(), Evidence(marks=8), -6.3),
    (Described(), Evidence(ticket=True), 1.7),
])
def test_what_agrees_is_weighed_against_the_size_of_the_register(other, evidence, points):
    assert weigh(compare_known(BOY, other, evidence), evidence, REGISTER) == pytest.approx(points, abs=.06)


def test_the_same_name_says_less_in_a_larger_register():
    one, traits = Evidence(names(12)), compare_known(BOY, Described(), Evidence(names(12)))
    assert weigh(traits, one, 1_000) > weigh(traits, one, 20_000) > weigh(traits, one, 100_000)


@pytest.mark.parametrize("evidence, trait, likeness", [
    (Evidence(), Trait.NAME, UNKNOWN), (Evidence(names(5)), Trait.NAME, SAME), (Evidence(names(5, Kin.SLIP)), Trait.NAME, SIMILAR),
    (Evidence(names(5, lacking=["pratama"])), Trait.NAME, SIMILAR), (Evidence(Names((), ("andi",), -5)), Trait.NAME, DIFFERENT),
    (Evidence(), Trait.PHONE, UNKNOWN), (Evidence(phone=3), Trait.PHONE, SAME), (Evidence(marks=2), Trait.MARKS, SIMILAR),
    (Evidence(ticket=True), Trait.TICKET, SAME),
])
def test_what_the_evidence_says_of_each_trait(evidence, trait, likeness):
    assert compare_known(BOY, Described(), evidence)[trait] is likeness


@pytest.mark.parametrize("points, count", [
    ([], 0), ([SHOWN], 1), ([SHOWN - .1], 0), ([SHOWN, SHOWN - 20], 2), ([9, 8, 7, 6, 5, 4], 5), ([SHOWN - 2] * 3, 0), ([SHOWN - 2] * 4, 4),
    ([500, -9], 2),
])
def test_several_who_are_equally_alike_say_together_what_one_says_alone(points, count):
    assert shown(points, 5) == count


def test_a_likely_one_is_offered_first():
    assert is_likely(STRONG) and not is_likely(STRONG - .1) and STRONG > SHOWN
