"""Whom the minimum service standard counts in a year, and what its shares are called."""
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.spm import Achievement, Need, Standing, achievement, is_over, percent, standing

LAST_MAY, DECEMBER, JANUARY, MARCH, JUNE = date(2025, 5, 3), date(2025, 12, 30), date(2026, 1, 2), date(2026, 3, 31), date(2026, 6, 30)


@pytest.mark.parametrize("needs, found", [
    ([], None),
    ([Need(JANUARY)], Standing(False, False)),
    ([Need(JANUARY, given=MARCH)], Standing(True, True)),
    ([Need(JANUARY, given=MARCH), Need(JANUARY)], Standing(True, False)),
    ([Need(JANUARY, given=MARCH), Need(JANUARY, closed=MARCH)], Standing(True, True)),
    ([Need(JANUARY, closed=MARCH)], Standing(False, True)),
    ([Need(JANUARY, given=JUNE)], Standing(False, False)),
    ([Need(JUNE)], None),
    ([Need(JUNE), Need(JANUARY, given=JANUARY)], Standing(True, True)),
    ([Need(LAST_MAY)], Standing(False, False)),
    ([Need(LAST_MAY, given=JANUARY)], Standing(True, True)),
    ([Need(LAST_MAY, given=JUNE)], Standing(False, False)),
    ([Need(LAST_MAY, given=DECEMBER)], None),
    ([Need(LAST_MAY, closed=DECEMBER)], None),
    ([Need(LAST_MAY, given=DECEMBER), Need(JANUARY)], Standing(False, False)),
    ([Need(LAST_MAY, closed=date(2026, 1, 1))], Standing(False, True)),
    ([Need(MARCH, given=MARCH)], Standing(True, True)),
    ([Need(JANUARY, given=DECEMBER)], Standing(True, True)),
])
def test_a_person_stands_in_a_year_as_what_they_needed_stood_on_its_day(needs, found):
    assert standing(needs, MARCH) == found


def test_at_the_end_of_the_year_later_deliveries_count():
    needs = [Need(JANUARY, given=JUNE), Need(JUNE, closed=date(2026, 9, 1))]
    assert standing(needs, MARCH) == Standing(False, False)
    assert standing(needs, date(2026, 8, 31)) == Standing(True, False)
    assert standing(needs, date(2026, 12, 31)) == Standing(True, True)


DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(st.lists(st.builds(Need, DAYS, st.none() | DAYS, st.none() | DAYS), max_size=5), DAYS)
def test_one_more_open_need_of_this_year_leaves_nobody_fulfilled(needs, until):
    found = standing([*needs, Need(until)], until)
    assert found is not None and not found.fulfilled


@pytest.mark.parametrize("part, whole, found", [(0, 0, None), (0, 4, 0), (1, 3, 33), (2, 3, 66), (299, 300, 99), (300, 300, 100)])
def test_a_share_is_rounded_down(part, whole, found):
    assert percent(part, whole) == found


@pytest.mark.parametrize("share, name", [
    (None, None), (100, Achievement.PARIPURNA), (99, Achievement.UTAMA), (90, Achievement.UTAMA), (89, Achievement.MADYA),
    (80, Achievement.MADYA), (79, Achievement.PRATAMA), (70, Achievement.PRATAMA), (69, Achievement.MUDA), (60, Achievement.MUDA),
    (59, Achievement.UNREACHED), (0, Achievement.UNREACHED)])
def test_each_share_has_its_name(share, name):
    assert achievement(share) == name


@pytest.mark.parametrize("budget, realised, over", [(None, 5, False), (5, None, False), (5, 5, False), (5, 6, True), (0, 1, True)])
def test_more_spent_than_budgeted_is_said(budget, realised, over):
    assert is_over(budget, realised) is over
