"""The search box in a browser: what it shows while somebody types, and what it does without a script."""
import re

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.person import Person

COUNT = "window.pressed = 0; addEventListener('keydown', () => { window.pressed += 1 }, true)"
NAME, NUMBER = "Rian Samudra", "KS-2026-00001"


def at_desk(page_of, user="petugas"):
    person = Person(page_of(user))
    return person.opens("/reports")


def box(person):
    return person.page.locator("#q")


def hits(person):
    return person.page.locator("#hits")


def test_a_case_is_opened_by_name_with_at_most_nine_keys(page_of):
    person = at_desk(page_of)
    person.page.evaluate(COUNT)
    person.strikes("c", stays=True)
    expect(box(person)).to_be_focused()
    person.keys("samud")
    expect(hits(person)).to_contain_text(NUMBER)
    person.page.keyboard.press("Tab")
    expect(person.page.locator(":focus")).to_contain_text(NUMBER)
    pressed = person.page.evaluate("window.pressed")
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    person.sees(NUMBER, NAME)
    assert pressed + 1 <= 9
    assert not person.faults


def test_the_list_grows_while_somebody_types_and_takes_no_focus(page_of):
    person = at_desk(page_of)
    box(person).focus()
    for part, typed in (("sam", "Sam"), ("ud", "Samud"), ("ra", "Samudra")):
        person.keys(part)
        expect(hits(person).locator("mark").first).to_have_text(typed)
        expect(box(person)).to_be_focused()
    expect(box(person)).to_have_value("samudra")
    expect(person.page.locator("#spoken")).to_contain_text("cocok")
    expect(hits(person).get_by_role("list")).to_have_count(5)
    assert list(look.barriers(person.page)) == []
    assert not person.faults


@pytest.mark.oldest
def test_an_answer_that_comes_too_late_is_dropped(page_of):
    person, held = at_desk(page_of), []
    person.page.route("**/search/live", lambda route: route.continue_() if held else held.append(route))
    box(person).focus()
    person.keys("anggun")
    with person.page.expect_event("request", lambda request: request.url.endswith("/live")):
        pass
    box(person).fill("samudra")
    expect(hits(person)).to_contain_text(NUMBER)
    held[0].abort()
    person.page.wait_for_timeout(600)
    expect(hits(person)).to_contain_text(NUMBER)
    expect(hits(person)).not_to_contain_text("Anggun")
    expect(box(person)).to_be_focused()


@pytest.mark.oldest
def test_escape_and_leaving_put_the_list_away(page_of):
    person = at_desk(page_of)
    box(person).focus()
    person.keys("samudra")
    expect(hits(person)).to_contain_text(NUMBER)
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Escape")
    expect(hits(person)).to_be_empty()
    expect(box(person)).to_be_focused()
    person.keys("h")
    box(person).fill("samudra")
    expect(hits(person).locator("a").first).to_be_visible()
    person.page.locator("h1").click()
    expect(hits(person).locator("a").first).to_be_hidden()


@pytest.mark.oldest
def test_the_words_stand_in_no_address(page_of):
    person, asked = at_desk(page_of), []
    person.page.on("request", lambda request: asked.append(request.url))
    box(person).focus()
    person.keys("samudra")
    expect(hits(person)).to_contain_text(NUMBER)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    person.sees(NAME)
    assert asked and not [url for url in asked if "samud" in url.lower()]
    assert "samud" not in person.page.title().lower()
    assert "samud" not in person.page.evaluate("JSON.stringify([localStorage, sessionStorage])").lower()


@pytest.mark.oldest
def test_a_scanned_number_shows_its_record_and_enter_opens_it(page_of):
    person = at_desk(page_of)
    person.strikes("c", stays=True).keys(NUMBER)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    expect(person.page.locator(":focus")).to_have_text(NUMBER)
    with person.page.expect_navigation() as answer:
        person.page.keyboard.press("Enter")
    assert answer.value.url.endswith("/cases/10")


def test_the_page_of_results_is_light_and_accessible(page_of):
    person = at_desk(page_of)
    for words in ("samudra", "sammudrq", "melati", "qwxyz"):
        box(person).fill(words)
        with person.page.expect_navigation() as answer:
            box(person).press("Enter")
        response = person.page.goto(answer.value.url)
        person.page.set_viewport_size({"width": 1349, "height": 625})
        assert list(look.faults(person.page, response)) == [], words


def test_without_a_script_the_same_is_found_and_narrowed(page_of):
    page = page_of("petugas", javascript=False)
    page.goto("/reports")
    page.fill("#q", "samudra")
    page.press("#q", "Enter")
    expect(page.locator("main")).to_contain_text(NUMBER)
    page.get_by_role("link", name="Klien (1)").click()
    expect(page.locator("main")).to_contain_text("KL-2026-00001")
    expect(page.locator("main")).not_to_contain_text(NUMBER)
    page.fill("#q", "sammudrq")
    page.press("#q", "Enter")
    page.get_by_role("button", name=re.compile("^Samudra")).click()
    expect(page.locator("main")).to_contain_text("Yang dicari: Samudra")
    page.get_by_role("link", name=NUMBER).click()
    expect(page.locator("h1")).to_contain_text(NAME)
