"""The three time zones and the two papers."""
from datetime import date, datetime

import pytest

from portal.rules.office import SIZE_MM, Paper, TimeZone, local_day, to_local, to_utc


@pytest.mark.parametrize("zone, utc, local", [
    (TimeZone.WIB, datetime(2026, 3, 2, 7, 5), datetime(2026, 3, 2, 14, 5)),
    (TimeZone.WITA, datetime(2026, 3, 2, 6, 5), datetime(2026, 3, 2, 14, 5)),
    (TimeZone.WIT, datetime(2026, 12, 31, 15, 0), datetime(2027, 1, 1, 0, 0)),
])
def test_there_and_back(zone, utc, local):
    assert to_local(utc, zone) == local
    assert to_utc(local, zone) == utc


@pytest.mark.parametrize("utc, day", [
    (datetime(2026, 12, 31, 14, 59), date(2026, 12, 31)), (datetime(2026, 12, 31, 15, 0), date(2027, 1, 1)),
])
def test_the_year_turns_at_the_offices_midnight(utc, day):
    assert local_day(utc, TimeZone.WIT) == day


def test_the_papers():
    assert SIZE_MM == {Paper.F4: (215, 330), Paper.A4: (210, 297)}
