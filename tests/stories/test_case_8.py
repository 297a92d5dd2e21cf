"""Anggun needs blood today: the emergency first, then consideration, insurance and Baznas; another manager lowers the level when she is stable."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

ANGGUN = told(8)


def test_anggun_gets_blood_before_papers(office):
    case = helped_first(office)
    assessed(office, case)
    considered(office, case)
    level_comes_down(office, case)
    letter_within_a_working_day(office, case)


def helped_first(office):
    it_is("27 Mar 2026 11.30")
    case = path.case_of(office.andi, ANGGUN).sees("Anggun Maharani", "Darurat")
    it_is("27 Mar 2026 12.35")
    path.meet(case)
    path.share(case, "RSUD Teluk Melati", "guardian", given_by="Rahmawati")
    page = path.draft_referral(case, "RSUD Teluk Melati", "medical", urgent=True, consent="guardian")
    path.hand_over(page, "dr. Anisa Putri").sees("Surat wajib terbit paling lambat 30 Mar 2026 16.00")
    path.give(case, "SPM10", "Ambulans desa", rupiah="250.000", fund="baznas").sees("Rp250.000")
    return case


def assessed(office, case):
    it_is("27 Mar 2026 14.50")
    page = path.assess(case, ANGGUN, needs=("SPM10",))
    page.sees("22,4", "100,0 %", "nilai merah: B1", "Dari skor 22,4 saja: Biasa")
    path.submit(page)
    nobody_accepts_their_own_work(office)
    path.decide(office.komang, "KS-2026-00001")
    case.again().sees("Darurat")


def nobody_accepts_their_own_work(office):
    office.andi.opens("/decisions/").does_not_see("KS-2026-00001")
    proposal = office.andi.opens("/decisions/1")
    assert not proposal.offers("Setujui")
    office.andi.sends("/decisions/1/answer", {"step": "approve", "seen": "1"}).is_refused("Anda sendiri yang mengajukan ini.")


def considered(office, case):
    pbi = {"programme": "pbi_jk", "what": "Diaktifkan kembali", "by_when": "31-03-2026"}
    path.plan(case, **pbi).is_refused("pertimbangan khusus", status=422)
    path.ask_consideration(case, reason="illness", text="Talasemia, desil 7.", programme="pbi_jk")
    path.decide(office.nur, "KS-2026-00001")
    path.plan(case, **pbi).sees("Diaktifkan kembali")
    path.plan(case, programme="atensi", what="Residensial", by_when="31-03-2026").is_refused("Desil 7: ATENSI/Sentra tertutup", status=422)
    path.plan(case, spm="SPM10", what="Ongkos berobat", rupiah="900.000", fund="baznas", by_when="03-04-2026").sees("Rp900.000")


def level_comes_down(office, case):
    it_is("28 Mar 2026 09.30")
    level = office.andi.opens(f"{case.url}/level")
    level.press("Ajukan ke manajer", level="emergency", reason="Sama.").is_refused(status=422)
    proposal = office.andi.opens(f"{case.url}/level").press("Ajukan ke manajer", level="ordinary", reason="Stabil menurut dokter.")
    assert not proposal.offers("Setujui")
    path.decide(office.komang, "KS-2026-00001")
    case.again().sees("Biasa")


def letter_within_a_working_day(office, case):
    it_is("30 Mar 2026 09.00")
    page = path.submit_referral(path.at(case, "referrals").follow("RJ-2026-00001"))
    path.decide(office.komang, "RJ-2026-00001")
    path.issue(page.again()).sees("400.9.2.2/0001/DINSOS/2026").does_not_see("Surat wajib terbit")
