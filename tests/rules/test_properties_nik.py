"""A NIK in any spacing tells the same region, birth and sex, and its mask never shows the middle."""
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.nik import Nik, NikFault, NikWarning, Sex, mask, parse, warnings
from portal.rules.refused import Refused

TODAY = date(2026, 11, 21)
regions = st.integers(110101, 999999).map(str)
born = st.dates(date(1927, 1, 1), TODAY)
sexes = st.sampled_from(Sex)
spacing = st.sampled_from(["", "", " ", "  ", ".", "-", "\u00a0", "\u2009", "\t", "\n", "\u2013", "\u200b", "\ufeff", "_", "/"])
gaps = st.lists(spacing, min_size=17, max_size=17)
quick = settings(max_examples=80, deadline=None)


def number(region, day, sex, serial=1):
    return f"{region}{day.day + 40 * (sex == Sex.FEMALE):02}{day:%m%y}{serial:04}"


def spaced(text, gaps):
    return "".join(gap + char for gap, char in zip(gaps, text, strict=False)) + gaps[-1]


@quick
@given(region=regions, day=born, sex=sexes, serial=st.integers(1, 9999), gaps=gaps)
def test_any_spacing_says_the_same(region, day, sex, serial, gaps):
    digits = number(region, day, sex, serial)
    assert parse(spaced(digits, gaps), today=TODAY) == Nik(digits, region, day, sex)


@quick
@given(region=regions, day=st.dates(date(1800, 1, 1), date(2200, 12, 31)), sex=sexes)
def test_the_century_is_the_latest_that_is_not_to_come(region, day, sex):
    try:
        told = parse(number(region, day, sex), today=TODAY)
    except Refused as refused:
        assert refused.why == NikFault.DAY and (day.day, day.month) == (29, 2)
    else:
        assert told.born <= TODAY and (TODAY.year - told.born.year <= 100)
        assert (told.born.day, told.born.month, told.born.year % 100) == (day.day, day.month, day.year % 100)


@quick
@given(region=regions, day=born, sex=sexes, other=born)
def test_what_agrees_is_not_warned_of_and_what_differs_is(region, day, sex, other):
    told = parse(number(region, day, sex), today=TODAY)
    assert warnings(told, birth_date=day, sex=sex, known_regions={region}) == []
    differs = (day.day, day.month, day.year % 100) != (other.day, other.month, other.year % 100)
    assert warnings(told, birth_date=other) == [NikWarning.BIRTH_DATE] * differs
    assert warnings(told, sex=next(each for each in Sex if each != sex), known_regions=set()) == [NikWarning.SEX, NikWarning.REGION]


@quick
@given(text=st.one_of(st.text(max_size=40), st.text(st.sampled_from("0123456789 .-"), max_size=24)))
def test_any_text_is_a_nik_or_refused(text):
    try:
        assert len(parse(text, today=TODAY).number) == 16
    except Refused as refused:
        assert isinstance(refused.why, NikFault)


@quick
@given(region=regions, day=born, sex=sexes, serial=st.integers(1, 9999))
def test_the_mask_shows_neither_birth_nor_sex_nor_serial(region, day, sex, serial):
    digits = number(region, day, sex, serial)
    masked = mask(digits)
    assert (masked[:6], masked[6:14], masked[14:], len(masked)) == (region, "*" * 8, digits[14:], 16)


@quick
@given(text=st.text(max_size=30))
def test_the_mask_of_anything_keeps_its_length(text):
    assert len(mask(text)) >= len(text) and (len(text) <= 8 or set(mask(text)[6:-2]) == {"*"})
