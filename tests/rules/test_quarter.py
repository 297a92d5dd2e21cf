"""Three months of a year, both of their edges."""
from datetime import date

import pytest

from portal.rules.quarter import Quarter, quarter_of, read, since


@pytest.mark.parametrize("day, found", [
    (date(2025, 12, 31), "2025-4"), (date(2026, 1, 1), "2026-1"), (date(2026, 3, 31), "2026-1"), (date(2026, 4, 1), "2026-2"),
    (date(2026, 6, 30), "2026-2"), (date(2026, 7, 1), "2026-3"), (date(2026, 9, 30), "2026-3"), (date(2026, 10, 1), "2026-4"),
])
def test_in_which_quarter_a_day_lies(day, found):
    quarter = quarter_of(day)
    assert str(quarter) == found and quarter.first <= day < quarter.end and read(found) == quarter


@pytest.mark.parametrize("text", ["", None, "2026", "2026-0", "2026-5", "2026-1 ", "1999-1", "2026-11", "Q1"])
def test_what_is_no_quarter(text):
    assert read(text) is None


@pytest.mark.parametrize("first, today, found", [
    (date(2025, 11, 5), date(2026, 3, 30), ["2026-1", "2025-4"]), (date(2026, 3, 1), date(2026, 3, 30), ["2026-1"]),
    (date(2026, 4, 2), date(2026, 3, 30), ["2026-1"]),
])
def test_the_quarters_to_choose_from(first, today, found):
    assert [str(each) for each in since(first, today)] == found
    assert Quarter(2025, 4).next == Quarter(2026, 1) and Quarter(2026, 1).previous == Quarter(2025, 4)
