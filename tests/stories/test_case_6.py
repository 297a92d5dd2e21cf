"""A man in distress at the market on a holiday: no child's instrument, RSUD then RSJ, later a name, a card and a family."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

MAN = told(6)


def test_a_man_without_a_name_gets_one(office):
    case = brought_in(office)
    assessed_in_words(office, case)
    treated(office, case)
    known_at_last(office, case)
    brought_home(office, case)


def brought_in(office):
    it_is("18 Mar 2026 07.50")
    page = path.report(office.hadi, MAN).sees("Darurat", "±34")
    it_is("18 Mar 2026 08.05")
    page = path.verify(path.new_client(path.triage(page, MAN))).sees("Tepat waktu")
    case = path.open_case(page, MAN).sees("Penyandang Disabilitas")
    it_is("18 Mar 2026 08.35")
    path.meet(case, "Ditemui di pasar bersama Polsek.").sees("Cepat Tanggap Tepat waktu")
    page = path.draft_referral(case, "RSUD Teluk Melati", "medical", urgent=True, consent="vital_interest")
    path.hand_over(page, "dr. Fikri Ramadhan").sees("Diserahterimakan")
    return case


def assessed_in_words(office, case):
    it_is("18 Mar 2026 14.10")
    page = path.assess(case, MAN, needs=("SPM09", "SPM11"), narrative=" ")
    assert page.url.endswith("review")
    path.submit(page).is_refused(status=422)
    page = office.hadi.opens("/assessments/1/pages/1").press("Simpan & bagian berikut", topic_presenting="Laki-laki ± 34 tahun, gelisah.")
    page = page.press("Simpan & periksa")
    page.does_not_see("Skor")
    path.submit(page)
    path.decide(office.nur, "KS-2026-00001")
    case.again().sees("Darurat", "Perencanaan")


def treated(office, case):
    it_is("19 Mar 2026 09.00")
    path.come_back(path.at(case, "referrals").follow("RJ-2026-00001"), "complete", "Stabil.")
    page = path.submit_referral(path.draft_referral(case, "RSJ Provinsi Samudra", "medical", urgent=True, consent="vital_interest"))
    path.decide(office.nur, "RJ-2026-00002")
    page = path.send(path.issue(page.again()).sees("400.9.3.1/0001/DINSOS/2026"))
    path.hand_over(path.hear(page, "accept"), "Ns. Rahayu Wulandari")
    case.again().sees("Intervensi")


def known_at_last(office, case):
    it_is("25 Mar 2026 10.20")
    client = case.follow("Data klien")
    other_tab = office.hadi.opens(f"{client.url}/identity")
    office.hadi.opens(f"{client.url}/identity").press("Simpan", name="Gunawan Saputra", alias="Mr. X", birth="12-03-1992")
    other_tab.press("Simpan", name="Gunawan").is_refused("Gunawan Saputra", "Gunawan")
    office.hadi.opens(f"{client.url}/papers").press("Simpan", new_nik="9901041203920000")
    client.again().sees("Gunawan Saputra", "990104********00", "34 th").does_not_see("9901041203920000")
    assert "9901041203920000" in client.again().press("Tampilkan identitas").text
    path.plan(case, programme="pbi_jk", what="Diaktifkan kembali", by_when="27-03-2026").is_refused("pertimbangan khusus", status=422)
    office.hadi.opens(f"{client.url}/dtsen").press("Simpan", status="listed", decile="2", checked_on="hari ini", source="siks_ng")
    path.plan(case, programme="pbi_jk", what="Diaktifkan kembali", by_when="27-03-2026").sees("Diaktifkan kembali")


def brought_home(office, case):
    it_is("27 Mar 2026 10.30")
    path.come_back(path.at(case, "referrals").follow("RJ-2026-00002"), "complete", "Pulang dengan obat.")
    for service in ("SPM09", "SPM11", "PBI-JK"):
        path.deliver(case, service)
    path.give(case, "SPM12", "Diantar ke Bukit Rindang").sees("Diantar ke Bukit Rindang")
    path.at(case, "services").press("Mulai monitoring")
    case.again().sees("Monitoring", "Gunawan Saputra")
