"""How close a letter is set: as open as one sheet allows, a slip with it where that can be, and as the style sheet knows it."""
import re
from pathlib import Path

import pytest

from portal.rules import letter_fit
from portal.rules.letter_fit import LONG_NAME, SETTINGS, Setting, Text, height, setting
from portal.rules.office import Paper

PORTAL = Path(__file__).parents[2] / "portal"
ROOMY, OPEN, CLOSE, CLOSEST = (each.name for each in SETTINGS)
ABOVE, BELOW = ["KEPALA DINAS SOSIAL", "KABUPATEN TELUK MELATI,"], ["Dr. Nur Aisyah, M.M.", "Pembina (IV/a)", "NIP 19750817 200012 2 001"]
FACTS = ["facts", [["Nama", "Andi Pratama"], ["Jenis kelamin", "Laki-laki"], ["Nomor kasus", "KS-2026-00001"]]]
SENTENCE = "Klien ditemukan petugas di terminal induk dalam keadaan lemah dan belum makan sejak kemarin siang. "


def letter(sentences, copies=("Arsip",), **more):
    """A letter whose text has so many sentences of a line each."""
    return Text(["400.9.2.2/0001/DINSOS/2026", "Rahasia", "-", "Rujukan", "Yth. Kepala RSJ Pelita"], [FACTS, ["text", SENTENCE * sentences]],
                ABOVE, BELOW, list(copies), **more)


@pytest.mark.parametrize("paper, slip, sentences, expected", [
    (Paper.F4, False, 4, ROOMY), (Paper.F4, False, 20, OPEN), (Paper.F4, False, 27, CLOSE), (Paper.F4, False, 60, CLOSEST),
    (Paper.F4, True, 4, ROOMY), (Paper.F4, True, 12, OPEN), (Paper.F4, True, 18, CLOSE), (Paper.F4, True, 24, CLOSEST),
    (Paper.A4, False, 4, ROOMY), (Paper.A4, False, 15, OPEN), (Paper.A4, False, 21, CLOSE), (Paper.A4, False, 60, CLOSEST),
    (Paper.A4, True, 3, ROOMY), (Paper.A4, True, 7, OPEN), (Paper.A4, True, 11, CLOSE), (Paper.A4, True, 16, CLOSEST),
])
def test_a_letter_is_set_as_openly_as_its_sheet_allows(paper, slip, sentences, expected):
    assert setting(letter(sentences), paper, slip=slip) == expected


def test_a_slip_that_finds_no_room_gets_a_sheet_of_its_own_and_the_letter_opens_again():
    assert setting(letter(19), Paper.A4, slip=True) == CLOSEST and setting(letter(22), Paper.A4, slip=True) == CLOSE


@pytest.mark.parametrize("each", SETTINGS, ids=lambda each: each.name or "open")
def test_whatever_is_added_makes_it_higher(each):
    plain = height(letter(4), each, 180)
    for more in (letter(9), letter(4, copies=["Bupati Teluk Melati (sebagai laporan)"] * 12), letter(4, beside=False), letter(4, long_name=True)):
        assert height(more, each, 180) > plain
    for block in (["pairs", [["Rencana", "besok"]]], ["list", ["Dasar", ["Laporan."]]], ["people", [["Siti", "", "", "Anggota"]]],
                  ["table", [["No", "Jenis"], [["1", "Berkas"]]]]):
        assert height(letter(4)._replace(body=[*letter(4).body, block]), each, 180) > plain


def test_the_settings_are_those_of_the_style_sheet_and_none_is_below_ten_and_a_half_points():
    sheet = (PORTAL / "static/print.css").read_text()
    for each in SETTINGS:
        name = f".letter.{each.name}".rstrip(".")
        rule = re.search(rf"{re.escape(name)} {{\n  --gap: ([\d.]+)em;\n\n  font-size: ([\d.]+)pt;\n  line-height: ([\d.]+);", sheet)
        assert Setting(each.name, *(float(rule[n]) for n in (2, 3, 1))) == each and each.points >= 10.5
    assert f"grid-template-columns: 1fr {letter_fit.SIGNATURE}mm;" in sheet
    assert f"office.name | length > {LONG_NAME} " in (PORTAL / "templates/components/print.html").read_text()
