"""What is typed for a referral, for each step outside, and for the directory; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField, TextAreaField, ValidationError

from portal import clock
from portal.fields import ChoiceField, DayField, ManyChoiceField, MomentField, PickField, RadioChoiceField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.letters.forms import WordsForm
from portal.rules import referral as rules
from portal.rules.letter_number import Secrecy
from portal.rules.office import Paper
from portal.rules.referral import AnswerStep, ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.referral_terms import Shared


class ReferralForm(WordsForm):
    """The content of a referral; `offer` gives it the institutions to choose from."""

    institution = PickField(_("Lembaga tujuan"), [needed(_("Pilih lembaga tujuan."))])
    kind = ChoiceField(_("Jenis rujukan"), ReferralKind, [needed(_("Pilih jenis rujukan."))])
    urgent = BooleanField(_("Mendesak: serah terima boleh mendahului surat"))
    reason = TextAreaField(_("Alasan merujuk"), [needed(_("Tulis mengapa klien dirujuk."))])
    service = TextAreaField(_("Layanan yang diharapkan"), [needed(_("Tulis layanan yang diharapkan dari lembaga."))])
    shared = ManyChoiceField(_("Identitas yang ditulis di surat"), Shared)
    summary = TextAreaField(_("Ringkasan kondisi untuk lembaga"), [needed(_("Tulis ringkasan yang perlu diketahui lembaga."))])
    consent = ChoiceField(_("Dasar persetujuan"), ConsentBasis, [needed(_("Pilih dasar persetujuan."))],
                          only=[each for each in ConsentBasis if each != ConsentBasis.OWN_REFUSED])
    consent_note = StringField(_("Keterangan persetujuan"))
    escort = StringField(_("Pendamping"))
    journey = StringField(_("Rencana dan kendaraan"))
    attachments = TextAreaField(_("Lampiran"))
    copies = TextAreaField(_("Tembusan"))
    secrecy = ChoiceField(_("Sifat surat"), Secrecy, [needed(_("Pilih sifat surat."))])
    answer_by = DayField(_("Jawaban diharapkan paling lambat"), [optional()])

    def offer(self, institutions):
        """Let one of these be chosen; returns the form."""
        self.places = {str(place.id): place for place in institutions}
        self.institution.choices = pairs(((place.id, place.name) for place in institutions), blank=_("Pilih lembaga"))
        if not self.is_submitted() and hasattr(self.institution.data, "id"):
            self.institution.data = str(self.institution.data.id)
        return self

    def validate_answer_by(self, field):
        if field.data and field.data < clock.today():
            raise ValidationError(_("Tanggal ini sudah lewat. Tulis hari ini atau sesudahnya."))

    @property
    def values(self):
        typed = super().values
        return {**typed, "institution": self.places[str(typed["institution"])]}


class SendingForm(WordsForm):
    at = MomentField(_("Dikirim pada"), [needed(_("Tulis waktu pengirimannya."))])
    way = StringField(_("Cara pengiriman"), [needed(_("Tulis cara pengirimannya."))])


class StepOutsideForm(WordsForm):
    """A step of the institution with its moment and its words; `offer` says which steps there are now."""

    step = RadioChoiceField(_("Hasil"), AnswerStep, [needed(_("Pilih salah satu."))])
    at = MomentField(_("Pada"), [needed(_("Tulis waktunya."))])
    note = TextAreaField(_("Keterangan (alasan, bila ditolak atau klien kembali)"))

    def offer(self, steps):
        self.step.choices = pairs((step, label(step)) for step in steps)
        return self

    def validate_note(self, field):
        if self.step.data in rules.ANSWER.reasoned and not field.data:
            raise ValidationError(str(_("Tulis alasannya di Keterangan.")))


class HandoverForm(WordsForm):
    """The hand-over record (BAST): the two parties, a witness, and what goes along."""

    at = MomentField(_("Diserahkan pada"), [needed(_("Tulis waktu serah terima."))])
    handed_place = StringField(_("Tempat serah terima"), [needed(_("Tulis tempat serah terima."))])
    handed_by = StringField(_("Yang menyerahkan"), [needed(_("Tulis nama yang menyerahkan."))])
    receiver = StringField(_("Yang menerima"), [needed(_("Tulis nama yang menerima."))])
    receiver_title = StringField(_("Jabatan penerima"))
    witness = StringField(_("Saksi"))
    items = TextAreaField(_("Barang dan dokumen yang ikut diserahkan"))


class InstitutionForm(WordsForm):
    """One entry of the directory."""

    kind = ChoiceField(_("Jenis lembaga"), InstitutionKind, [needed(_("Pilih jenis lembaga."))])
    name = StringField(_("Nama lembaga"), [needed(_("Tulis nama lembaga."))])
    head = StringField(_("Surat ditujukan kepada"))
    address = StringField(_("Alamat"))
    place = StringField(_("Kota atau kabupaten"))
    contact = StringField(_("Narahubung"))
    phone = StringField(_("Telepon"))
    accepts = TextAreaField(_("Menerima siapa"))
    papers = TextAreaField(_("Berkas yang diminta"))
    ministry = BooleanField(_("Unit Kementerian Sosial: programnya mensyaratkan desil atau pertimbangan khusus"))
    active = BooleanField(_("Masih bekerja sama"), default=True)


PAPERS = (("letter", _("Surat rujukan")), ("handover", _("Berita acara serah terima")), ("consent", _("Formulir persetujuan berbagi data")))


class PaperForm(Form):
    """Which paper of the referral, on which size."""

    kind = PickField(_("Cetakan"), [needed(_("Pilih cetakan."))], choices=lambda: pairs(PAPERS))
    paper = ChoiceField(_("Kertas"), Paper, [needed(_("Pilih ukuran kertas."))])

    @classmethod
    def of(cls, referral, paper):
        """The form as most people would fill it for this referral."""
        return cls(kind="handover" if referral.handed_at else "letter", paper=paper)
