"""Who signs a letter and how, asked wherever one is issued."""
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from portal.fields import ChoiceField, PickField, needed, optional, pairs
from portal.forms import Form
from portal.rules.letter_number import CODES, SigningMode


class WordsForm(Form):
    """A text that was not sent at all is an empty text."""

    @property
    def values(self):
        written = (StringField, TextAreaField)
        return {name: "" if data is None and type(self[name]) in written else data for name, data in super().values.items()}


class IssueForm(WordsForm):
    """Who signs, how, and under which classification."""

    official = PickField(_("Penanda tangan"), [needed(_("Pilih pejabat yang menandatangani."))])
    mode = ChoiceField(_("Menandatangani sebagai"), SigningMode, [optional()], blank=_("Sesuai jabatannya"))
    through = StringField(_("Jabatan perantara (hanya untuk u.b.)"))
    code = PickField(_("Klasifikasi"), [needed(_("Pilih klasifikasi."))],
                     choices=pairs((code, f"{code} {name}") for code, name in CODES.items()))

    def offer(self, officials, head=None):
        """Let one of these sign, beforehand the head of the office; returns the form."""
        self.officials = {str(each.id): each for each in officials}
        self.official.choices = pairs(((each.id, f"{each.name}, {each.title}") for each in officials), blank=_("Pilih penanda tangan"))
        if head and not self.is_submitted():
            self.official.data = str(head.id)
        return self

    @property
    def values(self):
        typed = super().values
        return {**typed, "official": self.officials[typed["official"]]}
