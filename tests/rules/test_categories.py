"""Twenty-six categories in twelve groups."""
import pytest

from portal.rules.categories import (
    CHILD_ONLY,
    TABLE,
    Category,
    CategoryWarning,
    PasGroup,
    SpmType,
    SubType,
    has_sub_type,
    pas_group,
    suggest_sub_type,
    suggested_spm,
    warnings,
)


def test_the_table_is_whole():
    assert [category.value for category in Category] == [f"{number:02}" for number in range(1, 27)]
    assert set(TABLE) == set(Category)
    assert {row.pas for row in TABLE.values()} == set(PasGroup)
    assert sorted(CHILD_ONLY) == ["01", "02", "03", "04", "05", "06", "07"]


@pytest.mark.parametrize("code, group, spm", [
    ("04", PasGroup.VULNERABLE_CHILDREN, SpmType.NEGLECTED_CHILD), ("05", PasGroup.VULNERABLE_CHILDREN, SpmType.DISABILITY),
    ("09", PasGroup.DISABILITY, SpmType.DISABILITY), ("12", PasGroup.LOW_INCOME, SpmType.HOMELESS),
    ("26", PasGroup.AFFIRMATION, None),
])
def test_groups_and_spm(code, group, spm):
    assert (pas_group(Category(code)), suggested_spm(Category(code))) == (group, spm)


@pytest.mark.parametrize("answers, years, sub_type", [
    ({}, None, SubType.AT_RISK), ({"E2": 3}, 10, SubType.LIVES), ({"D2": 3, "G1": 2}, 17, SubType.LIVES),
    ({"G1": 2}, 16, SubType.OLDER), ({"G1": 2}, 15, SubType.AT_RISK), ({"G1": 1}, 17, SubType.AT_RISK),
    ({"E2": 1}, 10, SubType.WORKS), ({"D1": 2}, 10, SubType.WORKS), ({"D1": 1, "E2": 0}, 10, SubType.AT_RISK),
    ({"E2": None, "D1": None}, 10, SubType.AT_RISK), ({"G1": 3, "D1": 2}, None, SubType.WORKS),
])
def test_the_suggested_sub_type(answers, years, sub_type):
    assert suggest_sub_type(answers, years) is sub_type


@pytest.mark.parametrize("codes, years, expected", [
    (("04",), 17, []), (("04",), 18, [CategoryWarning.GROWN_UP]), (("09",), 34, []), (("04",), 5, [CategoryWarning.TODDLER_TOO]),
    (("01", "04"), 4, []), (("04",), 6, []), (("04",), None, []), (("02",), 3, []),
])
def test_warnings(codes, years, expected):
    assert warnings([Category(code) for code in codes], years) == expected


@pytest.mark.parametrize("codes, holds", [(("04",), True), (("07", "04"), True), (("07",), False)])
def test_only_street_children_have_a_sub_type(codes, holds):
    assert has_sub_type([Category(code) for code in codes]) is holds
