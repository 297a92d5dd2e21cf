"""Fajar walks in to learn a trade: eligible, a plan of supervision, a seat, away three times, eighteen in the middle of the course, a certificate,
and visits for a year, one of which finds nobody."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

FAJAR = told(5)
BATCH, PLACE = "/training/batches/1", "/training/case/1/batches/1"
WATCHED = "Instruktur mendampingi di kursi; gunting dan mesin bersih, sarung tangan. Hubungi ayahnya bila terluka."


def test_fajar_learns_a_trade(office):
    case = comes_in(office)
    assessed(office, case)
    placement = proposed(office, case)
    learns(office)
    stays_away(office)
    turns_eighteen(office, placement)
    passes(office, placement)
    closed(office, case)
    visited(office, placement)
    looked_for_again(office, placement)
    a_year_later(office, placement)


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
    place = office.siti.opens(PLACE).sees("Genap 18 tahun pada 21 Agustus 2026, di tengah pelatihan", "KTP-el")
    place.press("Kirim usulan", consent="none", assent="Ya", supervision=WATCHED).is_refused(status=422)
    agreed = {"consent": "guardian", "consent_by": "Sulaiman Putra", "assent": "Ya", "reason": "Pendidikan SMP."}
    place.again().press("Kirim usulan", **agreed).is_refused("Tulis rencana pengawasan", status=422)
    page = place.again().press("Kirim usulan", **agreed, supervision=WATCHED).sees("Diusulkan", WATCHED)
    assert not place.again().sees("Klien sudah diusulkan atau mengikuti pelatihan pada hari yang sama.").offers("Kirim usulan")
    office.hadi.opens(BATCH).sees("F.P.P.").does_not_see("Fajar")
    path.decide(office.nur, "KS-2026-00001")
    office.siti.opens(BATCH).sees("1/12")
    return page.again().sees("Peserta", "Cepat Tindak Tepat waktu")


def learns(office):
    it_is("25 Mar 2026 07.50")
    office.hadi.opens("/").sees("Mulai angkatan", "AK-2026-00001")
    office.hadi.opens(BATCH).press("Mulai angkatan").sees("Berlangsung", "Fajar")
    office.hadi.opens("/").does_not_see("Mulai angkatan")
    office.hadi.opens(BATCH).follow("Kehadiran hari ini").press("Simpan kehadiran", topic="Kebersihan kerja").sees("Kebersihan kerja")
    assert office.komang.opens(f"{BATCH}/days/2026-03-25").status == 403


def stays_away(office):
    for day in ("26", "27", "30"):
        it_is(f"{day} Mar 2026 15.00")
        office.siti.opens("/").does_not_see("berturut-turut")
        roster = office.hadi.opens(BATCH).follow("Kehadiran hari ini")
        roster.press("Simpan kehadiran", **{mark_of(roster): "absent"})
    office.siti.opens("/").sees("berturut-turut tidak hadir").follow("berturut-turut").press(
        "Simpan catatan", kind="call", text="Demam; kembali besok, ayahnya sudah tahu.", at="sekarang")
    office.siti.opens("/").does_not_see("berturut-turut")


def mark_of(roster):
    """The name of the choice for the only participant."""
    name, = (name for name, control in roster.form("Simpan kehadiran").controls.items() if "absent" in control.options)
    return name


def turns_eighteen(office, placement):
    it_is("20 Aug 2026 09.00")
    placement.again().sees("Genap 18 tahun pada 21 Agustus 2026")
    office.siti.opens("/").does_not_see("Genap 18")
    it_is("21 Aug 2026 09.00")
    office.siti.opens("/").sees("Genap 18 tahun: pastikan persetujuannya sendiri")
    form = placement.again().sees("Persetujuan peserta sendiri belum tercatat").follow("Catat persetujuan peserta")
    form.press("Simpan", basis="own", given_on="hari ini", manner="signed")
    placement.again().sees("Persetujuan peserta sendiri sudah tercatat")
    office.siti.opens("/").does_not_see("Genap 18")


def passes(office, placement):
    it_is("24 Sep 2026 15.00")
    placement.again().follow("Catat hasil").press(
        "Simpan hasil", step="pass", ended_on="hari ini", certificate="BLK-2026-118", toolkit="Alat cukur", practice_place="Pangkas Rapi")
    placement.again().sees("Lulus", "BLK-2026-118", "Alat cukur", "Pangkas Rapi")
    office.siti.opens(f"{BATCH}/results").sees("BLK-2026-118")
    it_is("25 Sep 2026 08.00")
    office.hadi.opens("/").sees("Akhiri angkatan")
    office.hadi.opens(BATCH).press("Akhiri angkatan").sees("Selesai")
    office.hadi.opens("/").does_not_see("Akhiri angkatan")


def closed(office, case):
    it_is("28 Sep 2026 09.00")
    case.again().sees("Pangkas rambut dan usaha mandiri: Lulus")
    path.at(case, "services").press("Mulai monitoring")
    office.siti.opens(f"{case.url}/closure").press("Ajukan ke manajer", reason="goals_reached", text="Lulus dan bekerja di tempat praktiknya.")
    path.decide(office.komang, "KS-2026-00001")
    case.again().sees("Selesai")


def visited(office, placement):
    it_is("23 Oct 2026 09.00")
    office.siti.opens("/").does_not_see("Bimbingan lanjut")
    it_is("26 Oct 2026 09.00")
    placement.again().sees("24 Oktober 2026", "18 tahun")
    page = office.siti.opens("/").follow("Bimbingan lanjut 1 bulan")
    page.press("Simpan kunjungan", status="working", place="Pangkas Rapi", income="1.200.000", uses_skill="Ya")
    placement.again().sees("Pangkas Rapi", "Bekerja")
    office.siti.opens("/").does_not_see("Bimbingan lanjut")


def looked_for_again(office, placement):
    it_is("28 Dec 2026 09.00")
    office.siti.opens("/").follow("Bimbingan lanjut 3 bulan").press("Simpan kunjungan", status="not_found").sees("Tidak ditemukan")
    office.siti.opens("/").does_not_see("bimbingan lanjut")
    it_is("27 Jan 2027 09.00")
    again = office.siti.opens("/").follow("Cari lagi: bimbingan lanjut 3 bulan")
    again.press("Simpan kunjungan", status="own_business", place="Kios sendiri", uses_skill="Ya")
    placement.again().sees("Tidak ditemukan", "Usaha sendiri")
    it_is("24 Mar 2027 09.00")
    office.siti.opens("/").follow("Bimbingan lanjut 6 bulan").press("Simpan kunjungan", status="own_business", place="Kios sendiri", uses_skill="Ya")


def a_year_later(office, placement):
    it_is("23 Sep 2027 09.00")
    office.siti.opens("/").does_not_see("Bimbingan lanjut")
    it_is("24 Sep 2027 09.00")
    office.siti.opens("/").follow("Bimbingan lanjut 12 bulan").press("Simpan kunjungan", status="own_business", place="Kios sendiri", uses_skill="Ya")
    office.siti.opens("/").does_not_see("Bimbingan lanjut")
    for person in (office.siti, office.komang):
        person.opens("/training/outcomes").sees("Pangkas rambut", "1 dari 1").does_not_see("Fajar")
    office.siti.opens("/cases/1").sees("Bimbingan lanjut 12 bulan: Usaha sendiri", "Bimbingan lanjut 3 bulan: Tidak ditemukan")
