"""Rian sings at the terminal: a report of 171, an assessment under the decile rule, the learning centre, the reply to 171, the closure."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

RIAN = told(1)


def test_rian_goes_back_to_school(office):
    case = found(office)
    assessed(office, case)
    too_young_for_work_practice(office, case)
    taken_by_the_learning_centre(office, case)
    replied_to_171(office, case)
    closed(office, case)


def found(office):
    it_is("2 Mar 2026 09.10")
    page = path.report(office.siti, RIAN).sees("LP-2026-00001", "171-260302-0457", "Laporan dari 171 paling rendah Mendesak")
    path.report(office.hadi, RIAN).is_refused("Nomor tiket ini sudah tercatat pada laporan lain.", status=422)
    page = path.triage(page, RIAN)
    it_is("2 Mar 2026 09.40")
    page = path.verify(path.new_client(page)).sees("Terverifikasi", "Tepat waktu")
    case = path.open_case(page, RIAN).sees("KS-2026-00001", "Rian Samudra", "990102********01", "Mendesak", "Penjangkauan")
    path.at(case, "assessments").sees("Catat dahulu bahwa klien sudah ditemui")
    it_is("2 Mar 2026 14.05")
    path.meet(case).sees("Tahap: Asesmen", "Cepat Tanggap Tepat waktu")
    return path.consent(case, "guardian", given_by="Marlina")


def assessed(office, case):
    it_is("3 Mar 2026 10.30")
    page = path.assess(case, RIAN, needs=("SPM09", "SPM10"))
    page.sees("28,8", "100,0 %", "Tingkat Biasa karena skor 28,8 berada pada 20–39,9.")
    path.submit(page).sees("Menunggu telaah")
    office.komang.opens("/decisions/").sees("KS-2026-00001 · R.S.", "28,8–28,8").does_not_see("Rian Samudra")
    path.decide(office.komang, "KS-2026-00001", "Kembalikan").is_refused(status=422)
    path.decide(office.komang, "KS-2026-00001", "Kembalikan", reason="Lengkapi analisis.")
    page = page.again().press("Ajukan ke manajer")
    path.decide(office.komang, "KS-2026-00001").sees("disetujui")
    case.again().sees("Perencanaan", "Biasa")


def too_young_for_work_practice(office, case):
    path.at(case, "training").sees("Belum cocok", "UU 13/2003 ps. 70")
    page = office.siti.opens("/training/case/1/batches/1").sees("Undang-undang tidak membolehkan penempatan ini")
    assert not page.offers("Kirim usulan")


def taken_by_the_learning_centre(office, case):
    it_is("5 Mar 2026 10.00")
    path.plan_need(case, "SPM10", what="Paket B di PKBM", goal="Belajar lagi", by_when="20-03-2026").sees("Paket B di PKBM", "Direncanakan")
    path.draft_referral(case, "PKBM Bina Melati", "education").is_refused("Pilih dasar persetujuan", status=422)
    page = path.draft_referral(case, "PKBM Bina Melati", "education", consent="guardian").sees("RJ-2026-00001", "Konsep")
    path.submit_referral(page).is_refused("belum tercatat", status=422)
    form = page.follow("Periksa dan ajukan").follow("Catat persetujuan")
    check = form.press("Simpan", basis="guardian", given_by="Marlina", manner="thumb").sees("Periksa sebelum diajukan", "Marlina", "cap jempol")
    check.press("Ajukan ke manajer")
    path.decide(office.komang, "RJ-2026-00001")
    page = path.issue(page.again()).sees("400.9.2.2/0001/DINSOS/2026")
    page = path.send(page).sees("Dikirim")
    case.again().sees("Intervensi")
    it_is("9 Mar 2026 08.20")
    page = path.hand_over(path.hear(page, "accept"), "Wulan Sari, S.Pd.").sees("Wulan Sari, S.Pd.")
    path.come_back(page, "complete", "Belajar dengan baik.").sees("Selesai")


def replied_to_171(office, case):
    it_is("9 Mar 2026 10.05")
    page = case.again().follow("LP-2026-00001").follow("Siapkan balasan").press("Simpan sebagai terkirim",
                                                                                reply="Anak sudah ditemui dan mulai belajar di PKBM.")
    page.sees("Anak sudah ditemui dan mulai belajar di PKBM.")


def closed(office, case):
    it_is("27 Mar 2026 09.00")
    told = {"reason": "goals_reached", "text": "Tujuan tercapai."}
    office.siti.opens(f"{case.url}/closure").press("Ajukan ke manajer", **told).is_refused("layanan", status=422)
    for service in ("SPM09", "SPM10"):
        path.deliver(case, service).sees("Diberikan")
    path.at(case, "services").press("Mulai monitoring").sees("Kasus masuk monitoring.")
    office.siti.opens(f"{case.url}/closure").press("Ajukan ke manajer", **told).sees("Penutupan diajukan")
    path.decide(office.komang, "KS-2026-00001")
    case.again().sees("Selesai")
    office.siti.opens(f"{case.url}/contact").press("Simpan kontak", outcome="met").is_refused("Ajukan pembukaan kembali", status=422)
