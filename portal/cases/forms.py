"""What is asked on a case, in shape only."""
from flask import g
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import ValidationError

from portal import clock
from portal.cases.models import SUGGESTED
from portal.fields import ChoiceField, DayField, ManyChoiceField, MomentField, PickField, RadioChoiceField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.categories import Category, SpmType, SubType
from portal.rules.levels import Level
from portal.rules.lifecycle import NoteKind, PauseReason, TryOutcome
from portal.tokens import FormToken

OUTSIDE = "outside"


class NowField(MomentField):
    """A moment that is now until somebody says otherwise."""

    def _value(self):
        return super()._value() if self.raw_data or self.data else "sekarang"


class SpmField(PickField):
    """The SPM type: what the category suggests, one of them, or none; data is what the verbs take."""

    def __init__(self, text, **kwargs):
        super().__init__(text, default=SUGGESTED, choices=lambda: pairs(
            [(SUGGESTED, _("Sesuai kategori")), *((each, label(each)) for each in SpmType), (OUTSIDE, _("Di luar SPM"))]), **kwargs)

    def process_data(self, value):
        super().process_data(OUTSIDE if value is None else value)

    @property
    def chosen(self):
        if self.data in (None, SUGGESTED):
            return SUGGESTED
        return None if self.data == OUTSIDE else SpmType(self.data)


class CategoryForm(Form):
    """The category of a case."""

    category = ChoiceField(_("Kategori utama"), Category, [needed(_("Pilih kategori utama."))])
    additional = ManyChoiceField(_("Kategori tambahan"), Category)
    sub_type = ChoiceField(_("Sub-tipe anak jalanan"), SubType, [optional()])
    spm_type = SpmField(_("Jenis layanan SPM"))

    @property
    def values(self):
        chosen = super().values
        additional = [each for each in chosen["additional"] or () if each != chosen["category"]]
        return chosen | {"additional": additional, "spm_type": self.spm_type.chosen}


class CaseForm(CategoryForm):
    """A new case: its category and who leads it."""

    lead = PickField(_("Petugas utama"), [needed(_("Pilih petugas utama."))])


class ContactForm(Form):
    """One attempt to meet the client."""

    outcome = RadioChoiceField(_("Hasil"), TryOutcome, [needed(_("Pilih hasilnya: ditemui, tidak ditemukan, atau menolak."))])
    at = NowField(_("Waktu"), [needed(_("Tulis waktunya, misalnya “sekarang” atau “tadi pagi”."))])
    place = StringField(_("Tempat"), [optional()])
    who_met = StringField(_("Bertemu siapa"), [optional()])
    help_given = TextAreaField(_("Bantuan segera"), [optional()])
    text = TextAreaField(_("Uraian"), [optional()])


class NoteForm(Form):
    """Something that happened."""

    kind = ChoiceField(_("Jenis"), NoteKind, [needed(_("Pilih jenis kejadian."))])
    at = NowField(_("Kapan"), [needed(_("Tulis waktunya, misalnya “sekarang” atau “kemarin sore”."))])
    text = TextAreaField(_("Uraian"), [needed(_("Tulis apa yang terjadi."))])

    @property
    def is_conference(self):
        """Whether it has a form of its own, with people, options and decisions."""
        return self.kind.data == NoteKind.CONFERENCE

    def kept_for(self, address):
        """The draft with which that form is opened there, holding what was typed here."""
        typed = {"at": self.at.raw_data or [], "conclusion": [self.text.data]}
        return FormToken.begin(g.user.id, address).write(typed, "", 0)


class LevelForm(Form):
    """Another level, put to a manager."""

    level = RadioChoiceField(_("Tingkat yang diusulkan"), Level, [needed(_("Pilih tingkat yang diusulkan."))])
    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasannya; manajer memutuskan dari sini."))])


class PauseForm(Form):
    """A pause, put to a manager."""

    reason = RadioChoiceField(_("Alasan"), PauseReason, [needed(_("Pilih alasan penangguhan."))])
    note = TextAreaField(_("Keterangan"), [needed(_("Tulis keterangannya; manajer memutuskan dari sini."))])
    review_on = DayField(_("Ditinjau lagi tanggal"), [needed(_("Tulis kapan penangguhan ini ditinjau lagi."))])
    asked_from = MomentField(_("Berlaku sejak"), [optional()])

    def validate_review_on(self, field):
        """Looked at again after today: before that there is nothing to look at."""
        if field.data and field.data <= clock.today():
            raise ValidationError(_("Pilih tanggal sesudah hari ini."))


class ReasonForm(Form):
    """A step that needs a reason and nothing else."""

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasannya."))])


class GlassForm(Form):
    """Sight in an emergency: the exact number and why."""

    number = StringField(_("Nomor kasus"), [needed(_("Tulis nomor kasusnya, misalnya KS-2026-00012."))])
    reason = TextAreaField(_("Alasan"), [needed(_("Tulis mengapa Anda perlu melihat kasus ini sekarang."))])


class MemberForm(Form):
    """Somebody of the office."""

    member = PickField(_("Petugas atau manajer"), [needed(_("Pilih orangnya."))])
