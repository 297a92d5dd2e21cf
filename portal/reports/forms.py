"""What is typed when a report comes in and on its way out; shape only."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext
from wtforms import BooleanField, FormField, StringField, TextAreaField
from wtforms import Form as Rows
from wtforms.validators import Length, ValidationError
from wtforms.widgets import HiddenInput

from portal import clock
from portal.clients.fields import BirthField, NikField, NumberField, PhoneField
from portal.clients.forms import GroupForm, check_village
from portal.clients.identity import columns
from portal.fields import ChoiceField, ManyField, MomentField, PickField, RadioChoiceField, RowsField, needed, optional
from portal.forms import LINE, Form
from portal.labels import label, sentence
from portal.reports.happening import HappeningField
from portal.reports.ticket_forms import TicketFields
from portal.rules.channels import Channel, has_ticket
from portal.rules.danger import Danger
from portal.rules.nik import Sex
from portal.rules.numbers import Book
from portal.rules.refused import Refused
from portal.rules.report import DECIDED_BY_MANAGER, ReporterRelation, ReportStep, check_direction
from portal.rules.triage import Flag, FlagAnswer

MOST_PEOPLE = 30


class PersonRow(Rows):
    """One person as the caller tells of them; everything may be unknown."""

    class Meta(Form.Meta):
        csrf = False

    name = StringField(_("Nama atau panggilan"), [optional(), Length(max=LINE)])
    nik = NikField(_("NIK"), [optional()])
    sex = ChoiceField(_("Kelamin"), Sex, [optional()])
    birth = BirthField(_("Lahir atau usia"), [optional()])
    client = NumberField(lazy_pgettext("satu", "Klien"), [optional()], book=Book.CLIENT, widget=HiddenInput())

    @property
    def told(self):
        """The columns of a ReportPerson."""
        return {"name": self.name.data or "", "nik": self.nik.data, "sex": self.sex.data, **columns(self.birth.data)}

    def choose(self, number=None):
        """They are the client with this number; without one, nobody in particular."""
        self.client.data, self.client.raw_data = number, None

    def take(self, told):
        """Fill what is empty with what a number tells (Suggested); returns what was filled, by the names of the fields."""
        empty = {"sex": told.sex, "birth": told.birth}
        filled = {name: value for name, value in empty.items() if not self[name].data and not any(self[name].raw_data or ())}
        for name, value in filled.items():
            self[name].data, self[name].raw_data = value, None
        return {self[name].name: str(value) for name, value in filled.items()}

    @property
    def is_empty(self):
        return not any(field.data for field in self)

    @property
    def is_filled(self):
        """Whether a NIK could add nothing to it."""
        return bool(self.sex.data and (self.birth.data or self.birth.typed))


class HappenedForm(Rows):
    """When it happened, alone, to read it while it is typed."""

    class Meta(Form.Meta):
        csrf = False

    happened = HappeningField()


class AboutForm(TicketFields, Form):
    """What happened, where, and who told it."""

    narrative = TextAreaField(_("Apa yang terjadi?"), [needed(_("Tulis apa yang terjadi, walau singkat."))])
    danger = RadioChoiceField(_("Ada bahaya sekarang?"), Danger, [needed(_("Pilih salah satu; boleh “Belum tahu”."))],
                              only=[Danger.YES, Danger.NO, Danger.UNKNOWN])
    district = PickField(_("Kecamatan"), [needed(_("Pilih kecamatan tempat kejadian."))])
    village = PickField(_("Desa atau kelurahan"), [optional()])
    place = StringField(_("Patokan tempat"), [optional()])
    reporter_name = StringField(_("Nama pelapor"), [optional()])
    reporter_phone = PhoneField(_("Telepon pelapor"), [optional()])
    reporter_relation = ChoiceField(_("Pelapor"), ReporterRelation, [optional()])
    reporter_secret = BooleanField(_("Identitas pelapor dirahasiakan"), default=True)
    reporter_asked = BooleanField(_("Pelapor minta dikabari hasilnya"))
    happened = HappeningField(_("Waktu kejadian"), [optional()])
    channel = ChoiceField(_("Lewat"), Channel, [needed(_("Pilih lewat mana laporan ini masuk."))], default=Channel.TELEPHONE)

    def validate_village(self, field):
        check_village(self, field)

    @property
    def values(self):
        told = super().values
        blank = {name: "" for name in ("village", "reporter_phone") if name in told and not told[name]}
        return told | blank | self.happened.columns | {"ticket": told["ticket"] or None}


class CorrectionForm(GroupForm, AboutForm):
    """The same told better; who told it stays masked unless typed anew."""

    SECRETS = {"reporter_name": _("Nama pelapor"), "reporter_phone": _("Telepon pelapor")}
    reporter_name = None
    reporter_phone = None
    new_reporter_name = StringField(_("Nama pelapor"), [optional()])
    new_reporter_phone = PhoneField(_("Telepon pelapor"), [optional()])
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])


class ReportForm(AboutForm):
    """The quick report, in the order in which a caller tells it."""

    people = RowsField(FormField(PersonRow), min_entries=1, max_entries=MOST_PEOPLE)
    received_at = MomentField(lazy_pgettext("laporan", "Diterima"), [needed(_("Tulis kapan laporan diterima, misalnya sekarang."))],
                              default=clock.now)
    restricted = BooleanField(_("Laporan terbatas: hanya tim dan manajer yang melihatnya"))
    DETAILS = ("reporter_relation", "reporter_secret", "reporter_asked", "received_at", "ticket", *TicketFields.TICKET, "restricted")

    @property
    def details_open(self):
        """Whether something in the folded part asks to be looked at."""
        return any(self[name].errors for name in self.DETAILS) or bool(self.ticket.data) or has_ticket(self.channel.data)

    def add_row(self):
        """Room for one more person."""
        if len(self.people) < MOST_PEOPLE:
            self.people.append_entry()

    def row(self, number):
        """(place, PersonRow) of the row with this number as text; the last where there is no such row."""
        place = int(number[:3]) if number.isascii() and number.isdigit() else 0
        place = min(place, len(self.people) - 1)
        return place, self.people[place].form

    @property
    def values(self):
        """The first row always stands for somebody, though nothing be known of them; other empty rows count for nothing."""
        rows = [row.form for row in self.people]
        told = [row.told | {"known": row.client.data} for row in rows[:1] + [row for row in rows[1:] if not row.is_empty]]
        return super().values | {"people": told}


class PersonForm(GroupForm):
    """What is told of one person; a NIK stays masked unless typed anew."""

    SECRETS = {"nik": _("NIK")}
    name = StringField(_("Nama atau panggilan"), [optional()])
    new_nik = NikField(_("NIK"), [optional()])
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])
    sex = RadioChoiceField(_("Kelamin"), Sex, [optional()])
    birth = BirthField(_("Lahir atau usia"), [optional()])
    marks = TextAreaField(_("Ciri-ciri"), [optional()])
    companion = StringField(_("Dengan siapa"), [optional()])

    @property
    def values(self):
        told = super().values
        return told | columns(told.pop("birth"))


class TriageForm(Form):
    """The eight red flags; one that is not asked stays open."""

    alone_at_night = BooleanField(_("Anak sendirian pada malam hari (22.00–05.00)"))
    information_only = BooleanField(_("Hanya informasi, tidak ada yang perlu segera ditemui"))

    @property
    def questions(self):
        """The eight fields, in their order."""
        return [self[flag] for flag in Flag]

    @property
    def values(self):
        """{"flags": {Flag: FlagAnswer or None}} and what else decides the level."""
        told = super().values
        return {"flags": {flag: told.pop(flag) for flag in Flag}, **told}


for flag in Flag:
    setattr(TriageForm, flag, RadioChoiceField(label(flag), FlagAnswer, [optional()]))


class VerificationForm(Form):
    """When place and person were confirmed."""

    at = MomentField(_("Dipastikan pada"), [needed(_("Tulis kapan dipastikan, misalnya sekarang."))], default=clock.now)


class MergeForm(Form):
    """The exact number of the report that this one repeats."""

    target = NumberField(_("Nomor laporan tujuan"), [needed(_("Tulis nomor laporan yang sama kejadiannya."))], book=Book.REPORT)

    @property
    def values(self):
        return {"number": self.target.data}


class DispositionForm(Form):
    """Which way the report should leave, put to a manager."""

    step = RadioChoiceField(_("Usulan"), ReportStep, [needed(_("Pilih usulannya."))],
                            only=[step for step in ReportStep if step in DECIDED_BY_MANAGER])
    handed_to = StringField(_("Diserahkan atau diarahkan ke"))
    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasannya; manajer memutuskan dari sini."))])

    def validate_handed_to(self, field):
        try:
            check_direction(self.step.data, field.data)
        except Refused as refused:
            raise ValidationError(sentence(refused)) from refused


class CancellationForm(Form):
    """Why a report was a mistake."""

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasan pembatalannya."))])


class LiftingForm(Form):
    """Why a hidden report may be shown again, put to a manager."""

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasannya; manajer memutuskan dari sini."))])


class KnownForm(Form):
    """The exact number of a client."""

    number = NumberField(_("Nomor klien"), [needed(_("Tulis nomor kliennya."))], book=Book.CLIENT)
