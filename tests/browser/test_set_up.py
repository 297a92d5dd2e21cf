"""A bare machine: the link on the server's screen leads to an admin, an office of Lombok Barat, and its first officer at work."""
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.browser.person import Person

ADMINS = "kuda laut pagi sungguh"
RAHMAS = "payung merah di pasar kita"


@pytest.fixture
def machine(tmp_path):
    """The url of an installation that nobody has set up, and the link that it printed."""
    with serving(tmp_path) as url:
        yield url, re.search(r"http://\S+/setup/\S+", (tmp_path / "log").read_text()).group()


def test_an_office_is_set_up_with_the_link_that_the_server_prints(machine, visit):
    url, link = machine
    admin, officer, stranger = (Person(visit(url)) for _ in range(3))
    stranger.opens("/").sees("Sigap belum dipasang")
    first_admin(admin, link)
    stranger.opens(link).sees("Masuk")
    expect(stranger.page).to_have_url(re.compile("/login"))
    found(admin)
    start_work(officer, add_officer(admin))
    assert admin.faults + officer.faults + stranger.faults == []


def first_admin(admin, link):
    admin.opens(link).sees("Akun admin pertama")
    admin.writes("Nama lengkap", "Lalu Suparman").writes("Nama pengguna", "lalu").writes("Sandi baru", ADMINS)
    admin.writes("Ulangi sandi baru", ADMINS).strikes("s")


def found(admin):
    """Province, regency, letterhead, official; the time zone and the hours stand as suggested."""
    admin.chooses("Provinsi", "Nusa Tenggara Barat").strikes("s")
    admin.sees("Provinsi: Nusa Tenggara Barat").chooses("Kabupaten atau kota", "Kabupaten Lombok Barat")
    admin.writes("Nama dinas", "Dinas Sosial").writes("Alamat", "Jalan Soekarno Hatta, Gerung").writes("Telepon", "(0370) 681000")
    admin.writes("Tempat surat ditandatangani", "Gerung").writes("Kode unit dalam nomor surat", "DINSOS")
    admin.writes("Nama lengkap dengan gelar", "Baiq Nurhayati, S.Sos.").writes("Jabatan", "Kepala Dinas Sosial")
    expect(admin.page.get_by_label("WITA")).to_be_checked()
    admin.strikes("s")
    admin.sees("Pemerintah Kabupaten Lombok Barat", "Gerung", "Baiq Nurhayati, S.Sos.", "WITA", "Kecamatan")


def add_officer(admin):
    """Returns the first password, as it stands on the slip."""
    admin.follows("Tambahkan pengguna").writes("Nama lengkap", "Siti Rahma").writes("Nama pengguna", "siti.rahma")
    admin.marks("Peran", "Petugas").strikes("s")
    admin.sees("Sandi ini tampil hanya sekali", "siti.rahma")
    return admin.page.locator("#first-password").inner_text()


def start_work(officer, password):
    """The first password opens one page only: the one where she makes her own."""
    officer.opens("/login").writes("Nama pengguna", "siti.rahma").writes("Sandi", password).presses("Masuk")
    officer.opens("/reports/new").sees("Ini sandi pertama dari admin.")
    officer.writes("Sandi baru", RAHMAS).writes("Ulangi sandi baru", RAHMAS).strikes("s")
    officer.opens("/reports/new").sees("Laporan baru")
    officer.chooses("Kecamatan", "Gerung")
    expect(officer.field("Desa atau kelurahan").get_by_role("option", name="Dasan Geres")).to_be_attached()
