"""Whatever is typed is read as what was meant, asked back, or left as words: never anything else."""
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.births import read_birth
from portal.rules.dates import MONTHS, WEEKDAY, Unreadable, Why, read_day, read_moment
from portal.rules.happening import Happening, Known, Unclear, read_happening

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, 30)
NAMES = [names.split() for names in MONTHS.split("|")]
DAYS_BACK = 20 * 366
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2026, 11, 21, 10, 30)).map(lambda at: at.replace(second=0, microsecond=0))
# Words and figures as people mix them, and anything a keyboard or a paste can bring.
scraps = st.lists(st.sampled_from(["21", "11", "2026", "26", "0", "31", "/", "-", ".", ":", " ", "kemarin", "lusa", "lalu", "minggu", "senin", "jam",
                                   "pukul", "pagi", "malam", "tadi", "hari", "nov", "mei", "se", "setengah", "yang", "umur", "th", "bulan", "±",
                                   "kira-kira", "tgl", "wita", "99", "24.00", "sampai"]), max_size=7)
texts = st.one_of(st.text(max_size=80), scraps.map("".join), scraps.map(" ".join))
quick = settings(max_examples=60, deadline=None)


def written(day):
    """A day in each form that people use, the year told."""
    yield from (f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day.day} {day.month} {day.year}")
    yield from (f"{day.day} {name} {day.year}" for name in NAMES[day.month - 1])
    yield from (f"{day.day}{NAMES[day.month - 1][1]}{day.year}", f"tgl {day.day} {NAMES[day.month - 1][0]} {day.year}")
    yield from (f"{name}, {day:%d-%m-%Y}" for name, number in WEEKDAY.items() if number == day.weekday())


def test_every_day_of_many_years_reads_back_in_each_form():
    for back in range(-400, DAYS_BACK, 7):  # each day of the month and of the week comes by many times
        day = TODAY - timedelta(back)
        assert {read_day(text, TODAY) for text in written(day)} == {day}, day


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_a_year_without_its_year_is_the_nearest(year):
    for number in range(366):
        day = date(year, 1, 1) + timedelta(number)
        read = read_day(f"{day.day}-{day.month}", day)
        assert read == day == read_day(f"{day.day} {NAMES[day.month - 1][-1]}", day + timedelta(90))


@quick
@given(day=days, today=days)
def test_a_short_year_is_of_this_century(day, today):
    assert read_day(f"{day:%d/%m/%y}", today) == date(2000 + day.year % 100, day.month, day.day) if (day.month, day.day) != (2, 29) else True


@quick
@given(at=moments)
def test_a_day_and_an_hour_read_back(at):
    for text in (f"{at:%d-%m-%Y %H.%M}", f"{at:%d/%m/%Y} {at:%H:%M}", f"{at:%d-%m-%Y} pukul {at:%H.%M}", f"{at:%Y-%m-%dT%H:%M}",
                 f"{at:%d-%m-%Y} jam {at:%H.%M} WITA"):
        assert read_moment(text, NOW) == at
        assert read_happening(text, NOW) == Happening(text, at, Known.MOMENT)


@quick
@given(minutes=st.integers(0, 999), hours=st.integers(0, 999), days=st.integers(0, 999), weeks=st.integers(0, 999))
def test_so_long_ago(minutes, hours, days, weeks):
    assert read_moment(f"{minutes} menit lalu", NOW) == NOW - timedelta(minutes=minutes)
    assert read_moment(f"{hours} jam yang lalu", NOW) == NOW - timedelta(hours=hours)
    assert read_day(f"{days} hari lalu", TODAY) == TODAY - timedelta(days)
    assert read_day(f"{weeks} minggu yg lalu", TODAY) == TODAY - timedelta(7 * weeks)


@quick
@given(today=days, name=st.sampled_from(sorted(WEEKDAY)))
def test_a_weekday_is_the_latest_one_before_today(today, name):
    day = read_day(f"hari {name} lalu", today)
    assert day.weekday() == WEEKDAY[name] and 1 <= (today - day).days <= 7


@quick
@given(text=texts)
def test_any_text_is_a_day_a_moment_a_birth_or_refused(text):
    for reader in (lambda: read_day(text, TODAY), lambda: read_moment(text, NOW), lambda: read_birth(text, TODAY)):
        try:
            reader()
        except Unreadable as fault:
            assert isinstance(fault.why, Why)


@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_any_text_is_a_past_moment_mere_words_or_asked_back(text):
    try:
        told = read_happening(text, NOW)
    except Unclear as unclear:
        assert all(read_happening(each.words, NOW).at == each.at <= NOW for each in unclear.readings)
    except Unreadable as fault:
        assert fault.why in (Why.EMPTY, Why.IMPOSSIBLE) or any(char.isdigit() for char in text)
    else:
        assert told.words == text and (told.at is None) == (told.known is None) and (told.at is None or told.at <= NOW)


@quick
@given(text=st.text(st.sampled_from("0123456789 .,:/-+"), min_size=1, max_size=12))
def test_bare_figures_are_never_taken_for_words(text):
    try:
        assert read_happening(text, NOW).at is not None or not any(char.isdigit() for char in text)
    except Unreadable:
        pass
