"""A birth reads back as it was written, as precisely and no more."""
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.age import BirthPrecision, age_on
from portal.rules.births import OLDEST, Birth, read_birth
from portal.rules.dates import MONTHS

TODAY = date(2026, 11, 21)
NAMES = [names.split()[0] for names in MONTHS.split("|")]
DAY, MONTH, YEAR, ESTIMATE = BirthPrecision
born = st.dates(date(TODAY.year - OLDEST + 1, 1, 1), TODAY)
quick = settings(max_examples=60, deadline=None)


def test_every_day_a_child_may_be_born_on_reads_back_in_each_form():
    for back in range(0, 19 * 366):
        day = TODAY - timedelta(back)
        for text in (f"{day:%d-%m-%Y}", f"{day:%d/%m/%y}", f"{day.day} {NAMES[day.month - 1]} {day.year}", f"{day:%Y-%m-%d}"):
            assert read_birth(text, TODAY) == Birth(DAY, day), text


@quick
@given(day=born)
def test_a_month_or_a_year_stays_one(day):
    first = day.replace(day=1)
    for text in (f"{NAMES[day.month - 1]} {day.year}", f"{day:%m/%Y}", f"{day:%Y-%m}"):
        assert read_birth(text, TODAY) == Birth(MONTH, first)
    assert read_birth(str(day.year), TODAY) == read_birth(f"lahir tahun {day.year}", TODAY) == Birth(YEAR, date(day.year, 1, 1))


@quick
@given(day=born)
def test_a_short_year_of_birth_is_the_latest_that_is_not_to_come(day):
    read = read_birth(f"{day:%d-%m-%y}", TODAY).day if (day.month, day.day) != (2, 29) else day
    assert read <= TODAY and (read.day, read.month, read.year % 100) == (day.day, day.month, day.year % 100)
    assert age_on(read, TODAY) < 100 or read == day


@quick
@given(years=st.integers(0, OLDEST), about=st.sampled_from(["", "±", "kira-kira ", "sekitar ", "+- "]),
       word=st.sampled_from(["umur {}", "{} tahun", "usia {} th"]))
def test_an_age_is_an_estimate_of_today(years, about, word):
    assert read_birth(about + word.format(years), TODAY) == Birth(ESTIMATE, estimate=years, as_of=TODAY)


@quick
@given(year=st.integers(TODAY.year - OLDEST, TODAY.year), about=st.sampled_from(["±", "kira-kira ", "+-", "sekitar "]))
def test_about_a_year_is_an_age(year, about):
    assert read_birth(f"{about}{year}", TODAY) == Birth(ESTIMATE, estimate=TODAY.year - year, as_of=TODAY)
