"""What is asked for a list from SIKS-NG, in shape only: the file, of which day it is, and which rows are taken over."""
from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import AnyOf, ValidationError

from portal import clock
from portal.fields import DayField, ManyField, needed, optional
from portal.forms import Form
from portal.imports.forms import ListField
from portal.labels import label, sentence
from portal.rules.dtsen_extract import EXTRACT, check_columns, check_day
from portal.rules.dtsen_rows import day_fault
from portal.rules.refused import Refused


class ExtractField(ListField):
    """A list from SIKS-NG; `columns` are those that were found in it."""

    LAYOUT = EXTRACT

    def check_heads(self, heads):
        self.columns = set(heads.columns.values())
        check_columns(self.columns)


class ExtractForm(Form):
    """The list, and of which day it is where it does not say."""

    file = ExtractField(_("Berkas daftar"), [needed(_("Pilih berkas .xlsx atau .csv."))])
    day = DayField(_("Tanggal data"), [optional()])

    def validate_file(self, field):
        try:
            check_day(field.columns, self.day.data)
        except Refused as refused:
            raise ValidationError(sentence(refused)) from refused

    def validate_day(self, field):
        fault = day_fault(field.data, clock.today()) if field.data else None
        if fault:
            raise ValidationError(label(fault))

    @property
    def values(self):
        return {"sent": self.file.data, "day": self.day.data}


class TickForm(Form):
    """Of the rows on the page (those that are new), the ones to take over: at once, unless only the choice is kept (`keep`, `every`)."""

    every = StringField(validators=[optional(), AnyOf(("all", "none"))])
    keep = StringField(validators=[optional()])
    chosen = ManyField(_("Catat baris ini"), [optional()], coerce=int, choices=[])

    def __init__(self, rows, **kwargs):
        super().__init__(**kwargs)
        self.shown = [row.id for row in rows]
        self.chosen.choices = [(id, "") for id in self.shown]
        if not self.is_submitted():
            self.chosen.data = [row.id for row in rows if row.ticked]

    @property
    def values(self):
        return {"shown": self.shown, "chosen": self.chosen.data or [], "every": self.every.data, "go": not (self.keep.data or self.every.data)}
