"""Fajar walks in to learn a trade: eligible, consent and assent, a seat, eighteen in the middle of the course, and visits afterwards."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

FAJAR = told(5)
BATCH = "/training/batches/1"


def test_fajar_learns_a_trade(office):
    case = comes_in(office)
    assessed(office, case)
    placement = proposed(office, case)
    learns(office)
    passes(office, placement)
    visited(office, placement)


def comes_in(office):
    it_is("16 Mar 2026 10.00")
    case = path.case_of(office.siti, FAJAR).sees("Fajar Pratama Putra", "17 tahun", "Biasa")
    path.meet(case)
    return case


def assessed(office, case):
    it_is("17 Mar 2026 09.30")
    page = path.assess(case, FAJAR)
    page.sees("15,4", "100,0 %", "Pemantauan")
    path.submit(page)
    path.decide(office.komang, "KS-2026-00001")


def proposed(office, case):
    it_is("17 Mar 2026 11.15")
    path.at(case, "training").sees("21 Agustus 2026")
    place = office.siti.opens("/training/case/1/batches/1")
    place.press("Kirim usulan", consent="none", assent="Ya").is_refused(status=422)
    page = place.again().press("Kirim usulan", consent="guardian", consent_by="Sulaiman Putra", assent="Ya", reason="Pendidikan SMP.")
    page.sees("Diusulkan")
    place = place.again().sees("Klien sudah diusulkan atau mengikuti pelatihan pada hari yang sama.")
    assert not place.offers("Kirim usulan")
    path.decide(office.nur, "KS-2026-00001")
    office.siti.opens(BATCH).sees("1/12")
    return page.again().sees("Peserta", "Cepat Tindak Tepat waktu")


def learns(office):
    it_is("25 Mar 2026 08.00")
    office.hadi.opens(BATCH).press("Mulai angkatan").sees("Berlangsung", "F.P.P.").does_not_see("Fajar")
    roster = office.hadi.opens(BATCH).follow("Catat kehadiran").press("Buka daftar hadir", topic="Kebersihan kerja")
    roster.press("Simpan kehadiran").sees("Kebersihan kerja")
    assert office.komang.opens(f"{BATCH}/meetings/new").status == 403


def passes(office, placement):
    it_is("24 Sep 2026 15.00")
    placement.again().follow("Catat hasil").press("Simpan hasil", step="pass", ended_on="hari ini", certificate="BLK-2026-118", toolkit="Alat cukur")
    placement.again().sees("Lulus", "BLK-2026-118")


def visited(office, placement):
    it_is("26 Oct 2026 09.00")
    placement.again().sees("24 Oktober 2026 Terlambat", "18 tahun")
    page = office.siti.opens(f"{placement.url}/follow-ups/1")
    page.press("Simpan kunjungan", status="working", place="Pangkas Rapi").sees("Pangkas Rapi", "Bekerja")
