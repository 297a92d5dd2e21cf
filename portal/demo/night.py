"""Two stories of the night: a boy without papers who runs away and comes back, and a girl whom nobody outside her team may see."""
from portal.demo.stage import at
from portal.demo.story import Story
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind, NoNikReason
from portal.rules.conference import ConferenceKind
from portal.rules.consent import Instead
from portal.rules.consideration import ConsiderationReason
from portal.rules.lifecycle import ClosingReason, NoteKind
from portal.rules.outreach import Finding, Shift
from portal.rules.outside_family import CareKind
from portal.rules.referral import AnswerStep, ConsentBasis, ReferralKind
from portal.rules.service import FundSource, ServiceStep, Spm, Unit


def bayu(town):
    """3: found at night, sheltered, considered, on the Sentra's list, gone, closed, found again, reopened."""
    story = Story(town, 3, "petugas2")
    yield from _bayu_is_taken_in(story)
    yield from _bayu_is_assessed(story)
    yield from _bayu_waits_for_the_sentra(story)
    yield from _bayu_runs_away(story)
    yield from _bayu_is_found_again(story)


def _bayu_is_taken_in(story):
    yield at("03-09 23.15")
    story.receive()
    yield at("03-09 23.24")
    story.triage()
    yield at("03-09 23.40")
    story.verify(name="", alias="Bayu", no_nik_reason=NoNikReason.UNKNOWN, origin="Kabupaten lain, menurut pengakuannya", in_school=False)
    story.open_case()
    story.meet("Ditemui di emperan toko bersama Satpol PP. Mengantuk, bau lem, kulit gatal, mau ikut ke rumah singgah.")
    story.consents(ConsentKind.SERVICE, ConsentBasis.VITAL_INTEREST, instead=Instead.GUARDIAN_UNKNOWN, note="Malam hari, tanpa wali yang diketahui.")
    yield at("03-10 00.20")
    story.give(Spm.SPM02, "Rumah singgah", quantity=4, unit=Unit.DAY, fund=FundSource.APBD)
    yield at("03-10 07.30")
    story.give(Spm.SPM04, "Pakaian bersih dan perlengkapan mandi", quantity=1, unit=Unit.PACKAGE, rupiah=185_000, fund=FundSource.APBD)
    story.give(Spm.SPM06, "Periksa kulit dan obat gatal di puskesmas", quantity=1, unit=Unit.TIME, fund=FundSource.APBD)


def _bayu_is_assessed(story):
    yield at("03-10 08.40")
    draft = story.assess(needs=(Spm.SPM02, Spm.SPM04, Spm.SPM06, Spm.SPM09, Spm.SPM11), street_reasons=["conflict"],
                         dismissals={Spm.SPM03: "Makan sudah termasuk di rumah singgah.", Spm.SPM07: "Konseling menyusul di Sentra.",
                                     Spm.SPM10: "Pendidikan kesetaraan disiapkan Sentra."},
                         child_wishes="Tidak mau pulang. Mau belajar mesin.", parents="Belum diketahui.",
                         analysis="Lebih dari dua tahun di jalan, tanpa keluarga yang dikenal, menghirup lem.",
                         recommendation="Rehabilitasi residensial di Sentra; penelusuran keluarga dan identitas.")
    yield at("03-10 10.30")
    story.submit(draft)
    yield at("03-10 11.15")
    story.decide(draft)
    yield at("03-10 13.00")
    story.plan(Spm.SPM09, "Pindai iris di Disdukcapil", goal="Diketahui siapa dan dari mana", by_when="03-13")
    story.plan(Spm.SPM11, "Lewat Dinsos daerah asal", goal="Diketahui siapa dan dari mana", by_when="03-31")
    yield at("03-10 14.10")
    considered = story.ask_consideration(ConsiderationReason.NO_NIK, "Tidak terdaftar di DT-SEN dan tanpa identitas; butuh rehabilitasi residensial.")
    yield at("03-10 15.30")
    story.confer(
        ConferenceKind.INTERNAL, chair="manajer", place="Ruang rapat Dinas Sosial",
        assessed="Lebih dari dua tahun di jalan, tanpa keluarga yang dikenal, menghirup lem; identitas belum ditemukan.",
        options="Sentra: rehabilitasi residensial dan bengkel, tetapi jauh.\nRumah singgah: dekat, tetapi hanya sementara.",
        child_view="Tidak mau pulang. Mau belajar mesin.", conclusion="Diajukan ke Sentra lewat pertimbangan khusus; penelusuran keluarga berjalan.",
        decisions=[("Menyurati Dinsos daerah asal tentang keluarga", "petugas2", "03-27")])
    yield at("03-11 08.30")
    story.decide(considered, by="manajer2")
    yield at("03-11 09.10")
    story.coordinate(considered, "sentra")
    story.propose_update(considered, "Operator Kelurahan Pasar Lama")


def _bayu_waits_for_the_sentra(story):
    yield at("03-11 10.00")
    sentra = story.refer_again(story.referral("sentra"), service="Rehabilitasi sosial residensial.", consent=ConsentBasis.VITAL_INTEREST,
                               consent_note="Wali belum diketahui.",
                               kind=ReferralKind.CARE, reason="Hidup di jalan tanpa pengasuh, menghirup lem.", escort="Petugas Satgas",
                               summary="Remaja ± 16 tahun tanpa identitas, lebih dari dua tahun di jalan, belum ada kontak keluarga.",
                               attachments="Laporan sosial\nBerita acara pembahasan kasus")
    yield at("03-11 11.20")
    story.decide(sentra)
    yield at("03-11 11.40")
    story.issue(sentra)
    story.send(sentra, "Surel resmi dan kurir")
    yield at("03-12 09.30")
    story.hear("sentra", AnswerStep.PUT_ON_LIST, "Tempat tersedia awal April.")
    yield at("03-12 10.30")
    story.deliver("Pindai", "Tidak ditemukan dalam basis data")


def _bayu_runs_away(story):
    yield at("03-13 06.10")
    story.note(NoteKind.INCIDENT, "Tidak ada di rumah singgah saat bangun pagi. Satgas dan Satpol PP diberi tahu.")
    yield at("03-13 10.00")
    story.miss("Pantai Baru")
    yield from _bayu_is_looked_for_at_night(story)
    yield at("03-16 20.45")
    story.miss("Terminal Kota Melati")
    yield at("03-17 08.20")
    story.hear("sentra", AnswerStep.DECLINE, "Dilepas dari daftar karena anak belum ditemukan.")
    story.end("Lewat", ServiceStep.FIND_UNNEEDED, "Menunggu anak ditemukan lagi.")
    yield at("03-17 08.50")
    story.propose_closure(ClosingReason.NOT_FOUND, "Tiga kali dicari, tidak ditemukan. Dibuka lagi begitu ada kabar.")
    yield at("03-17 13.40")
    story.decide(story.case)


def _bayu_is_looked_for_at_night(story):
    yield at("03-13 14.20")
    trip = story.plan_trip(day="03-13", shift=Shift.EVENING, outsiders="Made Suardana, Satpol PP\nIpda Rudi Hartono, Polsek Kota Melati",
                           points=[["99.01.01", "Pasar Lama"], ["99.01.02", "Dermaga Pantai Baru"]])
    yield at("03-13 19.40")
    story.go(trip)
    yield at("03-13 21.30")
    story.tell(trip, Finding.NOT_FOUND, place="Pasar Lama", who_met="Penjaga malam pasar", help_given="Nomor telepon dinas ditinggalkan",
               text="Terakhir terlihat kemarin sore.")
    yield at("03-13 22.45")
    story.come_home(trip, handed_out="6 paket makanan", notes="Dermaga sepi; dua titik selesai.")


def _bayu_is_found_again(story):
    yield at("03-26 22.50")
    story.note(NoteKind.CALL, "Satpol PP menemukan Bayu di pelabuhan, sehat, mau kembali ke rumah singgah.")
    yield at("03-27 07.45")
    story.ask_reopening("Ditemukan lagi pada 26 Maret malam dan mau dibantu.")
    yield at("03-27 08.20")
    story.decide(story.case)
    yield at("03-27 08.40")
    story.meet("Ditemui di pos pelabuhan, lapar, tidak terluka. Minta ke rumah singgah.", place="Pos pelabuhan")
    yield at("03-27 09.00")
    story.give(Spm.SPM02, "Rumah singgah", quantity=3, unit=Unit.DAY, fund=FundSource.APBD)
    story.begin_assessment(pages=3)


def reni(town):
    """4: restricted from the first call on; safe the same night, the papers follow, and nothing is said at home before the plan."""
    story = Story(town, 4, "petugas")
    yield from _reni_is_safe(story)
    yield from _reni_is_assessed(story)
    yield from _reni_papers(story)
    yield from _reni_plan(story)


def _reni_is_safe(story):
    yield at("03-11 20.05")
    story.receive()
    yield at("03-11 20.09")
    story.triage()
    yield at("03-11 20.20")
    story.verify(birth_certificate=True, in_school=True)
    story.open_case()
    story.consents(ConsentKind.SERVICE, ConsentBasis.VITAL_INTEREST, instead=Instead.DANGER, decided_by=story.town["manajer2"],
                   note="Keselamatan anak; keluarga belum boleh diberi tahu.")
    yield at("03-11 21.05")
    story.meet("Ditemui bersama Unit PPA Polres. Ketakutan, tanpa luka yang tampak, mau ikut ke tempat aman.", place="Muara Jati")
    yield at("03-11 21.20")
    story.note(NoteKind.OTHER, "Laporan polisi diterima Unit PPA Polres; penyidik ikut ke UPTD PPA.", participants="Unit PPA Polres")
    yield at("03-11 21.30")
    story.refer_tonight("ppa", ReferralKind.PROTECTION, "Pendampingan dan rumah aman malam ini.")
    yield at("03-11 21.50")
    story.hand_over("ppa", "Dewi Kartika, S.Psi.", "Petugas jaga")
    yield at("03-11 22.20")
    story.refer_tonight("rsud", ReferralKind.MEDICAL, "Pemeriksaan kesehatan dan visum.")
    yield at("03-11 22.40")
    story.hand_over("rsud", "dr. Anisa Putri", "Dokter jaga IGD")


def _reni_is_assessed(story):
    yield at("03-12 09.10")
    draft = story.assess(needs=(Spm.SPM02, Spm.SPM07),
                         dismissals={Spm.SPM06: "Diobati di RSUD.", Spm.SPM09: "Menunggu sampai aman; alamatnya tidak boleh tercatat.",
                                     Spm.SPM10: "Sekolahnya diatur UPTD PPA.", Spm.SPM11: "Keluarga diketahui; belum dihubungi demi keamanan."},
                         child_wishes="Tidak mau bertemu orang yang membawanya. Ingin tetap sekolah.",
                         analysis="Dieksploitasi orang dewasa yang dikenal keluarga; bahaya bila pulang sekarang.", safe_place=True,
                         recommendation="Rumah aman, pendampingan psikologis, proses hukum; rencana keselamatan sebelum keluarga dihubungi.")
    yield at("03-12 11.00")
    story.submit(draft)
    yield at("03-12 11.25")
    story.decide(draft, by="manajer2")
    yield at("03-12 11.50")
    story.plan(Spm.SPM02, "Rumah aman UPTD PPA", goal="Aman dari pelaku", by_when="04-10")
    story.plan(Spm.SPM07, "Pendampingan psikologis setiap pekan", goal="Pulih dan kembali sekolah", by_when="04-24")


def _reni_papers(story):
    yield at("03-12 13.10")
    story.submit_paper("ppa")
    story.submit_paper("rsud")
    yield at("03-12 13.40")
    story.decide(story.referral("ppa"), by="manajer2")
    story.decide(story.referral("rsud"), by="manajer2")
    yield at("03-12 14.05")
    for place in ("ppa", "rsud"):
        story.issue(story.referral(place))
        story.send(story.referral(place), "Diantar dalam amplop tertutup")


def _reni_plan(story):
    yield at("03-13 09.00")
    story.deliver("Rumah aman", "Ditempatkan sejak 11 Maret malam", fund=FundSource.APBD)
    story.confer(
        ConferenceKind.CROSS_SECTOR, chair="manajer2", place="UPTD PPA",
        guests=[["Dewi Kartika, S.Psi.", "UPTD PPA", "Psikolog"],
                ["Aiptu Made Sudarma", "Unit PPA Polres", "Penyidik"], ["dr. Anisa Putri", "RSUD", "Dokter IGD"]],
        assessed="Tingkat Darurat. Dieksploitasi orang dewasa yang dikenal keluarga; di rumah aman sejak 11 Maret malam, visum selesai.",
        options="Tetap di rumah aman: aman dan didampingi, jauh dari teman sekolah.\n"
                "Keluarga besar: dekat dengan sekolah, tetapi terduga pelaku mengenal mereka.",
        child_view="Tidak mau bertemu orang yang membawanya. Ingin tetap sekolah, boleh dari rumah aman.",
        conclusion="Rencana keselamatan disepakati: tetap di rumah aman, sekolah lewat guru kunjung, keluarga belum dihubungi.",
        decisions=[("Mengatur guru kunjung dengan sekolah", "petugas", "03-20"), ("Mendampingi dua kali seminggu", "Dewi Kartika, UPTD PPA", "04-10"),
                   ("Menilai keamanan keluarga besar sebelum dihubungi", "petugas", "03-30")])
    yield at("03-16 10.30")
    story.come_back("rsud", AnswerStep.COMPLETE, "Visum dan pemeriksaan selesai, hasil di Unit PPA.")
    yield at("03-19 11.00")
    story.carry_out("Mengatur guru kunjung", "Guru kunjung datang tiap Selasa dan Kamis mulai 24 Maret.")
    yield at("03-26 14.00")
    story.come_back("ppa", AnswerStep.REPORT_BACK, "Mulai tidur nyenyak, mengikuti pendampingan dua kali.")
    yield from _reni_needs_a_home(story)


def _reni_needs_a_home(story):
    yield at("03-27 13.20")
    home = story.place_outside(
        CareKind.LKSA, "LKSA Kasih Melati", by_when="04-06", review_on="06-30", goal="Aman dan kembali sekolah",
        impossible="Terduga pelaku dikenal keluarga; rumah belum aman.", kin_tried="Belum ditanya.",
        child_view="Mau, bila boleh tetap bertemu pendampingnya.")
    yield at("03-27 15.45")
    story.decide(home, DecisionStep.RETURN, by="manajer2", reason="Tulis kerabat mana yang dinilai dan mengapa belum aman.")
    yield at("03-30 07.50")
    story.place_again(home, kin_tried="Bibi di Kota Melati dinilai: bersedia, tetapi terduga pelaku tahu rumahnya.")


STORIES = (bayu, reni)
