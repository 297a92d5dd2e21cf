"""What is typed at each step of a referral outside the office; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import RadioField, StringField, TextAreaField, ValidationError

from portal.fields import DayField, MomentField, PickField, RadioChoiceField, needed, optional, pairs
from portal.labels import label
from portal.letters.forms import WordsForm
from portal.referrals.forms import grouped
from portal.rules import referral as rules
from portal.rules import referral_due as due
from portal.rules.referral import AnswerStep


class SendingForm(WordsForm):
    """How the letter left, who took it, and what proves it."""

    BESIDE = {due.Why.BEFORE_THE_STEP: "at"}
    at = MomentField(_("Dikirim pada"), [needed(_("Tulis waktu pengirimannya."))])
    way = StringField(_("Cara pengiriman"), [needed(_("Tulis cara pengirimannya."))],
                      description=_("Misalnya diantar, surel resmi, pos, atau dibawa bersama klien."))
    sent_by = StringField(_("Dikirim atau diantar oleh"), [needed(_("Tulis siapa yang mengirim atau mengantarnya."))])
    proof = StringField(_("Bukti pengiriman"), description=_("Misalnya nama penerima surat, nomor resi, atau waktu surel. "
                                                             "Foto tanda terima dilampirkan lewat Berkas."))


class StepOutsideForm(WordsForm):
    """A step of the institution with its moment and its words; `offer` says which steps there are now."""

    BESIDE = {due.Why.BEFORE_THE_STEP: "at"}
    step = RadioChoiceField(_("Hasil"), AnswerStep, [needed(_("Pilih salah satu."))])
    at = MomentField(_("Pada"), [needed(_("Tulis waktunya."))])
    note = TextAreaField(_("Keterangan (alasan, bila ditolak atau klien kembali)"))

    def offer(self, steps):
        self.step.choices = pairs((step, label(step)) for step in steps)
        if len(steps) == 1 and not self.is_submitted():
            self.step.data = steps[0]
        return self

    def validate_note(self, field):
        if self.step.data in rules.ANSWER.reasoned and not field.data:
            raise ValidationError(str(_("Tulis alasannya di Keterangan.")))


class AnswerForm(StepOutsideForm):
    """The institution's answer, as its reply slip or its letter says it."""

    BESIDE = {due.Why.PAPERS_UNNAMED: "papers_wanted", due.Why.PROMISED_BEFORE: "promised_on", due.Why.STILL_IN_TIME: "step",
              due.Why.BEFORE_THE_STEP: "at"}
    papers_wanted = TextAreaField(_("Berkas yang diminta, satu per baris"),
                                  description=_("Yang harus dikirim lebih dahulu, atau dibawa saat serah terima."))
    promised_on = DayField(_("Tanggal yang dijanjikan lembaga"), [optional()],
                           description=_("Kapan klien boleh datang, atau kapan tempat di daftar tunggu tersedia. Pada hari itu Sigap mengingatkan."))
    answered_by = StringField(_("Dijawab oleh"), description=_("Nama dan jabatan yang tertulis pada lembar jawaban."))
    answer_ref = StringField(_("Bukti jawaban"), description=_("Misalnya lembar jawaban, nomor surat balasan, atau telepon."))


class HandoverForm(WordsForm):
    """The hand-over record (BAST): the two parties, who went along, a witness, how the client is, and what goes along."""

    at = MomentField(_("Diserahkan pada"), [needed(_("Tulis waktu serah terima."))])
    handed_place = StringField(_("Tempat serah terima"), [needed(_("Tulis tempat serah terima."))])
    handed_by = StringField(_("Yang menyerahkan"), [needed(_("Tulis nama yang menyerahkan."))])
    handed_escort = TextAreaField(_("Pendamping perjalanan, satu per baris"), description=_("Nama dan instansinya."))
    receiver = StringField(_("Yang menerima"), [needed(_("Tulis nama yang menerima."))])
    receiver_title = StringField(_("Jabatan penerima"))
    witness = StringField(_("Saksi"))
    condition = TextAreaField(_("Keadaan klien saat diserahkan"), description=_("Yang perlu diketahui penerima: kesehatan, luka, obat yang diminum."))
    belongings = TextAreaField(_("Barang milik klien, satu per baris"), description=_("Uang, telepon, pakaian, obat; dengan jumlahnya."))
    items = TextAreaField(_("Dokumen yang ikut diserahkan, satu per baris"))


class ElsewhereForm(WordsForm):
    """The next place: one of those proposed, or any other; `offer` gives both lists."""

    institution = RadioField(_("Yang diusulkan"), [optional()], coerce=lambda value: value or None)
    other = PickField(_("Lembaga lain"))

    def offer(self, proposed, others):
        self.places = {str(place.id): place for place in (*proposed, *others)}
        self.institution.choices = pairs((place.id, f"{place.name} · {label(place.kind)}") for place in proposed)
        self.other.choices = grouped(others, ())
        return self

    def validate_other(self, field):
        if not (field.data or self.institution.data):
            raise ValidationError(_("Pilih satu lembaga, yang diusulkan atau yang lain."))

    @property
    def values(self):
        """The other place counts where both were chosen."""
        return {"institution": self.places[self.other.data or self.institution.data]}


class InsteadForm(WordsForm):
    """What is done when no other place is asked."""

    instead = TextAreaField(_("Apa yang dilakukan sebagai gantinya?"), [needed(_("Tulis apa yang dilakukan sebagai gantinya."))],
                            description=_("Misalnya layanan di rumah singgah, pulang ke keluarga dengan pendampingan, atau rencana baru."))
