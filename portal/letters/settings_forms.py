"""The forms of the office's letter settings: how each kind is worded, the books, their codes, and numbers that no letter carries."""
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, NumberRange, ValidationError

from portal import clock
from portal.fields import ChoiceField, ManyChoiceField, PickField, needed, optional, pairs
from portal.letters.books import Classification
from portal.letters.forms import LookForm, WordsForm
from portal.letters.templates import MERGED, LetterTemplate
from portal.phrases import hindrance
from portal.rules import letter_book, letter_number
from portal.rules.letter_kind import FIELDS, LetterKind, MergeField, check_text
from portal.rules.letter_number import DEFAULT_CODE, Secrecy


def mergeable(form, field):
    """A field whose text may name the merge fields of the form's kind."""
    if fault := hindrance(check_text, field.data or "", form.kind):
        raise ValidationError(fault)


class TemplateForm(LookForm):
    """The words of one kind of letter."""

    regarding = StringField(_("Hal"), [needed(_("Tulis Hal surat ini.")), Length(max=200), mergeable])
    opening = TextAreaField(_("Kalimat pembuka"), [optional(), Length(max=2000), mergeable])
    closing = TextAreaField(_("Kalimat penutup"), [optional(), Length(max=2000), mergeable])
    copies = TextAreaField(_("Tembusan"), [optional(), Length(max=1000), mergeable])
    code = PickField(_("Klasifikasi"), [optional()])
    secrecy = ChoiceField(_("Sifat"), Secrecy, [needed(_("Pilih sifat suratnya."))])

    def __init__(self, template, **kwargs):
        self.kind = template.kind
        super().__init__(obj=template, **kwargs)
        of_case = MergeField.CASE_NUMBER in FIELDS[self.kind]
        self.code.choices = pairs(Classification.offered(template.code), blank=_("Menurut kategori klien") if of_case else DEFAULT_CODE)

    @property
    def values(self):
        typed = super().values
        return {**typed, "code": typed["code"] or "", "secrecy": typed["secrecy"] or Secrecy.SECRET}

    @property
    def faults(self):
        """What is wrong with the text that is only looked at, in sentences."""
        return list(dict.fromkeys(fault for name in MERGED if (fault := hindrance(check_text, self[name].data or "", self.kind))))

    @property
    def typed(self):
        """The template as it stands in the form, kept nowhere."""
        return LetterTemplate(kind=self.kind, **self.values)


class NewBookForm(WordsForm):
    """A book with a row of numbers of its own."""

    BESIDE = {letter_number.Why.TEMPLATE_UNKNOWN_FIELD: "pattern", letter_number.Why.TEMPLATE_NOT_UNIQUE: "pattern",
              letter_book.Why.PATTERN_TAKEN: "pattern", letter_book.Why.KIND_TAKEN: "kinds"}

    name = StringField(_("Nama buku"), [needed(_("Tulis nama bukunya, misalnya Surat tugas.")), Length(max=80)])
    pattern = StringField(_("Pola nomor"), [needed(_("Tulis pola nomornya.")), Length(max=60)])
    kinds = ManyChoiceField(_("Jenis surat yang bernomor di buku ini"), LetterKind, [optional()])

    @property
    def values(self):
        typed = super().values
        return {**typed, "kinds": [str(kind) for kind in typed["kinds"] or []]}


class BookForm(NewBookForm):
    """A book that is there."""

    active = BooleanField(_("Buku ini memberi nomor"))


class MainBookForm(WordsForm):
    """The book of all kinds that stand in no other."""

    BESIDE = NewBookForm.BESIDE

    name = StringField(_("Nama buku"), [needed(_("Tulis nama bukunya.")), Length(max=80)])
    pattern = StringField(_("Pola nomor"), [needed(_("Tulis pola nomornya.")), Length(max=60)])


class SkippedForm(WordsForm):
    """Numbers that no letter here carries, and why."""

    BESIDE = {letter_book.Why.RANGE_TURNED: "first", letter_book.Why.RANGE_HOLDS_LETTERS: "first", letter_book.Why.RANGE_EXPLAINED: "first",
              letter_book.Why.YEAR_AHEAD: "year"}

    year = IntegerField(_("Tahun"), [needed(_("Tulis tahunnya.")), NumberRange(2000, 2999)], default=lambda: clock.today().year)
    first = IntegerField(_("Nomor pertama"), [needed(_("Tulis nomor pertamanya.")), NumberRange(1, letter_book.LAST_SERIAL)])
    last = IntegerField(_("Nomor terakhir"), [needed(_("Tulis nomor terakhirnya.")), NumberRange(1, letter_book.LAST_SERIAL)])
    reason = StringField(_("Mengapa tidak ada suratnya di Sigap"), [needed(_("Tulis alasannya, misalnya dipakai di buku agenda kertas."))])


class NewCodeForm(WordsForm):
    """A code and what it stands for."""

    BESIDE = {letter_book.Why.CODE_SHAPE: "code", letter_book.Why.CODE_TAKEN: "code"}

    code = StringField(_("Kode"), [needed(_("Tulis kodenya.")), Length(max=12)])
    name = StringField(_("Artinya"), [needed(_("Tulis arti kode ini."))])


class CodeForm(WordsForm):
    """A code that letters may carry already."""

    name = StringField(_("Artinya"), [needed(_("Tulis arti kode ini."))])
    active = BooleanField(_("Ditawarkan untuk surat baru"))
