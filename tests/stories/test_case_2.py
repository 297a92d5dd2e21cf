"""Dinda is carried by her mother at the crossroads: a patrol, three floors, a legal basis other than the mother's consent."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

DINDA = told(2)


def test_dinda_is_fed_and_her_mother_is_not_asked(office):
    case = met_on_patrol(office)
    mother_may_be_the_one_who_profits(office, case)
    assessed(office, case)
    only_her_team_works_on_it(office, case)
    referred_for_nutrition(office, case)


def met_on_patrol(office):
    it_is("4 Mar 2026 19.40")
    case = path.case_of(office.hadi, DINDA).sees("Dinda Larasati", "Darurat", "Anak Balita Telantar")
    path.meet(case, "Ditemui saat patroli.")
    path.give(case, "SPM03", "Makan malam", quantity=1, unit="day", rupiah="60.000", fund="apbd").sees("Rp60.000", "Diberikan")
    return case


def mother_may_be_the_one_who_profits(office, case):
    client = case.follow("Data klien")
    office.hadi.opens(f"{client.url}/relations").press("Simpan", kind="mother", name="Sumiati Larasati", guardian=True, exploiter=True)
    consent = office.hadi.opens(f"{client.url}/consents")
    consent.press("Simpan", kind="service", basis="guardian", given_by="Sumiati Larasati", given_on="hari ini",
                  manner="signed").is_refused("mungkin merugikan klien", status=422)
    path.consent(case, "public_task", note="Ibu diduga menikmati hasil.")


def assessed(office, case):
    it_is("5 Mar 2026 10.40")
    page = path.assess(case, DINDA, needs=("SPM03", "SPM06"))
    page.sees("43,6", "100,0 %", "Mendesak")
    path.submit(page)
    path.decide(office.nur, "KS-2026-00001")
    case.again().sees("Mendesak", "Perencanaan")


def only_her_team_works_on_it(office, case):
    office.siti.opens(case.url).sees("D.L.", "KS-2026-00001").does_not_see("Dinda", "Larasati", "lampu merah")
    assert office.siti.opens(f"{case.url}/contact").status == 404
    assert office.siti.opens(case.url.replace("cases", "services/case")).status == 404
    assert office.komang.opens(f"{case.url}/contact").status == 403
    assert office.bagus.opens(case.url).status == 403


def referred_for_nutrition(office, case):
    it_is("6 Mar 2026 08.10")
    path.plan(case, spm="SPM03", what="Makanan tambahan", by_when="12-03-2026", quantity=7, unit="day").is_refused("tujuh hari", status=422)
    page = path.submit_referral(path.draft_referral(case, "Puskesmas Melati Timur", "medical", consent="public_task", consent_note=""))
    office.komang.opens("/decisions/").follow("RJ-2026-00001").sees("Tugas pelayanan publik", "Ibu diduga menikmati hasil.")
    path.decide(office.komang, "RJ-2026-00001", "Kembalikan", reason="Tambahkan berat dan tinggi badan.")
    page = page.again().sees("Dikembalikan", "Tambahkan berat dan tinggi badan.")
    page.follow("Ubah isi").press("Simpan", summary="Berat 11 kg, tinggi 96 cm.")
    path.submit_referral(page.again())
    path.decide(office.komang, "RJ-2026-00001")
    page = path.send(path.issue(page.again()))
    page = path.hand_over(path.hear(page, "accept"), "Ayu Pratiwi, A.Md.Gz.")
    path.come_back(page, "report_back", "Berat naik.").sees("Berat naik.")
