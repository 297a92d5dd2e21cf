"""Ways out of the source articles that lead to treatment: the mental hospital step by step, insurance with its papers, money for what is missing."""
from tests.stories import path
from tests.stories.path import somebody
from tests.stories.story import it_is

# The mental hospital takes nobody without the health centre and the general hospital before it (domain 5.1).

def test_by_way_of_health_centre_and_hospital_to_the_mental_hospital(office, case_of):
    case = case_of(somebody("Marni Wulandari", "P", age=38, category="09", narrative="Perempuan gelisah, mengurung diri.", danger="Ya", flags=["R6"]))
    health_centre(office, case)
    hospital(office, case)
    recommended(office, case)
    page = mental_hospital(office, case)
    comes_home(office, case, page)


def health_centre(office, case):
    page = path.draft_referral(case, "Puskesmas Melati Timur", "medical", consent="vital_interest", consent_note="Belum dapat diajak bicara.")
    page = path.refer(page, office.komang, "RJ-2026-00001").sees("400.9.3.1/0001/DINSOS/2026", "Dikirim")
    page = path.hand_over(path.hear(page, "accept"), "Ns. Ayu Pratiwi")
    path.come_back(page, "complete", "Gejala berat; perlu rumah sakit.").sees("Selesai")
    path.submit(path.assess(case, somebody("", "P", category="09", narrative=""), narrative="Gangguan jiwa berat; keluarga ada."))
    path.decide(office.komang, "KS-2026-00001")


def hospital(office, case):
    it_is("3 Mar 2026 08.30")
    page = path.draft_referral(case, "RSUD Teluk Melati", "medical", consent="vital_interest", consent_note="Belum dapat diajak bicara.")
    page = page.follow("Ubah isi").sees("Kartu JKN", "Rekomendasi Dinas Sosial bila tanpa JKN").press("Simpan")
    page = path.refer(page, office.nur, "RJ-2026-00002").sees("0002/DINSOS")
    page = path.hand_over(path.hear(page, "accept"), "dr. Fikri Ramadhan")
    path.come_back(page, "complete", "Dirujuk ke RSJ; surat rujukan RSUD terbit.")


def recommended(office, case):
    it_is("4 Mar 2026 09.00")
    letters = path.letters(case)
    page = path.letter(letters, "Rekomendasi rumah sakit jiwa", institution="RSJ Provinsi Samudra",
                       wording={"content": "Gelisah sejak dua bulan.", "consent": "vital_interest", "consent_note": "Belum dapat diajak bicara."})
    page.sees("0003/DINSOS", "Diterbitkan")


def mental_hospital(office, case):
    page = path.draft_referral(case, "RSJ Provinsi Samudra", "medical", consent="vital_interest", consent_note="Belum dapat diajak bicara.")
    page = page.follow("Ubah isi").press("Simpan", enclosed=["Surat rujukan RSUD", "Surat rekomendasi Dinas Sosial"])
    page.sees("Surat rujukan RSUD", "Surat rekomendasi Dinas Sosial")
    page = path.refer(page, office.komang, "RJ-2026-00003", "Surel resmi").sees("0004/DINSOS")
    form = page.follow("Catat jawaban lembaga")
    form.press("Simpan", step="want_papers").is_refused(status=422)
    page = form.press("Simpan", step="want_papers", papers_wanted="Pernyataan keluarga").sees("Pernyataan keluarga")
    office.siti.opens("/").sees("RJ-2026-00003")
    it_is("5 Mar 2026 10.00")
    return path.hear(path.send(page, "Dibawa bersama klien"), "accept")


def comes_home(office, case, page):
    it_is("6 Mar 2026 13.00")
    handed = {"handed_escort": "Serda Made, Polsek Kota Melati", "condition": "Tenang.", "belongings": "Pakaian dua stel"}
    page = page.follow("Catat serah terima").press("Simpan", receiver="Ns. Rahayu", **handed)
    page.sees("Serda Made, Polsek Kota Melati", "Pakaian dua stel", "Tenang.")
    page.press("Buka cetakan", kind="handover", paper="f4").sees("BERITA ACARA SERAH TERIMA", "Ns. Rahayu", "Pakaian dua stel")
    it_is("10 Apr 2026 10.00")
    page = path.come_back(page.again(), "report_back", "Membaik dengan obat.")
    path.come_back(page, "complete", "Pulang; obat dilanjutkan Puskesmas.").sees("Selesai")
    register = office.siti.opens("/letters/")
    register.sees("0001/DINSOS", "0002/DINSOS", "0003/DINSOS", "0004/DINSOS").does_not_see("Marni", "0005/DINSOS")


# Insurance: the ministry's scheme is shut outside the deciles, a special consideration opens it; the regency's own scheme takes who is not covered.

def test_insurance_with_the_papers_of_village_district_and_office(office, case_of):
    story = somebody("Putri Ananda", "P", born="2015-09-02", category="05", channel="village", narrative="Anak talasemia, JKN tidak aktif.",
                     decile=7)
    case = case_of(story)
    path.share(case, "BPJS Kesehatan Kantor Kabupaten Teluk Melati", "guardian", given_by="Rahmawati")
    considered(office, case, story)
    page = asked_of_the_ministry(office, case)
    asked_of_the_regency(office, case, page)


def considered(office, case, story):
    office.siti.opens(f"{case.follow('Data klien').url}/dtsen").press("Simpan", status="listed", decile="7", checked_on="hari ini", source="siks_ng")
    path.plan(case, programme="pbi_jk", what="Diaktifkan kembali", by_when="31-03-2026").is_refused("pertimbangan khusus", status=422)
    path.ask_consideration(case, reason="illness", text="Talasemia, desil 7.", programme="pbi_jk")
    path.decide(office.nur, "KS-2026-00001")
    path.plan(case, programme="pbi_jk", what="Diaktifkan kembali", by_when="31-03-2026").sees("Diaktifkan kembali")


def asked_of_the_ministry(office, case):
    it_is("3 Mar 2026 09.00")
    letter = path.letter(path.letters(case), "Rekomendasi BPJS Kesehatan", institution="BPJS Kesehatan Kantor Kabupaten Teluk Melati",
                         programme="pbi_reactivation", wording={"content": "Talasemia, perlu transfusi rutin."})
    letter.sees("0001/DINSOS", "Persetujuan orang tua atau wali")
    page = path.draft_referral(case, "BPJS Kesehatan Kantor Kabupaten Teluk Melati", "medical", consent="guardian",
                               attachments="SKTM kelurahan\nRekomendasi camat\nRekomendasi Dinas Sosial")
    page = page.follow("Ubah isi").sees("Surat fasilitas kesehatan", "Fotokopi KK").press("Simpan", enclosed=["Surat fasilitas kesehatan"])
    page.sees("SKTM kelurahan", "Rekomendasi camat", "Surat fasilitas kesehatan")
    page = path.refer(page, office.komang, "RJ-2026-00001", "Diantar ke loket PBI").sees("0002/DINSOS")
    return path.hear(page, "decline", "NIK dan KK belum padan.").sees("Ditolak", "NIK dan KK belum padan.")


def asked_of_the_regency(office, case, page):
    it_is("4 Mar 2026 09.00")
    path.know(office.siti, "health_office", "Dinas Kesehatan Teluk Melati", "Kepala Dinas Kesehatan Teluk Melati")
    draft = path.elsewhere(page, "Dinas Kesehatan Teluk Melati").sees("RJ-2026-00002")
    saved = draft.press("Simpan").sees("SKTM kelurahan", "BPJS Kesehatan Kantor Kabupaten Teluk Melati")
    path.submit_referral(saved).is_refused("belum tercatat", status=422)
    path.share(case, "Dinas Kesehatan Teluk Melati", "guardian", given_by="Rahmawati")
    page = path.refer(saved.again(), office.nur, "RJ-2026-00002").sees("0003/DINSOS")
    page = path.come_back(path.hear(page, "accept", "PBPU Pemda aktif hari ini."), "complete", "Kartu aktif.").sees("Selesai")
    page.again().sees("NIK dan KK belum padan.", "RJ-2026-00001")
    path.at(case, "services").follow("PBI-JK").press("Tidak diperlukan lagi", reason="Ditanggung PBPU Pemda.")


# Baznas pays what it can, a company stays silent, another fund gives the rest (seed of Dinsos NTB).

def test_money_for_what_is_missing_from_baznas_and_from_companies(office, case_of):
    story = somebody("Mahmud Rasyid", "L", born="1961-01-17", category="24", channel="walk_in", narrative="Perlu kursi roda.", decile=1)
    case = case_of(story)
    page = part_from_baznas(office, case)
    rest_from_others(office, case)
    assert page.again().sees("Selesai")


def part_from_baznas(office, case):
    path.share(case, "Baznas Kabupaten Teluk Melati", "own")
    page = path.draft_referral(case, "Baznas Kabupaten Teluk Melati", "economic", consent="own")
    page = page.follow("Ubah isi").sees("Surat permohonan Dinas Sosial", "Fotokopi KK").press("Simpan", enclosed=["Fotokopi KK"])
    page = path.refer(page, office.komang, "RJ-2026-00001").sees("400.9.14/0001/DINSOS/2026")
    page = path.come_back(path.hear(page, "accept"), "complete", "Rp1.500.000 dari Rp2.500.000.").sees("Selesai")
    path.give(case, "SPM05", "Kursi roda, sebagian", rupiah="1.500.000", fund="baznas").sees("Rp1.500.000")
    return page


def rest_from_others(office, case):
    path.know(office.siti, "other", "PT Samudra Sejahtera", "Pimpinan CSR PT Samudra Sejahtera")
    path.know(office.siti, "alms_fund", "LAZ Peduli Melati", "Ketua LAZ Peduli Melati")
    for place in ("PT Samudra Sejahtera", "LAZ Peduli Melati"):
        path.share(case, place, "own")
    page = path.draft_referral(case, "PT Samudra Sejahtera", "economic", consent="own", shared=["birth", "sex"])
    page = path.refer(page, office.komang, "RJ-2026-00002")
    assert not any("Rujuk ke lembaga lain" in words for _, words in page.page.links)
    it_is("6 Mar 2026 09.00")
    office.siti.opens("/").sees("PT Samudra Sejahtera", "RJ-2026-00002")
    office.komang.opens("/").sees("RJ-2026-00002")
    page = path.elsewhere(page.again(), "LAZ Peduli Melati").press("Simpan")
    page.sees("Tidak dijawab", "PT Samudra Sejahtera")
    page = path.refer(page, office.nur, "RJ-2026-00003").sees("0003/DINSOS")
    path.come_back(path.hear(page, "accept"), "complete", "Sisanya dibayar.").sees("Selesai")
    path.give(case, "SPM05", "Kursi roda, sisanya", rupiah="1.000.000", fund="other").sees("Rp1.000.000")
