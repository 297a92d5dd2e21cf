"""Bayu sleeps on a doorstep: night intake, a score that crosses a boundary, consideration, the Sentra's list, gone, closed, found again."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.story import it_is

BAYU = told(3)


def test_bayu_is_lost_and_found(office):
    case = taken_in_at_night(office)
    assessed(office, case)
    considered(office, case)
    referral = on_the_sentras_list(office, case)
    runs_away(office, case, referral)
    found_again(office, case)


def taken_in_at_night(office):
    it_is("9 Mar 2026 23.15")
    page = path.report(office.hadi, BAYU).sees("Mendesak", "±16")
    page = path.triage(page, BAYU).sees("Mendesak")
    case = path.open_case(path.verify(path.new_client(page)), BAYU).sees("Bayu", "Hidup di jalan")
    path.meet(case)
    it_is("10 Mar 2026 00.20")
    path.give(case, "SPM02", "Rumah singgah", quantity=1, unit="day").sees("Rumah singgah", "Diberikan")
    return path.consent(case, "vital_interest")


def assessed(office, case):
    it_is("10 Mar 2026 10.30")
    page = path.assess(case, BAYU, needs=("SPM11",))
    page.sees("61,8", "57,1–64,7", "92,3 %", "Darurat")
    path.submit(page)
    office.komang.opens("/decisions/").sees("Mendesak", "Yang belum diketahui dapat mengubah tingkatnya.", "E3 Keamanan di rumah", "F1 Kemampuan")
    path.decide(office.komang, "KS-2026-00001")
    case.again().sees("Darurat", "Perencanaan")


def considered(office, case):
    it_is("10 Mar 2026 14.10")
    path.plan(case, programme="atensi", what="Residensial", by_when="31-03-2026").is_refused("pertimbangan khusus", status=422)
    page = path.ask_consideration(case, reason="no_nik", text="Tidak terdaftar di DT-SEN.").sees("Menunggu")
    path.ask_consideration(case, reason="emergency", text="Sekali lagi.").is_refused(status=422)
    path.decide(office.nur, "KS-2026-00001")
    update = page.again().sees("RJ-2026-00001", "Perlu diusulkan").follow("Catat usul")
    update.press("Simpan", proposed_to="Operator Kelurahan Pasar Lama", proposed_on="hari ini").sees("Sudah diusulkan", "8 Juni 2026")
    page = page.again().follow("Catat koordinasi")
    page.press("Simpan", institution="Sentra Harapan Samudra", contact="Ibu Prameswari", coordinated_on="hari ini").sees("Sentra Harapan Samudra")
    path.plan(case, programme="atensi", what="Residensial", by_when="31-03-2026").sees("Residensial")


def on_the_sentras_list(office, case):
    it_is("11 Mar 2026 10.00")
    page = path.at(case, "referrals").follow("RJ-2026-00001").sees("Sentra Harapan Samudra", "Draf", "Tanpa NIK. Tidak terdaftar di DT-SEN.")
    page = path.submit_referral(page.follow("Ubah").press("Simpan", consent="vital_interest", consent_note="Tanpa wali yang diketahui."))
    path.decide(office.komang, "RJ-2026-00001")
    page = path.send(path.issue(page.again()))
    return path.hear(page, "put_on_list", "Tempat tersedia awal April.").sees("Daftar tunggu")


def runs_away(office, case, referral):
    for day, hour in ((13, "10.00"), (13, "21.30"), (16, "20.45")):
        it_is(f"{day} Mar 2026 {hour}")
        path.meet(case, "Tidak ada di sana.", outcome="not_found")
    path.hear(referral, "decline", "Dilepas dari daftar.")
    for service in ("SPM11", "ATENSI"):
        path.at(case, "services").follow(service).press("Tidak diperlukan lagi", reason="Anak belum ditemukan.")
    office.hadi.opens(f"{case.url}/closure").press("Ajukan ke manajer", reason="not_found", text="Tiga kali dicari.")
    path.decide(office.komang, "KS-2026-00001")
    case.again().sees("Selesai")


def found_again(office, case):
    it_is("27 Mar 2026 07.45")
    office.hadi.opens(f"{case.url}/reopening").press("Ajukan ke manajer", reason="Ditemukan lagi di pelabuhan.")
    path.decide(office.komang, "KS-2026-00001")
    page = case.again().sees("Asesmen", "Darurat")
    path.at(page, "assessments").press("Mulai asesmen ulang").sees("Asesmen ke-2")
