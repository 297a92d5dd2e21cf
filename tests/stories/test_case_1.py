"""Rian sings at the terminal: a report of 171, an assessment under the decile rule, the learning centre, the reply to 171, the closure."""
import pytest

from portal.demo.told import Told
from tests.stories import path
from tests.stories.story import it_is

RIAN = Told(1)


@pytest.fixture
def met(office):
    """Siti has met Rian: the page of his case."""
    it_is("2 Mar 2026 09.10")
    page = path.case_of(office.siti, RIAN).sees("Rian Samudra", "Mendesak", "Penjangkauan")
    it_is("2 Mar 2026 14.05")
    page = path.meet(page).sees("Tahap: Asesmen")
    return path.consent(page, "guardian", given_by="Marlina")


@pytest.fixture
def planned(office, met):
    """Komang has accepted the assessment."""
    it_is("3 Mar 2026 10.30")
    path.submit(path.assess(met, RIAN, needs=("SPM09", "SPM10")))
    it_is("3 Mar 2026 14.20")
    path.decide(office.komang, "KS-2026-00001")
    return met.again().sees("Perencanaan")


def test_171_tells_and_the_ticket_keeps_its_number(office):
    it_is("2 Mar 2026 09.10")
    page = path.report(office.siti, RIAN).sees("LP-2026-00001", "171-260302-0457", "Laporan dari 171 paling rendah Mendesak")
    page = path.triage(page, RIAN).sees("Mendesak")
    it_is("2 Mar 2026 09.40")
    path.verify(path.new_client(page)).sees("Terverifikasi", "Tepat waktu", "Buka kasus untuk KL-2026-00001")
    path.report(office.hadi, RIAN).is_refused("Nomor tiket ini sudah tercatat pada laporan lain.", status=422)


def test_the_score_is_on_the_page_with_the_rule_that_decided(office, met):
    it_is("3 Mar 2026 10.30")
    page = path.assess(met, RIAN, needs=("SPM09", "SPM10"))
    page.sees("28,8", "100,0 %", "Tingkat Biasa karena skor 28,8 berada pada 20–39,9.")
    path.submit(page).sees("Menunggu telaah")
    page = office.komang.opens("/decisions/").sees("KS-2026-00001 · R.S.", "28,8–28,8", "Biasa").does_not_see("Rian Samudra")
    page.press("Setujui").sees("disetujui")
    met.again().sees("Perencanaan", "Biasa")


def test_a_returned_assessment_comes_back_with_the_reason(office, met):
    path.submit(path.assess(met, RIAN))
    path.decide(office.komang, "KS-2026-00001", "Kembalikan").is_refused(status=422)
    path.decide(office.komang, "KS-2026-00001", "Kembalikan", reason="Lengkapi kebutuhan layanan.")
    path.at(met, "assessments").follow("1").sees("Lengkapi kebutuhan layanan.")


def test_the_learning_centre_takes_him(office, planned):
    it_is("5 Mar 2026 10.00")
    path.plan_need(planned, "SPM10", what="Paket B di PKBM", goal="Belajar lagi", by_when="20-03-2026").sees("Paket B di PKBM", "Direncanakan")
    page = path.draft_referral(planned, "PKBM Bina Melati", "education", consent="guardian").sees("RJ-2026-00001", "Konsep")
    page = path.submit_referral(page)
    path.decide(office.komang, "RJ-2026-00001")
    page = path.issue(page.again()).sees("400.9.2.2/0001/DINSOS/2026")
    page = path.send(page).sees("Dikirim")
    planned.again().sees("Intervensi")
    it_is("9 Mar 2026 08.20")
    page = path.hand_over(path.hear(page, "accept"), "Wulan Sari, S.Pd.").sees("Wulan Sari, S.Pd.")
    path.deliver(planned, "SPM10").sees("Diberikan")
    path.come_back(page, "complete", "Belajar dengan baik.").sees("Selesai")


def test_the_sender_of_the_ticket_gets_a_reply(office, planned):
    it_is("9 Mar 2026 10.05")
    page = planned.follow("LP-2026-00001").follow("Catat balasan").press("Simpan", reply="Anak sudah ditemui dan mulai belajar di PKBM.")
    page.sees("Anak sudah ditemui dan mulai belajar di PKBM.")


def test_thirteen_is_too_young_for_work_practice_and_no_reason_helps(office, planned):
    path.at(planned, "training").sees("Belum cocok", "UU 13/2003 ps. 70")
    page = office.siti.opens("/training/case/1/batches/1").sees("Undang-undang tidak membolehkan penempatan ini")
    assert not page.offers("Kirim usulan")


def test_the_closure_waits_until_nothing_is_left_and_somebody_else_agrees(office, planned):
    it_is("27 Mar 2026 09.00")
    told = {"reason": "goals_reached", "text": "Tujuan tercapai."}
    closure = office.siti.opens(f"{planned.url}/closure")
    closure.press("Ajukan ke manajer", **told).is_refused("layanan", status=422)
    for service in ("SPM09", "SPM10"):
        path.deliver(planned, service)
    path.at(planned, "services").press("Mulai monitoring").sees("monitoring")
    office.siti.opens(f"{planned.url}/closure").press("Ajukan ke manajer", **told)
    path.decide(office.komang, "KS-2026-00001")
    planned.again().sees("Selesai")
    assert office.siti.opens(f"{planned.url}/contact").press("Simpan kontak", outcome="met").status == 422
