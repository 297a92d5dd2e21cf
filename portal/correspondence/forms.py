"""What is asked before a letter is begun, and how it is worded; one form for all kinds, of which each shows its own part."""
from flask_babel import gettext, lazy_pgettext
from flask_babel import lazy_gettext as _
from wtforms import Form as Rows
from wtforms import FormField, HiddenField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from portal.correspondence.agreeing import Agreement
from portal.fields import ChoiceField, ManyField, MomentField, PickField, RowsField, needed, optional, pairs
from portal.forms import LINE, Form
from portal.labels import label
from portal.letters.forms import IssueForm, WordsForm
from portal.office.models import Office
from portal.phrases import lines
from portal.referrals.institutions import Institution
from portal.rules import correspondence as rules
from portal.rules import letter_kind
from portal.rules.consent import NO
from portal.rules.correspondence import SORTS, Help, To
from portal.rules.letter_kind import LetterKind, Shape
from portal.rules.letter_number import Secrecy, Urgency
from portal.rules.office import Paper
from portal.rules.referral import ConsentBasis

ROWS, MOST_ROWS = 3, 20
OWN = {"form_token", "seen", "csrf_token"}
COMMON = ("regarding", "opening", "facts", "closing", "consent", "consent_note", "attachments", "copies", "secrecy", "urgency", "addressee",
          "addressee_place")
# What the part that is a letter's own is called; of summonses, what the meeting is for.
CONTENT = {
    LetterKind.SUMMONS: (_("Acara"), None),
    LetterKind.HOSPITAL: (_("Keadaan klien"), _("Hanya yang perlu diketahui rumah sakit, ditulis terpisah dari asesmen.")),
    LetterKind.INSURANCE: (_("Keadaan klien"), _("Hanya yang perlu untuk permohonan ini, ditulis terpisah dari asesmen.")),
    LetterKind.STATEMENT: (_("Keterangan tambahan"), _("Ditulis di bawah identitas.")),
    LetterKind.PLACEMENT: (_("Yang perlu diketahui penyelenggara"), _("Misalnya siapa yang dihubungi di dinas. Tanpa cerita kasus.")),
    LetterKind.TICKET_REPLY: (_("Yang sudah dilakukan"), _("Satu tindakan per baris. Jangan menulis nama atau NIK.")),
}


def keep_only(form, names):
    """Take out of a form what is not asked here; returns it."""
    for field in [each.short_name for each in form if each.short_name not in OWN and each.short_name not in names]:
        del form[field]
    return form


class BeginForm(WordsForm):
    """What has to be known before the office's words can be filled in."""

    institution = PickField(_("Lembaga tujuan"), [optional()])
    programme = ChoiceField(_("Yang direkomendasikan"), Help, [needed(_("Pilih apa yang direkomendasikan."))])
    purpose = StringField(_("Untuk keperluan"), [needed(_("Tulis untuk apa surat keterangan ini dipakai."))])
    meeting_at = MomentField(_("Waktu pertemuan"), [needed(_("Tulis waktunya, misalnya 6-4-2026 10.00."))])
    meeting_place = StringField(_("Tempat"), [needed(_("Tulis tempatnya."))])
    BESIDE = {rules.Why.MEETING_PAST: "meeting_at", rules.Why.PLACE_NEEDED: "institution"}

    @classmethod
    def of(cls, kind, matter):
        """What is asked for this kind; the place is known where the record itself leads to one."""
        form = keep_only(cls(), [name for name in SORTS[kind].begins if not (name == "institution" and matter.place)])
        if "institution" in form:
            places = list(Institution.active_ones())
            first = SORTS[kind].fitting
            form.places = {str(each.id): each for each in places}
            ordered = sorted(places, key=lambda each: first.index(each.kind) if each.kind in first else len(first))
            blank = _("Pilih lembaga") if SORTS[kind].to == To.INSTITUTION else _("Tidak ke lembaga: untuk klien atau walinya")
            form.institution.choices = pairs(((each.id, each.name) for each in ordered), blank=blank)
        return form

    @property
    def values(self):
        typed = super().values
        return {**typed, "institution": self.places.get(str(typed["institution"]))} if "institution" in typed else typed


class SentRow(Rows):
    """One line of a covering letter."""

    class Meta(Form.Meta):
        csrf = False

    what = StringField(_("Jenis yang dikirim"), [optional(), Length(max=LINE)])
    count = StringField(_("Banyaknya"), [optional(), Length(max=60)])
    remark = StringField(_("Keterangan"), [optional(), Length(max=LINE)])


class WordingForm(WordsForm):
    """The words of one letter; `of` fills it and leaves what its kind does not ask."""

    regarding = StringField(_("Hal"), [needed(_("Tulis hal suratnya."))])
    addressee = StringField(_("Kepada Yth."), [needed(_("Tulis kepada siapa surat ini."))])
    addressee_place = TextAreaField(_("Alamat"))
    opening = TextAreaField(_("Pembuka"))
    facts = ManyField(_("Identitas yang ditulis di surat"), [optional()])
    meeting_at = MomentField(_("Waktu pertemuan"), [needed(_("Tulis waktunya, misalnya 6-4-2026 10.00."))])
    meeting_place = StringField(_("Tempat"), [needed(_("Tulis tempatnya."))])
    content = TextAreaField(_("Isi"))
    guests = TextAreaField(_("Yang diundang"), [needed(_("Tulis siapa yang diundang, satu per baris."))])
    rows = RowsField(FormField(SentRow, _("Yang dikirim")), _("Yang dikirim"), min_entries=ROWS, max_entries=MOST_ROWS)
    closing = TextAreaField(_("Penutup"), [needed(_("Tulis kalimat penutupnya."))])
    consent = ChoiceField(_("Dasar persetujuan"), ConsentBasis, [optional()], only=[each for each in ConsentBasis if each not in NO],
                          blank=_("Persetujuan yang tercatat"))
    consent_note = StringField(_("Keterangan"))
    attachments = StringField(_("Lampiran"))
    copies = TextAreaField(_("Tembusan"))
    secrecy = ChoiceField(_("Sifat surat"), Secrecy, [needed(_("Pilih sifat surat."))])
    urgency = ChoiceField(_("Derajat"), Urgency, [needed(_("Pilih derajatnya."))])
    BESIDE = {letter_kind.Why.NAME_IN_REGARDING: "regarding", letter_kind.Why.NIK_IN_REGARDING: "regarding", rules.Why.MEETING_PAST: "meeting_at"}

    @classmethod
    def of(cls, writing):
        """The form filled with a letter as it stands."""
        told = writing.told
        rows = [dict(zip(("what", "count", "remark"), row, strict=True)) for row in told["rows"]]
        form = cls(data=told | {"rows": rows, "seen": writing.letter.version})
        form.facts.choices = pairs((part, label(part)) for part in rules.may_tell(writing.kind, writing.matter.referred))
        form.content.label.text, form.content_hint = CONTENT.get(writing.kind, ("", None))
        return keep_only(form, asked(writing))

    def add_rows(self):
        """Room for three more lines."""
        for _row in range(min(ROWS, MOST_ROWS - len(self.rows))):
            self.rows.append_entry()

    def validate_rows(self, field):
        if not any(row.form.what.data for row in field):
            raise ValidationError(gettext("Tulis paling sedikit satu jenis yang dikirim."))

    def validate_guests(self, field):
        if any(len(line) > LINE for line in lines(field.data or "")):
            raise ValidationError(gettext("Terlalu panjang: paling banyak %(max)d huruf.", max=LINE))

    @property
    def shown(self):
        """What is typed as far as it can be read, for the preview."""
        return {name: value for name, value in self.values.items() if value is not None or name == "consent"}

    @property
    def values(self):
        told = super().values
        if "rows" in told:
            told["rows"] = [[row.form.what.data, row.form.count.data or "", row.form.remark.data or ""] for row in self.rows if row.form.what.data]
        return told


def asked(writing):
    """The names of what this letter asks to be worded."""
    shows = {
        ("addressee", "addressee_place"): writing.kind in rules.ADDRESSED, ("facts",): rules.may_tell(writing.kind, writing.matter.referred),
        ("consent", "consent_note"): isinstance(writing.agreement, Agreement),
        ("attachments", "urgency"): letter_kind.shape(writing.kind) == Shape.CORRESPONDENCE,
    }
    left = {name for names, shown in shows.items() if not shown for name in names}
    return [*(name for name in COMMON if name not in left), *writing.sort.asks]


class SignForm(IssueForm):
    """Who signs it, and which text they were shown."""

    looked = HiddenField()

    @property
    def values(self):
        """A page that does not say which text it showed showed none."""
        return {**super().values, "looked": self.looked.data or ""}


class CertificatesForm(IssueForm):
    """Who gets a certificate now, and who signs them."""

    placements = ManyField(lazy_pgettext("banyak", "Peserta"), [needed(_("Pilih paling sedikit satu peserta."))])

    @classmethod
    def of(cls, ready, code):
        """For those who may get one; ticked is who has none of another's either."""
        form = cls(data={"placements": [str(row.id) for row in ready if not row.certificate], "code": code})
        form.ready = {str(row.id): row for row in ready}
        form.placements.choices = pairs((row.id, certified(row)) for row in ready)
        return form

    @property
    def values(self):
        typed = super().values
        return {**typed, "placements": [self.ready[id] for id in typed["placements"]]}


def certified(row):
    """The name of a participant, and the certificate that they have of somebody else."""
    name = row.case.client.name
    return gettext("%(name)s (sudah bersertifikat %(number)s)", name=name, number=row.certificate) if row.certificate else name


class PaperForm(Form):
    """On which paper it is printed."""

    paper = ChoiceField(_("Kertas"), Paper, [needed(_("Pilih ukuran kertas."))])

    @classmethod
    def usual(cls):
        return cls(paper=Office.current().paper)
