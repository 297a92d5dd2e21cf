"""A case conference written down without script, and its minutes and the empty form as the printer gets them, on F4 and on A4."""
import re

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.person import Person
from tests.browser.test_papers import SIZES, ink_at_the_edge, printed

RENI = "/conferences/2"


@pytest.mark.parametrize("paper", SIZES)
def test_the_minutes_are_ready_to_be_signed_and_name_no_child(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    officer.opens(f"{RENI}/prints").marks("Kertas", SIZES[paper][0]).strikes("i")
    sheets = printed(officer.page, tmp_path, paper)
    text = " ".join("\n".join(sheets).split())
    for words in ("DINAS SOSIAL", "BERITA ACARA PEMBAHASAN KASUS", "/PK-1",
                  "Pada hari ini Jumat, tanggal tiga belas bulan Maret tahun dua ribu dua puluh enam",
                  "Tanda tangan", "Dewi Kartika, S.Psi.", "Unit PPA Polres", "Mengatur guru kunjung", "20 Maret 2026", "Notulis,", "Pimpinan rapat,",
                  "salinan ke-"):
        assert words in text, words
    assert "Reni" not in text and not ink_at_the_edge(tmp_path)
    for sheet in sheets:
        assert "/PK-1" in sheet.splitlines()[0] and "RAHASIA" in sheet.splitlines()[0]
    # Who signs knows what: the signatures never stand alone.
    assert "Demikian berita acara" in sheets[-1] and "Pimpinan rapat," in sheets[-1]


@pytest.mark.parametrize("paper", SIZES)
def test_the_empty_form_is_one_sheet_of_either_paper(page_of, tmp_path, paper):
    officer = Person(page_of("petugas"))
    officer.opens(f"/conferences/blank-form?paper={paper.lower()}")
    sheets = printed(officer.page, tmp_path, paper)
    assert len(sheets) == 2 and "F-PK" in sheets[0] and "Tanda tangan" in sheets[0] and "Batas waktu" in sheets[1] and not ink_at_the_edge(tmp_path)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_conference_is_written_down_and_what_it_decided_is_done(page_of, javascript):
    page = page_of("petugas", javascript)
    page.goto("/conferences/case/10/new")
    page.get_by_role("button", name="Tambah keputusan").click()
    expect(page.get_by_role("group", name="Keputusan ke-6")).to_have_count(1)
    for label, text in (("Tempat", "Aula"), ("Ringkasan asesmen", "Sering mengamen."), ("Pilihan yang dibahas", "Sekolah terbuka atau kejar paket."),
                        ("Kesimpulan", "Ikut sekolah terbuka.")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Internal dinas").check()
    page.get_by_label("Pimpinan rapat", exact=True).select_option(index=1)
    page.locator("[name=resolutions-0-what]").fill("Daftarkan ke sekolah terbuka")
    page.locator("[name=resolutions-0-due]").fill("hari ini")
    page.get_by_role("button", name="Simpan pembahasan kasus").click()
    expect(page.get_by_text("Tulis pandangan anak, atau alasan mengapa tidak dapat ditanyakan.")).to_have_count(2)
    expect(page.get_by_text("Pilih penanggung jawabnya").first).to_be_attached()
    expect(page.get_by_label("Tempat", exact=True)).to_have_value("Aula")
    page.locator("[name=child_view]").fill("Mau sekolah lagi.")
    page.locator("[name=resolutions-0-user]").select_option(label="Siti Rahmawati, S.Tr.Sos.")
    page.get_by_role("button", name="Simpan pembahasan kasus").click()
    expect(page).not_to_have_url(re.compile("/new"))
    assert not javascript or list(look.faults(page, page.reload())) == []
    page.goto("/")
    page.get_by_role("link", name="Keputusan: Daftarkan ke sekolah terbuka").first.click()
    page.get_by_label("Sudah dilaksanakan").check()
    page.get_by_label("Apa hasilnya, atau mengapa tidak dilanjutkan").fill("Terdaftar di SMP Terbuka 2.")
    page.get_by_role("button", name="Simpan hasil").click()
    expect(page.get_by_text("Terdaftar di SMP Terbuka 2.")).to_have_count(1)
