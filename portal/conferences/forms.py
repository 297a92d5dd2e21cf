"""What is asked about a case conference, in the order of screen and paper; shape only."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FormField, HiddenField, StringField, TextAreaField
from wtforms import Form as Rows
from wtforms.validators import Length, ValidationError

from portal.cases.forms import NowField
from portal.fields import DayField, ManyField, PickField, RadioChoiceField, RowsField, needed, optional, pairs
from portal.forms import LINE, TEXT, Form
from portal.rules.conference import ConferenceKind, ResolutionStep, is_heard
from portal.rules.office import Paper

GUESTS, DECIDED, MOST = 3, 3, 40


class GuestRow(Rows):
    """Somebody of another institution."""

    class Meta(Form.Meta):
        csrf = False

    name = StringField(_("Nama"), [optional(), Length(max=LINE)])
    institution = StringField(_("Instansi"), [optional(), Length(max=LINE)])
    position = StringField(_("Jabatan"), [optional(), Length(max=LINE)])


class ResolutionRow(Rows):
    """One decision; `key` is the id of one that is known."""

    class Meta(Form.Meta):
        csrf = False

    key = HiddenField()
    what = TextAreaField(_("Keputusan"), [optional(), Length(max=TEXT)])
    user = PickField(_("Penanggung jawab dari dinas"), [optional()])
    person = StringField(_("dan/atau orang luar: nama, instansi"), [optional(), Length(max=LINE)])
    due = DayField(_("Batas waktu"), [optional()])


class ConferenceForm(Form):
    """One case conference; `offer` gives it the people to choose from."""

    at = NowField(_("Waktu"), [needed(_("Tulis waktunya, misalnya “sekarang” atau “kemarin 10.00”."))])
    place = StringField(_("Tempat"), [needed(_("Tulis tempatnya."))])
    kind = RadioChoiceField(_("Jenis"), ConferenceKind, [needed(_("Pilih jenisnya: internal atau lintas sektor."))])
    chair = PickField(_("Pimpinan rapat"), [])
    chair_other = StringField(_("dan/atau orang luar: nama, jabatan"), [optional()])
    note_taker = PickField(_("Notulis"), [needed(_("Pilih siapa yang mencatat."))])
    officers = ManyField(_("Peserta dari dinas"), [optional()])
    guests = RowsField(FormField(GuestRow, _("Peserta dari luar dinas")), _("Peserta dari luar dinas"), min_entries=GUESTS, max_entries=MOST)
    assessed = TextAreaField(_("Ringkasan asesmen"), [needed(_("Tulis ringkasan asesmen yang dibahas."))])
    options = TextAreaField(_("Pilihan yang dibahas"), [needed(_("Tulis pilihan yang dibahas, dengan untung dan ruginya bagi anak."))])
    child_view = TextAreaField(_("Pandangan anak (klien)"), [])
    child_unasked = StringField(_("atau alasan pandangannya tidak dapat ditanyakan"), [optional()])
    conclusion = TextAreaField(_("Kesimpulan"), [needed(_("Tulis kesimpulannya."))])
    resolutions = RowsField(FormField(ResolutionRow, _("Keputusan")), _("Keputusan"), min_entries=DECIDED, max_entries=MOST)

    def offer(self, people, responsible):
        """Let these people have met, and those of them who see the case be given decisions; returns the form."""
        self.people = {str(user.id): user for user in (*people, *responsible)}
        everybody = [(user.id, user.name) for user in people]
        self.chair.choices = self.note_taker.choices = pairs(everybody, blank="")
        self.officers.choices = pairs(everybody)
        self._responsible = pairs([(user.id, user.name) for user in responsible], blank="")
        return self._offer_rows()

    def _offer_rows(self):
        for row in self.resolutions:
            row.form.user.choices = self._responsible
        return self

    def add_guests(self):
        """Room for three more people."""
        _more(self.guests, GUESTS)

    def add_resolutions(self):
        """Room for three more decisions."""
        _more(self.resolutions, DECIDED)
        self._offer_rows()

    def validate_chair(self, field):
        """Somebody led it, of the office or from outside."""
        if not (field.data or self.chair_other.data):
            raise ValidationError(_("Pilih siapa yang memimpin, atau tulis namanya bila dari luar dinas."))

    def validate_child_view(self, field):
        """The child was asked, or it is said why that could not be."""
        if not is_heard(field.data or "", self.child_unasked.data or ""):
            raise ValidationError(_("Tulis pandangan anak, atau alasan mengapa tidak dapat ditanyakan."))

    def validate_guests(self, field):
        """Whoever came has a name."""
        _complain([(row.form.name, gettext("Tulis namanya.")) for row in field
                   if not row.form.name.data and (row.form.institution.data or row.form.position.data)])

    def validate_resolutions(self, field):
        """A decision says what, who and until when."""
        lacks = []
        for row in (row.form for row in field if _is_told(row.form)):
            lacks += [(row.what, gettext("Tulis keputusannya."))] if not row.what.data and not row.key.data else []
            lacks += [(row.user, gettext("Pilih penanggung jawabnya, atau tulis orang luar."))] if not (row.user.data or row.person.data) else []
            lacks += [(row.due, gettext("Tulis batas waktunya, misalnya 13-4-2026."))] if not (row.due.data or row.due.errors) else []
        _complain(lacks)

    @property
    def values(self):
        told = super().values
        officers = sorted({int(id) for id in told["officers"] or ()})
        guests = [[row.form.name.data, row.form.institution.data, row.form.position.data] for row in self.guests if row.form.name.data]
        return told | {"chair": self._person(told["chair"]), "note_taker": self._person(told["note_taker"]), "officers": officers, "guests": guests,
                       "resolutions": self._decided()}

    def _decided(self):
        rows = [row.form for row in self.resolutions if _is_told(row.form) or row.form.key.data]
        return [{"id": _number(row.key.data), "what": row.what.data, "user": self._person(row.user.data), "person": row.person.data,
                 "due": row.due.data} for row in rows]

    def _person(self, id):
        return self.people.get(id)


def _more(rows, count):
    for _row in range(min(count, MOST - len(rows))):
        rows.append_entry()


def _is_told(row):
    return any((row.what.data, row.user.data, row.person.data, row.due.data, row.due.process_errors))


def _number(key):
    return int(key) if key and key.isascii() and key.isdigit() and len(key) < 10 else None


def _complain(lacks):
    """Put each sentence beside its field."""
    for field, sentence in lacks:
        field.errors = [sentence]
    if lacks:
        raise ValidationError(lacks[0][1])


class SignForm(Form):
    """When the printed minutes were signed."""

    signed_on = DayField(_("Tanggal ditandatangani"), [needed(_("Tulis tanggalnya, misalnya hari ini."))])


class SettleForm(Form):
    """What became of a decision."""

    step = RadioChoiceField(_("Hasilnya"), ResolutionStep, [needed(_("Pilih hasilnya."))], only=(ResolutionStep.DO, ResolutionStep.DROP))
    at = NowField(_("Kapan"), [needed(_("Tulis waktunya, misalnya “sekarang” atau “kemarin”."))])
    outcome = TextAreaField(_("Apa hasilnya, atau mengapa tidak dilanjutkan"), [needed(_("Tulis hasilnya atau alasannya."))])


class MinutesForm(Form):
    """One printing of the minutes."""

    paper = RadioChoiceField(_("Kertas"), Paper, [needed(_("Pilih kertasnya."))])
    full_name = BooleanField(_("Cetak nama lengkap anak"))
