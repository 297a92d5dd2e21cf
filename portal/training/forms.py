"""The forms of programmes, batches and meetings: shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, RadioField, StringField
from wtforms.validators import InputRequired, NumberRange, ValidationError

from portal.fields import ChoiceField, DayField, PickField, RupiahField, TruthField, needed, optional, pairs
from portal.forms import Form
from portal.labels import label
from portal.rules.nik import Sex
from portal.rules.placement import Mark
from portal.rules.service import FundSource
from portal.rules.trades import RISKY_TRADES, ProviderKind, Trade
from portal.rules.training import Education, Marital

AGES = NumberRange(5, 99)


class ProgrammeForm(Form):
    """`risky` unanswered follows the trade."""

    name = StringField(_("Nama program"), [needed(_("Tulis nama program, misalnya Barbershop Dasar."))])
    trade = ChoiceField(_("Kejuruan"), Trade, [needed(_("Pilih kejuruannya."))])
    provider = StringField(_("Penyelenggara"), [needed(_("Tulis nama penyelenggara."))])
    provider_kind = ChoiceField(_("Jenis penyelenggara"), ProviderKind, [needed(_("Pilih jenis penyelenggaranya."))])
    place = StringField(_("Tempat"))
    min_age = IntegerField(_("Usia termuda"), [optional(), AGES])
    max_age = IntegerField(_("Usia tertua"), [optional(), AGES])
    sex = ChoiceField(_("Jenis kelamin"), Sex, [optional()], blank=_("Semua"))
    education = ChoiceField(_("Pendidikan paling rendah"), Education, [optional()], blank=_("Tidak disyaratkan"))
    marital = ChoiceField(_("Status perkawinan"), Marital, [needed(_("Pilih status perkawinan yang diterima."))], default=Marital.ANY)
    risky = TruthField(_("Pekerjaannya berisiko: mesin, panas, atau listrik?"))
    work_practice = BooleanField(_("Memuat praktik kerja atau magang"))
    boarding = BooleanField(_("Berasrama"))
    health_letter = BooleanField(_("Perlu surat keterangan sehat"))
    talent_only = BooleanField(_("Hanya kegiatan bakat dan minat, bukan pelatihan kerja"))
    admits_adults = BooleanField(_("Peserta dewasa ikut di kelas yang sama"))
    hours_per_day = IntegerField(_("Jam per hari"), [InputRequired(_("Tulis jam belajar per hari, misalnya 4.")), NumberRange(1, 12)])
    funding = ChoiceField(_("Sumber dana"), FundSource, [optional()], blank=_("Belum diketahui"))
    allowance = RupiahField(_("Uang saku per hari hadir"))
    active = BooleanField(_("Masih diselenggarakan"), default=True)

    def validate_max_age(self, part):
        if part.data and self.min_age.data and part.data < self.min_age.data:
            raise ValidationError(gettext("Usia tertua lebih kecil daripada usia termuda."))

    @property
    def values(self):
        risky = self.trade.data in RISKY_TRADES if self.risky.data is None else self.risky.data
        return {**super().values, "risky": risky}


class BatchForm(Form):
    """The programme is chosen once: an edit leaves it out."""

    programme = PickField(_("Program"), [needed(_("Pilih programnya."))])
    starts = DayField(_("Mulai"), [needed(_("Tulis tanggal mulai."))])
    ends = DayField(_("Selesai"), [needed(_("Tulis tanggal selesai."))])
    seats = IntegerField(_("Kuota"), [InputRequired(_("Tulis jumlah tempat.")), NumberRange(1, 500)])
    place = StringField(_("Tempat, bila berbeda dari programnya"))


class MeetingForm(Form):
    on = DayField(_("Tanggal"), [needed(_("Tulis tanggal pertemuan."))])
    topic = StringField(_("Materi"))


class RosterForm(Form):
    """One row of marks per participant; everyone is present unless touched."""

    @classmethod
    def of(cls, roster, meeting):
        """The form for these placements, filled with what is known of the meeting."""
        rows, marks = {}, meeting.marks()
        for placement in roster:
            known = marks.get(placement.id)
            rows[f"mark_{placement.id}"] = RadioField(
                _("Kehadiran"), coerce=lambda value: Mark(value) if value else None, choices=_marks, default=known.mark if known else Mark.PRESENT)
            rows[f"note_{placement.id}"] = StringField(_("Keterangan"), default=known.note if known else "")
        return type("Roster", (cls,), rows)(obj=meeting)

    def row(self, placement):
        """The two fields of one participant."""
        return self[f"mark_{placement.id}"], self[f"note_{placement.id}"]

    @property
    def values(self):
        """{"marks": {placement id: (Mark, note)}}."""
        ids = [int(name.removeprefix("mark_")) for name in self._fields if name.startswith("mark_")]
        return {"marks": {each: (self[f"mark_{each}"].data, self[f"note_{each}"].data) for each in ids}}


def _marks():
    return pairs((mark, label(mark)) for mark in Mark)
