"""The form that asks, before a table of people leaves, for what it leaves and to whom."""
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired

from portal.fields import RadioChoiceField, needed
from portal.forms import Form
from portal.rules.export import LISTS, Purpose, Recipient, Why
from portal.rules.imports import ListKind


class LeavingForm(Form):
    """Whoever takes a table promises to hand it to nobody else."""

    BESIDE = {Why.NO_NAME: "recipient_name"}
    purpose = RadioChoiceField(_("Untuk"), Purpose, [needed(_("Pilih untuk apa tabel ini dipakai."))], only=LISTS)
    recipient = RadioChoiceField(_("Diberikan kepada"), Recipient, [needed(_("Pilih siapa yang menerimanya."))])
    recipient_name = StringField(_("Nama lembaga atau orang yang menerimanya"))
    kind = RadioChoiceField(_("Jenis berkas"), ListKind, [needed(_("Pilih jenis berkasnya."))])
    promise = BooleanField(_("Berkas ini hanya saya berikan kepada penerima itu, untuk tujuan itu"),
                           [DataRequired(_("Centang bahwa berkas ini tidak diberikan kepada siapa pun yang lain."))])

    @property
    def values(self):
        return {name: value for name, value in super().values.items() if name != "promise"}


class HandedForm(LeavingForm):
    """The same for what is handed over at once: every answer is a file that left, and is numbered."""

    TOKEN = False
