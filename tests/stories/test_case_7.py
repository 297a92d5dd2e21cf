"""Sari and Dimas sell tissues: the same children told of twice, a case each, and an offer that the family declines."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

WIJAYA = told(7)


def test_two_reports_become_two_cases_of_one_family(office):
    sari, dimas = merged_and_opened(office)
    assessed(office, sari)
    plan_of_the_family(office, sari, dimas)
    one_case_at_a_time(office)


def merged_and_opened(office):
    it_is("23 Mar 2026 16.20")
    form = office.siti.opens("/reports/new")
    page = form.press("Simpan laporan", **path.typed(WIJAYA)).sees("LP-2026-00001").follow("Lihat laporan")
    form.press("Simpan laporan", **path.typed(WIJAYA)).sees("LP-2026-00001")
    page.follow("Tambah orang").press("Simpan", name="Dimas Wijaya", sex="L", birth="07-06-2016", new_nik="9901010706160001")
    it_is("23 Mar 2026 17.05")
    second = path.report(office.siti, WIJAYA, 1)
    second.follow("Gabungkan").press("Gabungkan", target="LP-2026-00002").is_refused(status=422)
    second.follow("Gabungkan").press("Gabungkan", target="LP-2026-00001").sees("Digabung")
    it_is("25 Mar 2026 07.50")
    page = path.triage(page.again(), WIJAYA)
    page = path.verify(path.new_client(path.new_client(page))).sees("Tepat waktu")
    sari = path.open_case(page, WIJAYA, "Buka kasus untuk KL-2026-00001").sees("Sari Wijaya", "Rentan menjadi anak jalanan", "LP-2026-00002")
    dimas = path.open_case(page, WIJAYA, "Buka kasus untuk KL-2026-00002").sees("Dimas Wijaya")
    office.siti.opens("/clients/1/relations").press("Simpan", kind="sibling", number="KL-2026-00002").sees("Dimas Wijaya")
    return sari, dimas


def assessed(office, sari):
    it_is("26 Mar 2026 10.05")
    path.meet(sari)
    page = path.assess(sari, WIJAYA, needs=("SPM08",))
    page.sees("16,7", "100,0 %", "Tingkat Biasa karena aturan L5", "Pemantauan")
    path.submit(page)
    path.decide(office.komang, "KS-2026-00001")
    sari.again().sees("Biasa", "Perencanaan")


def plan_of_the_family(office, sari, dimas):
    path.plan(sari, programme="sekolah_rakyat", what="Tawaran", by_when="10-04-2026").sees("Sekolah Rakyat")
    offer = path.at(sari, "services").follow("Sekolah Rakyat")
    offer.press("Klien menolak", reason="Memilih sekolah sekarang.").sees("Ditolak", "Memilih sekolah sekarang.")
    path.deliver(sari, "SPM08", evidence="Pernyataan orang tua").sees("Diberikan")
    dimas.again().sees("Mendesak")


def one_case_at_a_time(office):
    page = office.siti.opens("/cases/new?report=1&client=1").sees("Klien ini sudah mempunyai kasus yang berjalan: KS-2026-00001.")
    assert not page.offers("Buka kasus")
