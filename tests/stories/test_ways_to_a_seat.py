"""Three young people and one seat: who waits is asked in turn, somebody is put first for a reason, and a cancelled course lets nobody fall."""
from tests.stories import path
from tests.stories.path import somebody
from tests.stories.story import it_is

BATCH, SEWING = "/training/batches/3", "/training/batches/2"
PEOPLE = (("Ayu Kencana", "P", "2009-02-01"), ("Bima Ardhana", "L", "2008-07-12"), ("Citra Pelangi", "P", "2009-01-20"))


def test_a_seat_goes_round_and_a_cancelled_course_lets_nobody_fall(office):
    opened(office)
    ayu, bima, citra = (placed(office, number, *person) for number, person in enumerate(PEOPLE, 1))
    put_first(office, bima, citra)
    freed(office, ayu)
    asked_in_turn(office, bima, citra)
    cancelled(office, citra)
    carried_on(office, bima)


def opened(office):
    it_is("2 Mar 2026 09.00")
    page = office.hadi.opens("/training/batches/new").press("Simpan angkatan", programme="2", starts="9-3-2026", ends="30-6-2026", seats="1")
    page.sees("Menjahit dasar", "0/1")
    assert page.url == BATCH


def placed(office, number, name, sex, born):
    """Met, proposed and approved; returns the page of the place."""
    case = path.case_of(office.siti, somebody(name, sex, born=born, category="04", sub_type="B", narrative="Ingin belajar menjahit."))
    path.meet(case)
    form = office.siti.opens(f"/training/case/{number}/batches/3")
    page = form.press("Kirim usulan", consent="guardian", consent_by=f"Ibu {name}", assent="Ya")
    path.decide(office.komang, f"KS-2026-0000{number}")
    return page.again()


def put_first(office, bima, citra):
    bima.again().sees("Urutan ke-1")
    citra.again().sees("Urutan ke-2")
    assert not citra.again().offers("Dahulukan")
    page = office.nur.opens(citra.url)
    page.press("Dahulukan", reason=" ").is_refused("Tulis alasannya")
    page.again().press("Dahulukan", reason="Tinggal sendiri; kursus ini satu-satunya kegiatannya.").sees("Urutan ke-1", "Tinggal sendiri")
    bima.again().sees("Urutan ke-2")


def freed(office, ayu):
    it_is("9 Mar 2026 08.00")
    office.hadi.opens(BATCH).press("Mulai angkatan").sees("Berlangsung", "Ayu Kencana")
    it_is("11 Mar 2026 09.00")
    ayu.again().follow("Catat keluar dini").press("Simpan", why="moved", ended_on="hari ini", note="Ikut orang tua.").sees("Keluar dini", "Pindah")


def asked_in_turn(office, bima, citra):
    page = office.siti.opens("/").follow("Jawab tawaran tempat").sees("Citra Pelangi", "jawab paling lambat 16 Maret 2026")
    office.hadi.opens("/").does_not_see("Jawab tawaran tempat")
    page.press("Belum siap, kembali menunggu", reason="Sedang sakit.").sees("Urutan ke-1")
    it_is("12 Mar 2026 09.00")
    page = office.siti.opens("/").follow("Jawab tawaran tempat").sees("Bima Ardhana")
    page.press("Terima tawaran").sees("Peserta")
    office.siti.opens("/").does_not_see("Jawab tawaran tempat")
    office.hadi.opens(BATCH).sees("1/1", "Bima Ardhana", "C.P.")
    citra.again().sees("Urutan ke-1", "Daftar tunggu")


def cancelled(office, citra):
    it_is("17 Mar 2026 09.00")
    page = office.siti.opens(f"{BATCH}/cancellation").sees("Bima Ardhana", "Citra Pelangi")
    onward = f"to_{citra.url.rsplit('/', 1)[-1]}"
    page.press("Batalkan angkatan", reason="Pengajarnya pindah.", **{onward: "2"}).sees("Dibatalkan")
    path.decide(office.nur, "KS-2026-00003")
    office.siti.opens(SEWING).sees("1/10", "Citra Pelangi")
    citra.again().sees("Dibatalkan", "Pengajarnya pindah.")


def carried_on(office, bima):
    bima.again().sees("Keluar dini", "Angkatan dibatalkan")
    office.siti.opens("/cases/2").sees("Ikuti pelatihan")
    page = office.siti.opens("/").follow("Tentukan kelanjutan, angkatannya dibatalkan")
    page.press("Catat tindak lanjut", reason="Bekerja di toko pamannya mulai Senin.")
    office.siti.opens("/").does_not_see("Tentukan kelanjutan")
    bima.again().sees("Bekerja di toko pamannya")
