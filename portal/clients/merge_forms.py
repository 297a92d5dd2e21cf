"""What may be typed when two records are one person, or look like one and are not; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, TextAreaField

from portal.clients.comparing import FIELDS
from portal.clients.fields import NumberField
from portal.fields import ChoiceField, needed, optional
from portal.forms import Form, version
from portal.rules.merging import Side
from portal.rules.numbers import Book


class TwinForm(Form):
    """The number of the other record."""

    number = NumberField(_("Nomor data yang satunya"), [needed(_("Tulis nomor klien yang satunya, misalnya KL-2026-00012."))], book=Book.CLIENT)


class MergeForm(Form):
    """Whose value of each field is to stand, and why the two are one person."""

    other_seen = HiddenField(filters=[version])
    reason = TextAreaField(_("Mengapa ini satu orang"), [needed(_("Tulis apa yang meyakinkan Anda bahwa ini satu orang."))])

    @property
    def sides(self):
        return {name: self[f"take_{name}"].data for name in FIELDS if self[f"take_{name}"].data}

    @property
    def values(self):
        return {"reason": self.reason.data, "sides": self.sides, "other_seen": self.other_seen.data}


for _name, (_text, _columns) in FIELDS.items():
    setattr(MergeForm, f"take_{_name}", ChoiceField(_text, Side, [optional()]))


class ApartForm(Form):
    """Why two records that look alike are two people."""

    reason = TextAreaField(_("Mengapa ini dua orang"), [needed(_("Tulis apa yang membedakan keduanya."))])
