"""What may be typed about the people around a client, and what is taken over from a brother or sister; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField
from wtforms.validators import Length

from portal import clock
from portal.clients.fields import NumberField, PhoneField, ReadField
from portal.clients.forms import GroupForm
from portal.fields import ChoiceField, ManyChoiceField, ManyField, TruthField, needed, optional
from portal.forms import Form
from portal.rules.births import read_birth
from portal.rules.client import RelationKind
from portal.rules.family import Taken, Whereabouts
from portal.rules.numbers import Book
from portal.rules.training import Education


class YearField(ReadField):
    """A year of birth, or an age that it follows from; data is the year."""

    def read(self, typed):
        birth = read_birth(f"umur {typed}" if typed.isdecimal() and len(typed) < 4 else typed, clock.today())
        return birth.day.year if birth.day else birth.as_of.year - birth.estimate


class RelationForm(GroupForm):
    """Somebody around the client: another client by number, or a name; and how they live, as a social report tells it."""

    SECRETS = {"address": _("Alamat"), "phone": _("Telepon")}
    kind = ChoiceField(_("Hubungan"), RelationKind, [needed(_("Pilih hubungannya."))])
    name = StringField(_("Nama"), [optional()])
    number = NumberField(_("Nomor klien"), [optional()], book=Book.CLIENT)
    birth_year = YearField(_("Tahun lahir atau usia"), [optional()])
    lives_with = TruthField(_("Tinggal bersama klien"))
    whereabouts = ChoiceField(_("Keadaan"), Whereabouts, [optional()])
    work = StringField(_("Pekerjaan"), [optional(), Length(max=120)])
    education = ChoiceField(_("Pendidikan terakhir"), Education, [optional()])
    condition = StringField(_("Kesehatan dan keadaan"), [optional()])
    new_phone = PhoneField(_("Telepon"), [optional()])
    new_address = StringField(_("Alamat"), [optional()])
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])
    guardian = BooleanField(_("Wali atau pengasuh klien"))
    exploiter = BooleanField(_("Mungkin merugikan klien"))


class CopyForm(Form):
    """What of a brother's or sister's record holds for this client too."""

    taken = ManyChoiceField(_("Data yang sama"), Taken, [optional()])
    people = ManyField(_("Orang yang sama"), [optional()], coerce=int, choices=[])
