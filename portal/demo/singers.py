"""Two boys who sing for coins: one goes back to school, the other learns a trade."""
from portal.demo.stage import at
from portal.demo.story import Story
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.decile import Programme
from portal.rules.lifecycle import ClosingReason, NoteKind
from portal.rules.placement import BatchStep
from portal.rules.referral import AnswerStep, ConsentBasis, ReferralKind
from portal.rules.service import FundSource, Spm, Unit
from portal.rules.ticket import TicketSender
from portal.rules.training import Education


def rian(town):
    """1: 171 tells of a boy who sings at the terminal; the learning centre takes him, and the closure waits for a manager."""
    story = Story(town, 1, "petugas")
    yield from _rian_is_found(story)
    yield from _rian_is_assessed(story)
    yield from _rian_goes_to_school(story)
    yield from _rian_is_done(story)


def _rian_is_found(story):
    yield at("03-02 09.10")
    story.receive(ticket_at=at("03-02 08.52"), ticket_from=TicketSender.COMPANION, ticket_by="Pendamping sosial Kota Melati")
    yield at("03-02 09.22")
    story.triage()
    yield at("03-02 09.40")
    story.verify(birth_certificate=True, education=Education.PRIMARY, in_school=False, work="Mengamen")
    story.open_case()
    yield at("03-02 14.05")
    story.meet("Ditemui di terminal, sehat, mau diajak bicara. Pulang ke rumah setiap malam.")
    yield at("03-02 15.40")
    story.note(NoteKind.VISIT, "Ke rumah keluarga. Ibu berjualan gorengan, ayah merantau; Rian berhenti di kelas 7 karena biaya.")
    story.knows("Marlina", RelationKind.MOTHER, guardian=True, phone="081299010001")
    story.consents(ConsentKind.SERVICE, ConsentBasis.GUARDIAN, given_by="Marlina")
    story.consents(ConsentKind.SERVICE, ConsentBasis.OWN, given_by="Rian Samudra", language="Indonesia, kata-kata sederhana")


def _rian_is_assessed(story):
    yield at("03-03 08.50")
    draft = story.assess(needs=(Spm.SPM09, Spm.SPM10), child_wishes="Ingin sekolah lagi, asal sore masih bisa membantu ibu.",
                         strengths="Pandai bermain gitar, dekat dengan ibunya.",
                         analysis="Turun ke jalan karena ekonomi dan putus sekolah; pengasuhan ada, dukungan terbatas.",
                         recommendation="PKBM Paket B, KIA, dan jaminan kesehatan; bimbingan keluarga.")
    yield at("03-03 10.30")
    story.submit(draft)
    yield at("03-03 14.20")
    story.decide(draft)
    yield at("03-04 09.05")
    story.plan(Spm.SPM10, "Paket B di PKBM", goal="Rian belajar lagi", by_when="03-20")
    story.plan(Spm.SPM09, "Kartu Identitas Anak", goal="Surat dan jaminan lengkap", by_when="03-13", quantity=1, unit=Unit.DOCUMENT)
    story.plan(Programme.PBI_JK, "Kepesertaan baru", goal="Surat dan jaminan lengkap", by_when="03-27", fund=FundSource.APBN)


def _rian_goes_to_school(story):
    yield at("03-05 10.00")
    story.consents(ConsentKind.SHARING, ConsentBasis.GUARDIAN, given_by="Marlina", institution="pkbm")
    story.consents(ConsentKind.SHARING, ConsentBasis.OWN, given_by="Rian Samudra", institution="pkbm")
    school = story.refer("pkbm", ReferralKind.EDUCATION, service="Menerima Rian di Paket B, kelas sore.",
                         reason="Putus sekolah di kelas 7, ingin belajar lagi.", consent=ConsentBasis.GUARDIAN, escort="Ibu dan petugas",
                         summary="Anak 13 tahun, lancar membaca, berhenti sekolah setahun lalu karena biaya. Tinggal bersama ibu.",
                         attachments="Fotokopi akta kelahiran\nFotokopi rapor kelas 6")
    yield at("03-05 13.30")
    story.decide(school)
    yield at("03-05 14.10")
    story.issue(school)
    yield at("03-05 14.30")
    story.send(school, "Diantar petugas")
    yield at("03-06 10.15")
    story.hear("pkbm", AnswerStep.ACCEPT, "Mulai Senin sore.")
    yield at("03-09 08.20")
    story.hand_over("pkbm", "Wulan Sari, S.Pd.", "Pengelola Paket B")
    story.deliver("Paket B")
    yield at("03-09 10.05")
    story.answer_ticket()


def _rian_is_done(story):
    yield at("03-12 11.00")
    story.deliver("Kartu", "KIA dicetak Disdukcapil")
    yield at("03-26 13.40")
    story.deliver("Kepesertaan", "Aktif per 26 Maret 2026")
    yield at("03-27 08.50")
    story.come_back("pkbm", AnswerStep.COMPLETE, "Hadir 11 dari 12 pertemuan, mengejar pelajaran dengan baik.")
    yield at("03-27 09.10")
    story.monitor()
    yield at("03-27 09.40")
    story.propose_closure(ClosingReason.GOALS_REACHED, "Sekolah, KIA, dan jaminan kesehatan sudah ada; Rian tidak lagi di terminal.")


def fajar(town):
    """5: a boy of seventeen comes by himself to learn a trade; the course runs past his eighteenth birthday."""
    story = Story(town, 5, "petugas")
    yield from _fajar_comes_in(story)
    yield from _fajar_is_proposed(story)
    yield from _fajar_learns(town)


def _fajar_comes_in(story):
    yield at("03-16 10.00")
    story.receive()
    yield at("03-16 10.12")
    story.triage()
    yield at("03-16 10.20")
    story.verify(birth_certificate=True, education=Education.JUNIOR, in_school=False, married=False, work="Mengamen")
    story.open_case()
    story.meet("Datang sendiri ke kantor, berpakaian rapi, membawa ijazah SMP dan akta.")
    yield at("03-16 14.00")
    story.knows("Sulaiman Putra", RelationKind.FATHER, guardian=True, phone="081299010005")
    story.consents(ConsentKind.SERVICE, ConsentBasis.GUARDIAN, given_by="Sulaiman Putra")
    story.consents(ConsentKind.SERVICE, ConsentBasis.OWN, given_by="Fajar Pratama Putra")


def _fajar_is_proposed(story):
    yield at("03-17 08.30")
    draft = story.assess(needs=(Spm.SPM08,), skill_interests="Pangkas rambut, lalu otomotif.", child_wishes="Punya kios sendiri.",
                         strengths="Lulusan SMP, rajin, semua surat lengkap.", analysis="Risiko rendah; yang dibutuhkan keterampilan.",
                         recommendation="Pelatihan pangkas rambut dan usaha mandiri.")
    yield at("03-17 09.30")
    story.submit(draft)
    yield at("03-17 10.45")
    story.decide(draft)
    yield at("03-17 11.15")
    story.plan(Spm.SPM08, "Kunjungan keluarga selama pelatihan", goal="Fajar menyelesaikan pelatihan", by_when="04-17")
    place = story.propose_for("barber", consent_by="Sulaiman Putra", supervision="Instruktur mendampingi setiap praktik di kursi pangkas; gunting "
                              "dan pisau cukur dipakai setelah materi keselamatan, dengan celemek dan sarung tangan. Ayahnya dihubungi bila perlu.")
    yield at("03-17 14.30")
    story.decide(place, by="manajer2")


def _fajar_learns(town):
    yield at("03-25 08.00")
    town.batch("barber").go(BatchStep.START, by=town["petugas2"])
    for day, topic in ((25, "Pengenalan dan perlengkapan"), (26, "Kebersihan dan keselamatan kerja"), (27, "Potongan dasar")):
        yield at(f"03-{day} 15.00")
        town.everybody_came("barber", topic)


STORIES = (rian, fajar)
