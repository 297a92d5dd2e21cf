"""A manager at the inbox: an approval as short as ever, a level of their own, comments on parts; and two versions beside each other."""

import pytest
from playwright.sync_api import expect

from tests.browser import look

WRITTEN = "tests.browser.reviewed"
ADDRESSES = ("/decisions/", "/decisions/2", "/decisions/3", "/assessments/2", "/assessments/case/1", "/assessments/case/1/comparison",
             "/assessments/case/1/comparison?only=1")


def test_the_pages_of_a_review_are_light_narrow_and_accessible(office):
    manager = office("manajer")
    found = []
    for path in ADDRESSES:
        manager.page.set_viewport_size({"width": 1349, "height": 625})
        found += [f"{path}: {fault}" for fault in look.faults(manager.page, manager.page.goto(path))]
    assert not found + manager.faults, "\n".join(found + manager.faults)


def test_an_approval_takes_four_keys_and_the_next_one_two(office):
    manager = office("manajer").opens("/")
    manager.strikes("p").sees("KS-2026-00001", within="#decision")
    manager.strikes("y").sees("KS-2026-00001", "disetujui", within="main .banner")
    manager.strikes("y").sees("KS-2026-00003", "disetujui", within="main .banner")
    assert manager.faults == []


@pytest.mark.oldest
@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_manager_comments_on_a_part_and_sets_another_level(office, javascript):
    manager, officer = office("manajer", javascript), office("petugas", javascript)
    manager.opens("/decisions/5")
    manager.page.get_by_text("3. Situasi di jalan").click()
    manager.writes("Catatan untuk bagian 3", "Rumah siapa?")
    with manager.page.expect_navigation():
        manager.strikes("m", stays=True)
    manager.sees("Tulis alasannya")
    expect(manager.field("Catatan untuk bagian 3")).to_have_value("Rumah siapa?")
    manager.writes("Catatan", "Satu hal belum jelas.").strikes("m")
    officer.opens("/assessments/4/pages/3").sees("Rumah siapa?", "1 catatan")
    manager.opens("/decisions/6")
    manager.page.get_by_text("Tetapkan tingkat lain").click()
    manager.chooses("Tingkat", "Darurat").writes("Alasan tingkat lain", "Pamannya mengancam.").strikes("y")
    officer.opens("/assessments/5").sees("Ditetapkan manajer", "Darurat", "Pamannya mengancam.", "Diusulkan petugas", "Biasa", within="#levels")
    officer.opens("/cases/4").sees("Pamannya mengancam.")
    assert [fault for fault in manager.faults + officer.faults if "422" not in fault] == []


def test_two_versions_stand_beside_each_other(office):
    officer = office("petugas").opens("/assessments/2").follows("Bandingkan dengan asesmen ke-1")
    officer.sees("Yang berbeda dicetak tebal", "B1 Kondisi fisik", "G1 Status sekolah", "▲ naik")
    officer.follows("Hanya yang berbeda").sees("B1 Kondisi fisik", "Sakit, perlu Puskesmas")
    expect(officer.page.locator("main")).not_to_contain_text("G1 Status sekolah")
    expect(officer.page.locator("td b").first).to_have_css("font-weight", "700")
    assert officer.faults == []
