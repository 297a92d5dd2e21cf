"""No two books give one number, dates follow the numbers, and every number is accounted for."""
from datetime import date
from types import SimpleNamespace

import pytest

from portal.rules import letter_book as rules
from portal.rules import letter_number
from portal.rules.letter_book import LAST_SERIAL, MOST_LEFT_OUT, Why
from portal.rules.letter_number import TEMPLATE
from portal.rules.refused import Refused

MAIN = SimpleNamespace(name="Surat keluar", pattern=TEMPLATE, kinds=[], active=True)
DUTY = SimpleNamespace(name="Surat tugas", pattern="{kode}/{urut}/ST/{unit}/{tahun}", kinds=["duty"], active=True)
TODAY = date(2026, 3, 30)


def why(verb, *args, **values):
    """Why the rule says no, or None."""
    try:
        verb(*args, **values)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("one, other, meet", [
    (TEMPLATE, TEMPLATE, True),
    (TEMPLATE, "{kode}/{urut}/DINSOS/{tahun}", True),
    (TEMPLATE, "{kode}/{urut}/ST/{tahun}", False),
    (TEMPLATE, "{kode}/{urut}/ST/{unit}/{tahun}", False),
    (TEMPLATE, "{kode}/ST-{urut}/{unit}/{tahun}", False),
    (TEMPLATE, "{urut}/{kode}/{unit}/{tahun}", True),
    (TEMPLATE, "{kode}-{urut}/{unit}/{tahun}", False),
    ("{kode}/{urut}/{bulan}/{tahun}", "{kode}/{urut}/V/{tahun}", True),
    ("{kode}/{urut}/{bulan}/{tahun}", "{kode}/{urut}/A/{tahun}", False),
    ("{kode}/{urut}/{tahun}", "{kode}/{tahun}/{urut}", True),
    ("{urut}/{tahun}", "0{urut}/{tahun}", True),
    ("A{urut}/{tahun}", "B{urut}/{tahun}", False),
    ("{urut}{tahun}", "{tahun}{urut}", True),
    (TEMPLATE, "400.9.2.2/0087/DINSOS/2026", True),
    (TEMPLATE, "400.9.2.2/087/DINSOS/2026", False),
    (TEMPLATE, "460/304/Dissos/2023", False),
])
def test_two_patterns_are_told_apart_only_when_no_number_fits_both(one, other, meet):
    assert rules.can_meet(one, other, "DINSOS") == meet
    assert rules.can_meet(other, one, "DINSOS") == meet


@pytest.mark.parametrize("serial", [1, 87, 9_999, 10_000, 99_999])
@pytest.mark.parametrize("pattern", [TEMPLATE, DUTY.pattern, "{kode}/{urut}/{bulan}/{tahun}", "{urut}-{tahun}"])
def test_every_number_that_a_pattern_makes_is_known_to_be_its_own(pattern, serial):
    for month in (1, 3, 8, 12):
        made = letter_number.number("400.9.2.2", serial, "DINSOS", 2026, pattern, month)
        assert rules.is_of(made, pattern, "DINSOS")


@pytest.mark.parametrize("pattern, kinds, others, values, expected", [
    (DUTY.pattern, ["duty"], [MAIN], {}, None),
    (TEMPLATE, ["duty"], [MAIN], {}, Why.PATTERN_TAKEN),
    ("{kode}/{urut}/SK/{tahun}", ["duty"], [MAIN, DUTY], {}, Why.KIND_TAKEN),
    ("{kode}/{urut}/SK/{tahun}", ["duty"], [MAIN, SimpleNamespace(name="Lama", pattern=DUTY.pattern, kinds=["duty"], active=False)], {}, None),
    ("{kode}/{urut}/SK/{tahun}", ["statement"], [MAIN, DUTY], {}, None),
    (TEMPLATE, [], [DUTY], {"is_main": True}, None),
    (TEMPLATE, [], [DUTY], {"is_main": True, "active": False}, Why.MAIN_BOOK_STAYS),
    ("{kode}/{urut}", [], [MAIN], {}, letter_number.Why.TEMPLATE_NOT_UNIQUE),
    ("{kode}/{urut}/{tahun}/{nama}", [], [MAIN], {}, letter_number.Why.TEMPLATE_UNKNOWN_FIELD),
])
def test_a_book_gives_numbers_that_no_other_gives(pattern, kinds, others, values, expected):
    assert why(rules.check_book, pattern, kinds, others, unit="DINSOS", **values) == expected


@pytest.mark.parametrize("serial, last, taken, expected", [
    (1, 0, None, None), (88, 87, None, None), (12, 87, None, None), (12, 87, "400/0012/D/2026", Why.SERIAL_TAKEN),
    (0, 0, None, Why.NO_SUCH_SERIAL), (-3, 0, None, Why.NO_SUCH_SERIAL), (LAST_SERIAL + 1, LAST_SERIAL, None, Why.NO_SUCH_SERIAL),
    (88 + MOST_LEFT_OUT, 87, None, None), (89 + MOST_LEFT_OUT, 87, None, Why.TOO_FAR_AHEAD),
])
def test_a_serial_of_elsewhere_is_free_and_not_far_ahead(serial, last, taken, expected):
    assert why(rules.check_serial, serial, last, taken=taken) == expected


@pytest.mark.parametrize("day, below, above, explained, expected", [
    (date(2026, 3, 30), None, None, False, None),
    (date(2026, 3, 31), None, None, False, Why.DATE_AHEAD),
    (date(2026, 3, 31), None, None, True, Why.DATE_AHEAD),
    (date(2026, 3, 10), ("0086", date(2026, 3, 10)), ("0088", date(2026, 3, 10)), False, None),
    (date(2026, 3, 9), ("0086", date(2026, 3, 10)), None, False, Why.DATE_OUT_OF_ORDER),
    (date(2026, 3, 11), None, ("0088", date(2026, 3, 10)), False, Why.DATE_OUT_OF_ORDER),
    (date(2026, 3, 9), ("0086", date(2026, 3, 10)), None, True, None),
    (date(2026, 3, 11), None, ("0088", date(2026, 3, 10)), True, None),
])
def test_dates_follow_the_numbers_unless_somebody_says_why(day, below, above, explained, expected):
    assert why(rules.check_day, day, today=TODAY, below=below, above=above, explained=explained) == expected


def test_the_next_number_is_of_today():
    assert why(rules.check_next, None, TODAY) is None
    assert why(rules.check_next, TODAY, TODAY) is None
    assert why(rules.check_next, date(2026, 3, 29), TODAY) == Why.DATE_OF_TODAY
    assert why(rules.check_next, date(2026, 3, 31), TODAY) == Why.DATE_OF_TODAY


@pytest.mark.parametrize("last, taken, explained, expected", [
    (0, [], [], []), (3, [1, 2, 3], [], []), (3, [], [], [(1, 3)]), (6, [1, 3, 6], [], [(2, 2), (4, 5)]),
    (6, [1, 3, 6], [(4, 5)], [(2, 2)]), (6, [5, 6], [(1, 4)], []), (6, [6], [(1, 40)], []), (2, [1, 2, 5], [], []),
    (6, [], [(2, 3), (5, 5)], [(1, 1), (4, 4), (6, 6)]),
])
def test_what_nobody_accounts_for_is_found(last, taken, explained, expected):
    assert rules.unaccounted(last, taken, explained) == expected


@pytest.mark.parametrize("first, last, year, taken, explained, expected", [
    (1, 1240, 2026, [], [], None), (5, 5, 2025, [], [], None), (5, 4, 2026, [], [], Why.RANGE_TURNED), (0, 4, 2026, [], [], Why.RANGE_TURNED),
    (1, LAST_SERIAL + 1, 2026, [], [], Why.RANGE_TURNED), (1, 4, 2027, [], [], Why.YEAR_AHEAD),
    (1, 4, 2026, ["0003"], [], Why.RANGE_HOLDS_LETTERS), (1, 4, 2026, [], [(3, 9)], Why.RANGE_EXPLAINED),
])
def test_only_numbers_without_a_letter_are_explained_once(first, last, year, taken, explained, expected):
    assert why(rules.check_range, first, last, year=year, this_year=2026, taken=taken, explained=explained) == expected


@pytest.mark.parametrize("code, expected", [
    ("400.9.2.2", None), ("460", None), ("SOS-1", None), ("", Why.CODE_SHAPE), ("400/9", Why.CODE_SHAPE), ("{kode}", Why.CODE_SHAPE),
    ("400 9", Why.CODE_SHAPE), ("4" * 13, Why.CODE_SHAPE), ("400.9.1", Why.CODE_TAKEN),
])
def test_a_code_can_stand_in_a_number_and_is_there_once(code, expected):
    assert why(rules.check_code, code, {"400.9.1"}) == expected


def test_codes_stand_in_the_order_of_their_parts():
    assert sorted(["400.9.10", "400.9.2", "460", "400.9", "SOS.1", "400.9.2.10", "400.9.2.9"], key=rules.code_order) == [
        "400.9", "400.9.2", "400.9.2.9", "400.9.2.10", "400.9.10", "460", "SOS.1"]
