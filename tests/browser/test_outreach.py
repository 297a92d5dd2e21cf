"""A raid of twelve children typed by the keyboard alone, the level that follows the answers, and the duty letter on paper."""
import re

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.person import Person
from tests.browser.test_papers import SIZES, printed

NAMES = ("Bayu", "Dinda", "Rian", "Andi", "Sari", "Budi", "Dimas", "Agus", "Ujang", "Fajar", "Yuli", "Rina")
MOST_KEYS = 125  # for twelve rows of name, sex and age, of which 52 are the letters of the names


def pressed(page, keys):
    for key in keys:
        page.keyboard.press(key)
    return len(keys)


def headed(officer):
    """The head that the twelve share, up to the first cell."""
    officer.opens("/reports/many").writes("Apa yang terlihat?", "Dua belas anak tidur di emperan pasar.").marks("Ada bahaya sekarang?", "Belum tahu")
    officer.chooses("Kecamatan", "Kota Melati").writes("Patokan tempat", "Pasar Lama")
    officer.page.get_by_label("Nama baris 1", exact=True).focus()
    return officer


def test_twelve_children_are_twelve_quick_rows_and_enter_leads_on(page_of):
    officer = headed(Person(page_of("petugas2")))
    keys = 0
    for number, name in enumerate(NAMES):
        keys += pressed(officer.page, [*name, "Tab", "L" if number % 3 else "P", "Tab", *str(8 + number % 9)])
        keys += pressed(officer.page, ["Enter"]) if name != NAMES[-1] else 0
    assert keys <= MOST_KEYS, keys
    officer.strikes("s").sees("Triase LP-", *NAMES)
    expect(officer.page.get_by_role("button", name="klien baru")).to_have_count(12)
    assert officer.faults == []


@pytest.mark.parametrize("javascript", [False])
def test_without_script_a_bad_cell_keeps_the_other_eleven(page_of, javascript):
    page = page_of("petugas2", javascript)
    page.goto("/reports/many")
    for label, text in (("Apa yang terlihat?", "Tiga anak."), ("Patokan tempat", "Pasar Lama"), ("Nama baris 1", "Bayu"), ("Usia baris 1", "entah"),
                        ("Nama baris 2", "Dinda")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Belum tahu").check()
    page.get_by_label("Kecamatan").select_option(label="Kota Melati")
    page.get_by_role("button", name="Simpan semua").click()
    expect(page.locator("#people-0-birth-error")).to_have_count(1)
    expect(page.get_by_label("Nama baris 2", exact=True)).to_have_value("Dinda")
    page.get_by_label("Usia baris 1", exact=True).fill("9")
    page.get_by_role("button", name="Simpan semua").click()
    expect(page).to_have_url(re.compile("/triage"))


def test_the_level_is_said_as_the_flags_are_answered(page_of):
    officer = Person(page_of("petugas"))
    officer.opens("/reports/new").keys("Anak sendirian di terminal.").marks("Ada bahaya sekarang?", "Tidak")
    officer.chooses("Kecamatan", "Kota Melati").strikes("s")
    officer.opens(f"/reports/{officer.page.url.rstrip('/').split('/')[-2 if 'saved' in officer.page.url else -1]}/triage").sees("Biasa")
    officer.marks("Kekerasan sedang berlangsung", "Ya").sees("Ada bendera merah", within="#level")
    assert list(look.faults(officer.page, officer.page.reload())) == [] and officer.faults == []


@pytest.mark.parametrize("paper", SIZES)
def test_a_duty_letter_is_one_page_with_its_team_and_no_child(page_of, tmp_path, paper):
    officer = Person(page_of("petugas2"))
    officer.opens("/outreach/1").strikes("i", stays=True).chooses("Kertas", SIZES[paper][0]).presses("Buka cetakan")
    (letter,) = printed(officer.page, tmp_path, paper)
    for text in ("SURAT TUGAS", "/DINSOS/2026", "Hadi Kusuma", "Made Suardana, Satpol PP", "Pasar Lama", "13 Maret 2026", "salinan ke-"):
        assert text in letter
    assert "Bayu" not in letter


@pytest.mark.parametrize("path", ["/outreach/", "/outreach/new", "/outreach/1", "/outreach/1/met", "/reports/many", "/reports/10/reply"])
def test_its_pages_are_light_and_without_barriers(page_of, path):
    officer = Person(page_of("petugas" if path.startswith("/reports/10") else "petugas2"))
    officer.opens(path)
    assert list(look.faults(officer.page, officer.page.reload())) == [] and officer.faults == []
