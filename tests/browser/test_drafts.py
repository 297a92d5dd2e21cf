"""Nothing typed is lost: the browser and the server are killed, the network and the session end, and the text is there."""
import os
import re
import signal
import subprocess
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.browser import conftest
from tests.browser.conftest import CHROMES, OFFICE_PC, PASSWORD, sign_in
from tests.served import Office

STORY = "Anak laki-laki mengamen di lampu merah ini"  # 42 letters
KEPT = re.compile(r"^Tersimpan sebagai draf \d\d\.\d\d\.\d\d$")
STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'htmx-current-path-for-history')"
pytestmark = pytest.mark.oldest


@pytest.fixture
def office(tmp_path):
    office = Office(tmp_path, "--demo").begin()
    yield office
    office.die()


@pytest.fixture
def page(page_of):
    page = page_of("petugas", alone=True)
    page.goto("/reports/new")
    return page


def story(page):
    return page.get_by_label(re.compile("^Apa yang terjadi"))


def status(page):
    return page.locator("[data-kept]")


def types(page, text=STORY):
    story(page).press_sequentially(text)
    return page


def kept(page):
    expect(status(page)).to_have_text(KEPT, timeout=8000)
    return page


def drafts(page):
    """How many drafts home offers."""
    page.goto("/")
    return page.get_by_role("link", name="Lanjutkan draf").count()


def throw_all_away(page):
    while drafts(page):
        page.locator("#drafts").get_by_role("button", name="Buang").first.click()
        page.wait_for_load_state()


def launch(playwright, name):
    program, args = conftest.program_of(name), CHROMES[name][2]
    if not os.access(program, os.X_OK):
        pytest.skip(conftest.MISSING[name])
    return playwright.chromium.launch(executable_path=program, args=args)


def processes_below(pid):
    """The process and all it began."""
    found = [pid]
    for line in subprocess.run(["ps", "-ewwo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.splitlines():
        child, parent = map(int, line.split())
        if parent in found:
            found.append(child)
    return found


@pytest.mark.parametrize("name", CHROMES)
def test_browser_and_server_are_killed_and_the_text_is_one_click_away(playwright, office, name, tmp_path):
    program, args = conftest.program_of(name), CHROMES[name][2]
    if not os.access(program, os.X_OK):
        pytest.skip(conftest.MISSING[name])
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=program, args=args, base_url=office.url, viewport=OFFICE_PC)
    page = context.new_page()
    sign_in(page, "petugas", PASSWORD)
    page.goto("/reports/new")
    page.locator("[name=danger][value=no]").check()
    types(page)
    page.wait_for_timeout(2000)
    killed = browser_of(tmp_path / "profile")
    for pid in killed:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    office.die()
    assert killed
    with suppress(Exception):
        context.close()
    office.begin()
    browser = launch(playwright, name)
    page = browser.new_page(base_url=office.url, viewport=OFFICE_PC)
    sign_in(page, "petugas", PASSWORD)
    page.get_by_role("link", name="Lanjutkan draf").click()
    expect(story(page)).to_have_value(STORY)
    expect(page.locator("[name=danger][value=no]")).to_be_checked()
    browser.close()


def browser_of(profile):
    """The pids of the browser with this profile, and of all it began."""
    listed = subprocess.run(["ps", "-ewwo", "pid=,args="], capture_output=True, text=True, check=True).stdout.splitlines()
    own = [int(line.split()[0]) for line in listed if f"--user-data-dir={profile}" in line]
    return sorted({pid for one in own for pid in processes_below(one)}, reverse=True)


def test_a_cut_network_is_said_loudly_typing_goes_on_and_saving_resumes(page):
    kept(types(page, "Anak mengamen"))
    page.context.set_offline(True)
    story(page).press_sequentially(" di lampu merah")
    expect(page.locator("#notice [role=alert]")).to_contain_text("Server tidak menjawab", timeout=1500 + 3000)
    expect(status(page)).to_have_text("Belum tersimpan sebagai draf")
    story(page).press_sequentially(", tampak sakit")
    expect(story(page)).to_have_value("Anak mengamen di lampu merah, tampak sakit")
    page.context.set_offline(False)
    kept(page)
    expect(page.locator("#notice [role=alert]")).to_have_count(0)
    page.reload()
    expect(story(page)).to_have_value("Anak mengamen di lampu merah, tampak sakit")
    throw_all_away(page)


def test_a_server_that_hangs_is_said_within_three_seconds(page):
    page.clock.install()
    page.goto("/reports/new")
    page.route("**/drafts", lambda route: None)
    types(page)
    with page.expect_request("**/drafts"):
        page.clock.run_for(1600)
    expect(page.locator("#notice [role=alert]")).to_have_count(0)
    page.clock.run_for(3000)
    expect(page.locator("#notice [role=alert]")).to_contain_text("Server tidak menjawab")
    page.unroute("**/drafts")


@pytest.mark.parametrize(("status_code", "body", "kind", "said"), [
    (507, '<section id="refusal"><p>Isian belum tersimpan. Beri tahu admin.</p></section>', "text/html", "Beri tahu admin"),
    (413, "Isian ini terlalu panjang.", "text/plain", "terlalu panjang"),
    (403, "<h1>Bukan</h1>", "text/html", "isian belum tersimpan"),
])
def test_each_refusal_is_said_in_the_servers_own_words(page, status_code, body, kind, said):
    page.route("**/drafts", lambda route: route.fulfill(status=status_code, body=body, content_type=kind))
    types(page)
    expect(page.locator("#notice [role=alert]")).to_contain_text(said, timeout=4000)
    page.unroute("**/drafts")
    story(page).press("End")
    story(page).press_sequentially("!")
    kept(page)
    throw_all_away(page)


def test_what_is_kept_is_left_without_a_question_and_what_is_not_asks(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    kept(types(page))
    page.goto("/")
    assert asked == []
    page.goto("/reports/new")
    expect(story(page)).to_have_value("")
    types(page, "x")
    page.goto("/")
    assert asked == ["beforeunload"]
    throw_all_away(page)


def test_a_session_that_ended_keeps_the_text_and_leads_back_to_it(page):
    kept(types(page))
    page.context.clear_cookies()
    story(page).press_sequentially(" sendirian")
    page.locator("#notice").get_by_role("link", name="Masuk lagi").click()
    page.fill("[name=username]", "petugas")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    expect(story(page)).to_have_value(f"{STORY} sendirian")
    throw_all_away(page)


def test_logging_out_keeps_the_last_words_first(page):
    types(page, "Anak tidur di emperan")
    page.locator("#menu summary").click()
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url(re.compile("/login"))
    sign_in(page, "petugas", PASSWORD)
    page.get_by_role("link", name="Lanjutkan draf").first.click()
    expect(story(page)).to_have_value("Anak tidur di emperan")
    throw_all_away(page)


def test_nothing_typed_stays_in_the_browser_and_a_new_form_is_empty(page):
    kept(types(page))
    assert page.evaluate(STORED) == []
    page.goto("/reports/new")
    expect(story(page)).to_have_value("")
    page.go_back()
    throw_all_away(page)
    assert page.evaluate(STORED) == []


def fills(page):
    story(page).fill("Anak tersesat di pasar")
    page.locator("[name=danger][value=no]").check()
    page.locator("[name=district]").select_option(index=1)


@pytest.mark.parametrize("pause", [0, 250, 330, 1450])
def test_saving_while_the_draft_is_on_its_way_leaves_one_report_and_no_draft(page, pause):
    before = reports(page)
    page.goto("/reports/new")
    fills(page)
    page.wait_for_timeout(pause)
    page.get_by_role("button", name=re.compile("^Simpan laporan")).dblclick()
    page.wait_for_url(re.compile(r"/reports/\d+"))
    assert drafts(page) == 0
    assert reports(page) == before + 1


def reports(page):
    """The number of the latest report."""
    page.goto("/reports")
    return max(int(number) for number in re.findall(r"LP-2026-(\d+)", page.content()))


def test_two_pages_with_one_draft_do_not_overwrite_each_other_in_silence(page):
    kept(types(page, "Anak"))
    second = page.context.new_page()
    second.goto(page.url)
    kept(types(second, " kecil"))
    story(page).press_sequentially(" besar")
    expect(page.locator("#notice [role=alert]")).to_contain_text("Draf ini dibuka di tempat lain", timeout=4000)
    second.reload()
    assert "kecil" in story(second).input_value()
    page.on("dialog", lambda dialog: dialog.accept())
    throw_all_away(page)


def test_three_rows_come_back_as_three(page):
    for rows in (2, 3):
        page.get_by_role("button", name="Tambah orang").click()
        expect(page.locator("[name$=-name][name^=people]")).to_have_count(rows)
    page.locator("[name=people-2-name]").fill("Dimas")
    kept(page)
    page.reload()
    expect(page.locator("[name=people-2-name]")).to_have_value("Dimas")
    throw_all_away(page)
