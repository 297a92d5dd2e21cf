"""An office's list on the screen: from the template to clients, without JavaScript, and with the server killed in the middle."""
import io
import re
import sqlite3
import time
from contextlib import closing

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.browser.conftest import OFFICE_PC, PASSWORD, sign_in
from tests.served import Office

WAIT = 60_000
pytestmark = pytest.mark.oldest


def listed(rows, wrong=0):
    """A workbook of so many children, of whom some have a NIK kept as a number."""
    book = Workbook()
    sheet = book.active
    sheet.append(("No", "Nama Lengkap", "L/P", "Umur", "NIK", "Keterangan"))
    for number in range(rows):
        sheet.append((number, f"Anak Daftar {number}", "P", 12, 9901021405120001 + number if number < wrong else None, "Tercatat di terminal."))
    written = io.BytesIO()
    book.save(written)
    return {"name": "daftar.xlsx", "mimeType": "application/octet-stream", "buffer": written.getvalue()}


def uploaded(page, list):
    page.goto("/clients")
    page.get_by_role("link", name="Impor klien").click()
    page.get_by_role("link", name="Impor baru").click()
    page.get_by_label("Berkas daftar").set_input_files(list)
    page.get_by_role("button", name="Periksa daftar").click()
    expect(page.get_by_text("Hasil pemeriksaan")).to_be_visible(timeout=WAIT)


def begun(page, count):
    page.get_by_role("link", name=re.compile(f"Masukkan {count} klien")).click()
    page.get_by_label("Petugas utama").select_option(index=1)
    page.get_by_role("button", name="Masukkan").click()


def made(office):
    """How many rows have become clients so far."""
    with closing(sqlite3.connect(office.folder / "instance" / "sigap.sqlite3")) as database:
        return database.execute("SELECT COUNT(client_id) FROM import_row").fetchone()[0]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_list_becomes_clients_and_is_taken_back(page_of, javascript):
    page = page_of("manajer", javascript=javascript)
    uploaded(page, listed(40, wrong=30))
    page.get_by_role("link", name="Lihat masalah tiap baris (30)").click()
    expect(page.get_by_role("cell", name="E2", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= OFFICE_PC["width"]
    page.get_by_role("link", name="Kembali ke impor").click()
    begun(page, 10)
    expect(page.get_by_role("heading", name="Siap diberlakukan")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="Berlakukan sekaligus").click()
    expect(page.get_by_role("heading", name="Sudah berlaku")).to_be_visible()
    address = page.url
    page.goto("/clients")
    expect(page.get_by_text("Anak Daftar 39")).to_be_visible()
    page.goto(address)
    page.get_by_text("Tarik kembali seluruhnya").first.click()
    page.get_by_label("Alasan menarik kembali").fill("Daftar uji")
    page.get_by_role("button", name="Tarik kembali seluruhnya").click()
    expect(page.get_by_role("heading", name="Ditarik kembali")).to_be_visible()
    page.goto("/clients")
    expect(page.get_by_text("Anak Daftar 39")).to_have_count(0)


def test_a_server_that_is_killed_in_the_run_goes_on_without_doubles(chrome, tmp_path):
    office = Office(tmp_path, "--demo").begin()
    page = chrome.new_context(base_url=office.url, viewport=OFFICE_PC, java_script_enabled=False).new_page()
    try:
        sign_in(page, "manajer", PASSWORD)
        uploaded(page, listed(3000))
        address = page.url
        begun(page, 3000)
        while not made(office):
            time.sleep(.05)
        office.die()
        assert 0 < made(office) < 3000
        office.begin()
        page.goto(address)
        expect(page.get_by_text("Pekerjaan ini terhenti")).to_be_visible()
        page.get_by_role("button", name="Lanjutkan").click()
        expect(page.get_by_role("heading", name="Siap diberlakukan")).to_be_visible(timeout=2 * WAIT)
        page.get_by_role("button", name="Berlakukan sekaligus").click()
        expect(page.get_by_role("definition").filter(has_text=re.compile("^3000$")).first).to_be_visible()
        page.goto("/clients")
        expect(page.get_by_text("Anak Daftar 2999", exact=True)).to_have_count(1)
    finally:
        page.context.close()
        office.die()
