"""What the columns, rows and days of a list from SIKS-NG mean, and whom it tells of."""
from datetime import date, datetime

import pytest

from portal.rules import dtsen_extract as life
from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_check import CheckState, Due, due, first_check_due, may_correct
from portal.rules.dtsen_check import Why as WhyNot
from portal.rules.dtsen_extract import EXTRACT, ExtractColumn, ExtractState, Why, check_columns, check_day, is_over
from portal.rules.dtsen_matching import Fate, Known, Match, fate, found_in, is_ticked
from portal.rules.dtsen_rows import ListedRow, Told, day_of_data
from portal.rules.import_cells import NotCounted
from portal.rules.import_columns import find_heads, known_head
from portal.rules.nik import Sex
from portal.rules.refused import Refused

TODAY = date(2026, 3, 2)
NIK, OTHER_NIK, GIRL = "9901021405120001", "9901021405120002", "9901025405120001"
CARD, OTHER_CARD = "9901021405120011", "9901021405120012"
LISTED, NOT_LISTED = DtsenStatus.LISTED, DtsenStatus.NOT_LISTED
COLUMNS = tuple(ExtractColumn)


def refusal(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("text, column", [
    ("NIK", "nik"), ("No. KK", "family_card"), ("Nomor Kartu Keluarga", "family_card"), ("NO_KK", "family_card"), ("Desil", "decile"),
    ("PERINGKAT", "decile"), ("Desil Nasional", "decile"), ("Desil (1-10)", "decile"), ("Tanggal", "checked_on"), ("Periode", "checked_on"),
    ("Per Tanggal", "checked_on"), ("Nama", "name"), ("Tgl Lahir", "birth"), ("Status", "status"), ("Status DT-SEN", "status"), ("L/P", "sex"),
    ("Alamat", None), ("Keterangan", None), ("NIK Kepala Keluarga", None),
])
def test_the_heads_of_such_lists(text, column):
    assert known_head(text, EXTRACT) == column


def test_the_columns_stand_in_any_order_under_a_title():
    lines = [(1, ["DATA DTSEN"]), (2, []), (3, ["No", "Desil", "No KK", "NIK", "Per Tanggal"])]
    heads = find_heads(lines, EXTRACT)
    assert (heads.line, heads.columns) == (3, {1: "decile", 2: "family_card", 3: "nik", 4: "checked_on"})


@pytest.mark.parametrize("columns, why", [
    (("nik", "decile"), None), (("family_card", "status"), None), (("name", "birth", "decile"), None), (("name", "decile"), Why.NOBODY_NAMED),
    (("birth", "decile"), Why.NOBODY_NAMED), (("nik", "family_card", "checked_on"), Why.NO_DECILE), (("decile",), Why.NOBODY_NAMED),
])
def test_a_list_says_who_and_what(columns, why):
    assert refusal(check_columns, [ExtractColumn(each) for each in columns]) == why


@pytest.mark.parametrize("columns, day, why", [(("checked_on",), None, None), ((), TODAY, None), ((), None, Why.NO_DAY)])
def test_a_list_says_of_which_day_or_a_person_does(columns, day, why):
    assert refusal(check_day, columns, day) == why


def row(day=TODAY, **cells):
    told = {"nik": NIK, "decile": "3"} | cells
    return ListedRow(7, {ExtractColumn(name): value for name, value in told.items() if value is not None}, today=TODAY, day=day)


@pytest.mark.parametrize("cells, status, decile", [
    ({"decile": "3"}, LISTED, 3), ({"decile": 3}, LISTED, 3), ({"decile": 3.0}, LISTED, 3), ({"decile": "Desil 3"}, LISTED, 3),
    ({"decile": "03"}, LISTED, 3),
    ({"decile": "1"}, LISTED, 1), ({"decile": "10"}, LISTED, 10), ({"decile": 0}, LISTED, 0), ({"decile": "0"}, LISTED, 0),
    ({"decile": "Belum diperingkat"}, LISTED, 0), ({"decile": None, "status": "belum diperingkat"}, LISTED, 0),
    ({"decile": "0", "status": "Belum diperingkat"}, LISTED, 0),
    ({"decile": "4", "status": "Terdaftar"}, LISTED, 4), ({"decile": None, "status": "TIDAK TERDAFTAR"}, NOT_LISTED, None),
    ({"decile": "tidak terdaftar"}, NOT_LISTED, None), ({"decile": None, "status": "NIK tidak padan"}, DtsenStatus.NIK_MISMATCH, None),
])
def test_what_a_row_says_of_somebody(cells, status, decile):
    found = row(**cells)
    assert (found.faults, found.told.status, found.told.decile) == ([], status, decile)


@pytest.mark.parametrize("cells, column, fault", [
    ({"decile": "11"}, "decile", "decile_unread"), ({"decile": "-1"}, "decile", "decile_unread"), ({"decile": "3,5"}, "decile", "decile_unread"),
    ({"decile": 3.5}, "decile", "decile_unread"), ({"decile": "1.0"}, "decile", "decile_unread"), ({"decile": "tiga"}, "decile", "decile_unread"),
    ({"decile": None}, "decile", "no_decile"), ({"decile": None, "status": "Terdaftar"}, "decile", "no_decile"),
    ({"decile": "3", "status": "Tidak terdaftar"}, "status", "contradicts"), ({"decile": "0", "status": "Tidak terdaftar"}, "status", "contradicts"),
    ({"decile": "3", "status": "belum diperingkat"}, "decile", "contradicts"), ({"status": "Aktif"}, "status", "status_unread"),
    ({"decile": NotCounted()}, "decile", "not_counted"), ({"decile": "#N/A"}, "decile", "error"),
    ({"nik": 9901021405120001}, "nik", "number"), ({"nik": "9,90102E+15"}, "nik", "number"), ({"nik": 9.90102140512e15}, "nik", "number"),
    ({"nik": "990102140512000"}, "nik", "length"), ({"nik": None, "family_card": "123"}, "family_card", "not_sixteen"),
    ({"nik": None}, "nik", "nobody"), ({"nik": None, "name": "Andi"}, "nik", "nobody"),
    ({"nik": None, "name": "Andi", "birth": "2012"}, "nik", "nobody"),
    ({"checked_on": "besok"}, "checked_on", "day_unread"), ({"checked_on": "31/02/2026"}, "checked_on", "day_unread"),
    ({"checked_on": "2026"}, "checked_on", "day_unread"), ({"checked_on": "03/03/2026"}, "checked_on", "not_yet"),
    ({"checked_on": "04/02/2025"}, "checked_on", "before_dtsen"), ({"checked_on": None, "day": None}, "checked_on", "no_day"),
])
def test_a_doubtful_cell_is_a_problem_and_no_guess(cells, column, fault):
    found = row(**cells)
    line, where, _family, why, _detail = found.problem(7)
    assert found.told is None and (line, where, why) == (7, column, fault)


def test_a_problem_tells_nothing_of_what_stood_there():
    told = row(nik="99010214051200019", name="Andi Pratama", status="Ikut ibunya Rini").problem(7)
    assert "Andi" not in str(told) and "Rini" not in str(told) and "99010214051200019" not in str(told)


@pytest.mark.parametrize("cells, expected", [
    ({"nik": "'9901021405120001".strip("'")}, (NIK, "", Sex.MALE)), ({"nik": "99 0102 140512 0001"}, (NIK, "", Sex.MALE)),
    ({"nik": None, "family_card": CARD}, ("", CARD, None)), ({"nik": GIRL}, (GIRL, "", Sex.FEMALE)),
    ({"nik": None, "family_card": CARD, "sex": "P"}, ("", CARD, Sex.FEMALE)),
])
def test_who_a_row_tells_of(cells, expected):
    told = row(**cells).told
    assert (told.nik, told.card, told.sex) == expected


def test_a_name_needs_the_whole_day_of_birth():
    told = row(nik=None, name="Muh. Andi", birth="Melati, 14 Mei 2012").told
    assert (told.name, told.born) == ("andi muhamad", date(2012, 5, 14))
    assert row(birth="Mei 2012", name="Andi").told.born is None


@pytest.mark.parametrize("text, day", [
    ("20/02/2026", date(2026, 2, 20)), ("2026-02-20", date(2026, 2, 20)), ("20 Februari 2026", date(2026, 2, 20)),
    ("2026-02-20 08:00:00", date(2026, 2, 20)),
    ("20-02-2026 00.00", date(2026, 2, 20)), ("Februari 2026", date(2026, 2, 1)), ("02/2026", date(2026, 2, 1)), ("2026-02", date(2026, 2, 1)),
    ("Triwulan I 2026", date(2026, 1, 1)), ("TW 4 2025", date(2025, 10, 1)), ("Q1-2026", date(2026, 1, 1)), ("Triwulan IV/2025", date(2025, 10, 1)),
    ("Triwulan V 2026", None), ("13/2026", None), ("kemarin", None), ("20 Feb", None), ("", None), ("0000-01", None),
])
def test_of_which_day_the_data_are(text, day):
    assert day_of_data(text, TODAY) == day


def told(line=2, nik="", card="", name="", born=None, sex=None, status=LISTED, decile=3, on=TODAY):
    return Told(line, nik, card, name, born, sex, status, decile, on)


BORN = date(2012, 5, 14)
ANDI = Known(1, nik=NIK, card=CARD, name="andi", born=BORN, sex=Sex.MALE)


@pytest.mark.parametrize("rows, people, found, unmatched", [
    ([told(nik=NIK)], [ANDI], [(1, Match.NIK)], 0),
    ([told(nik=OTHER_NIK)], [ANDI], [], 1),
    ([told(nik=OTHER_NIK, card=CARD)], [ANDI], [(1, Match.FAMILY_CARD)], 0),
    ([told(card=CARD)], [ANDI, Known(2, card=CARD), Known(3, card=OTHER_CARD)], [(1, Match.FAMILY_CARD), (2, Match.FAMILY_CARD)], 0),
    ([told(card=CARD, status=NOT_LISTED, decile=None)], [ANDI], [], 1),
    ([told(2, nik=NIK, card=OTHER_CARD, decile=5), told(3, card=CARD)], [ANDI], [(1, Match.NIK)], 1),
    ([told(name="andi", born=BORN)], [ANDI], [(1, Match.BIRTH)], 0),
    ([told(name="andi", born=date(2012, 5, 15))], [ANDI], [], 1),
    ([told(name="dewi", born=BORN)], [ANDI], [], 1),
    ([told(name="andi", born=BORN, sex=Sex.FEMALE)], [ANDI], [(1, Match.UNSURE)], 0),
    ([told(name="andi", born=BORN, nik=OTHER_NIK)], [ANDI], [(1, Match.UNSURE)], 0),
    ([told(name="andi", born=BORN, nik=OTHER_NIK)], [Known(4, name="andi", born=BORN)], [(4, Match.BIRTH)], 0),
    ([told(name="andi", born=BORN)], [Known(4, name="andi", born=BORN), Known(5, name="andi", born=BORN)], [(4, Match.UNSURE), (5, Match.UNSURE)], 0),
    ([told(2, name="andi", born=BORN, nik=NIK), told(3, name="andi", born=BORN, nik=OTHER_NIK)],
     [Known(4, name="andi", born=BORN)], [(4, Match.UNSURE)], 0),
    ([told(2, nik=NIK, name="andi", born=BORN)], [ANDI, Known(4, name="andi", born=BORN)], [(1, Match.NIK)], 0),
    ([told(nik=NIK)], [ANDI, Known(4, nik=NIK)], [(1, Match.NIK), (4, Match.NIK)], 0),
    ([told(card="")], [Known(4)], [], 1),
    ([], [ANDI], [], 0),
])
def test_whom_a_list_tells_of(rows, people, found, unmatched):
    all_found, left = found_in(rows, people)
    assert ([(each.client, each.match) for each in all_found], left) == (found, unmatched)


@pytest.mark.parametrize("rows, line, conflict", [
    ([told(2, nik=NIK, decile=3), told(3, nik=NIK, decile=3)], 2, False), ([told(2, nik=NIK, decile=3), told(3, nik=NIK, decile=4)], 2, True),
    ([told(2, nik=NIK, decile=3, on=date(2026, 1, 1)), told(3, nik=NIK, decile=4)], 3, False),
    ([told(2, nik=NIK, decile=3), told(3, nik=NIK, status=NOT_LISTED, decile=None)], 2, True),
    ([told(2, nik=OTHER_NIK, card=CARD, decile=3), told(3, card=CARD, decile=5)], 2, True),
])
def test_the_latest_day_counts_and_two_answers_of_one_day_are_a_conflict(rows, line, conflict):
    only, = found_in(rows, [ANDI])[0]
    assert (only.row.line, only.conflict) == (line, conflict)


@pytest.mark.parametrize("on, known_on, conflict, what, by_nik, unsure", [
    (TODAY, None, False, Fate.FRESH, True, False), (TODAY, date(2026, 3, 1), False, Fate.FRESH, True, False),
    (TODAY, TODAY, False, Fate.KNOWN, False, False),
    (date(2026, 3, 1), TODAY, False, Fate.OLDER, False, False), (TODAY, None, True, Fate.CONFLICT, False, False),
])
def test_what_becomes_of_a_row(on, known_on, conflict, what, by_nik, unsure):
    assert fate(on, known_on, conflict) == what
    assert (is_ticked(Match.NIK, what), is_ticked(Match.UNSURE, what)) == (by_nik, unsure)


@pytest.mark.parametrize("status, on, expected", [
    (None, None, Due.FIRST), (DtsenStatus.NOT_CHECKED, TODAY, Due.FIRST), (LISTED, TODAY, None), (LISTED, date(2025, 12, 3), None),
    (LISTED, date(2025, 12, 2), Due.AGAIN), (NOT_LISTED, date(2025, 12, 2), Due.AGAIN),
])
def test_what_is_due_on_both_sides_of_ninety_days(status, on, expected):
    assert due(status, on, TODAY) == expected


def test_the_first_look_is_due_a_week_after_the_assessment():
    assert first_check_due(TODAY) == date(2026, 3, 9)


@pytest.mark.parametrize("state, why", [(CheckState.KEPT, None), (CheckState.CANCELLED, WhyNot.CANCELLED)])
def test_what_was_cancelled_is_not_put_right(state, why):
    assert refusal(may_correct, state) == why


@pytest.mark.parametrize("rule, asked, why", [
    (life.may_tick, ExtractState.PENDING, None), (life.may_tick, ExtractState.APPLIED, Why.NOT_PENDING),
    (life.may_tick, ExtractState.READING, Why.NOT_PENDING),
    (life.may_apply, 1, None), (life.may_apply, 0, Why.NOTHING_TICKED), (life.may_undo, 0, None), (life.may_undo, 1, Why.FOLLOWED),
])
def test_what_may_be_done_with_a_list(rule, asked, why):
    assert refusal(rule, asked) == why


@pytest.mark.parametrize("made, over", [(datetime(2026, 3, 1, 2, 0), True), (datetime(2026, 3, 1, 2, 1), False)])
def test_a_list_waits_for_a_day(made, over):
    assert is_over(made, datetime(2026, 3, 2, 2, 0)) == over
