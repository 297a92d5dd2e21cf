"""What an office may say of one day against the national list."""
from datetime import date

import pytest

from portal.rules.days_off import LONGEST_NAME, LONGEST_SOURCE, Why, check
from portal.rules.refused import Refused
from portal.rules.workdays import DayStanding

CLOSED, OPEN, NATIONAL = DayStanding
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("standing, changed, why", [
    (CLOSED, {}, None), (CLOSED, {"name": " "}, Why.NAME_NEEDED), (CLOSED, {"name": "x" * (LONGEST_NAME + 1)}, Why.NAME_TOO_LONG),
    (CLOSED, {"source": "x" * (LONGEST_SOURCE + 1)}, Why.SOURCE_TOO_LONG), (CLOSED, {"national": True}, None), (CLOSED, {"opens": False}, None),
    # a day that is past moves limits that people have worked by
    (CLOSED, {"day": date(2026, 3, 1)}, Why.SOURCE_NEEDED), (CLOSED, {"day": date(2026, 3, 1), "source": "SE Bupati"}, None),
    (CLOSED, {"day": TODAY}, None), (CLOSED, {"day": date(2023, 12, 31)}, Why.OUT_OF_YEARS), (CLOSED, {"day": date(2028, 1, 1)}, Why.OUT_OF_YEARS),
    (OPEN, {"national": True}, None), (OPEN, {}, Why.ALREADY_OPEN), (OPEN, {"national": True, "opens": False}, Why.NO_HOURS),
    (OPEN, {"national": True, "name": ""}, Why.NAME_NEEDED), (OPEN, {"national": True, "said": CLOSED}, None),
    (NATIONAL, {"name": ""}, Why.NOTHING_AMENDED), (NATIONAL, {"name": "", "said": NATIONAL}, Why.NOTHING_AMENDED),
    (NATIONAL, {"name": "", "said": CLOSED}, None), (NATIONAL, {"name": "", "said": OPEN, "national": True}, None),
])
def test_what_may_be_said_of_a_day(standing, changed, why):
    told = {"day": date(2026, 3, 4), "name": "Hari Jadi", "source": "", "national": False, "opens": True} | changed
    try:
        check(told.pop("day"), standing, told.pop("name"), told.pop("source"), today=TODAY, **told)
    except Refused as refused:
        assert refused.why is why
    else:
        assert why is None
