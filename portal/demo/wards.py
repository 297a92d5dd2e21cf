"""Two who need a hospital first: a man in distress at the market, and a girl who needs a transfusion."""
from datetime import date

from portal.demo.stage import at
from portal.demo.story import Story
from portal.rules.client import ConsentKind, NoNikReason, RelationKind
from portal.rules.consent import Instead
from portal.rules.consideration import ConsiderationReason
from portal.rules.correspondence import Help
from portal.rules.decile import DtsenStatus, Programme
from portal.rules.letter_kind import LetterKind
from portal.rules.levels import Level
from portal.rules.lifecycle import NoteKind
from portal.rules.narrative import Topic
from portal.rules.referral import AnswerStep, ConsentBasis, ReferralKind
from portal.rules.service import FundSource, Spm, Unit


def unknown_man(town):
    """6: nobody knows his name; the hospital, then the mental hospital; then he has a name, a card and a brother."""
    story = Story(town, 6, "petugas2")
    yield from _man_is_brought(story)
    yield from _man_is_assessed(story)
    yield from _man_is_treated(story)
    yield from _man_has_a_name(story)


def _man_is_brought(story):
    yield at("03-18 07.50")
    story.receive()
    yield at("03-18 07.55")
    story.triage()
    yield at("03-18 08.05")
    story.verify(name="", alias="Mr. X", no_nik_reason=NoNikReason.UNKNOWN)
    story.open_case()
    story.consents(ConsentKind.SERVICE, ConsentBasis.VITAL_INTEREST, instead=Instead.UNABLE,
                   note="Membahayakan diri dan orang lain; keluarga belum diketahui.")
    yield at("03-18 08.35")
    story.meet("Ditemui di Pasar Lama bersama Polsek. Diberi pakaian, perlahan tenang, tidak menyebut nama.")
    story.give(Spm.SPM04, "Pakaian dan selimut", quantity=1, unit=Unit.PACKAGE, rupiah=150_000, fund=FundSource.APBD)
    yield at("03-18 09.00")
    story.refer_tonight("rsud", ReferralKind.MEDICAL, "Penanganan gawat darurat jiwa.")
    yield at("03-18 09.25")
    story.hand_over("rsud", "dr. Fikri Ramadhan", "Dokter jaga IGD")


def _man_is_assessed(story):
    yield at("03-18 13.00")
    draft = story.assess(needs=(Spm.SPM04, Spm.SPM09, Spm.SPM11),
                         topics={Topic.PRESENTING: "Laki-laki ± 34 tahun, gelisah, tidak berpakaian, mengancam pengunjung pasar.",
                                 Topic.HISTORY: "Menurut pedagang sudah tiga hari di pasar.", Topic.PHYSICAL: "Tidak terluka.",
                                 Topic.PSYCHOLOGICAL: "Setelah obat penenang dapat diajak bicara sebentar.", Topic.LEGAL: "Tidak ada identitas."},
                         recommendation="Perawatan jiwa lewat rantai RSUD ke RSJ; penelusuran identitas dan keluarga.")
    yield at("03-18 14.10")
    story.submit(draft)
    yield at("03-18 15.00")
    story.decide(draft, by="manajer2")
    yield at("03-18 15.30")
    story.plan(Spm.SPM09, "Pindai iris dan sidik jari", goal="Diketahui siapa dan dari mana", by_when="03-27")
    story.plan(Spm.SPM11, "Penelusuran keluarga", goal="Pulang ke keluarga", by_when="03-31")
    story.submit_paper("rsud")
    yield at("03-18 16.00")
    story.decide(story.referral("rsud"), by="manajer2")
    yield at("03-18 16.20")
    story.issue(story.referral("rsud"))
    story.send(story.referral("rsud"), "Diantar ke bagian rekam medis")


def _man_is_treated(story):
    yield at("03-19 09.00")
    story.come_back("rsud", AnswerStep.COMPLETE, "Stabil; dokter merujuk ke RSJ.")
    story.refer_tonight("rsj", ReferralKind.MEDICAL, "Rawat inap jiwa.")
    story.submit_paper("rsj")
    yield at("03-19 09.40")
    story.decide(story.referral("rsj"), by="manajer2")
    yield at("03-19 10.00")
    story.issue(story.referral("rsj"))
    story.send(story.referral("rsj"), "Dibawa bersama klien")
    yield at("03-19 13.20")
    story.hear("rsj", AnswerStep.ACCEPT, "Diterima di ruang Kenanga.")
    story.hand_over("rsj", "Ns. Rahayu Wulandari", "Perawat penerimaan")


def _man_has_a_name(story):
    yield at("03-25 10.20")
    story.is_really(name="Gunawan Saputra", alias="Mr. X", nik="9901041203920000", no_nik_reason=None, birth_date=date(1992, 3, 12),
                    age_estimate=None, age_estimate_on=None, district="99.01.04", village="99.01.04.2001")
    story.deliver("Pindai", "Iris cocok; NIK ditemukan")
    story.check_dtsen(DtsenStatus.LISTED, 2)
    yield at("03-25 14.30")
    story.knows("Hendra Saputra", RelationKind.SIBLING, phone="081299010006")
    story.deliver("Penelusuran", "Kakak ditemukan di Bukit Rindang dan mau menerima")
    story.plan(Programme.PBI_JK, "Diaktifkan kembali", goal="Berobat tanpa biaya", by_when="03-27", fund=FundSource.APBN)
    story.plan(Spm.SPM12, "Diantar ke Bukit Rindang", goal="Pulang ke keluarga", by_when="03-28")
    yield at("03-26 09.10")
    story.deliver("Diaktifkan", "Aktif pada hari yang sama")
    yield at("03-27 10.30")
    story.come_back("rsj", AnswerStep.COMPLETE, "Pulang dengan obat dan jadwal kontrol 10 April.")
    story.deliver("Diantar", "Diterima kakak dan kepala desa", quantity=1, unit=Unit.PERSON, rupiah=400_000, fund=FundSource.APBD)
    yield at("03-27 15.00")
    story.monitor()


def anggun(town):
    """8: first the transfusion, then the papers: consideration, insurance, Baznas; the level comes down when she is stable."""
    story = Story(town, 8, "petugas")
    yield from _anggun_gets_blood(story)
    yield from _anggun_is_assessed(story)
    yield from _anggun_is_considered(story)
    yield from _anggun_is_stable(story)


def _anggun_gets_blood(story):
    yield at("03-27 11.30")
    story.receive()
    yield at("03-27 11.36")
    story.triage()
    yield at("03-27 11.45")
    story.verify(birth_certificate=True, in_school=True)
    story.open_case()
    yield at("03-27 12.35")
    story.meet("Ditemui di rumah bersama bidan desa. Pucat, lemas; perlu transfusi hari ini.", place="Rumah keluarga, Sumber Teduh")
    story.knows("Rahmawati", RelationKind.MOTHER, guardian=True, phone="081299010008")
    story.consents(ConsentKind.SERVICE, ConsentBasis.GUARDIAN, given_by="Rahmawati")
    story.consents(ConsentKind.SHARING, ConsentBasis.GUARDIAN, given_by="Rahmawati", institution="rsud")
    story.refer_tonight("rsud", ReferralKind.MEDICAL, "Transfusi darah hari ini.", consent=ConsentBasis.GUARDIAN)
    yield at("03-27 13.20")
    story.hand_over("rsud", "dr. Anisa Putri", "Dokter jaga IGD")


def _anggun_is_assessed(story):
    yield at("03-27 14.00")
    draft = story.assess(needs=(Spm.SPM10,), dismissals={Spm.SPM06: "Obat dan transfusi diberikan RSUD."}, child_wishes="Ingin cepat sekolah lagi.",
                         analysis="Talasemia, butuh transfusi berkala; keluarga desil 7, JKN tidak aktif; berjualan di akhir pekan untuk ongkos.",
                         recommendation="Pengaktifan kembali PBI-JK lewat pertimbangan khusus, ongkos berobat dari Baznas.")
    yield at("03-27 14.50")
    story.submit(draft)
    yield at("03-27 15.10")
    story.decide(draft)


def _anggun_is_considered(story):
    yield at("03-27 15.25")
    considered = story.ask_consideration(ConsiderationReason.ILLNESS, "Talasemia, transfusi berkala; JKN tidak aktif, desil 7.", Programme.PBI_JK)
    yield at("03-27 15.50")
    story.decide(considered, by="manajer2")
    yield at("03-27 16.05")
    story.coordinate(considered, "sentra")
    story.plan(Programme.PBI_JK, "Diaktifkan kembali", goal="Transfusi teratur tanpa biaya", by_when="03-31", fund=FundSource.APBN)
    story.plan(Spm.SPM10, "Ongkos berobat tiga bulan", goal="Transfusi teratur tanpa biaya", by_when="04-03", quantity=3, unit=Unit.MONTH,
               rupiah=900_000, fund=FundSource.BAZNAS)
    story.consents(ConsentKind.SHARING, ConsentBasis.GUARDIAN, given_by="Rahmawati", institution="bpjs")
    yield at("03-27 16.25")
    story.write(LetterKind.INSURANCE, "bpjs", programme=Help.PBI_REACTIVATION, issued=True)
    yield at("03-27 17.00")
    story.give(Spm.SPM10, "Ambulans desa ke RSUD, ditanggung Baznas", quantity=1, unit=Unit.TIME, rupiah=250_000, fund=FundSource.BAZNAS)


def _anggun_is_stable(story):
    yield at("03-28 09.30")
    story.note(NoteKind.CALL, "RSUD: transfusi selesai, kondisi stabil, boleh pulang hari ini.")
    story.propose_level(Level.ORDINARY, "Sudah transfusi dan stabil menurut dokter RSUD.")
    yield at("03-28 10.15")
    story.decide(story.case)
    yield at("03-28 11.00")
    story.submit_paper("rsud")
    story.write(LetterKind.STATEMENT, purpose="pengurusan izin belajar di rumah")


STORIES = (unknown_man, anggun)
