"""Two families on the street: a small girl carried by her mother, and a sister and brother who sell tissues after school."""
from datetime import date

from portal.demo.errands import WITH_NIK
from portal.demo.stage import at
from portal.demo.story import Story
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind, RelationKind
from portal.rules.consent import Instead
from portal.rules.decile import Programme
from portal.rules.lifecycle import NoteKind
from portal.rules.nik import Sex
from portal.rules.referral import AnswerStep, ConsentBasis, ReferralKind
from portal.rules.service import FundSource, ServiceStep, Spm, Unit


def dinda(town):
    """2: a patrol meets a thin girl of four; her mother may be the one who profits, so consent rests on the office's task."""
    story = Story(town, 2, "petugas2")
    yield from _dinda_is_met(story)
    yield from _dinda_is_assessed(story)
    yield from _dinda_is_fed(story)


def _dinda_is_met(story):
    yield at("03-04 19.40")
    story.receive()
    yield at("03-04 19.46")
    story.triage()
    yield at("03-04 19.55")
    story.verify(birth_certificate=True, in_school=False)
    story.open_case()
    story.meet("Ditemui saat patroli, digendong ibunya. Kurus, batuk, tidak demam.")
    yield at("03-04 20.30")
    story.give(Spm.SPM03, "Makan malam dan susu untuk anak dan ibu", quantity=1, unit=Unit.DAY, rupiah=60_000, fund=FundSource.APBD)
    yield at("03-05 08.20")
    story.mother_becomes_client("Sumiati Larasati", sex=Sex.FEMALE, age_estimate=29, age_estimate_on=date(2026, 3, 5), work="Meminta-minta")
    story.consents(ConsentKind.SERVICE, ConsentBasis.PUBLIC_TASK, instead=Instead.GUARDIAN_HARMS, decided_by=story.town["manajer"],
                   note="Ibu diduga menikmati hasil; persetujuannya tidak dijadikan dasar.")


def _dinda_is_assessed(story):
    yield at("03-05 09.00")
    draft = story.assess(needs=(Spm.SPM03, Spm.SPM06, Spm.SPM08), dismissals={Spm.SPM09: "Akta sudah ada; KIA diurus bersama berkas ibunya."},
                         analysis="Gizi kurang dan dibawa bekerja di jalan setiap hari.",
                         recommendation="Pemulihan gizi, bimbingan keluarga, jaminan kesehatan; ibu didampingi tersendiri.",
                         parents="Ibu kandung, tanpa pekerjaan tetap. Ayah tidak diketahui.")
    yield at("03-05 10.40")
    story.submit(draft)
    yield at("03-05 13.10")
    story.decide(draft)
    yield at("03-05 14.00")
    story.plan(Spm.SPM03, "Makanan tambahan enam hari", goal="Dinda sehat dan cukup gizi", by_when="03-12", quantity=6, unit=Unit.DAY,
               rupiah=360_000, fund=FundSource.APBD)
    story.plan(Spm.SPM06, "Vitamin dan obat batuk", goal="Dinda sehat dan cukup gizi", by_when="03-13", quantity=1, unit=Unit.PACKAGE)
    story.plan(Programme.PBI_JK, "Kepesertaan baru", goal="Dinda sehat dan cukup gizi", by_when="03-25", fund=FundSource.APBN)
    story.plan(Spm.SPM08, "Bimbingan kepada ibu", goal="Diasuh tanpa turun ke jalan", by_when="04-10")


def _dinda_is_fed(story):
    yield at("03-06 08.10")
    care = story.refer("puskesmas", ReferralKind.MEDICAL, service="Pemeriksaan dan pemulihan gizi.", reason="Kurus dan batuk dua minggu.",
                       consent=ConsentBasis.PUBLIC_TASK, escort="Petugas Satgas",
                       summary="Anak perempuan 4 tahun, tampak kurus, batuk, belum ada JKN.")
    yield at("03-06 08.40")
    story.decide(care, DecisionStep.RETURN, reason="Tambahkan berat dan tinggi badan pada ringkasan.")
    yield at("03-06 09.15")
    story.refer_again(care, summary="Anak perempuan 4 tahun, berat 11 kg, tinggi 96 cm, batuk dua minggu, belum ada JKN.")
    yield at("03-06 09.40")
    story.decide(care)
    yield at("03-06 09.55")
    story.issue(care)
    story.send(care, "Dibawa bersama klien")
    yield at("03-06 10.30")
    story.hear("puskesmas", AnswerStep.ACCEPT, "Langsung diperiksa.")
    yield at("03-06 10.45")
    story.hand_over("puskesmas", "Ayu Pratiwi, A.Md.Gz.", "Petugas gizi")
    yield at("03-12 14.00")
    story.deliver("Makanan")
    story.deliver("Vitamin")
    yield at("03-17 09.20")
    story.come_back("puskesmas", AnswerStep.REPORT_BACK, "Berat naik menjadi 11,6 kg, batuk reda. Kontrol lagi 31 Maret.")
    yield at("03-27 14.20")
    story.refer("bpjs", ReferralKind.DOCUMENTS, service="Kepesertaan PBI-JK untuk Dinda.", reason="Belum memiliki jaminan kesehatan.",
                consent=ConsentBasis.PUBLIC_TASK, summary="Anak balita, keluarga desil 1, dalam pemulihan gizi.", shared=WITH_NIK)


def wijaya(town):
    """7: two reports of the same children; the sister's plan is on its way, the brother's assessment is late and still a draft."""
    story = Story(town, 7, "petugas")
    yield from _two_reports(story)
    yield from _siblings_are_met(story)
    yield from _sari_is_assessed(story)
    yield from _family_is_helped(story)


def _two_reports(story):
    yield at("03-23 16.20")
    story.receive()
    yield at("03-23 16.34")
    story.triage()
    yield at("03-23 17.05")
    second = story.receive(1, people=False)
    yield at("03-23 17.20")
    second.merge_into(story.report, by=story.by)


def _siblings_are_met(story):
    yield at("03-25 07.50")
    story.verify(birth_certificate=True, in_school=True)
    for n in (0, 1):
        story.open_case(n)
    story.are_siblings()
    for n in (0, 1):
        story.knows("Nurhayati Wijaya", RelationKind.MOTHER, guardian=True, phone="081299010007", n=n)
    yield at("03-25 14.10")
    story.meet("Ditemui di depan swalayan sepulang sekolah bersama adiknya. Disuruh orang tua, hasil untuk belanja harian.")
    story.meet("Ditemui bersama kakaknya.", n=1)
    yield at("03-25 15.30")
    for n in (0, 1):
        story.consents(ConsentKind.SERVICE, ConsentBasis.GUARDIAN, given_by="Nurhayati Wijaya", n=n)
    story.consents(ConsentKind.SERVICE, ConsentBasis.OWN, given_by="Sari Wijaya", language="Indonesia, kata-kata sederhana")


def _sari_is_assessed(story):
    yield at("03-26 08.30")
    draft = story.assess(needs=(Spm.SPM08,), child_wishes="Tetap di sekolahnya, bersama teman-temannya.", siblings="Dimas, 9 tahun, ikut berjualan.",
                         analysis="Anak sekolah yang disuruh berjualan tiga jam sehari; rumah aman.",
                         recommendation="Bimbingan keluarga dan pernyataan orang tua; periksa PKH.")
    yield at("03-26 10.05")
    story.submit(draft)
    yield at("03-26 11.20")
    story.decide(draft)
    yield at("03-26 13.00")
    story.plan(Spm.SPM08, "Surat pernyataan orang tua", goal="Anak tidak disuruh berjualan", by_when="03-31")
    story.plan(Programme.PKH, "Periksa kepesertaan keluarga", goal="Penghasilan keluarga cukup", by_when="04-03", fund=FundSource.APBN)
    story.plan(Programme.SEKOLAH_RAKYAT, "Tawaran untuk Sari dan Dimas", goal="Tetap bersekolah", by_when="04-10", fund=FundSource.APBN)


def _family_is_helped(story):
    yield at("03-26 15.00")
    story.begin_assessment(pages=2, n=1)
    yield at("03-27 09.30")
    story.end("Tawaran", ServiceStep.DECLINE, "Keluarga memilih sekolah sekarang, dekat rumah.")
    yield at("03-27 10.15")
    story.deliver("Surat pernyataan", "Ditandatangani ibu di hadapan ketua RT")
    story.note(NoteKind.TALK, "Surat pernyataan orang tua ditandatangani, disaksikan ketua RT.", participants="Ibu, ketua RT, petugas")


STORIES = (dinda, wijaya)
