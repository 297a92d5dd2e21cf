"""The forms of the office: its letterhead, regency, officials, week of hours, and who sees ordinary cases."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Form as Part
from wtforms import FormField, IntegerField, StringField
from wtforms.validators import Length, NumberRange, Regexp, ValidationError

from portal import clock
from portal.accounts.forms import NipField, new_password, repeated
from portal.fields import DayField, PickField, RadioChoiceField, RowsField, Translations, TruthField, clean, needed, optional, pairs
from portal.forms import Form
from portal.labels import sentence
from portal.office import regions
from portal.rules.office import Paper, TimeZone, check_day, read_hour
from portal.rules.referral_due import MOST
from portal.rules.refused import Refused
from portal.rules.ticket import MOST_REPLY_DAYS


class FirstAdminForm(Form):
    """Whoever holds the set-up link makes the first account."""

    name = StringField(_("Nama lengkap"), [needed(_("Tulis nama lengkap Anda.")), Length(max=120)])
    username = StringField(_("Nama pengguna"), [needed(_("Tulis nama pengguna untuk masuk."))],
                           render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
    password = new_password()
    repeat = repeated("password")

    @property
    def values(self):
        return {"name": self.name.data, "username": self.username.data, "password": self.password.data}


class HourField(StringField):
    """A time of day as HH.MM, or empty."""

    def process_formdata(self, valuelist):
        typed = clean(valuelist[0]) if valuelist else ""
        self.data = typed
        if typed:
            try:
                self.data = read_hour(typed)
            except Refused as refused:
                raise ValueError(sentence(refused)) from refused


class DayHours(Part):
    """One weekday's hours; both empty when the office is closed."""

    opens = HourField(_("Buka"))
    closes = HourField(_("Tutup"))

    class Meta(Part.Meta):
        def get_translations(self, form):
            return Translations()

    def validate_closes(self, field):
        if self.opens.process_errors or field.process_errors:
            return
        try:
            check_day(self.opens.data, field.data)
        except Refused as refused:
            raise ValidationError(sentence(refused)) from refused


def as_rows(week):
    """{weekday: (opens, closes)} as the seven rows of the form."""
    return [dict(zip(("opens", "closes"), week.get(day, ("", "")), strict=True)) for day in range(7)]


class Week:
    """Seven days of opening hours, Monday first."""

    days = RowsField(FormField(DayHours), min_entries=7, max_entries=7)

    @property
    def hours(self):
        """{weekday: (opens, closes)} of the days on which the office is open."""
        return {day: (row["opens"], row["closes"]) for day, row in enumerate(self.days.data[:7]) if row["opens"]}

    @classmethod
    def of(cls, week, **values):
        """The form filled with {weekday: (opens, closes)} and what else is known."""
        return cls(data={"days": as_rows(week), **values})


class Letterhead:
    """What stands above letters and under the name of the office."""

    government = StringField(_("Pemerintah daerah"), [optional(), Length(max=120)])
    name = StringField(_("Nama dinas"), [needed(_("Tulis nama dinas.")), Length(max=120)])
    address = StringField(_("Alamat"), [optional()])
    phone = StringField(_("Telepon"), [optional(), Length(max=60)], render_kw={"inputmode": "tel"})
    email = StringField(_("Surel"), [optional(), Length(max=120),
                                     Regexp(r"[^@\s]+@[^@\s]+\.[^@\s]+$", message=_("Tulis surel seperti dinsos@contoh.go.id."))],
                        render_kw={"inputmode": "email"})
    place = StringField(_("Tempat surat ditandatangani"), [needed(_("Tulis kota atau tempat yang ditulis di atas tanggal surat.")), Length(max=80)])
    unit = StringField(_("Kode unit dalam nomor surat"), [needed(_("Tulis kode unit, misalnya DINSOS.")), Length(max=20)])
    zone = RadioChoiceField(_("Zona waktu"), TimeZone, [needed(_("Pilih zona waktu."))])
    paper = RadioChoiceField(_("Kertas"), Paper, [needed(_("Pilih kertas."))])

    NAMES = ("government", "name", "address", "phone", "email", "place", "unit", "zone", "paper")


class LetterheadForm(Letterhead, Form):
    """The letterhead of an office that is there: nothing fills in its first line any more."""

    government = StringField(_("Pemerintah daerah"), [needed(_("Tulis nama pemerintah daerahnya, misalnya Pemerintah Kabupaten Sleman.")),
                                                      Length(max=120)])


class SetUpForm(Letterhead, Week, Form):
    """Everything that founds an office."""

    region = PickField(_("Kabupaten atau kota"), [needed(_("Pilih kabupaten atau kota."))])
    official_name = StringField(_("Nama lengkap dengan gelar"), [needed(_("Tulis nama pejabat penanda tangan.")), Length(max=120)])
    official_title = StringField(_("Jabatan"), [needed(_("Tulis jabatannya.")), Length(max=120)])
    official_rank = StringField(_("Pangkat/golongan"), [optional(), Length(max=80)])
    official_nip = NipField(_("NIP"), [optional()], render_kw={"inputmode": "numeric"})

    def offer(self, province):
        """Let a regency or city of this province (two digits) be chosen."""
        found = [(each.code, each.name) for each in regions.regencies() if each.code[:2] == province]
        self.region.choices = pairs(found, gettext("Pilih"))

    @property
    def values(self):
        official = {name: self[f"official_{name}"].data for name in ("name", "title", "rank", "nip")}
        return {"region": self.region.data, "official": official, "hours": self.hours, **{name: self[name].data for name in self.NAMES}}


class OfficialForm(Form):
    """Somebody whose name stands under letters from a day on."""

    name = StringField(_("Nama lengkap dengan gelar"), [needed(_("Tulis namanya.")), Length(max=120)])
    title = StringField(_("Jabatan"), [needed(_("Tulis jabatannya.")), Length(max=120)])
    rank = StringField(_("Pangkat/golongan"), [optional(), Length(max=80)])
    nip = NipField(_("NIP"), [optional()], render_kw={"inputmode": "numeric"})
    since = DayField(_("Mulai tanggal"), [needed(_("Tulis sejak kapan."))], default=clock.today)


class LeavingForm(Form):
    """The last day on which an official signs."""

    until = DayField(_("Hari terakhir"), [needed(_("Tulis hari terakhirnya."))])


class RepliesForm(Form):
    """Within how many working days a ticket is answered that sets no deadline itself."""

    reply_days = IntegerField(_("Hari kerja"), [needed(_("Tulis berapa hari kerja, misalnya 3.")), NumberRange(1, MOST_REPLY_DAYS)])


class AnswersForm(Form):
    """How long an institution's answer, and then its news of the client, is waited for."""

    answer_hours = IntegerField(_("Jam, dalam keadaan darurat"), [needed(_("Tulis berapa jam, misalnya 4.")), NumberRange(1, MOST.hours)])
    answer_days = IntegerField(_("Hari kerja, selain darurat"), [needed(_("Tulis berapa hari kerja, misalnya 3.")), NumberRange(1, MOST.days)])
    feedback_days = IntegerField(_("Hari di antara dua kabar tentang klien"),
                                 [needed(_("Tulis berapa hari, misalnya 30.")), NumberRange(1, MOST.feedback)])


class SightForm(Form):
    """Who sees ordinary cases whole (decisions: reach); restricted ones stay with their team either way."""

    open_to_officers = TruthField(_("Semua petugas melihat isi kasus biasa"), [needed(_("Pilih Ya atau Tidak."))])
