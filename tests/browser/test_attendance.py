"""The roster of a day in real browsers: twenty names with at most thirty keys, with and without JavaScript, and two people at once."""
import re
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.conftest import OFFICE_PC, TESTS_PASSWORD, serving, sign_in
from tests.browser.person import Person
from tests.browser.taught import BEFORE

WRITTEN = "tests.browser.taught"
MOST_KEYS, CHORD = 30, 2
COURSE = "/training/batches/1"
SAVED = re.compile(r"^Tersimpan \d\d\.\d\d\.\d\d$")
ZOOMED = {"width": 683, "height": 312}
ago = count(BEFORE + 1)


@pytest.fixture(scope="module")
def office(written):
    with serving(written.parent) as url:
        yield url


@pytest.fixture
def person(visit, office):
    """person("petugas2", javascript=False): that officer at a browser."""
    def open_page(user="petugas", javascript=True):
        page = visit(office, javascript)
        sign_in(page, user, TESTS_PASSWORD)
        return Person(page)
    return open_page


@pytest.fixture
def roster():
    """The address of a day that nobody has filled in yet: each test has its own."""
    today = datetime.now(ZoneInfo("Asia/Makassar")).date()
    return f"{COURSE}/days/{today - timedelta(days=next(ago))}"


def line(page, name):
    """The group of letters of one participant."""
    return page.get_by_role("group", name=f"{name} Pratama")


def marked(page, name, mark):
    expect(line(page, name).get_by_label(mark, exact=True)).to_be_checked()


def marks(page, name, mark):
    """One touch, and its saving."""
    with page.expect_response("**/marks") as answer:
        line(page, name).get_by_label(mark, exact=True).check()
    return answer.value.status


class Keys:
    """Every key that is pressed is counted."""

    def __init__(self, person):
        self.person, self.page, self.count = person, person.page, 0

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
        self.count += times
        return self

    def chord(self, letter):
        self.person.strikes(letter)
        self.count += CHORD
        return self


@pytest.mark.parametrize("javascript", [True, False])
def test_twenty_names_take_at_most_thirty_keys_even_when_the_last_two_are_away(person, roster, javascript):
    officer = person(javascript=javascript).opens(roster).sees("Belum disimpan")
    page, keys = officer.page, Keys(officer)
    absent = "a" if javascript else "ArrowLeft"
    expect(page.locator("#marks-1 :focus")).to_have_count(1)
    keys.press("Tab", 18).press(absent).press("Tab")
    expect(page.locator(":focus")).to_have_accessible_name("Keterangan Tegar Pratama")
    keys.press("Tab").press(absent).chord("s")
    assert keys.count <= MOST_KEYS, keys.count
    officer.sees("Kehadiran tersimpan.", within="#notice").sees("18 dari 20").opens(roster)
    for name, mark in (("Adi", "Hadir"), ("Sinta", "Hadir"), ("Tegar", "Alpa"), ("Umi", "Alpa")):
        marked(page, name, mark)
    assert officer.faults == []


def test_a_reason_is_asked_only_of_who_is_away_and_all_is_saved_as_it_is_touched(person, roster):
    officer = person().opens(roster)
    page = officer.page
    expect(page.locator("#marks-1 :focus")).to_have_accessible_name("Hadir")
    expect(line(page, "Citra").get_by_role("textbox")).to_be_hidden()
    height = line(page, "Citra").bounding_box()["height"]
    assert marks(page, "Citra", "Izin") == 200
    line(page, "Citra").get_by_role("textbox").fill("ujian di PKBM")
    expect(page.locator("#counted")).to_have_text("Hadir 19 · Izin 1")
    expect(line(page, "Eka").get_by_role("textbox")).to_be_hidden()
    assert line(page, "Citra").bounding_box()["height"] == height
    expect(page.locator("#was_3")).to_have_value("permitted:ujian di PKBM", timeout=8000)
    expect(page.locator("[data-kept]")).to_have_text(SAVED)
    page.reload()  # as after a power cut: nobody pressed Simpan
    marked(page, "Citra", "Izin")
    expect(line(page, "Citra").get_by_role("textbox")).to_have_value("ujian di PKBM")
    assert officer.faults == []


@pytest.mark.oldest
def test_two_people_fill_in_one_roster_and_only_the_same_child_needs_a_decision(person, roster):
    page, other = person().opens(roster).page, person("petugas2").opens(roster).page
    expect(other.locator("fieldset")).to_have_count(19)  # whose case is restricted is not there
    assert (marks(page, "Bayu", "Sakit"), marks(other, "Gilang", "Alpa")) == (200, 200)
    marked(other, "Bayu", "Sakit")  # shown without loading the page anew
    assert marks(page, "Hana", "Izin") == 200
    marked(page, "Gilang", "Alpa")
    assert marks(other, "Hana", "Sakit") == 409
    expect(other.locator("#notice")).to_contain_text("Siti Rahma menyimpan perubahan lain")
    other.get_by_role("link", name="Lihat kedua versi").click()
    expect(line(other, "Hana")).to_contain_text("Tersimpan: Izin")
    marked(other, "Hana", "Sakit")
    other.get_by_role("button", name="Simpan kehadiran").click()
    expect(other.locator("#notice")).to_contain_text("Kehadiran tersimpan.")
    page.goto(roster)
    for name, mark in (("Bayu", "Sakit"), ("Gilang", "Alpa"), ("Hana", "Sakit"), ("Umi", "Hadir")):
        marked(page, name, mark)


def test_the_pages_of_a_days_attendance_are_light_and_open_to_everybody(person, roster):
    officer = person().opens(COURSE).strikes("x").sees("pertemuan ke-")
    page, found = officer.page, []
    for path in (roster, f"{COURSE}/meetings", "/training/meetings/6", f"{COURSE}/meetings/new"):
        found += [f"{path}: {fault}" for fault in look.faults(page, page.goto(path))]
        page.set_viewport_size(OFFICE_PC)
    assert not found, "\n".join(found)
    officer.opens(f"{COURSE}/meetings").sees("3 kali", "Catat kejadian")
    page.set_viewport_size(ZOOMED)
    officer.opens(roster)
    line(page, "Bayu").get_by_label("Alpa", exact=True).check()
    reason = line(page, "Bayu").get_by_role("textbox")
    expect(reason).to_be_visible()
    assert reason.bounding_box()["x"] + reason.bounding_box()["width"] <= ZOOMED["width"]
