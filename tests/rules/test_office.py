"""The three time zones."""
from datetime import datetime

import pytest

from portal.rules.office import TimeZone, to_utc


@pytest.mark.parametrize("zone, utc, local", [
    (TimeZone.WIB, datetime(2026, 3, 2, 7, 5), datetime(2026, 3, 2, 14, 5)),
    (TimeZone.WITA, datetime(2026, 3, 2, 6, 5), datetime(2026, 3, 2, 14, 5)),
    (TimeZone.WIT, datetime(2026, 12, 31, 15, 0), datetime(2027, 1, 1, 0, 0)),
])
def test_the_wall_clock_of_an_office_in_utc(zone, utc, local):
    assert to_utc(local, zone) == utc
