"""Ways out of the source articles that lead to care and protection: the Sentra, the province's list, the way home, and the same night."""
from portal.demo.told import told
from tests.stories import path
from tests.stories.path import somebody
from tests.stories.story import it_is

SENTRA = "Sentra Harapan Samudra"


# Outside the deciles 171's child goes to the ministry's Sentra by a special consideration; the head is away (seed of Pesisir Barat).

def test_outside_the_deciles_to_the_sentra_while_somebody_acts_for_the_head(office, case_of):
    story = somebody("Lestari Ayu", "P", born="2011-06-06", category="02", channel="171", narrative="Anak tinggal sendiri, sakit-sakitan.",
                     decile=7, answers=told(1).answers)
    case = case_of(story)
    discussed(office, case, story)
    acting(office)
    page = considered_and_asked(office, case)
    taken_over(office, page)
    replied_to_171(office, case)


def discussed(office, case, story):
    it_is("3 Mar 2026 09.00")
    letter = path.letter(path.letters(case), "Undangan pembahasan kasus", meeting_at="5-3-2026 10.00", meeting_place="Ruang rapat",
                         wording={"content": "Pilihan pengasuhan.", "guests": "Kepala Puskesmas Melati Timur\nLurah Pasar Lama"})
    letter.sees("0001/DINSOS", "Kepala Puskesmas Melati Timur", "L.A.").press("Buka cetakan", paper="f4").does_not_see("Lestari Ayu")
    path.submit(path.assess(case, story, needs=("SPM10",)))
    path.decide(office.komang, "KS-2026-00001")


def acting(office):
    """The manager who is away hands down to Hadi, an officer, by an order for three days."""
    it_is("5 Mar 2026 08.00")
    page = office.nur.opens("/accounts/delegations/new").press("Catat", user="Hadi", mode="plh", post="Kepala Dinas Sosial",
                                                               order_no="800.1.11/12/2026", since="hari ini", until="7-3-2026")
    page.sees("Plh. Kepala Dinas Sosial", "800.1.11/12/2026")


def considered_and_asked(office, case):
    path.ask_consideration(case, reason="no_family", text="Kerabat sudah dihubungi, tidak ada pengasuh.")
    path.decide(office.hadi, "KS-2026-00001")
    office.siti.opens("/decisions/all").follow("KS-2026-00001").sees("Plh. Kepala Dinas Sosial", "Hadi")
    page = path.at(case, "referrals").follow("RJ-2026-00001").sees(SENTRA, "Draf")
    page = page.follow("Ubah isi").press("Simpan", consent="public_task", consent_note="Tidak ada wali.",
                                         enclosed=["Laporan sosial"])
    path.submit_referral(page)
    path.decide(office.komang, "RJ-2026-00001")
    page = page.again().follow("Terbitkan surat").sees("Plh. KEPALA DINAS SOSIAL", "Hadi").press("Terbitkan surat")
    page.sees("400.9.2.2/0002/DINSOS/2026").press("Buka cetakan", kind="letter", paper="f4").sees("Plh. KEPALA DINAS SOSIAL", "Hadi", "Lampiran")
    return path.send(page.again(), "Surel resmi")


def taken_over(office, page):
    form = page.follow("Catat jawaban lembaga")
    page = form.press("Simpan", step="put_on_list", promised_on="16-3-2026", answered_by="Ibu Prameswari").sees("Daftar tunggu", "16 Maret 2026")
    it_is("16 Mar 2026 08.00")
    office.siti.opens("/").sees("RJ-2026-00001", SENTRA)
    page = path.hand_over(path.hear(page.again(), "accept"), "Ibu Prameswari")
    letter = page.follow("berita acara bernomor")
    path.letter(letter, "Berita acara serah terima").sees("0003/DINSOS").press("Buka cetakan", paper="f4").sees("BERITA ACARA SERAH TERIMA")
    it_is("15 Apr 2026 08.00")
    office.siti.opens("/").sees("RJ-2026-00001")
    path.come_back(page.again(), "report_back", "Mulai bersekolah di Sentra.").sees("Mulai bersekolah di Sentra.")


def replied_to_171(office, case):
    report = case.again().follow("LP-2026-00001")
    letters = office.siti.opens(f"/correspondence/report/{report.url.rsplit('/', 1)[1]}")
    letters.follow("Balasan tiket 171").press("Buat konsep").press("Simpan surat", content="Lestari Ayu ditempatkan.").is_refused(status=422)
    page = path.letter(letters, "Balasan tiket 171", wording={"content": "Anak sudah ditemui dan mendapat layanan."})
    page.sees("0004/DINSOS").follow("Catat balasan terkirim").press("Simpan sebagai terkirim", reply="Anak sudah ditemui dan mendapat layanan.")


# The province's home has no bed: a list, papers, a bed, and a boy who comes back.

def test_the_provinces_home_after_its_list_and_the_way_back(office, case_of):
    story = somebody("Galang Saputra", "L", born="2013-05-05", category="02", narrative="Tinggal di pasar, ditinggal orang tua.", decile=2,
                     answers=told(5).answers)
    case = case_of(story)
    path.know(office.siti, "provincial_home", "UPTD Panti Anak Samudra", "Kepala UPTD Panti Anak Samudra",
              papers="Surat pengantar Dinas Sosial\nFotokopi akta kelahiran\nLaporan sosial")
    page = listed(office, case)
    page = bed_found(office, page)
    asked_next(office, case, page)


def listed(office, case):
    page = path.draft_referral(case, "UPTD Panti Anak Samudra", "care", consent="public_task", consent_note="Orang tua tidak ditemukan.")
    path.letter(page.follow("berita acara bernomor"), "Surat pengantar",
                wording={"rows-0-what": "Laporan sosial", "rows-0-count": "1 berkas"}).sees("0001/DINSOS")
    page = page.again().follow("Ubah isi").press("Simpan", enclosed=["Laporan sosial"])
    page = path.refer(page, office.komang, "RJ-2026-00001", "Pos").sees("0002/DINSOS")
    page = path.hear(page, "put_on_list", "Nomor 3 di daftar.").sees("Daftar tunggu", "Nomor 3 di daftar.")
    assert not any("Catat serah terima" in words for _, words in page.page.links)
    return page


def bed_found(office, page):
    it_is("12 Mar 2026 09.00")
    page = page.again().follow("Catat jawaban lembaga").press("Simpan", step="want_papers", papers_wanted="Fotokopi akta kelahiran")
    page = path.send(page.sees("Fotokopi akta kelahiran"), "Surel resmi")
    page = path.hand_over(path.hear(page, "accept"), "Bapak Wirawan").sees("Diserahterimakan")
    it_is("20 Mar 2026 21.00")
    path.come_back(page, "come_back", "").is_refused(status=422)
    return path.come_back(page.again(), "come_back", "Meninggalkan panti; ditemukan di pasar.").sees("Rencanakan lagi: klien kembali dari lembaga")


def asked_next(office, case, page):
    office.siti.opens("/").sees("RJ-2026-00001")
    it_is("26 Mar 2026 09.00")
    draft = path.elsewhere(page.again(), SENTRA)
    draft.press("Simpan").sees("UPTD Panti Anak Samudra", "Meninggalkan panti; ditemukan di pasar.")
    page.again().sees("RJ-2026-00002")
    case.again().sees("Lanjutkan rujukan")


# A boy of another regency goes home with the police's letter, an escort and a record of the hand-over; who reported is told.

def test_home_to_the_regency_of_origin(office, case_of):
    story = somebody("Rizal Maulana", "L", born="2012-02-02", category="02", channel="police", narrative="Anak telantar di pelabuhan.", decile=3,
                     answers=told(5).answers)
    case = case_of(story)
    path.know(office.siti, "home_social_office", "Dinas Sosial Kabupaten Bukit Timur", "Kepala Dinas Sosial Kabupaten Bukit Timur",
              place="Bukit Timur", papers="Surat kepolisian orang telantar\nBerita acara serah terima\nTiket perjalanan")
    page = sent_home(office, case)
    arrived(office, case, page)
    reporter_is_told(office, case)


def sent_home(office, case):
    page = path.draft_referral(case, "Dinas Sosial Kabupaten Bukit Timur", "return_home", consent="public_task", escort="Siti Rahma",
                               consent_note="Wali di daerah asal belum terhubung.", journey="Kapal 4 Maret, lalu mobil dinas")
    page = page.follow("Ubah isi").press("Simpan", enclosed=["Surat kepolisian orang telantar", "Tiket perjalanan"])
    page = path.refer(page, office.komang, "RJ-2026-00001", "Dibawa bersama klien").sees("0001/DINSOS", "Dibawa bersama klien")
    return path.hear(page, "accept", "Ditunggu di pelabuhan Bukit Timur.")


def arrived(office, case, page):
    it_is("4 Mar 2026 17.00")
    handed = {"receiver_title": "Kepala Bidang", "handed_escort": "Siti Rahma, Dinas Sosial", "witness": "Aipda Joko",
              "handed_place": "Pelabuhan Bukit Timur", "belongings": "Tas sekolah"}
    page = page.again().follow("Catat serah terima").press("Simpan", receiver="Drs. Hamdan", **handed)
    page.sees("Pelabuhan Bukit Timur", "Aipda Joko", "Tas sekolah")
    path.give(case, "SPM12", "Tiket dan pendampingan", rupiah="450.000", fund="apbd").sees("Rp450.000")
    it_is("1 Apr 2026 09.00")
    page = path.come_back(page.again(), "report_back", "Tinggal bersama nenek.")
    path.come_back(page, "complete", "Pendampingan diteruskan di sana.").sees("Selesai")


def reporter_is_told(office, case):
    report = case.again().follow("LP-2026-00001")
    page = report.follow("Kabari pelapor")
    page.press("Simpan sebagai sudah dikabari", way="telephone", words="Rizal Maulana sudah pulang.").is_refused(status=422)
    page.again().press("Simpan sebagai sudah dikabari", way="telephone")
    report.again().sees("Telepon", "Siti").does_not_see("Belum dikabari")


# The same night to the protection unit and the police: the child first, two letters the next day, and for nobody outside the team a trace.

def test_the_same_night_to_protection_and_police_and_nobody_else_knows(office):
    case = safe_the_same_night(office)
    nobody_else_knows(office)
    letters_the_next_day(office, case)


def safe_the_same_night(office):
    it_is("11 Mar 2026 20.05")
    case = path.case_of(office.siti, told(4)).sees("Reni Anjani", "Darurat", "terbatas")
    it_is("11 Mar 2026 21.05")
    path.meet(case, "Ditemui bersama Unit PPA.")
    path.know(office.siti, "police", "Polres Teluk Melati Unit PPA", "Kapolres Teluk Melati", night="Piket 24 jam")
    places = {"UPTD PPA Teluk Melati": ("protection", "Dewi Kartika"), "Polres Teluk Melati Unit PPA": ("legal", "Aiptu Sri")}
    for place, (kind, receiver) in places.items():
        page = path.draft_referral(case, place, kind, urgent=True, consent="vital_interest", shared=["birth", "sex"],
                                   consent_note="Keluarga belum boleh diberi tahu.")
        path.hand_over(page, receiver).sees("Surat wajib terbit paling lambat 12 Mar 2026 16.00")
    office.siti.opens("/").sees("RJ-2026-00001", "RJ-2026-00002")
    return case


def nobody_else_knows(office):
    for address in ("referrals/1", "referrals/RJ-2026-00002", "correspondence/case/1", "correspondence/referral/1",
                    "correspondence/case/1/new/hospital"):
        assert office.hadi.opens(f"/{address}").status == 404, address
    for address in ("/", "/letters/", "/referrals/", "/decisions/all"):
        office.hadi.opens(address).does_not_see("RJ-2026-0000", "R.A.", "KS-2026-00001")


def letters_the_next_day(office, case):
    it_is("12 Mar 2026 09.00")
    first, second = (path.at(case, "referrals").follow(f"RJ-2026-0000{n}") for n in (1, 2))
    path.submit_referral(first)
    path.decide(office.nur, "RJ-2026-00001", "Tolak", reason="Tulis jabatan penerimanya.")
    first.again().sees("Surat wajib terbit paling lambat").press("Perbaiki dan ajukan lagi")
    for number, page in (("RJ-2026-00001", first), ("RJ-2026-00002", second)):
        path.submit_referral(page.again())
        path.decide(office.nur, number)
        path.issue(page.again()).does_not_see("Surat wajib terbit")
    office.siti.opens("/letters/").sees("0001/DINSOS", "0002/DINSOS").does_not_see("Reni")
    office.hadi.opens("/letters/").does_not_see("0001/DINSOS", "0002/DINSOS", "UPTD PPA")
    first.again().press("Buka cetakan", kind="letter", paper="f4").sees("R.A.", "RAHASIA").does_not_see("Reni")
