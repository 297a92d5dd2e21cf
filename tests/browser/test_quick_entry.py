"""A telephone report at a real keyboard: keys counted, focus left alone, a known child recognised, and the same without JavaScript."""
import re
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.browser.person import Person

STORY = "Anak mengamen di lampu merah, tampak sakit"
SHORT, FULL, STOPS = 70, 125, 15
WINDOW = 625
PANEL, NAME = "#lookalikes-slot", "#people-0-name"
KNOWN, KNOWN_NAME = "KL-2026-00001", "Rian Samudra"
COUNT = "addEventListener('keydown', () => window.struck(), true); addEventListener('pointerdown', () => window.clicked(), true);"
FORM_END = """() => Math.max(...Array.from(document.querySelectorAll("#report :is(input, select, textarea, button, summary)"))
  .filter((each) => each.checkVisibility === undefined || each.checkVisibility()).map((each) => each.getBoundingClientRect().bottom))"""


class Caller(Person):
    """Somebody at the telephone: every key they press is counted, and so is every click."""

    def __init__(self, page):
        self.pressed, self.seen, self.clicks = 0, 0, 0
        page.expose_function("struck", self._struck)
        page.expose_function("clicked", self._clicked)
        page.add_init_script(COUNT)
        super().__init__(page)

    def _struck(self):
        self.seen += 1

    def _clicked(self):
        self.clicks += 1

    def keys(self, text):
        self.pressed += len(text)
        return super().keys(text)

    def hits(self, *keys):
        for key in keys:
            self.pressed += 1
            self.page.keyboard.press(key)
        return self

    def chord(self, letter, stays=False):
        """Alt and the letter: two keys."""
        self.pressed += 2
        return self.strikes(letter, stays)


@pytest.fixture
def caller(page_of):
    person = Caller(page_of("petugas"))
    person.pressed = person.seen = 0
    return person


FOCUSED = """() => {
  const here = document.activeElement;
  return (here.labels && here.labels[0] || here).innerText.split(/ *Alt/)[0].trim();
}"""
CARET = "() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"


def new_report(person):
    return person.opens("/reports/new")


def typed(person, field, text):
    person.page.locator(field).fill("")
    person.page.locator(field).focus()
    return person.keys(text)


def reports(person):
    """How many reports the log counts."""
    page = person.page.context.new_page()
    page.goto("/reports")
    count = page.locator(".pager").inner_text()
    page.close()
    return int(re.search(r"dari (\d+)", count)[1])


def counted(person, most, taps):
    """Real keys, within the budget; the browser saw each but the Alt of the chords, and no click."""
    assert person.pressed <= most, person.pressed
    person.page.wait_for_timeout(100)
    assert (person.seen, person.clicks) == (person.pressed - taps, 0)


def test_a_short_call_takes_at_most_seventy_keys(caller):
    caller.opens("/")
    caller.pressed = caller.seen = 0
    caller.chord("n").keys(STORY).hits("Tab", "Space", "Tab").keys("Kota")
    caller.chord("s")
    caller.sees("tersimpan", "Batas temu", "Darurat", "Kota Melati", "Triase sekarang")
    counted(caller, SHORT, taps=2)
    assert caller.faults == []


def test_a_full_call_takes_at_most_one_hundred_and_twenty_five_keys(caller):
    caller.opens("/")
    caller.pressed = caller.seen = 0
    caller.chord("n").keys(STORY).hits("Tab", "Space", "Tab").keys("Kota").hits("Tab")
    expect(caller.page.locator("#village option")).not_to_have_count(0)
    caller.keys("Pasar").hits("Tab").keys("simpang pasar").hits("Tab").keys("Andi").hits("Tab", "Tab").keys("L").hits("Tab").keys("umur 12")
    caller.hits("Tab", "Tab").keys("Bu Sri").hits("Tab").keys("081234567890").hits("Tab").keys("tadi pagi")
    expect(caller.page.locator("#happened-read")).to_have_text(re.compile(r"Senin, 30 Maret 2026 sekitar pukul 07\.00"))
    caller.chord("s")
    caller.sees("tersimpan", "Pasar Lama, Kota Melati", "simpang pasar", "Andi", "±12 tahun")
    caller.sees("Senin, 30 Maret 2026 sekitar pukul 07.00 (“tadi pagi”)")
    counted(caller, FULL, taps=2)
    assert caller.faults == []


def test_the_form_stands_on_one_screen_with_few_stops_in_the_order_of_the_call(caller):
    new_report(caller)
    assert caller.page.evaluate(FORM_END) <= WINDOW
    stops = []
    while "Simpan dan catat lagi" not in stops and len(stops) < 30:
        caller.page.keyboard.press("Tab")
        stops.append(caller.page.evaluate(FOCUSED))
    assert stops == ["Ya", "Kecamatan", "Desa atau kelurahan", "Patokan tempat", "Nama atau panggilan", "NIK", "Kelamin", "Lahir atau usia",
                     "Tambah orang", "Nama pelapor", "Telepon pelapor", "Waktu kejadian", "Lewat", "Simpan laporan", "Simpan dan catat lagi"]
    assert len(stops) <= STOPS


@pytest.mark.oldest
def test_the_next_report_of_the_same_place_begins_with_it(caller):
    new_report(caller).keys(STORY).hits("Tab", "Space", "Tab").keys("Kota").hits("Tab", "Tab").keys("Terminal").chord("w")
    number = caller.reads(r"LP-2026-\d{5} tersimpan")
    assert number and caller.page.locator("#place").input_value() == "Terminal" and caller.page.evaluate(FORM_END) <= WINDOW
    expect(caller.page.locator("#narrative")).to_be_focused()
    expect(caller.page.locator("#narrative")).to_have_value("")
    assert caller.page.locator("#district option:checked").inner_text() == "Kota Melati"


@pytest.mark.oldest
def test_saving_twice_makes_one_report_and_going_back_none(caller):
    before = reports(caller)
    new_report(caller).keys(STORY).hits("Tab", "Space", "Tab").keys("Kota")
    caller.strikes("s", stays=True).strikes("s", stays=True)
    caller.page.wait_for_url("**/saved")
    caller.page.go_back()
    caller.page.wait_for_load_state()
    assert reports(caller) == before + 1


def test_the_panel_leaves_focus_and_caret_where_they_are(caller):
    new_report(caller)
    caller.page.locator("#district").select_option(label="Kota Melati")
    typed(caller, NAME, "Rian Samudra")
    for _ in range(3):
        caller.page.keyboard.press("ArrowLeft")
    with caller.page.expect_response("**/reports/lookalikes"):
        pass
    expect(caller.page.locator(PANEL)).to_contain_text(KNOWN)
    assert caller.page.evaluate(CARET) == ["people-0-name", 9, KNOWN_NAME]
    caller.keys("x")
    expect(caller.page.locator(NAME)).to_have_value("Rian Samuxdra")
    assert caller.faults == []


@pytest.mark.oldest
def test_an_answer_that_comes_too_late_is_dropped(caller):
    late = []
    new_report(caller)
    caller.page.locator("#district").select_option(label="Kota Melati")
    caller.page.wait_for_timeout(600)
    caller.page.route("**/reports/lookalikes", lambda route: route.continue_() if late else late.append(route))
    typed(caller, NAME, "Dinda Larasati")
    caller.page.wait_for_timeout(600)
    assert late
    typed(caller, NAME, KNOWN_NAME)
    expect(caller.page.locator(PANEL)).to_contain_text(KNOWN)
    with suppress(Exception):  # the browser has given it up already
        late[0].continue_()
    caller.page.wait_for_timeout(1000)
    expect(caller.page.locator(PANEL)).to_contain_text(KNOWN)
    assert "Dinda" not in caller.page.locator(PANEL).inner_text()


def test_one_key_takes_the_known_child_another_lets_go_and_saving_links(caller):
    new_report(caller).keys(STORY).hits("Tab", "Space", "Tab").keys("Kota").hits("Tab", "Tab", "Tab").keys(KNOWN_NAME)
    panel, chip = caller.page.locator(PANEL), caller.page.locator("#people-0-client-slot")
    expect(panel).to_contain_text("Sama: ")
    caller.chord("g", stays=True)
    expect(chip).to_contain_text(f"{KNOWN} dipilih")
    expect(panel).to_contain_text("ditautkan")
    expect(caller.page.locator(NAME)).to_be_focused()
    caller.chord("z", stays=True)
    expect(chip).not_to_contain_text(KNOWN)
    expect(panel.get_by_role("button", name="Ini anak yang sama")).to_be_visible()
    expect(caller.page.locator(NAME)).to_be_focused()
    caller.chord("g", stays=True)
    expect(chip).to_contain_text(KNOWN)
    caller.chord("s")
    caller.sees("tersimpan", KNOWN, KNOWN_NAME)
    expect(caller.page.get_by_text("Apakah salah satu klien ini?")).to_have_count(0)
    assert caller.faults == [] and caller.clicks == 0


@pytest.mark.oldest
def test_the_panel_follows_the_row_in_which_somebody_types(caller):
    new_report(caller)
    caller.page.locator("#district").select_option(label="Kota Melati")
    typed(caller, NAME, KNOWN_NAME).presses("Tambah orang")
    typed(caller, "#people-1-name", "Zulkifli Harahap")
    expect(caller.page.locator(PANEL)).to_contain_text("Tidak ada klien yang mirip.")
    caller.page.locator(NAME).focus()
    expect(caller.page.locator(PANEL)).to_contain_text(KNOWN)
    caller.chord("g", stays=True)
    expect(caller.page.locator("#people-0-client-slot")).to_contain_text(KNOWN)
    expect(caller.page.locator("#people-1-client-slot")).not_to_contain_text(KNOWN)


def test_a_nik_is_counted_and_read_and_its_button_fills_what_is_empty(caller):
    new_report(caller)
    line = caller.page.locator("#people-0-slot")
    typed(caller, "#people-0-nik", "5271 0154 05")
    expect(line).to_have_text(re.compile("10 dari 16 angka"))
    caller.keys("12 0001")
    expect(line).to_contain_text("Dari NIK: perempuan, lahir Senin, 14 Mei 2012, pertama terdaftar di Ampenan, Kota Mataram.")
    expect(caller.page.locator("#people-0-birth")).to_have_value("")
    caller.hits("Tab", "Tab", "Tab")
    expect(caller.page.locator(":focus")).to_have_text("Pakai isi NIK")
    caller.hits("Enter")
    expect(caller.page.locator("#people-0-birth")).to_have_value("14-05-2012")
    expect(caller.page.locator("#people-0-sex")).to_have_value("P")
    expect(caller.page.locator("#people-0-birth")).to_be_focused()
    assert "5271" not in caller.page.url and caller.faults == []


@pytest.mark.oldest
def test_a_desa_follows_its_kecamatan_and_nothing_typed_is_lost(caller):
    held = []
    new_report(caller)
    caller.page.route("**/reports/new", lambda route: held.append(route))
    caller.page.locator("#district").focus()
    caller.keys("Kota").hits("Tab").keys("Pasar Lama")
    caller.page.wait_for_timeout(300)
    held[0].continue_()
    expect(caller.page.locator("#village optgroup")).to_have_count(1)
    expect(caller.page.locator("#village")).to_be_focused()
    assert caller.page.locator("#village option:checked").inner_text() == "Pasar Lama"


@pytest.mark.oldest
@pytest.mark.parametrize("words, echo", [
    ("kemarin", "Minggu, 29 Maret 2026"), ("minggu lalu", "Maksudnya “hari minggu lalu”"), ("tiap malam", "Bukan tanggal")])
def test_the_time_is_said_in_full_while_it_is_typed(caller, words, echo):
    new_report(caller)
    typed(caller, "#happened", words)
    expect(caller.page.locator("#happened-slot")).to_contain_text(echo)
    expect(caller.page.locator("#happened")).to_be_focused()


@pytest.mark.oldest
def test_without_javascript_the_known_child_is_asked_about_after_saving(page_of):
    person = Person(page_of("petugas", javascript=False))
    new_report(person).writes("Apa yang terjadi?", STORY).marks("Ada bahaya sekarang?", "Tidak").chooses("Kecamatan", "Kota Melati")
    person.writes("Nama atau panggilan", KNOWN_NAME).writes("NIK", "5271 0114 0512 0001").writes("Waktu kejadian", "kemarin")
    person.presses("Simpan laporan")
    person.sees("tersimpan", "Minggu, 29 Maret 2026", "Dari NIK: laki-laki, lahir Senin, 14 Mei 2012", "Apakah salah satu klien ini?", KNOWN)
    person.presses("Pakai isi NIK").sees("diisi dari NIK", "14 Mei 2012", within="body")
    person.strikes("g")
    person.sees("ditautkan ke klien", within="body").sees(KNOWN)
    expect(person.page.get_by_text("Apakah salah satu klien ini?")).to_have_count(0)
    assert person.faults == []
