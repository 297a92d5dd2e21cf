"""What an office's list may look like, what each cell tells, and what can be done with a batch."""
from datetime import date, datetime

import pytest

from portal.rules import imports
from portal.rules.import_cells import CellFault, NotCounted, masked, verdict, written
from portal.rules.import_columns import Column, find_heads, known_head, letter
from portal.rules.import_rows import Places, Row, is_example, plain_place
from portal.rules.imports import LIFE, MAX_BYTES, MAX_UNPACKED, ImportState, ImportStep, ListKind, Verdict, Why
from portal.rules.nik import NikFault, NikWarning
from portal.rules.phone import PhoneFault
from portal.rules.refused import Refused

TODAY = date(2026, 3, 2)
NIK = "9901021405120001"
PLACES = Places({"kotamelati": "99.01.01", "sukamaju": "99.01.02"},
                {"pasarlama": ["99.01.01.1003"], "mekarsari": ["99.01.01.1001", "99.01.02.2001"]}, frozenset({"9901"}))


def read(**cells):
    return Row({Column(name): value for name, value in cells.items()}, today=TODAY, places=PLACES)


def found(row):
    return [(column, why) for column, _family, why, _found, _detail in row.faults]


@pytest.mark.parametrize("text, column", [
    ("Nama Lengkap", Column.NAME), ("NAMA LENGKAP *", Column.NAME), ("  nama   anak ", Column.NAME), ("L/P", Column.SEX),
    ("Jenis Kelamin (L/P)", Column.SEX),
    ("Tgl. Lahir", Column.BIRTH), ("Tempat/Tgl Lahir", Column.BIRTH), ("TTL", Column.BIRTH), ("Umur (th)", Column.AGE),
    ("No. KK", Column.FAMILY_CARD),
    ("No. HP", Column.PHONE), ("Desa/Kelurahan", Column.VILLAGE), ("Nama Ibu Kandung", Column.MOTHER), ("No. HP Orang Tua", Column.KIN_PHONE),
    ("No", None), ("", None), ("Status", None), ("Nama Bank", None),
])
def test_a_head_is_known_however_it_is_written(text, column):
    assert known_head(text) == column


@pytest.mark.parametrize("lines, line, columns", [
    ([(1, ["Nama", "L/P"])], 1, {0: Column.NAME, 1: Column.SEX}),
    ([(1, ["DATA ANAK"]), (2, []), (3, ["No", "Nama", "NIK"]), (4, ["1", "Andi", "x"])], 3, {1: Column.NAME, 2: Column.NIK}),
    ([(1, ["NIK"])], 1, {0: Column.NIK}),
])
def test_the_heads_are_the_line_that_names_most_columns(lines, line, columns):
    heads = find_heads(lines)
    assert (heads.line, heads.columns) == (line, columns)


def test_what_nobody_knows_is_said():
    assert find_heads([(1, ["No", "Nama", "", "Warna"])]).unknown == ((0, "No"), (3, "Warna"))


@pytest.mark.parametrize("texts, why", [
    ([], Why.NO_HEADS), (["Andi", "Budi"], Why.NO_HEADS), (["Umur"], Why.NO_HEADS), (["Nama", "Nama Lengkap"], Why.DOUBLE_HEAD),
    (["Nama", "L/P", *[""] * 58, "x"], Why.TOO_MANY_COLUMNS),
])
def test_heads_that_cannot_be(texts, why):
    with pytest.raises(Refused) as refused:
        find_heads([(1, texts)])
    assert refused.value.why == why


@pytest.mark.parametrize("index, letters", [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_excel_calls_them(index, letters):
    assert letter(index) == letters


@pytest.mark.parametrize("value, text", [
    (None, ""), ("a", "a"), (12, "12"), (12.0, "12"), (12.5, "12.5"), (True, "True"), (datetime(2012, 5, 14), "14-05-2012"),
    (date(2012, 5, 14), "14-05-2012"),
    (datetime(2012, 5, 14, 7, 5), "14-05-2012 07.05"), (NotCounted(), ""), (9.90102140512e15, "9901021405120000"),
])
def test_a_cell_reads_as_a_person_would_read_it(value, text):
    assert written(value) == text


@pytest.mark.parametrize("value, shown", [
    (NIK, "9901******01"), ("9901 0214 0512 0001", "9901******01"), (81234567890, "8123******90"), ("+62 812-3456-7890 Rini", "+62 8******90 Rini"),
    ("14-05-2012", "14-05-2012"), ("Antah", "Antah"), ("a" * 99, "a" * 60), (9901021405120000, "9901******00"),
])
def test_what_was_found_is_short_and_masked(value, shown):
    assert masked(value) == shown


@pytest.mark.parametrize("cells, column, why", [
    ({"nik": 9901021405120001}, "nik", CellFault.NUMBER), ({"nik": 9.9e15}, "nik", CellFault.NUMBER),
    ({"nik": "9,90102E+15"}, "nik", CellFault.NUMBER),
    ({"nik": "123"}, "nik", NikFault.LENGTH), ({"nik": "abc"}, "nik", NikFault.LETTERS), ({"nik": "9901021413120001"}, "nik", NikFault.MONTH),
    ({"family_card": 9901021405120001}, "family_card", CellFault.NUMBER), ({"family_card": "12"}, "family_card", CellFault.NOT_SIXTEEN),
    ({"phone": 81234567890}, "phone", CellFault.PHONE_NUMBER), ({"phone": "abc"}, "phone", PhoneFault.LETTERS),
    ({"phone": "0812"}, "phone", PhoneFault.LENGTH),
    ({"sex": "X"}, "sex", CellFault.NO_SUCH_CHOICE), ({"no_nik_reason": "malas"}, "no_nik_reason", CellFault.NO_SUCH_CHOICE),
    ({"age": "dua"}, "age", CellFault.NOT_AN_AGE), ({"age": 12.5}, "age", CellFault.NOT_AN_AGE), ({"age": "2012"}, "age", CellFault.NOT_AN_AGE),
    ({"district": "Antah"}, "district", CellFault.NO_SUCH_DISTRICT), ({"village": "Antah"}, "village", CellFault.NO_SUCH_VILLAGE),
    ({"village": "Mekarsari"}, "village", CellFault.SEVERAL_VILLAGES),
    ({"village": "Pasar Lama", "district": "Sukamaju"}, "village", CellFault.NO_SUCH_VILLAGE),
    ({"kin_phone": "081234567890"}, "kin_phone", CellFault.KIN_UNNAMED), ({"note": "x", "note_on": "3-3-2026"}, "note_on", CellFault.NOT_YET),
    ({"school": "x" * 121}, "school", CellFault.TOO_LONG), ({"address": "#REF!"}, "address", CellFault.ERROR),
    ({"alias": NotCounted()}, "alias", CellFault.NOT_COUNTED),
])
def test_a_cell_that_cannot_be_taken_makes_its_row_wait(cells, column, why):
    row = read(name="Andi", **cells)
    assert found(row) == [(column, why)] and verdict(row.faults) == Verdict.BAD


@pytest.mark.parametrize("cells, column, why", [
    ({"phone": "81234567890"}, "phone", CellFault.NO_ZERO), ({"birth": "14/05/2012", "age": 20}, "age", CellFault.AGE_DIFFERS),
    ({"note_on": "1-1-2025"}, "note_on", CellFault.DATE_ALONE), ({"nik": NIK, "no_nik_reason": "Hilang"}, "no_nik_reason", CellFault.REASON_AND_NIK),
    ({"nik": NIK, "sex": "P"}, "nik", NikWarning.SEX), ({"nik": NIK, "birth": "15/05/2012"}, "nik", NikWarning.BIRTH_DATE),
    ({"nik": "0001021405120001"}, "nik", NikWarning.REGION),
])
def test_what_only_looks_wrong_is_said_and_goes_in(cells, column, why):
    row = read(name="Andi", **cells)
    assert found(row) == [(column, why)] and verdict(row.faults) == Verdict.WARNED


@pytest.mark.parametrize("cells, told", [
    ({"birth": datetime(2012, 5, 14)}, {"birth_date": "2012-05-14", "birth_precision": "day"}),
    ({"birth": "Mei 2012"}, {"birth_date": "2012-05-01", "birth_precision": "month"}),
    ({"birth": 2012}, {"birth_date": "2012-01-01", "birth_precision": "year"}),
    ({"birth": "Melati, 14 Mei 2012"}, {"birth_date": "2012-05-14", "birth_precision": "day", "birth_place": "Melati"}),
    ({"birth": "Senin, 14 Mei 2012"}, {"birth_date": "2012-05-14", "birth_precision": "day"}),
    ({"age": 12}, {"age_estimate": 12, "age_estimate_on": "2026-03-02", "birth_precision": "estimate"}),
    ({"age": "12 th"}, {"age_estimate": 12, "age_estimate_on": "2026-03-02", "birth_precision": "estimate"}),
    ({"sex": "Laki-laki"}, {"sex": "L"}), ({"sex": "pr"}, {"sex": "P"}), ({"nik": " 990102 140512 0001 "}, {"nik": NIK}),
    ({"no_nik_reason": "tidak tahu"}, {"no_nik_reason": "unknown"}),
    ({"village": "Pasar Lama"}, {"district": "99.01.01", "village": "99.01.01.1003"}),
    ({"district": "Kec. Suka Maju", "village": "Desa Mekarsari"}, {"district": "99.01.02", "village": "99.01.02.2001"}),
    ({"note": "=1+1", "note_on": "20/01/2025"}, {"history": "=1+1", "history_on": "2025-01-20"}), ({"school": 2}, {"school": "2"}),
])
def test_a_row_tells(cells, told):
    row = read(name="Andi", **cells)
    assert row.faults == [] and row.told()["person"] == {"name": "Andi"} | told


def test_who_is_around_them():
    mother = read(name="A", mother="Rini", kin_phone="0812-3456-7890").kin
    assert mother == [{"kind": "mother", "name": "Rini", "phone": "0812-3456-7890", "guardian": False}]
    both = read(name="A", mother="Rini", guardian="Joko", kin_phone="081234567890").kin
    assert [(each["name"], each["phone"], each["guardian"]) for each in both] == [("Rini", "", False), ("Joko", "081234567890", True)]


@pytest.mark.parametrize("cells, nobody", [({}, True), ({"sex": "L", "age": 12}, True), ({"marks": "Luka di dahi"}, False),
({"alias": "Ucok"}, False),
                                           ({"nik": NIK}, False), ({"sex": "L", "phone": "81234567890"}, True)])
def test_a_row_says_who_it_speaks_of(cells, nobody):
    assert (("name", CellFault.NOBODY) in found(read(**cells))) == nobody


def test_the_example_of_the_template_is_no_row():
    assert is_example({Column.NAME: "(Contoh) Siti"}) and not is_example({Column.NAME: "Siti"}) and not is_example({})


@pytest.mark.parametrize("one, other", [("Kec. Kota Melati", "kota melati"), ("KELURAHAN Pasar-Lama", "Pasar Lama"), ("Desa Kelapa", "kelapa")])
def test_one_place_however_it_is_written(one, other):
    assert plain_place(one) == plain_place(other)
    assert plain_place("Kelapa") == "kelapa" and plain_place("Kecubung") == "kecubung"


@pytest.mark.parametrize("content, kind", [(b"PK\x03\x04x", ListKind.XLSX), (b"nama;nik", ListKind.CSV), ("é".encode("cp1252"), ListKind.CSV)])
def test_a_list_is_known_by_its_bytes(content, kind):
    assert imports.kind_of(content) == kind


@pytest.mark.parametrize("content, why", [
    (b"", Why.EMPTY), (b" \n\t", Why.EMPTY), (b"x" * (MAX_BYTES + 1), Why.TOO_HEAVY), (b"\xd0\xcf\x11\xe0", Why.OLD_EXCEL),
    (b"%PDF-1.4", Why.NO_LIST),
    (b"\x89PNG\r\n", Why.NO_LIST), (b"  <!DOCTYPE html>", Why.NO_LIST), (b"PK\x05\x06", Why.NO_LIST),
    (b"MZ\x90\x00\x03", Why.NO_LIST), (b"nama;l/p\nAndi;L\x00", Why.NO_LIST), (b"ab\x01\x02\x03" * 90, Why.NO_LIST),
])
def test_what_is_no_list(content, why):
    with pytest.raises(Refused) as refused:
        imports.kind_of(content)
    assert refused.value.why == why


BOOK = {"[Content_Types].xml": 1, "xl/workbook.xml": 1}


@pytest.mark.parametrize("parts, why", [
    (BOOK, None), (BOOK | {"x": MAX_UNPACKED - 2}, None), (BOOK | {"x": MAX_UNPACKED}, Why.UNPACKS_TOO_LARGE),
    (BOOK | {f"{n}": 0 for n in range(500)}, Why.UNPACKS_TOO_LARGE), (BOOK | {"xl/vbaProject.bin": 1}, Why.MACROS),
    ({"word/document.xml": 1}, Why.NO_LIST),
])
def test_the_parts_of_a_workbook(parts, why):
    if why is None:
        imports.check_parts(parts)
        return
    with pytest.raises(Refused) as refused:
        imports.check_parts(parts)
    assert refused.value.why == why


@pytest.mark.parametrize("niks, rounded", [(["1230"] * 9, False), (["1230"] * 10, True), (["1230"] * 10 + ["1231"], False), ([], False)])
def test_niks_that_all_end_in_nought_were_rounded(niks, rounded):
    assert imports.look_rounded(niks) == rounded


@pytest.mark.parametrize("state, steps", [
    (ImportState.CHECKING, [ImportStep.FINISH_CHECK, ImportStep.GIVE_UP, ImportStep.DISCARD]), (ImportState.UNREADABLE, []),
    (ImportState.CHECKED, [ImportStep.LOOK_ON, ImportStep.RUN, ImportStep.DISCARD]),
    (ImportState.RUNNING, [ImportStep.FINISH_RUN, ImportStep.DISCARD]),
    (ImportState.STAGED, [ImportStep.GO_LIVE, ImportStep.DISCARD]), (ImportState.LIVE, [ImportStep.TAKE_BACK]), (ImportState.TAKEN_BACK, []),
    (ImportState.DISCARDED, []),
])
def test_the_life_of_a_batch(state, steps):
    assert LIFE.steps_from(state) == steps


def test_a_batch_is_taken_back_whole_or_not_at_all():
    imports.may_take_back(0)
    with pytest.raises(Refused) as refused:
        imports.may_take_back(3)
    assert (refused.value.why, refused.value.detail) == (Why.TOUCHED, {"count": 3})
    with pytest.raises(Refused):
        imports.may_run(0)
    with pytest.raises(Refused):
        imports.may_choose(ImportState.RUNNING)


