"""People write days in many ways, and one of them is asked again."""
from datetime import date, datetime, time

import pytest

from portal.rules.dates import Unreadable, Why, read_day, read_moment

TODAY = date(2026, 11, 21)  # a Saturday
NOW = datetime(2026, 11, 21, 10, 30)


def at(day, hour, minute=0, second=0, month=11):
    return datetime(2026, month, day, hour, minute, second)


@pytest.mark.parametrize("text, day", [
    ("21/11/26", TODAY), ("21-11-2026", TODAY), ("21-11", TODAY), ("2026-11-21", TODAY), ("21 nov", TODAY),
    ("21 November 2026", TODAY), ("Sabtu, 21 November 2026", TODAY), ("21nov26", TODAY), ("21.11.2026", TODAY),
    ("hari ini", TODAY), ("sekarang", TODAY), ("kemarin", date(2026, 11, 20)), ("  KEMARIN  lusa ", date(2026, 11, 19)),
    ("besok", date(2026, 11, 22)), ("lusa", date(2026, 11, 23)), ("senin lalu", date(2026, 11, 16)),
    ("sabtu lalu", date(2026, 11, 14)), ("jum'at lalu", date(2026, 11, 20)), ("hari minggu yang lalu", date(2026, 11, 15)),
    ("2 hari lalu", date(2026, 11, 19)), ("seminggu lalu", date(2026, 11, 14)), ("2 minggu yang lalu", date(2026, 11, 7)),
    ("5 jan", date(2027, 1, 5)), ("30-6", date(2026, 6, 30)), ("3/2/25", date(2025, 2, 3)), ("29/2/2028", date(2028, 2, 29)),
    ("１/２/２０２６", date(2026, 2, 1)), ("17 agustus 2026", date(2026, 8, 17)), ("\ufeff1 okt 26", date(2026, 10, 1)),
])
def test_days(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text, why", [
    ("", Why.EMPTY), (" \u200b\u00a0", Why.EMPTY), ("30/02/2026", Why.IMPOSSIBLE), ("29/02/2025", Why.IMPOSSIBLE),
    ("00/00/0000", Why.IMPOSSIBLE), ("2026-13-01", Why.IMPOSSIBLE), ("01/13/2026", Why.IMPOSSIBLE), ("31-4", Why.IMPOSSIBLE),
    ("1/1/1899", Why.IMPOSSIBLE), ("10000-01-01", Why.NOT_UNDERSTOOD), ("minggu lalu", Why.AMBIGUOUS),
    ("senin", Why.NOT_UNDERSTOOD), ("12", Why.NOT_UNDERSTOOD), ("entah", Why.NOT_UNDERSTOOD), ("١/٢/٢٠٢٦", Why.NOT_UNDERSTOOD),
    ("2026-11-21T10:00Z", Why.NOT_UNDERSTOOD), ("' OR 1=1--", Why.NOT_UNDERSTOOD), ("9" * 5000, Why.NOT_UNDERSTOOD),
    ("21/11/226", Why.NOT_UNDERSTOOD), ("a\0b", Why.NOT_UNDERSTOOD), ("1e3", Why.NOT_UNDERSTOOD),
])
def test_unreadable_days(text, why):
    with pytest.raises(Unreadable) as unreadable:
        read_day(text, TODAY)
    assert unreadable.value.why is why


@pytest.mark.parametrize("text, moment", [
    ("21/11/26 14.05", at(21, 14, 5)), ("21-11 14:05", at(21, 14, 5)), ("kemarin 14.05", at(20, 14, 5)), ("14.05", at(21, 14, 5)),
    ("sekarang", NOW), ("2 jam lalu", at(21, 8, 30)), ("30 menit yang lalu", at(21, 10)), ("sejam lalu", at(21, 9, 30)),
    ("tadi pagi", at(21, 7)), ("tadi siang", NOW), ("tadi malam", at(20, 20)), ("semalam", at(20, 20)),
    ("kemarin sore", at(20, 16)), ("senin lalu 10.00", at(16, 10)), ("hari ini 08.15", at(21, 8, 15)),
    ("kemarin sore jam 4", at(20, 16)), ("kemarin jam 4 sore", at(20, 16)), ("jam 9", at(21, 9)), ("jam 8 malam", at(21, 20)),
    ("pukul 09.15 WITA", at(21, 9, 15)), ("2026-11-21T14:05", at(21, 14, 5)), ("2026-11-21 14:05:30", at(21, 14, 5, 30)),
    ("21 nov 2026 pukul 14.05", at(21, 14, 5)), ("21.11.2026 14.05", at(21, 14, 5)), ("tadi pagi 8.15", at(21, 8, 15)),
    ("Senin, 2 Maret 2026 14.05", at(2, 14, 5, month=3)), ("00.00", at(21, 0)), ("23.59", at(21, 23, 59)),
])
def test_moments(text, moment):
    assert read_moment(text, NOW) == moment


@pytest.mark.parametrize("text, why", [
    ("", Why.EMPTY), ("kemarin", Why.NO_TIME), ("21/11/2026", Why.NO_TIME), ("24.00", Why.IMPOSSIBLE), ("14.65", Why.IMPOSSIBLE),
    ("2026-11-21T23:59:60", Why.IMPOSSIBLE), ("30/2/2026 10.00", Why.IMPOSSIBLE), ("2026-11-21T14:05Z", Why.NOT_UNDERSTOOD),
    ("2026-11-21T14:05+08:00", Why.NOT_UNDERSTOOD), ("nanti", Why.NOT_UNDERSTOOD), ("minggu lalu 10.00", Why.AMBIGUOUS),
])
def test_unreadable_moments(text, why):
    with pytest.raises(Unreadable) as unreadable:
        read_moment(text, NOW)
    assert unreadable.value.why is why


def test_a_day_alone_takes_the_hour_it_is_given():
    assert read_moment("kemarin", NOW, default=time(8)) == at(20, 8)


def test_late_at_night_tadi_malam_is_today():
    assert read_moment("tadi malam", at(21, 22)) == at(21, 20)
    assert read_moment("tadi pagi", at(21, 5)) == at(21, 5)
