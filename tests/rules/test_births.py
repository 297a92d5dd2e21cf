"""A birth is kept as precisely as it was told."""
from datetime import date

import pytest

from portal.rules.age import BirthPrecision
from portal.rules.births import Birth, read_birth
from portal.rules.dates import Unreadable, Why

TODAY = date(2026, 11, 21)
DAY, MONTH, YEAR, ESTIMATE = BirthPrecision


def about(years):
    return Birth(ESTIMATE, estimate=years, as_of=TODAY)


@pytest.mark.parametrize("text, birth", [
    ("12/05/2013", Birth(DAY, date(2013, 5, 12))), ("12-05-13", Birth(DAY, date(2013, 5, 12))),
    ("12-5-30", Birth(DAY, date(1930, 5, 12))), ("22/11/26", Birth(DAY, date(1926, 11, 22))),
    ("21/11/26", Birth(DAY, TODAY)), ("2012-05-14", Birth(DAY, date(2012, 5, 14))), ("14 mei 12", Birth(DAY, date(2012, 5, 14))),
    ("29/2/2012", Birth(DAY, date(2012, 2, 29))), ("mei 2012", Birth(MONTH, date(2012, 5, 1))),
    ("05/2012", Birth(MONTH, date(2012, 5, 1))), ("2012-05", Birth(MONTH, date(2012, 5, 1))),
    ("2013", Birth(YEAR, date(2013, 1, 1))), ("tahun 2013", Birth(YEAR, date(2013, 1, 1))), ("±2013", about(13)),
    ("+-2013", about(13)), ("sekitar mei 2012", about(14)), ("kira-kira umur 12", about(12)), ("umur 12", about(12)),
    ("12 th", about(12)), ("±12 tahun", about(12)), ("± 12", about(12)), ("12-13 tahun", about(12)), ("8 bulan", about(0)),
    ("18 bulan", about(1)), ("usia 34 tahun", about(34)),
])
def test_births(text, birth):
    assert read_birth(text, TODAY) == birth


@pytest.mark.parametrize("text, why", [
    ("", Why.EMPTY), ("12", Why.AMBIGUOUS), ("kemarin", Why.NOT_UNDERSTOOD), ("12/05", Why.NOT_UNDERSTOOD),
    ("30/02/2012", Why.IMPOSSIBLE), ("05/13/2012", Why.IMPOSSIBLE), ("13/2012", Why.IMPOSSIBLE), ("2030", Why.FUTURE_BIRTH),
    ("22/11/2026", Why.FUTURE_BIRTH), ("1/1/1905", Why.BIRTH_TOO_OLD), ("1850", Why.IMPOSSIBLE), ("umur 150", Why.BIRTH_TOO_OLD),
    ("tidak tahu", Why.NOT_UNDERSTOOD), ("-5", Why.NOT_UNDERSTOOD),
])
def test_unreadable_births(text, why):
    with pytest.raises(Unreadable) as unreadable:
        read_birth(text, TODAY)
    assert unreadable.value.why is why
