"""Several needs planned in one go without script, a sister's plan taken over, and the pages of plan and family within their budgets."""
import re

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.person import Person

PAGES = """
    /services/case/16 /services/case/16/planning /services/case/17/planning?like=16 /services/case/17/needs /services/case/13
    /services/outside/1 /services/outside/case/17/new /clients/17 /clients/17/relations /clients/17/kin/18 /files/service/1
"""


@pytest.mark.parametrize("width, height", [(1349, 625), (683, 312)])
def test_the_pages_of_plan_and_family_are_light_narrow_and_accessible(page_of, width, height):
    person = Person(page_of("petugas"))
    found = []
    for path in PAGES.split():
        person.page.set_viewport_size({"width": width, "height": height})
        response = person.page.goto(path)
        found += [f"{path}: {fault}" for fault in ([] if response.status == 200 else [response.status]) + list(look.faults(person.page, response))]
    assert not found + person.faults, "\n".join(map(str, found + person.faults))


def test_without_script_three_services_are_planned_at_once_and_a_sister_is_followed(page_of):
    page = page_of("petugas", False)
    page.goto("/services/case/18/planning")
    page.get_by_label("Tujuan bersama").fill("Anggun sehat dan tetap bersekolah")
    page.get_by_label("Batas waktu bersama").fill("15-04-2026")
    page.get_by_role("button", name="Tambah baris").click()
    expect(page.get_by_label("Tujuan bersama")).to_have_value("Anggun sehat dan tetap bersekolah")
    rows = [row for row in range(page.locator("fieldset.person").count()) if page.locator(f"[name=rows-{row}-kind]").count()]
    for row, kind in zip(rows, ("SPM04", "SPM07", "SPM08"), strict=False):
        page.locator(f"[name=rows-{row}-kind]").select_option(kind)
        page.locator(f"[name=rows-{row}-what]").fill(f"Rincian {kind}")
    page.get_by_role("button", name="Simpan rencana").last.click()
    expect(page).to_have_url(re.compile("/services/case/18$"))
    for kind in ("SPM04", "SPM07", "SPM08"):
        expect(page.get_by_text(f"Rincian {kind}").first).to_be_attached()
    page.goto("/services/case/17")
    page.get_by_role("link", name="Samakan rencana dengan Sari").click()
    expect(page.locator("[name=rows-0-goal]")).to_have_value("Penghasilan keluarga cukup")
