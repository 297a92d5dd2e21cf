"""What is typed when a report comes in and on its way out; shape only."""
from flask_babel import gettext, lazy_pgettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FieldList, FormField, StringField, TextAreaField
from wtforms import Form as Rows
from wtforms.validators import Length, ValidationError

from portal import clock
from portal.clients.fields import BirthField, NikField, NumberField, PhoneField
from portal.clients.forms import GroupForm, check_village
from portal.clients.identity import columns
from portal.fields import ChoiceField, ManyField, MomentField, PickField, RadioChoiceField, needed, optional
from portal.forms import LINE, Form
from portal.labels import label
from portal.rules.channels import Channel, has_ticket
from portal.rules.danger import Danger
from portal.rules.nik import Sex
from portal.rules.numbers import Book
from portal.rules.report import DECIDED_BY_MANAGER, ReporterRelation, ReportStep
from portal.rules.triage import Flag, FlagAnswer

MOST_PEOPLE = 10


class PersonRow(Rows):
    """One person as the caller tells of them; everything may be unknown."""

    class Meta(Form.Meta):
        csrf = False

    name = StringField(_("Nama atau panggilan"), [optional(), Length(max=LINE)])
    nik = NikField(_("NIK"), [optional()])
    sex = ChoiceField(_("Kelamin"), Sex, [optional()])
    birth = BirthField(_("Lahir atau usia"), [optional()])

    @property
    def told(self):
        """The columns of a ReportPerson."""
        return {"name": self.name.data or "", "nik": self.nik.data, "sex": self.sex.data, **columns(self.birth.data)}

    @property
    def is_empty(self):
        return not any(field.data for field in self)


class AboutForm(Form):
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
    happened = StringField(_("Waktu kejadian"), [optional(), Length(max=120)])
    channel = ChoiceField(_("Lewat"), Channel, [needed(_("Pilih lewat mana laporan ini masuk."))], default=Channel.TELEPHONE)
    ticket = StringField(_("Nomor tiket"), [optional(), Length(max=40)])

    def validate_village(self, field):
        check_village(self, field)

    def validate_ticket(self, field):
        if self.channel.data is not None and not has_ticket(self.channel.data):
            raise ValidationError(gettext("Nomor tiket hanya untuk laporan dari 171 atau SP4N-LAPOR!. Pilih salurannya, atau kosongkan nomor ini."))

    @property
    def values(self):
        told = super().values
        blank = {name: "" for name in ("village", "reporter_phone") if name in told and not told[name]}
        return told | blank | {"ticket": told["ticket"] or None}


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

    people = FieldList(FormField(PersonRow), min_entries=1, max_entries=MOST_PEOPLE)
    received_at = MomentField(lazy_pgettext("laporan", "Diterima"), [needed(_("Tulis kapan laporan diterima, misalnya sekarang."))],
                              default=clock.now)
    restricted = BooleanField(_("Laporan terbatas: hanya tim dan manajer yang melihatnya"))
    DETAILS = ("reporter_relation", "reporter_secret", "received_at")

    @property
    def details_open(self):
        """Whether something in the folded part asks to be looked at."""
        return any(self[name].errors for name in self.DETAILS)

    def add_row(self):
        """Room for one more person."""
        if len(self.people) < MOST_PEOPLE:
            self.people.append_entry()

    @property
    def values(self):
        """The first row always stands for somebody, though nothing be known of them; other empty rows count for nothing."""
        rows = [row.form for row in self.people]
        return super().values | {"people": [row.told for row in rows[:1] + [row for row in rows[1:] if not row.is_empty]]}


class PersonForm(GroupForm):
    """What is told of one person; a NIK stays masked unless typed anew."""

    SECRETS = {"nik": _("NIK")}
    name = StringField(_("Nama atau panggilan"), [optional()])
    new_nik = NikField(_("NIK"), [optional()])
    emptied = ManyField(_("Hapus yang tersimpan"), [optional()], choices=[])
    sex = RadioChoiceField(_("Kelamin"), Sex, [optional()])
    birth = BirthField(_("Lahir atau usia"), [optional()])
    marks = TextAreaField(_("Ciri-ciri"), [optional()])

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
    handed_to = StringField(_("Diserahkan kepada"), [optional()])
    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasannya; manajer memutuskan dari sini."))])


class CancellationForm(Form):
    """Why a report was a mistake."""

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasan pembatalannya."))])


class LiftingForm(Form):
    """Why a hidden report may be shown again, put to a manager."""

    reason = TextAreaField(_("Alasan"), [needed(_("Tulis alasannya; manajer memutuskan dari sini."))])


class ReplyForm(Form):
    """What was answered to the sender of the ticket."""

    reply = TextAreaField(_("Isi balasan"), [needed(_("Tulis isi balasannya."))])
    at = MomentField(_("Dikirim pada"), [needed(_("Tulis kapan balasan dikirim, misalnya sekarang."))], default=clock.now)


class KnownForm(Form):
    """The exact number of a client."""

    number = NumberField(_("Nomor klien"), [needed(_("Tulis nomor kliennya."))], book=Book.CLIENT)
