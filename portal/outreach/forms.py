"""What is typed about a trip: its plan, its times, what it found; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Form as Rows
from wtforms import FormField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from portal import clock
from portal.clients import places
from portal.fields import ChoiceField, DayField, ManyField, MomentField, PickField, RadioChoiceField, RowsField, needed, optional, pairs
from portal.forms import LINE, Form
from portal.office.models import Office
from portal.reports.many_forms import ManyForm
from portal.rules.office import Paper
from portal.rules.outreach import Finding, Purpose, Shift

POINTS, MOST_POINTS = 3, 12


class PointRow(Rows):
    """One place on the way."""

    class Meta(Form.Meta):
        csrf = False

    district = PickField(_("Kecamatan"), [optional()])
    place = StringField(_("Titik"), [optional(), Length(max=LINE)])


class TripForm(Form):
    """The plan of a trip; `offer` gives it the officers and the kecamatan to choose from."""

    purpose = RadioChoiceField(_("Tujuan"), Purpose, [needed(_("Pilih tujuannya."))])
    planned_on = DayField(_("Tanggal"), [needed(_("Tulis tanggalnya, misalnya besok."))], default=clock.today)
    shift = ChoiceField(_("Giliran"), Shift, [optional()])
    lead = PickField(_("Ketua tim"), [needed(_("Pilih ketua timnya."))])
    crew = ManyField(_("Anggota tim"), [optional()])
    outsiders = TextAreaField(_("Anggota dari luar dinas"), [optional()])
    points = RowsField(FormField(PointRow), min_entries=POINTS, max_entries=MOST_POINTS)
    basis = TextAreaField(_("Dasar surat tugas"), [optional()])
    task = TextAreaField(_("Tugas"), [optional()])

    @classmethod
    def of(cls, trip):
        """The form filled with a trip as it is planned."""
        return cls(data={name: getattr(trip, name) for name in ("purpose", "planned_on", "shift", "outsiders", "basis", "task")} | {
            "seen": trip.version, "lead": str(trip.lead_id), "crew": [str(each) for each in trip.crew],
            "points": [{"district": code, "place": place} for code, place in trip.points]})

    def offer(self, officers):
        """Let these people go and these kecamatan be chosen; returns the form."""
        self.people = {str(user.id): user for user in officers}
        self.lead.choices = pairs(((user.id, user.name) for user in officers), blank="")
        self.crew.choices = pairs((user.id, user.name) for user in officers)
        self._districts = pairs(places.names().items(), blank="")
        self._offer_districts()
        return self

    def _offer_districts(self):
        for row in self.points:
            row.form.district.choices = self._districts

    def add_rows(self):
        """Room for three more points."""
        for _row in range(min(POINTS, MOST_POINTS - len(self.points))):
            self.points.append_entry()
        self._offer_districts()

    def validate_points(self, field):
        """The first point says where: it needs its kecamatan, as does every place that is written down."""
        sentence = gettext("Pilih kecamatan titik ini.")
        nowhere = [row.form.district for number, row in enumerate(field) if not row.form.district.data and (row.form.place.data or number == 0)]
        for district in nowhere:
            district.errors = [sentence]
        if nowhere:
            raise ValidationError(sentence)

    @property
    def values(self):
        told = super().values
        points = [[row.form.district.data, row.form.place.data] for row in self.points if row.form.district.data]
        crew = [int(each) for each in told["crew"] or () if each != told["lead"]]
        return told | {"lead": self.people[told["lead"]], "crew": crew, "points": points}


class LeavingForm(Form):
    """When the team set out."""

    at = MomentField(_("Berangkat pada"), [needed(_("Tulis waktunya, misalnya sekarang."))], default=clock.now)


class ReturnForm(Form):
    """When the team arrived and ended, and what it gave away."""

    arrived_at = MomentField(_("Tiba di titik pertama"), [optional()])
    ended_at = MomentField(_("Selesai pada"), [needed(_("Tulis waktunya, misalnya sekarang."))], default=clock.now)
    handed_out = TextAreaField(_("Perlengkapan yang dibagikan"), [optional()])
    notes = TextAreaField(_("Catatan umum"), [optional()])


class SeekForm(Form):
    """The exact number of a case or of a report."""

    number = StringField(_("Nomor kasus atau laporan"), [needed(_("Tulis nomor kasus atau laporannya."))])


class FindingForm(Form):
    """What became of one person who was looked for."""

    finding = RadioChoiceField(_("Hasil"), Finding, [needed(_("Pilih hasilnya."))])
    at = MomentField(_("Waktu"), [needed(_("Tulis waktunya, misalnya “sekarang” atau “tadi pagi”."))], default=clock.now)
    place = StringField(_("Tempat"), [optional()])
    who_met = StringField(_("Bertemu siapa"), [optional()])
    help_given = TextAreaField(_("Bantuan segera"), [optional()])
    text = TextAreaField(_("Uraian"), [optional()])


class MetForm(ManyForm):
    """Several children met on a trip: how it came in is known."""

    channel = None


class PaperForm(Form):
    """On which paper the duty letter is printed."""

    paper = ChoiceField(_("Kertas"), Paper, [needed(_("Pilih ukuran kertas."))])

    @classmethod
    def usual(cls):
        return cls(paper=Office.current().paper)
