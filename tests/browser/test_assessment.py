"""The assessment form in real browsers: saved as it is filled in, by the keyboard, by two people, through a cut and a kill."""
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CHROMES, OFFICE_PC, PASSWORD, serving, sign_in
from tests.browser.person import Person
from tests.browser.test_drafts import launch

HERE = "/assessments/17/pages/{}".format
SAVED = re.compile(r"^Tersimpan \d\d\.\d\d\.\d\d$")
ZOOMED = {"width": 683, "height": 312}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A demo of this file's own: assessment 8 is half answered."""
    with serving(tmp_path_factory.mktemp("office"), "--demo") as url:
        yield url


@pytest.fixture
def officer(visit, office):
    page = visit(office)
    sign_in(page, "petugas", PASSWORD)
    return Person(page)


def option(page, item, value):
    return page.locator(f"[name={item}][value='{value}']")


def saved(page):
    expect(page.locator("[data-kept]")).to_have_text(SAVED, timeout=8000)
    return page


def answered(page, item, value):
    """The page opened anew says this."""
    page.reload()
    expect(option(page, item, value)).to_be_checked()


def gives(page, item, value):
    """An answer that is not given yet, and its saving."""
    with page.expect_response("**/answers") as answer:
        option(page, item, value).check()
    assert answer.value.status == 200, answer.value.status
    return saved(page)


def emptied(page, *items):
    """These are not answered, whatever an earlier browser left."""
    for item in items:
        if page.locator(f"[name={item}]:checked").count():
            with page.expect_response("**/answers"):
                page.locator(f"#{item}-back").check()


def test_two_keys_answer_an_item_the_numbers_follow_and_the_focus_stays(officer):
    page = officer.opens(HERE(4)).page
    emptied(page, "F1", "F2", "G1")
    page.reload()
    option(page, "F1", "0").focus()
    before = page.locator("#numbers .figure").inner_text()
    for key in "3", "Tab", "2", "Tab", "1":
        page.keyboard.press(key)
    saved(page)
    expect(page.locator("#parts [aria-current]")).to_contain_text("3/6")
    assert page.evaluate("document.activeElement.id") == "G1-1" and page.locator("#numbers .figure").inner_text() != before
    expect(page.locator("#numbers")).to_contain_text("F1 3/3 · F2 2/3")
    expect(page.locator("#numbers")).to_contain_text("Tingkat ")
    answered(page, "G1", "1")
    expect(option(page, "F1", "3")).to_be_checked()
    assert officer.faults == []


def test_arrows_choose_and_the_way_back_leaves_no_answer(officer):
    page = officer.opens(HERE(4)).page
    emptied(page, "H2")
    page.reload()
    option(page, "H2", "0").focus()
    page.keyboard.press("ArrowDown")
    saved(page)
    answered(page, "H2", "1")
    option(page, "H2", "1").focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    saved(page)
    page.reload()
    expect(page.locator("[name=H2]:checked")).to_have_count(0)


def test_a_note_is_saved_in_the_pause_and_nothing_asks_on_leaving(officer):
    page, asked = officer.opens(HERE(5)).page, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("[name=note]").fill("")
    page.locator("[name=note]").press_sequentially("Kartu keluarga dibawa paman")
    saved(page)
    page.goto("/")
    assert asked == []
    page.goto(HERE(5))
    expect(page.locator("[name=note]")).to_have_value("Kartu keluarga dibawa paman")


@pytest.mark.parametrize("name", CHROMES)
def test_a_killed_tab_is_resumed_from_home_in_one_press(playwright, office, name):
    browser = launch(playwright, name)
    page = browser.new_page(base_url=office, viewport=OFFICE_PC)
    sign_in(page, "petugas", PASSWORD)
    page.goto(HERE(3))
    emptied(page, "D1", "D2")
    gives(page, "D1", "2")
    page.close()
    browser.close()
    browser = launch(playwright, name)
    page = browser.new_page(base_url=office, viewport=OFFICE_PC)
    sign_in(page, "petugas", PASSWORD)
    page.get_by_role("link", name="Lanjutkan asesmen").click()
    expect(page).to_have_url(re.compile(r"/pages/3$"))
    expect(option(page, "D1", "2")).to_be_checked()
    browser.close()


def test_two_people_answer_two_pages_at_once(visit, office, officer):
    first, second = officer.opens(HERE(3)).page, visit(office)
    sign_in(second, "petugas", PASSWORD)
    second.goto(HERE(5))
    for page, item in ((first, "E1"), (second, "I1")):
        emptied(page, item)
    for page, item, value in ((first, "E1", "2"), (second, "I1", "1"), (first, "E1", "3"), (second, "I1", "2")):
        gives(page, item, value)
    answered(first, "E1", "3")
    answered(second, "I1", "2")


def test_two_on_one_page_see_both_versions_and_nothing_is_lost(visit, office, officer):
    mine, theirs = officer.opens(HERE(3)).page, visit(office)
    sign_in(theirs, "petugas", PASSWORD)
    emptied(mine, "E3")
    theirs.goto(HERE(3))
    mine.reload()
    gives(theirs, "E3", "1")
    option(mine, "E3", "3").check()
    expect(mine.locator("#notice [role=alert]")).to_contain_text("menyimpan perubahan lain", timeout=8000)
    expect(mine.locator("[data-kept]")).to_have_text("Belum tersimpan")
    mine.locator("#notice").get_by_role("link", name="Lihat kedua versi").click()
    expect(option(mine, "E3", "3")).to_be_checked()
    expect(mine.locator("#E3")).to_contain_text("Tersimpan sekarang: Konflik tanpa kekerasan")
    answered(theirs, "E3", "1")
    officer.strikes("s")
    answered(theirs, "E3", "3")


def test_a_cut_line_is_said_and_the_answer_follows_when_it_is_back(officer):
    page = officer.opens(HERE(1)).page
    emptied(page, "A4")
    page.context.set_offline(True)
    option(page, "A4", "1").check()
    expect(page.locator("#notice [role=alert]")).to_contain_text("Server tidak menjawab, isian belum tersimpan", timeout=5000)
    expect(page.locator("[data-kept]")).to_have_text("Belum tersimpan")
    page.context.set_offline(False)
    saved(page)
    expect(page.locator("#notice [role=alert]")).to_have_count(0)
    answered(page, "A4", "1")


def test_a_session_that_ends_on_the_page_keeps_the_answer_and_saves_it_on_the_return(officer):
    page = officer.opens(HERE(2)).page
    value = "1" if option(page, "B3", "0").is_checked() else "0"
    page.context.clear_cookies()
    option(page, "B3", value).check()
    page.locator("#notice").get_by_role("link", name="Masuk lagi").click()
    page.fill("[name=username]", "petugas")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    expect(option(page, "B3", value)).to_be_checked()
    saved(page)
    page.goto(HERE(2))
    expect(option(page, "B3", value)).to_be_checked()


def test_the_score_stays_in_sight_at_the_end_of_a_page_and_at_twice_the_size(officer):
    page = officer.opens(HERE(4)).page
    for size in (OFFICE_PC, ZOOMED):
        page.set_viewport_size(size)
        page.evaluate("scrollTo(0, document.querySelector('#part .form-end').getBoundingClientRect().top + scrollY - 200)")
        expect(page.locator(".score")).to_be_in_viewport()


def test_without_a_script_each_page_is_saved_with_its_button(visit, office):
    page = visit(office, javascript=False)
    sign_in(page, "petugas", PASSWORD)
    page.goto(HERE(5))
    option(page, "J1", "2").check()
    page.get_by_role("button", name=re.compile("^Simpan & bagian berikut")).click()
    expect(page).to_have_url(re.compile(HERE(6)))
    page.goto(HERE(5))
    expect(option(page, "J1", "2")).to_be_checked()
    option(page, "J1", "").check()
    page.get_by_role("button", name=re.compile("^Simpan & bagian berikut")).click()
    page.goto(HERE(5))
    expect(page.locator("[name=J1]:checked")).to_have_count(0)
