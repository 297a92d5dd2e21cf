"""Real browsers against the real demo: Debian's Chromium and Chromium 109, the oldest that Sigap serves."""
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from tests.browser.person import Person
from tests.conftest import PASSWORD as TESTS_PASSWORD

ROOT = Path(__file__).resolve().parents[2]
OFFICE_PC = {"width": 1349, "height": 625}  # what Chrome leaves of 1366 x 768
PASSWORD = "sigap-demo"
START_SECONDS = 60

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--disable-domain-reliability", "--disable-sync", "--no-first-run", "--no-default-browser-check",
]
CHROMES = {
    "chromium": ("SIGAP_CHROMIUM", "/usr/bin/chromium", QUIET),
    # Never --single-process: a new page kills that browser.
    "chromium109": ("SIGAP_CHROMIUM109", ROOT / ".cache/chromium109/chromium", [*QUIET, "--no-zygote"]),
}
MISSING = {
    "chromium": "Chromium tidak tersedia: apt install chromium, atau beri letaknya dalam SIGAP_CHROMIUM",
    "chromium109": "Chromium 109 tidak tersedia: jalankan scripts/chromium109.sh, atau beri letaknya dalam SIGAP_CHROMIUM109",
}


def pytest_collection_modifyitems(config, items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
    spared = [item for item in items if is_spared(item)]
    items[:] = [item for item in items if item not in spared]
    config.hook.pytest_deselected(items=spared)


def is_spared(item):
    """Whether this is left to the oldest Chromium: what is marked so looks the same in all and takes minutes."""
    return item.get_closest_marker("oldest") and os.access(program_of("chromium109"), os.X_OK) and \
        "chromium" in (item.callspec.params.get("chrome"), item.callspec.params.get("name"))


def program_of(name):
    """The Chromium of this name, whether it is there or not."""
    setting, usual, _ = CHROMES[name]
    return os.environ.get(setting) or usual


@pytest.fixture(scope="session", autouse=True)
def patience():
    """After a click or a key nobody reads before the page that it brought is whole: the browser tells of it when its first byte comes."""
    for verb in ("click", "press"):
        setattr(Locator, verb, until_whole(getattr(Locator, verb)))


def until_whole(verb):
    @wraps(verb)
    def patiently(locator, *arguments, **options):
        verb(locator, *arguments, **options)
        locator.page.wait_for_load_state("domcontentloaded")
    return patiently


@pytest.fixture(scope="session", params=CHROMES)
def chrome(request, playwright):
    """A running Playwright Browser; each test that asks for it runs once in every Chromium."""
    program = program_of(request.param)
    if not os.access(program, os.X_OK):
        pytest.skip(MISSING[request.param])
    browser = playwright.chromium.launch(executable_path=program, args=CHROMES[request.param][2])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The url of the real program with the demo cases, in a folder and on a port of its own."""
    with serving(tmp_path_factory.mktemp("server"), "--demo") as url:
        yield url


@contextmanager
def serving(folder, *arguments):
    """The url of the real program, begun as `make` begins it; its folder holds the instance, and in `log` what it says."""
    port = free_port()
    settings = {"PORT": str(port), "SIGAP_HOST": "127.0.0.1", "SIGAP_INSTANCE": str(folder / "instance")}
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "wsgi.py", *arguments], cwd=ROOT, env=os.environ | settings,
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}", process, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(process)


@pytest.fixture(scope="session")
def signed_in():
    """{user of the demo: the cookies of a session of theirs}: nobody signs in twice."""
    return {}


@pytest.fixture
def page_of(visit, server, signed_in):
    """page_of("petugas", javascript=False): a page signed in as that demo user, as wide as an office PC; page_of(None) is nobody's.

    The session is one for all tests; `alone` is for those that end it.
    """

    def open_page(user, javascript=True, alone=False):
        page = visit(server, javascript)
        if alone:
            sign_in(page, user, PASSWORD)
        elif user in signed_in:
            page.context.add_cookies(signed_in[user])
        elif user is not None:
            sign_in(page, user, PASSWORD)
            signed_in[user] = page.context.cookies()
        return page

    return open_page


@pytest.fixture(scope="module")
def written(request, tmp_path_factory):
    """The instance that the test's module names in WRITTEN, a program that fills an empty one; to be copied."""
    folder = tmp_path_factory.mktemp("written") / "instance"
    subprocess.run([sys.executable, "-m", request.module.WRITTEN], cwd=ROOT, check=True, env=os.environ | {"SIGAP_INSTANCE": str(folder)})
    return folder


@pytest.fixture
def office(written, tmp_path, visit):
    """office("manajer", javascript=False): that person in an office of this test's own, a copy of the written one."""
    shutil.copytree(written, tmp_path / "instance")
    with serving(tmp_path) as url:
        def open_page(user, javascript=True):
            page = visit(url, javascript)
            sign_in(page, user, TESTS_PASSWORD)
            return Person(page)
        yield open_page


@pytest.fixture
def visit(chrome):
    """visit(url): a page of a browser that has never been there."""
    contexts = []

    def open_page(url, javascript=True):
        contexts.append(chrome.new_context(
            base_url=url, viewport=OFFICE_PC, java_script_enabled=javascript, locale="id-ID", timezone_id="Asia/Makassar"))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


def sign_in(page, user, password):
    page.goto("/login")
    page.fill("[name=username]", user)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(url, process, log):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with direct.open(f"{url}/healthz", timeout=2):
                return
        except (OSError):
            time.sleep(0.1)
    pytest.fail(f"wsgi.py tidak menjawab di {url}:\n{log.read_text(errors='replace')[-4000:]}", pytrace=False)


def stop(process):
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(15)
    # Its worker is in the group that it leads, and must not outlive it.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
