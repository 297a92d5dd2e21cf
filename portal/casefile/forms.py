"""What is asked when a case is closed or reopened, in shape only."""
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField

from portal.fields import RadioChoiceField, needed
from portal.forms import Form
from portal.rules.lifecycle import ClosingReason


class ClosureForm(Form):
    """A closure, put to a manager."""

    reason = RadioChoiceField(_("Alasan penutupan"), ClosingReason, [needed(_("Pilih alasan penutupan."))])
    text = TextAreaField(_("Laporan akhir"), [needed(_("Tulis laporan akhir; manajer memutuskan dari sini."))])


class ReopeningForm(Form):
    """A reopening, put to a manager."""

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis mengapa kasus ini perlu ditangani lagi."))])
