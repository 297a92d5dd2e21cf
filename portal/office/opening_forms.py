"""What is typed about the office's hours, its days off and the targets of the clocks; shape only."""
from flask_babel import lazy_gettext as _
from wtforms import Form as Part
from wtforms import FormField, IntegerField, StringField
from wtforms.validators import Length, NumberRange

from portal import clock
from portal.fields import ChoiceField, DayField, RadioChoiceField, RowsField, Translations, needed, pairs
from portal.forms import Form, bounded
from portal.labels import label
from portal.office.forms import Week
from portal.rules import days_off, opening_hours, targets
from portal.rules.clocks import Clock, Target, TargetUnit
from portal.rules.levels import Level
from portal.rules.workdays import DayStanding

CELLS = [(level, which) for level in Level for which in Clock]


class HoursForm(Week, Form):
    """The usual week, and from when on."""

    BESIDE = {opening_hours.Why.PAST_DAY: "since", opening_hours.Why.OUT_OF_YEARS: "since"}
    since = DayField(_("Berlaku mulai"), [needed(_("Tulis mulai kapan jam kerja ini berlaku."))], default=clock.today)

    @property
    def values(self):
        return {"hours": self.hours, "since": self.since.data}


class SpecialWeekForm(Week, Form):
    """Another week from one day to another."""

    BESIDE = {opening_hours.Why.LAST_BEFORE_FIRST: "until", opening_hours.Why.TOO_LONG: "until", opening_hours.Why.OVERLAPS: "since"}
    name = StringField(_("Nama"), [needed(_("Tulis namanya, misalnya Ramadan 2026.")), Length(max=120)])
    since = DayField(_("Hari pertama"), [needed(_("Tulis hari pertamanya."))])
    until = DayField(_("Hari terakhir"), [needed(_("Tulis hari terakhirnya."))])

    @property
    def values(self):
        return {"name": self.name.data, "since": self.since.data, "until": self.until.data, "hours": self.hours}


class TargetCell(Part):
    """So many of a unit."""

    amount = IntegerField(_("Jumlah"), [needed(_("Tulis angka dari 1 sampai 999.")), NumberRange(1, targets.MOST)], filters=[bounded])
    unit = ChoiceField(_("Satuan"), TargetUnit, [needed(_("Pilih satuannya."))])

    class Meta(Part.Meta):
        def get_translations(self, form):
            return Translations()


class TargetsForm(Form):
    """The whole table of the targets, level by level, from a day on."""

    BESIDE = {targets.Why.PAST_DAY: "valid_from", targets.Why.OUT_OF_YEARS: "valid_from"}
    cells = RowsField(FormField(TargetCell), min_entries=len(CELLS), max_entries=len(CELLS))
    valid_from = DayField(_("Berlaku mulai"), [needed(_("Tulis mulai kapan target ini berlaku."))], default=clock.today)
    source = StringField(_("Menurut apa"), [needed(_("Tulis surat atau keputusan yang menetapkannya."))])

    @classmethod
    def of(cls, table, **values):
        """The form filled with {(level, clock): Target}."""
        return cls(data={"cells": [{"amount": table[cell].amount, "unit": table[cell].unit} for cell in CELLS], **values})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for cell, row in zip(CELLS, self.cells, strict=False):
            row.form.unit.choices = pairs((unit, label(unit)) for unit in targets.units_for(*cell))

    def validate(self, extra_validators=None):
        """As any form; what is wrong in one of sixteen cells says in which."""
        fits = super().validate(extra_validators)
        for (level, which), row in zip(CELLS, self.cells, strict=False):
            for part in row.form:
                part.errors = [f"{label(level)}, {label(which)}: {error}" for error in part.errors]
        return fits

    @property
    def by_level(self):
        """[(level, [(clock, its cell)])] for the table on the page."""
        rows, count = list(self.cells), len(Clock)
        return [(level, list(zip(Clock, rows[n * count:], strict=False))) for n, level in enumerate(Level)]

    @property
    def values(self):
        typed = {cell: Target(row["amount"], row["unit"]) for cell, row in zip(CELLS, self.cells.data, strict=False)}
        return {"table": typed, "valid_from": self.valid_from.data, "source": self.source.data}


class HolidayForm(Form):
    """What the office says of one day."""

    BESIDE = {days_off.Why.OUT_OF_YEARS: "day", days_off.Why.NO_HOURS: "standing", days_off.Why.ALREADY_OPEN: "standing"}
    day = DayField(_("Tanggal"), [needed(_("Tulis tanggalnya."))])
    standing = RadioChoiceField(_("Pada hari itu"), DayStanding, [needed(_("Pilih salah satu."))], only=(DayStanding.CLOSED, DayStanding.OPEN))
    name = StringField(_("Nama atau alasan"), [needed(_("Tulis namanya, misalnya Hari Jadi Kabupaten.")), Length(max=120)])
    source = StringField(_("Menurut apa"), [needed(_("Tulis surat atau keputusan yang menetapkannya."))])
