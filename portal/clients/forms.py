"""What may be typed about a client, group by group; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from portal import clock
from portal.clients.fields import BirthField, DigitsField, NikField, PhoneField
from portal.clients.identity import columns
from portal.fields import ChoiceField, DayField, ManyField, PickField, RadioChoiceField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.client import NoNikReason, Why
from portal.rules.nik import Sex
from portal.rules.training import Education


class GroupForm(Form):
    """What is known of `record` (None: something new). `SECRETS` stay masked, and as they are unless typed anew or emptied."""

    SECRETS = {}

    def __init__(self, *args, record=None, **kwargs):
        super().__init__(*args, obj=record, **kwargs)
        if self.SECRETS:
            self.emptied.choices = pairs((name, text) for name, text in self.SECRETS.items() if getattr(record, name, ""))

    @property
    def values(self):
        told = super().values
        emptied = [name for name in told.pop("emptied", None) or () if name in self.SECRETS]
        typed = {name: told.pop(f"new_{name}") for name in self.SECRETS}
        told |= {name: None if name == "nik" else "" for name in emptied}
        return told | {name: value for name, value in typed.items() if value}


class IdentityForm(GroupForm):
    """Who this is, as far as anybody knows."""

    name = StringField(_("Nama lengkap"), [optional()])
    alias = StringField(_("Nama panggilan"), [optional()])
    sex = RadioChoiceField(_("Kelamin"), Sex, [optional()])
    birth = BirthField(_("Lahir atau usia"), [optional()])
    birth_place = StringField(_("Tempat lahir"), [optional(), Length(max=120)])
    religion = StringField(_("Agama"), [optional(), Length(max=40)])
    married = TruthField(_("Sudah menikah"))
    marks = TextAreaField(_("Ciri-ciri"), [optional()])

    @property
    def values(self):
        told = super().values
        return told | columns(told.pop("birth"))


class PlacesForm(GroupForm):
    """Where they live and where they are usually found."""

    SECRETS = {"address": _("Alamat"), "phone": _("Telepon")}
    district = PickField(_("Kecamatan"), [optional()])
    village = PickField(_("Desa atau kelurahan"), [optional()])
    new_address = StringField(_("Alamat"), [optional()])
    new_phone = PhoneField(_("Telepon"), [optional()])
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])
    usual_place = StringField(_("Tempat biasa"), [optional()])
    origin = StringField(_("Daerah asal"), [optional(), Length(max=120)])

    def validate_village(self, field):
        check_village(self, field)

    @property
    def values(self):
        told = super().values
        return told | {name: told[name] or "" for name in ("district", "village")}


class SchoolForm(GroupForm):
    """School and work."""

    education = ChoiceField(_("Pendidikan terakhir"), Education, [optional()])
    in_school = TruthField(_("Masih sekolah"))
    school = StringField(_("Sekolah dan kelas"), [optional(), Length(max=120)])
    work = StringField(_("Pekerjaan atau kegiatan"), [optional(), Length(max=120)])


class PapersForm(GroupForm):
    """The numbers that a person carries through life."""

    SECRETS = {"nik": _("NIK"), "family_card": _("Nomor kartu keluarga"), "jkn_card": _("Nomor kartu JKN")}
    new_nik = NikField(_("NIK"), [optional()])
    no_nik_reason = ChoiceField(_("Alasan belum ada NIK"), NoNikReason, [optional()])
    new_family_card = DigitsField(_("Nomor kartu keluarga"), [optional()], digits=16)
    new_jkn_card = DigitsField(_("Nomor kartu JKN"), [optional()], digits=13)
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])
    birth_certificate = TruthField(_("Akta kelahiran ada"))


class HistoryForm(GroupForm):
    """What was known of them before they were written down here."""

    history = TextAreaField(_("Riwayat"), [optional()])
    history_on = DayField(_("Tanggal catatan"), [optional()])

    def validate_history_on(self, field):
        if field.data and field.data > clock.today():
            raise ValidationError(label(Why.NOT_YET))


GROUPS = {"identity": IdentityForm, "places": PlacesForm, "school": SchoolForm, "papers": PapersForm, "history": HistoryForm}


class AliasForm(Form):
    """One more name that people call them."""

    name = StringField(_("Nama lain"), [needed(_("Tulis nama lainnya."))])


class GlassForm(Form):
    """Why somebody outside the care team must see the record now."""

    reason = StringField(_("Alasan"), [needed(_("Tulis alasannya; manajer akan membacanya."))])


def check_village(form, field):
    """A village stands in its own kecamatan: its code begins with that of the kecamatan."""
    if field.data and not field.data.startswith(f"{form.district.data}."):
        raise ValidationError(gettext("Desa ini tidak berada di kecamatan yang dipilih. Pilih desanya kembali."))
