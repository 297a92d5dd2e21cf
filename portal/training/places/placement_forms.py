"""The forms of a placement: the proposal, and leaving early."""
from flask_babel import lazy_gettext as _
from wtforms import TextAreaField

from portal.fields import DayField, RadioChoiceField, needed
from portal.forms import Form
from portal.rules.placement import DEPARTURES, LeaveReason


class DepartureForm(Form):
    why = RadioChoiceField(_("Alasan keluar"), LeaveReason, [needed(_("Pilih alasannya."))], only=DEPARTURES)
    ended_on = DayField(_("Tanggal keluar"), [needed(_("Tulis tanggal keluarnya."))])
    note = TextAreaField(_("Catatan"))
