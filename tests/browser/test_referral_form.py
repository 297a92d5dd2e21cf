"""Beside the form of a referral: one answer for one choice, and no tick is lost while it is on its way."""
from playwright.sync_api import expect

NEW = "/referrals/case/18/new"


def test_one_choice_asks_once_and_a_tick_made_meanwhile_stays(page_of):
    page = page_of("petugas")
    page.route("**/drafts", lambda route: route.fulfill(status=204))  # the other tests find no draft of this one
    page.goto(NEW)
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]) if request.method == "POST" else None)
    page.select_option("#institution", label="Sekolah Rakyat untuk Kabupaten Teluk Melati")
    expect(page.locator("#leaving")).to_contain_text("Kepala Sekolah Rakyat")
    expect(page.locator("#kind")).to_have_value("education")
    page.wait_for_timeout(1200)
    assert (asked.count("destination"), asked.count("leaving")) in ((1, 1), (1, 2))
    held = []
    page.route("**/destination", lambda route: held.append(route))
    page.select_option("#consent", "public_task")
    page.locator("[name=enclosed]").first.focus()
    page.keyboard.press("Space")
    page.wait_for_timeout(100)
    answered = page.locator("#referral-destination .note").first.inner_text()
    assert "dasar hukum" in answered and held
    with page.expect_response("**/destination"):
        held[0].continue_()
    expect(page.locator("#referral-destination .note").first).not_to_have_text(answered)
    expect(page.locator("[name=enclosed]").first).to_be_checked()
    page.wait_for_function("document.activeElement.closest('#enclosed')")
    expect(page.locator("#leaving")).to_contain_text("Lampiran")
