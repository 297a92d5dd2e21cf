"""The two newspaper articles that Sigap came from, played through: what an office says it does can be done here."""
from datetime import date

from portal.db import db
from portal.demo.told import told
from portal.office.models import Official
from tests.stories import path
from tests.stories.path import somebody


def accepted(office, case, story, **told_more):
    """The assessment is written, put to Komang, and accepted."""
    path.submit(path.assess(case, story, **told_more))
    path.decide(office.komang, "KS-2026-00001")


def test_171_within_the_deciles_opens_the_ministrys_programmes(office, case_of):
    story = somebody("Yusuf Maulana", "L", born="2013-02-01", category="04", sub_type="R", channel="171", narrative="Anak berjualan di pasar.",
                     decile=5, answers=told(7).answers)
    case = case_of(story).sees("Mendesak")
    accepted(office, case, story)
    path.plan(case, programme="pbi_jk", what="Kepesertaan baru", by_when="31-03-2026").sees("Kepesertaan baru", "Direncanakan")
    path.plan(case, programme="pkh", what="Usul PKH", by_when="31-03-2026").is_refused("pertimbangan khusus", status=422)


def test_171_outside_the_deciles_goes_to_the_sentra_over_the_acting_heads_name(office, case_of):
    story = somebody("Lestari Ayu", "P", born="2011-06-06", category="02", channel="171", narrative="Anak tinggal sendiri, sakit-sakitan.",
                     decile=7, answers=told(1).answers)
    case = case_of(story)
    accepted(office, case, story, needs=("SPM10",))
    page = path.draft_referral(case, "Sentra Harapan Samudra", "care", consent="public_task")
    path.submit_referral(page).is_refused("pertimbangan khusus", status=422)
    path.ask_consideration(case, reason="no_family", text="Tidak ada pengasuh; membutuhkan layanan Sentra.")
    path.decide(office.nur, "KS-2026-00001", "Tolak", reason="Jelaskan upaya ke kerabat.")
    path.ask_consideration(case, reason="no_family", text="Kerabat sudah dihubungi.")
    path.decide(office.nur, "KS-2026-00001")
    path.submit_referral(page.again())
    path.decide(office.komang, "RJ-2026-00001")
    with db.unit():
        Official.appoint(by=office.bagus.user, name="Rina Novita, S.H., M.M.", title="Plt. Kepala Dinas Sosial", nip="", since=date(2026, 3, 1))
    form = page.again().follow("Terbitkan surat")
    acting = next(value for value, text in form.form("Terbitkan surat").controls["official"].options.items() if "Rina" in text)
    page = form.press("Terbitkan surat", official=acting).sees("400.9.2.2/0001/DINSOS/2026")
    page.press("Buka cetakan", kind="letter", paper="f4").sees("Plt. KEPALA DINAS SOSIAL", "Rina Novita, S.H., M.M.", "Lestari Ayu")


def test_a_patrol_meets_a_child_who_ends_in_a_training_batch(office, case_of):
    story = somebody("Galang Saputra", "L", born="2009-05-05", category="04", sub_type="B", narrative="Remaja mengamen di pasar, ingin bekerja.",
                     decile=2, answers=told(5).answers)
    case = case_of(story)
    accepted(office, case, story)
    place = office.siti.opens("/training/case/1/batches/2").sees("Menjahit dasar")
    place.press("Kirim usulan", consent="guardian", consent_by="Ibu Saputra", assent="Ya")
    path.decide(office.nur, "KS-2026-00001")
    office.siti.opens("/training/batches/2").sees("Galang Saputra", "1/10")
    case.again().sees("Intervensi")


def test_the_task_force_brings_somebody_in_distress_to_the_mental_hospital(office, case_of):
    story = somebody("Ibu tanpa nama", "P", age=45, category="09", narrative="Perempuan telantar, bicara sendiri, menyerang orang.",
                     danger="Ya", flags=["R6"])
    case = case_of(story).sees("Darurat")
    page = path.draft_referral(case, "RSJ Provinsi Samudra", "medical", urgent=True, consent="vital_interest")
    page = path.hand_over(page, "Perawat penerimaan").sees("Surat wajib terbit paling lambat 3 Mar 2026 16.00")
    accepted(office, case, story, narrative="Gangguan jiwa berat, tanpa keluarga.")
    path.submit_referral(page.again())
    path.decide(office.komang, "RJ-2026-00001")
    path.issue(page.again()).sees("400.9.3.1/0001/DINSOS/2026").does_not_see("Surat wajib terbit")


def test_a_poor_sick_person_gets_bpjs_with_the_help_of_baznas(office, case_of):
    story = somebody("Mahmud Rasyid", "L", born="1961-01-17", category="24", channel="walk_in", narrative="Sakit, tidak mampu, belum punya BPJS.",
                     decile=1)
    case = case_of(story)
    accepted(office, case, story, narrative="Sakit jantung, tidak bekerja.", needs=("SPM10",))
    path.plan(case, programme="pbi_jk", what="Kepesertaan BPJS", by_when="06-03-2026")
    path.share(case, "Baznas Kabupaten Teluk Melati", "own")
    page = path.submit_referral(path.draft_referral(case, "Baznas Kabupaten Teluk Melati", "economic", consent="own"))
    path.decide(office.komang, "RJ-2026-00001")
    page = path.send(path.issue(page.again()).sees("400.9.14/0001/DINSOS/2026"))
    path.come_back(path.hand_over(path.hear(page, "accept"), "Bagian penyaluran"), "complete", "Iuran tiga bulan dibayar.")
    path.deliver(case, "SPM10", rupiah="450.000", fund="baznas", evidence="Kuitansi Baznas").sees("Rp450.000")
    path.deliver(case, "PBI-JK").sees("2 diberikan")
