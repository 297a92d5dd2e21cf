"""When it happened is understood from the caller's words, asked back when they can mean two things, and otherwise kept as words."""
from datetime import datetime

import pytest

from portal.rules.dates import Unreadable
from portal.rules.dates import Why as DateWhy
from portal.rules.happening import Known, Unclear, Why, read_happening

NOW = datetime(2026, 11, 21, 10, 30)  # a Saturday
DAY, MOMENT, PART = Known.DAY, Known.MOMENT, Known.PART


def at(day, hour=0, minute=0, month=11, year=2026):
    return datetime(year, month, day, hour, minute)


@pytest.mark.parametrize("words, moment, known", [
    ("21/11/26", at(21), DAY), ("21-11", at(21), DAY), ("21 nov", at(21), DAY), ("kemarin", at(20), DAY), ("kemarin lusa", at(19), DAY),
    ("senin lalu", at(16), DAY), ("sekarang", NOW, MOMENT), ("barusan", NOW, MOMENT), ("2 jam lalu", at(21, 8, 30), MOMENT),
    ("setengah jam yang lalu", at(21, 10), MOMENT), ("tadi pagi", at(21, 7), PART), ("tadi subuh", at(21, 5), PART), ("semalam", at(20, 20), PART),
    ("kemarin sore", at(20, 16), PART), ("kemarin sore jam 4", at(20, 16), MOMENT), ("Sabtu, 21 November 2026 09.15 WITA", at(21, 9, 15), MOMENT),
    ("senin", at(16), DAY), ("hari Senin pagi", at(16, 7), PART), ("senin jam 9", at(16, 9), MOMENT), ("senin 14.00", at(16, 14), MOMENT),
    ("minggu", at(15), DAY), ("2 minggu lalu", at(7), DAY), ("tgl 20 nov", at(20), DAY), ("sabtu 14.00", at(14, 14), MOMENT),
    ("31/12/2025", at(31, month=12, year=2025), DAY),
])
def test_words_that_tell_a_time(words, moment, known):
    told = read_happening(words, NOW)
    assert (told.words, told.at, told.known) == (words, moment, known)


@pytest.mark.parametrize("words", [
    "sering, tiap malam", "entah", "-", "sejak lama", "x" * 120, "' OR 1=1--", "sebulan lalu", "21 november kemarin-kemarin"])
def test_words_that_tell_none_stay_words(words):
    told = read_happening(words, NOW)
    assert (told.words, told.at, told.known) == (words, None, None)


@pytest.mark.parametrize("words, why, readings", [
    ("minggu lalu", Why.EITHER, {"hari minggu lalu": at(15), "seminggu lalu": at(14)}),
    ("minggu lalu 10.00", Why.EITHER, {"hari minggu lalu 10.00": at(15, 10), "seminggu lalu 10.00": at(14, 10)}),
    ("sabtu", Why.EITHER, {"hari ini": at(21), "hari sabtu lalu": at(14)}),
    ("22-11", Why.NOT_YET, {"22-11-2025": at(22, year=2025)}), ("25 des", Why.NOT_YET, {"25-12-2025": at(25, month=12, year=2025)}),
    ("jam 14", Why.NOT_YET, {"kemarin jam 14": at(20, 14)}), ("10.31", Why.NOT_YET, {"kemarin 10.31": at(20, 10, 31)}),
    ("besok", Why.NOT_YET, {}), ("22/11/2026", Why.NOT_YET, {}), ("hari ini 23.00", Why.NOT_YET, {}),
    ("Senin, 21 November 2026", Why.OTHER_WEEKDAY, {"21-11-2026": at(21)}),
])
def test_what_can_mean_two_things_or_is_still_to_come_is_asked_back(words, why, readings):
    with pytest.raises(Unclear) as unclear:
        read_happening(words, NOW)
    assert (unclear.value.why, {each.words: each.at for each in unclear.value.readings}) == (why, readings)


def test_on_a_sunday_last_sunday_and_a_week_ago_are_one_day():
    assert read_happening("minggu lalu", datetime(2026, 11, 22, 9)).at == at(15)


@pytest.mark.parametrize("words, why", [("32/13/26", DateWhy.IMPOSSIBLE), ("30-2", DateWhy.IMPOSSIBLE), ("24.00", DateWhy.IMPOSSIBLE),
                                        ("12", DateWhy.NOT_UNDERSTOOD), ("21/11/226", DateWhy.NOT_UNDERSTOOD), ("", DateWhy.EMPTY)])
def test_what_no_calendar_has_is_refused(words, why):
    with pytest.raises(Unreadable) as unreadable:
        read_happening(words, NOW)
    assert unreadable.value.why is why
