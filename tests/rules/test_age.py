"""An age belongs to a day."""
from datetime import date

import pytest

from portal.rules.age import Age, AgeGroup, BirthPrecision, Why, age_group, age_of, age_on, aged, is_child, turns
from portal.rules.refused import Refused

LEAP = date(2012, 2, 29)


@pytest.mark.parametrize("born, day, years", [
    (date(2008, 8, 21), date(2026, 8, 20), 17), (date(2008, 8, 21), date(2026, 8, 21), 18),
    (date(2021, 10, 19), date(2026, 3, 4), 4), (date(2026, 3, 4), date(2026, 3, 4), 0),
    (LEAP, date(2026, 2, 28), 13), (LEAP, date(2026, 3, 1), 14), (LEAP, date(2028, 2, 28), 15), (LEAP, date(2028, 2, 29), 16),
])
def test_age_on_a_day(born, day, years):
    assert age_on(born, day) == years


def test_nobody_has_an_age_before_birth():
    with pytest.raises(Refused) as refused:
        age_on(date(2026, 3, 5), date(2026, 3, 4))
    assert refused.value.why is Why.NOT_YET_BORN


@pytest.mark.parametrize("estimate, as_of, day, years", [
    (16, date(2026, 3, 9), date(2026, 3, 9), 16), (16, date(2026, 3, 9), date(2027, 3, 8), 16),
    (16, date(2026, 3, 9), date(2027, 3, 9), 17), (16, date(2026, 3, 9), date(2025, 3, 9), 15),
    (1, date(2026, 3, 9), date(2020, 1, 1), 0),
])
def test_an_estimate_grows_older(estimate, as_of, day, years):
    assert aged(estimate, as_of, day) == years


@pytest.mark.parametrize("known, expected", [
    ({}, None),
    ({"birth_date": date(2008, 3, 30)}, Age(18, True)),
    ({"birth_date": date(2008, 3, 1), "precision": BirthPrecision.MONTH}, Age(17, False)),
    ({"birth_date": date(2008, 2, 1), "precision": BirthPrecision.MONTH}, Age(18, False)),
    ({"birth_date": date(2008, 1, 1), "precision": BirthPrecision.YEAR}, Age(17, False)),
    ({"birth_date": date(2026, 1, 1), "precision": BirthPrecision.YEAR}, Age(0, False)),
    ({"estimate": 34, "as_of": date(2026, 3, 18)}, Age(34, False)),
])
def test_in_doubt_a_person_is_the_younger(known, expected):
    assert age_of(date(2026, 3, 30), **known) == expected


@pytest.mark.parametrize("years, child", [(0, True), (17, True), (18, False), (None, None)])
def test_a_child_is_under_eighteen(years, child):
    assert is_child(years) is child


@pytest.mark.parametrize("born, day", [(date(2008, 8, 21), date(2026, 8, 21)), (LEAP, date(2030, 3, 1))])
def test_the_eighteenth_birthday(born, day):
    assert turns(born, 18) == day


@pytest.mark.parametrize("years, group", [
    (0, AgeGroup.UP_TO_5), (5, AgeGroup.UP_TO_5), (6, AgeGroup.UP_TO_12), (12, AgeGroup.UP_TO_12), (13, AgeGroup.UP_TO_15),
    (15, AgeGroup.UP_TO_15), (16, AgeGroup.UP_TO_17), (17, AgeGroup.UP_TO_17), (18, AgeGroup.UP_TO_21), (21, AgeGroup.UP_TO_21),
    (22, AgeGroup.UP_TO_59), (59, AgeGroup.UP_TO_59), (60, AgeGroup.FROM_60), (101, AgeGroup.FROM_60), (None, AgeGroup.UNKNOWN),
])
def test_age_groups(years, group):
    assert age_group(years) is group
