"""When what is kept of a closed case is looked at again."""
from datetime import date, timedelta

import pytest

from portal.rules import retention
from portal.rules.age import BirthPrecision, last_day


@pytest.mark.parametrize("closed, born, due", [
    (date(2020, 3, 2), date(2010, 5, 1), date(2031, 5, 1)), (date(2020, 3, 2), date(2003, 5, 1), date(2025, 3, 2)),
    (date(2020, 2, 29), date(1990, 1, 1), date(2025, 2, 28)), (date(2020, 3, 2), date(2004, 3, 2), date(2025, 3, 2)),
    (date(2020, 3, 2), date(2004, 3, 3), date(2025, 3, 3)), (date(2019, 1, 1), date(2004, 2, 29), date(2025, 3, 1)),
    (date(2020, 3, 2), None, date(2025, 3, 2)),
])
def test_the_longer_of_five_years_and_the_twenty_first_birthday_counts(closed, born, due):
    assert retention.review_due(closed, born) == due


@pytest.mark.parametrize("today", [date(2026, 3, 2), date(2025, 2, 28), date(2024, 2, 29), date(2025, 3, 1), date(2026, 12, 31), date(2026, 1, 1)])
def test_what_a_list_asks_for_is_what_the_rule_says(today):
    closed, born = retention.closed_by(today), retention.born_by(today)
    assert retention.review_due(closed) <= today < retention.review_due(closed + timedelta(1))
    assert retention.review_due(date(1990, 1, 1), born) <= today < retention.review_due(date(1990, 1, 1), born + timedelta(1))
    for precision in (BirthPrecision.MONTH, BirthPrecision.YEAR):
        latest = retention.born_by(today, precision)
        assert retention.review_due(date(1990, 1, 1), last_day(latest, precision)) <= today
        assert today < retention.review_due(date(1990, 1, 1), last_day(latest + timedelta(1), precision))


def test_an_estimated_age_is_taken_to_be_as_young_as_it_can_be():
    assert retention.latest_birth(10, date(2020, 3, 2)) == date(2010, 3, 2)
    assert retention.latest_birth() is None and retention.latest_birth(10, None) is None
    today = date(2026, 3, 2)
    for age, on in retention.estimated_by(today).items():
        assert retention.review_due(date(1990, 1, 1), retention.latest_birth(age, on)) <= today
        assert today < retention.review_due(date(1990, 1, 1), retention.latest_birth(age, on + timedelta(1)))
