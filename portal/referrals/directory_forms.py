"""What is typed for an institution of the directory; shape only."""
from flask import request
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField, TextAreaField

from portal.fields import ChoiceField, needed
from portal.letters.forms import WordsForm
from portal.rules.referral import InstitutionKind

FILL = "fill"


class InstitutionForm(WordsForm):
    """One entry of the directory."""

    kind = ChoiceField(_("Jenis lembaga"), InstitutionKind, [needed(_("Pilih jenis lembaga."))])
    name = StringField(_("Nama lembaga"), [needed(_("Tulis nama lembaga."))])
    head = StringField(_("Surat ditujukan kepada"))
    address = StringField(_("Alamat"))
    place = StringField(_("Kota atau kabupaten"))
    contact = StringField(_("Narahubung"))
    phone = StringField(_("Telepon"))
    night = StringField(_("Di luar jam kerja"))
    services = TextAreaField(_("Layanan dan aturannya"))
    accepts = TextAreaField(_("Menerima siapa"))
    papers = TextAreaField(_("Berkas yang diminta"))
    ministry = BooleanField(_("Unit Kementerian Sosial: programnya mensyaratkan desil atau pertimbangan khusus"))
    active = BooleanField(_("Masih bekerja sama"), default=True)

    @property
    def is_filling(self):
        """Whether the form was sent to fill in what is usual for its kind, not to save it."""
        return self.is_submitted() and FILL in request.form

    def fill(self, usual):
        """Put what `usual(kind)` tells where nothing was typed; returns the form."""
        told = usual(self.kind.data) if self.kind.data else {}
        for name, value in told.items():
            self[name].data = self[name].data or value
        return self
