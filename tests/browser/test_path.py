"""The whole path of one child, from a telephone call to the closed case, as people walk it with and without JavaScript."""
import itertools
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.person import Person

DATA = Path(__file__).resolve().parents[2] / "portal/data"
QUESTIONS = {each["id"]: each for each in json.loads((DATA / "instrument.json").read_text())["items"]}
FAJAR = json.loads((DATA / "demo_cases.json").read_text())["cases"][4]
SCORE = "15,4"  # of his answers, worked out by hand in the case file
HEAD = "Dr. Nur Aisyah Lestari, M.M., Kepala Dinas Sosial"
FOLDER = ".folder"
CHILDREN = itertools.cycle([
    ("Wahyu Kencana", "9901031102090011", "11-02-2009"), ("Gilang Permadi", "9901032503090012", "25-03-2009"),
    ("Yoga Sutrisna", "9901030704090013", "07-04-2009"), ("Iqbal Hamdani", "9901031905090014", "19-05-2009"),
])


@pytest.mark.parametrize("javascript", [
    pytest.param(True, id="with-javascript"), pytest.param(False, id="without-javascript", marks=pytest.mark.oldest)])
def test_a_child_is_carried_from_the_first_call_to_a_training_place(page_of, javascript):
    officer, manager = (Person(page_of(user, javascript)) for user in ("petugas", "manajer"))
    child = next(CHILDREN)
    report(officer, child)
    triage(officer)
    verify(officer, child)
    case = open_case(officer, child)
    meet(officer)
    note(officer)
    assess(officer)
    approve(manager, case, "Hasil asesmen", SCORE)
    service(officer, case)
    refer(officer, manager, case)
    train(officer, manager, case)
    close(officer, manager, case)
    case_sheet(officer, case, child)
    assert officer.faults + manager.faults == []


def report(officer, child):
    """Typed with no mouse: the answers in the order of the call, Tab between them, Alt+S at the end."""
    name, nik, birth = child
    officer.opens("/")
    officer.strikes("n")
    expect(officer.page.get_by_label("Apa yang terjadi?")).to_be_focused()
    officer.keys("Remaja mengamen di terminal, ingin belajar pangkas rambut.")
    officer.tabs_to("Ya").page.keyboard.press("ArrowDown")
    officer.tabs_to("Kecamatan").keys("Kota")
    expect(officer.page.get_by_label("Desa atau kelurahan").get_by_role("option", name="Pasar Lama")).to_be_attached()
    officer.tabs_to("Desa atau kelurahan").keys("Pasar")
    officer.tabs_to("Patokan tempat").keys("Terminal Kota Melati")
    officer.tabs_to("Nama atau panggilan").keys(name)
    officer.tabs_to("NIK").keys(nik)
    officer.tabs_to("Kelamin").keys("Laki")
    officer.tabs_to("Lahir atau usia").keys(birth)
    officer.strikes("s")
    officer.sees("tersimpan", "Batas temu", name, "Pasar Lama, Kota Melati", "Terminal Kota Melati", "Triase sekarang")
    assert officer.reads(r"LP-2026-\d{5}")


def triage(officer):
    officer.follows("Triase")
    for question in officer.page.locator("fieldset.question").all():
        question.get_by_label("Tidak", exact=True).check()
    officer.strikes("s")
    officer.sees("Biasa")


def verify(officer, child):
    officer.follows("Pastikan siapa ini")
    officer.presses("Catat sebagai klien baru").sees("Klien baru", child[0])
    officer.follows("Verifikasi").sees("Jam temu berhenti di sini")
    officer.strikes("s")
    officer.sees("Terverifikasi", "Buka kasus untuk")


def open_case(officer, child):
    """Returns the number of the case."""
    officer.follows("Buka kasus untuk")
    officer.chooses("Kategori utama", "Anak Jalanan").chooses("Sub-tipe anak jalanan", "Bekerja di jalan")
    officer.strikes("s")
    officer.sees(child[0], "Penjangkauan", "Cepat Temu", "Cepat Tuntas")
    return officer.reads(r"KS-2026-\d{5}")


def meet(officer):
    officer.follows("Kontak lapangan").marks("Hasil", "Ditemui")
    officer.writes("Tempat", "Terminal Kota Melati").writes("Uraian", "Mau bercerita; ibunya tahu.")
    officer.strikes("s")
    officer.sees("Kontak lapangan: Ditemui", "Mau bercerita; ibunya tahu.").sees("Asesmen", within=f"{FOLDER} .mark >> nth=1")


def note(officer):
    officer.strikes("x", stays=True)
    officer.chooses("Jenis", "Telepon").writes("Uraian", "Ibu setuju anaknya ikut pelatihan.")
    officer.strikes("s")
    officer.sees("Ibu setuju anaknya ikut pelatihan.")


def assess(officer):
    """All the pages, as Fajar of the case file answered them."""
    officer.follows("Asesmen").presses("Mulai asesmen")
    for part in range(1, 6):
        officer.sees(f"Bagian {part} dari 7")
        for item in [each for each in QUESTIONS if answerable(officer, each)]:
            officer.marks(f"{item}.", wording(item))
        officer.strikes("s")
    officer.writes("Keinginan anak", "Ingin bisa memangkas rambut.")
    officer.strikes("s")
    officer.chooses("Hasil cek DT-SEN", "Terdaftar").writes("Desil", "4")
    for need in officer.page.locator("tbody tr").all():
        need.get_by_label(": Ya" if "SPM10" in need.inner_text() else ": Tidak").check()
    officer.strikes("s")
    officer.sees(SCORE, "Pemantauan", "Semua sudah diisi.")
    officer.strikes("s")
    officer.sees("Menunggu telaah", SCORE)


def answerable(officer, item):
    return officer.page.get_by_role("group", name=f"{item}.").count() > 0


def wording(item):
    """An answer as the page says it: its number, its words, and the points that it gives."""
    asked = QUESTIONS[item]
    label, score = next((option["label"], option["score"]) for option in asked["options"] if option["score"] == FAJAR["answers"][item])
    return f"{score} {label} {score * asked['weight']} poin"


def approve(manager, number, kind, *texts):
    """The manager finds the proposal in the inbox, reads it and says yes."""
    manager.opens("/decisions/")
    manager.page.locator("#queue tr", has_text=number).filter(has_text=kind).get_by_role("link").click()
    manager.sees(number, kind, *texts, within="#decision")
    manager.strikes("y")
    manager.sees("disetujui", within="main .banner")


def service(officer, case):
    """The need that the assessment named is planned, then given."""
    to_case(officer, case).sees("Perencanaan", within=FOLDER)
    officer.follows("Rencana & layanan").follows("SPM10").follows("Rencanakan")
    officer.writes("Tujuan", "Sekolah lagi").writes("Batas waktu", "15-04-2026")
    officer.strikes("s")
    officer.sees("Sekolah lagi", "Direncanakan").follows("SPM10").follows("Catat pemberian")
    officer.writes("Bukti atau catatan", "Terdaftar di Paket C.")
    officer.strikes("s")
    officer.sees("Diberikan")
    to_case(officer, case).sees("Intervensi", within=FOLDER)


def to_case(person, case):
    """By its number in the search box, as everybody does."""
    person.page.locator("#q").fill(case)
    with person.page.expect_navigation():
        person.page.locator("#q").press("Enter")
    return person.follows(case)


def refer(officer, manager, case):
    """From the draft to the hand-over; the letter is looked at as it will be printed."""
    to_case(officer, case).follows("Rujukan").follows("Rujukan baru")
    officer.chooses("Lembaga tujuan", "PKBM Bina Melati").chooses("Jenis rujukan", "Pendidikan")
    officer.writes("Alasan merujuk", "Putus sekolah.").writes("Layanan yang diharapkan", "Menerima di Paket C.")
    officer.writes("Ringkasan kondisi untuk lembaga", "Lancar membaca, ingin sekolah lagi.")
    officer.chooses("Dasar persetujuan", "Persetujuan orang tua atau wali")
    officer.strikes("s")
    number = officer.sees("Konsep: belum bernomor").reads(r"RJ-2026-\d{5}")
    officer.strikes("s")
    officer.sees("Periksa sebelum diajukan", "perlu persetujuan orang tua atau wali").follows("Catat persetujuan")
    officer.marks("Jawaban atau dasar", "Persetujuan orang tua atau wali").writes("Nama yang menjawab dan hubungannya", "Sulastri, ibu")
    officer.chooses("Cara menjawab", "Ditandatangani").strikes("s")
    officer.sees("Periksa sebelum diajukan").strikes("s")
    officer.sees("Menunggu Dr. Nur Aisyah Lestari")
    approve(manager, number, "Rujukan", "Putus sekolah.")
    officer.opens(officer.page.url).follows("Terbitkan surat").chooses("Penanda tangan", HEAD).strikes("s")
    letter = officer.sees("Diterbitkan").reads(r"400\.[\d.]+/\d{4}/DINSOS/2026")
    officer.strikes("i", stays=True).presses("Buka cetakan")
    officer.sees(letter, "Kepala PKBM Bina Melati", "Dr. Nur Aisyah Lestari", "salinan ke-1", "RAHASIA", number)
    officer.follows("Kembali ke rujukan", within=".bar")
    officer.follows("Catat pengiriman").writes("Cara pengiriman", "Diantar petugas").strikes("s")
    officer.follows("Catat jawaban lembaga").marks("Hasil", "Lembaga menerima").strikes("s")
    officer.follows("Catat serah terima").writes("Yang menerima", "Wulan Sari").strikes("s")
    officer.sees("Diserahterimakan", "Wulan Sari")


def train(officer, manager, case):
    """A place in the sewing class, whose seats are not all taken."""
    to_case(officer, case).follows("Pelatihan").follows("Usulkan")
    officer.marks("Izin orang tua atau wali", "Ya, orang tua atau wali mengizinkan secara tertulis")
    officer.writes("Nama pemberi izin", "Sulastri").marks("Anak bersedia mengikuti pelatihan ini?", "Ya").strikes("s")
    officer.sees("Menjahit dasar", "Diusulkan")
    approve(manager, case, "Penempatan pelatihan")
    to_case(officer, case).follows("Pelatihan").sees("Menjahit dasar", "Peserta")


def close(officer, manager, case):
    """The family moves: what is still open is named to the manager."""
    to_case(officer, case).follows("Ajukan penutupan").marks("Alasan penutupan", "Pindah daerah")
    officer.writes("Laporan akhir", "Keluarga pindah; dinas setempat sudah dikabari.").strikes("s")
    officer.sees("Penutupan diajukan")
    approve(manager, case, "Penutupan kasus", "Pindah daerah", "dinas setempat sudah dikabari")
    to_case(officer, case).sees("Selesai", within=FOLDER).sees("Kasus ditutup", "Pindah daerah", "Ajukan pembukaan kembali")


def case_sheet(officer, case, child):
    officer.strikes("i")
    officer.marks("Kertas", "A4 (210 × 297 mm)").strikes("i")
    officer.sees("Lembar kasus", case, child[0], SCORE, "salinan ke-1")
    assert child[1] not in officer.page.locator("main").inner_text()
