"""A manager decides ten proposals with six keys, takes one back, and sees at the empty inbox what was done."""

from playwright.sync_api import expect

from tests.browser import look
from tests.browser.conftest import OFFICE_PC
from tests.browser.waiting import TEN

WRITTEN = "tests.browser.waiting"
MOST_KEYS, CHORD = 14, 2


def test_ten_are_decided_with_at_most_fourteen_keys_on_light_pages(office):
    manager = office("manajer")
    found = []
    for path in ("/decisions/", "/decisions/several", "/decisions/1/now"):
        found += [f"{path}: {fault}" for fault in look.faults(manager.page, manager.page.goto(path))]
        manager.page.set_viewport_size(OFFICE_PC)
    assert not found, "\n".join(found)
    manager.opens("/decisions/several")
    assert manager.page.evaluate("document.activeElement.id") == "proposal-1"
    manager.opens("/decisions/")
    manager.page.get_by_role("link", name="KS-2026-00003").click()
    manager.sees("KS-2026-00003", within="#decision")
    expect(manager.page.locator("#queue [aria-current]")).to_have_count(1)
    expect(manager.page.locator("#queue [aria-current]")).to_contain_text("KS-2026-00003")
    manager.opens("/")
    chords = "pws"
    for letter in chords:
        manager.strikes(letter)
    assert len(chords) * CHORD <= MOST_KEYS
    manager.sees(f"Baru saja diputuskan ({TEN})", "Tidak ada usulan yang menunggu", f"Hari ini Anda memutuskan: {TEN} disetujui")
    manager.page.get_by_role("button", name="Urungkan KS-2026-00003").click()
    manager.sees("Persetujuan dibatalkan", within="#decision")
    assert manager.faults == []


def test_without_javascript_those_ticked_are_answered_row_by_row(office):
    manager = office("manajer", javascript=False).opens("/decisions/")
    for number in (2, 4, 5):
        manager.page.get_by_label(f"Pilih KS-2026-0000{number}").check()
    manager.presses("Putuskan beberapa sekaligus")
    expect(manager.page.locator("#several section")).to_have_count(3)
    refused = manager.page.locator("#several section", has_text="KS-2026-00004")
    refused.get_by_label("Tolak").check()
    manager.strikes("s").sees("Tulis alasannya")
    manager.page.locator("#several section", has_text="KS-2026-00004").get_by_label("Catatan untuk").fill("Cukup dipantau.")
    manager.strikes("s").sees("Baru saja diputuskan (3)", "Ditolak", "7 menunggu keputusan Anda")
    assert [fault for fault in manager.faults if "422" not in fault] == []
