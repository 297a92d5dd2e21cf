"""The form of a visit after the training, and the choices of the page of outcomes."""
from flask import request
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from portal.fields import DayField, RadioChoiceField, RupiahField, TruthField, needed
from portal.forms import Form
from portal.labels import label
from portal.rules.followup import FollowUpStatus, Why
from portal.rules.nik import Sex
from portal.rules.training_outcome import Group


class FollowUpForm(Form):
    BESIDE = {Why.VISIT_OUT_OF_RANGE: "visited_on", Why.OUTSIDE_WINDOW: "visited_on", Why.NOBODY_ASKED: "status"}

    visited_on = DayField(_("Tanggal kunjungan"), [needed(_("Tulis tanggal kunjungan."))])
    status = RadioChoiceField(_("Keadaan sekarang"), FollowUpStatus, [needed(_("Pilih keadaannya sekarang."))])
    place = StringField(_("Tempat kerja, usaha, atau sekolah"))
    income = RupiahField(_("Pendapatan per bulan"))
    uses_skill = TruthField(_("Masih memakai keterampilannya?"))
    note = TextAreaField(_("Catatan"))


class Chosen:
    """What the page of outcomes is asked for; what is not offered asks for nothing."""

    def __init__(self, years):
        self.years = [(str(year), year) for year in years]
        self.groups = [(each.value, str(label(each))) for each in Group]
        self.sexes = [(each.value, str(label(each))) for each in Sex]
        self.group = Group(self._asked("by", [value for value, _text in self.groups]) or Group.PROGRAMME)
        self.year = int(self._asked("year", [value for value, _text in self.years]) or 0) or None
        self.sex = Sex(asked) if (asked := self._asked("sex", list(Sex))) else None

    @property
    def is_narrowed(self):
        return bool(self.year or self.sex)

    def _asked(self, name, offered):
        value = request.args.get(name, "")
        return value if value in offered else ""
