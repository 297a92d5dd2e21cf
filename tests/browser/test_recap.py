"""The pages of the figures: light, narrow and accessible, with the plots open to who does not see them."""
from tests.browser import look
from tests.browser.person import Person

PAGES = "/recap/ /recap/?period=2026-q1 /recap/clocks?period=2026-q1 /recap/flow?period=2026-q1"


def test_the_figures_are_light_narrow_and_accessible(page_of):
    person = Person(page_of("manajer"))
    found = []
    for path in PAGES.split():
        person.page.set_viewport_size({"width": 1349, "height": 625})
        answer = person.page.goto(path)
        found += [f"{path}: {fault}" for fault in (*([] if answer.status == 200 else [answer.status]), *look.faults(person.page, answer))]
    assert not found + person.faults, "\n".join(map(str, found + person.faults))


def test_the_plots_have_names_and_open_their_figures(page_of):
    page = page_of("petugas")
    page.goto("/recap/?period=2026-q1")
    plots = page.get_by_role("img", name="Ketepatan 4CT")
    assert plots.count() == 1
    details = page.locator("section", has=plots).locator("details").first
    details.locator("summary").click()
    assert details.locator("table tbody tr").count() == 4
    assert page.evaluate("Array.from(document.querySelectorAll('svg.plot text')).every((each) => parseFloat(getComputedStyle(each).fontSize) >= 14)")
