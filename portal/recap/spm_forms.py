"""What an office writes beside the figures of the standard for one type and year."""
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import Length

from portal.fields import RupiahField, optional
from portal.forms import Form
from portal.phrases import rupiah

LONGEST = 1000


class SpmYearForm(Form):
    """Whole rupiah; nothing typed: not known yet."""

    budget = RupiahField(_("Anggaran (Rp)"), [optional()])
    realised = RupiahField(_("Realisasi (Rp)"), [optional()])
    obstacles = TextAreaField(_("Kendala"), [optional(), Length(max=LONGEST)])
    follow_up = TextAreaField(_("Tindak lanjut"), [optional(), Length(max=LONGEST)])

    def said(self, values):
        """[(what, words)] of earlier values {name of a field: value}."""
        return [(self[name].label.text, rupiah(value) if isinstance(value, int) else value) for name, value in values.items()]
