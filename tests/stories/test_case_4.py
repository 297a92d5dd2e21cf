"""Reni is fifteen: restricted from the first call, safe the same night, the letter afterwards, and nothing for anyone outside her team."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

RENI = told(4)


def test_reni_is_safe_and_nobody_else_knows(office):
    case = safe_the_same_night(office)
    absent_for_everyone_outside(office, case)
    assessed(office, case)
    letter_follows(office, case)
    glass_in_an_emergency(office, case)
    only_a_manager_lifts(office, case)


def safe_the_same_night(office):
    it_is("11 Mar 2026 20.05")
    case = path.case_of(office.siti, RENI).sees("Reni Anjani", "Darurat", "terbatas")
    it_is("11 Mar 2026 21.05")
    path.meet(case, "Ditemui bersama Unit PPA.")
    page = path.draft_referral(case, "UPTD PPA Teluk Melati", "protection", urgent=True, consent="vital_interest", shared=["birth", "sex"],
                               consent_note="Keluarga belum boleh diberi tahu.")
    page = path.hand_over(page, "Dewi Kartika, S.Psi.").sees("Diserahterimakan", "Surat wajib terbit paling lambat 12 Mar 2026 16.00")
    case.again().sees("Cepat Tanggap Tepat waktu")
    return case


def absent_for_everyone_outside(office, case):
    for part in ("cases/1", "clients/1", "reports/1", "cases/1/contact", "services/case/1", "referrals/case/1", "referrals/1", "files/case/1"):
        assert office.hadi.opens(f"/{part}").status == 404, part
    for page in ("/", "/reports", "/cases/", "/clients", "/referrals/", "/decisions/all"):
        office.hadi.opens(page).does_not_see("Reni", "R.A.", "KS-2026-00001", "LP-2026-00001", "RJ-2026-00001")
    office.hadi.opens("/").press("Cari", q="Reni Anjani").does_not_see("KS-2026-00001", "R.A.")
    assert office.ratna.opens(case.url).status == 403
    office.siti.opens("/").press("Cari", q="Reni Anjani").sees("KS-2026-00001")
    office.komang.opens(case.url).sees("Reni Anjani")


def assessed(office, case):
    it_is("12 Mar 2026 11.00")
    page = path.assess(case, RENI, needs=("SPM02",))
    page.sees("63,4", "62,2–64,1", "98,1 %", "Darurat", "nilai merah")
    path.submit(page)
    path.decide(office.nur, "KS-2026-00001")


def letter_follows(office, case):
    page = path.at(case, "referrals").follow("RJ-2026-00001")
    path.submit_referral(page)
    office.nur.opens("/decisions/").sees("RJ-2026-00001 · R.A.").does_not_see("Reni")
    path.decide(office.nur, "RJ-2026-00001", "Tolak", reason="Pakai nama lembaga yang benar.")
    page = page.again().sees("Surat wajib terbit paling lambat")
    page.press("Perbaiki dan ajukan lagi")
    page = path.submit_referral(page.again())
    path.decide(office.nur, "RJ-2026-00001")
    page = path.issue(page.again()).sees("400.9.2.5/0001/DINSOS/2026").does_not_see("Surat wajib terbit")
    assert "Reni" not in page.follow("400.9.2.5").text.split("kami rujuk")[1].split("Riwayat")[0]


def glass_in_an_emergency(office, case):
    it_is("12 Mar 2026 23.30")
    glass = office.hadi.opens("/cases/glass")
    glass.press("Buka kasus", number="KS-2026-00001", reason="mau").is_refused(status=422)
    page = office.hadi.opens("/cases/glass").press("Buka kasus", number="KS-2026-00001", reason="Polsek menelepon, anak ada di kantor polisi.")
    page.sees("Reni Anjani", "24 jam")
    it_is("13 Mar 2026 23.31")
    assert office.hadi.opens(case.url).status == 404


def only_a_manager_lifts(office, case):
    page = office.siti.opens(f"{case.url}/restriction/lifting").press("Ajukan ke manajer", reason="Pelaku sudah ditahan.")
    office.siti.sends(f"{page.url}/answer", {"step": "approve", "seen": "1"}).is_refused("manajer")
    assert office.hadi.opens(case.url).status == 404
    path.decide(office.nur, "KS-2026-00001")
    office.hadi.opens(case.url).sees("R.A.").does_not_see("Reni")
