"""The kinds of field a form can have, clean text, and WTForms' own messages in Indonesian."""
import re
import unicodedata

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import FieldList, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Optional, StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from portal import clock
from portal.labels import label
from portal.rules import dates

CONTROL = {code: None for code in range(32) if chr(code) not in "\t\n"} | {0x7F: None}
LINE = 200
BLANKS = "\u200b\ufeff\u00a0 \t\n"
MESSAGES = {
    "CSRF failed.": _("Halaman ini sudah lama terbuka. Kirim sekali lagi."),
    "Not a valid choice.": _("Pilih salah satu dari daftar."),
    "Invalid Choice: could not coerce.": _("Pilih salah satu dari daftar."),
    "'%(value)s' are not valid choices for this field.": _("Pilih dari daftar."),
    "Invalid choice(s): one or more data inputs could not be coerced.": _("Pilih dari daftar."),
    "This field is required.": _("Bagian ini perlu diisi."),
    "Not a valid integer value.": _("Tulis angka bulat, misalnya 12."),
    "Number must be at least %(min)s.": _("Angka paling kecil %(min)s."),
    "Number must be at most %(max)s.": _("Angka paling besar %(max)s."),
    "Number must be between %(min)s and %(max)s.": _("Tulis angka dari %(min)s sampai %(max)s."),
    "Field must be at least %(min)d characters long.": _("Tulis paling sedikit %(min)d huruf."),
    "Field cannot be longer than %(max)d characters.": _("Terlalu panjang: paling banyak %(max)d huruf."),
    "Field must be exactly %(max)d characters long.": _("Panjangnya harus tepat %(max)d huruf."),
    "Field must be between %(min)d and %(max)d characters long.": _("Panjangnya harus %(min)d sampai %(max)d huruf."),
    "Field must be equal to %(other_name)s.": _("Dua isian ini tidak sama. Tulis lagi keduanya."),
    "Invalid value, must be one of: %(values)s.": _("Pilih salah satu dari daftar."),
    "Invalid input.": _("Tulisan ini belum sesuai. Periksa kembali."),
}


class Translations:
    """WTForms' own messages in the language of the page."""

    def gettext(self, text):
        return str(MESSAGES.get(text, text))

    def ngettext(self, one, many, count):
        return self.gettext(many)


def clean(value):
    """Typed text as it is kept: NFC, no control characters but line breaks, no blanks around it."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(character for character in text if not "\ud800" <= character <= "\udfff")
    return text.translate(CONTROL).strip(BLANKS)


class Needed(DataRequired):
    """Asks for what is missing; what was typed and could not be read keeps its own sentence, and Tidak is an answer."""

    def __call__(self, form, field):
        if field.process_errors:
            raise StopValidation
        if field.data is not False:
            super().__call__(form, field)


def text(value):
    """The same, and empty where a browser sent no such field at all."""
    return clean(value) or ""


def needed(text):
    """The validator of a field that must be filled, with the sentence to show when it is not."""
    return Needed(text)


def optional():
    """The validator of a field that may stay empty."""
    return Optional()


def pairs(choices, blank=None):
    """[(value, text)] as a select's choices, after an empty one when `blank` is its text."""
    first = [SelectChoice("", blank)] if blank is not None else []
    return first + [SelectChoice(str(value), str(text)) for value, text in choices]


class PickField(SelectField):
    """One of a list that the view provides; empty is None."""

    def __init__(self, text=None, validators=None, **kwargs):
        super().__init__(text, validators, coerce=lambda value: value or None, **kwargs)


class _Members:
    """Choices from the members of an enum; data is a member or None."""

    def __init__(self, text=None, enum=None, validators=None, *, only=None, blank=None, last=None, **kwargs):
        members = list(only or enum)
        super().__init__(text, validators, coerce=lambda value: enum(value) if value else None,
                         choices=lambda: pairs(((member, label(member)) for member in members), blank) + pairs([], last), **kwargs)


class ChoiceField(_Members, SelectField):
    """One member of an enum from a drop-down."""

    def __init__(self, text=None, enum=None, validators=None, *, blank="", **kwargs):
        super().__init__(text, enum, validators, blank=blank, **kwargs)


class RadioChoiceField(_Members, RadioField):
    """One member of an enum from radio buttons; none is chosen beforehand. What may stay empty can be taken back by Belum tahu."""

    def __init__(self, text=None, enum=None, validators=None, *, only=None, **kwargs):
        takes_back = may_be_empty(validators) and "unknown" not in list(enum)
        super().__init__(text, enum, validators, only=only, last=_("Belum tahu") if takes_back else None, **kwargs)


class ManyField(SelectMultipleField):
    """Any of a list, as check boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ManyChoiceField(ManyField):
    """Any members of an enum, as check boxes; data is a list of members."""

    def __init__(self, text=None, enum=None, validators=None, *, only=None, **kwargs):
        members = list(only or enum)
        super().__init__(text, validators, coerce=enum, choices=lambda: pairs((member, label(member)) for member in members), **kwargs)


class LinesField(ManyField):
    """Lines of a list that is not known beforehand, as check boxes that the page draws; data is a list of clean texts, each once."""

    def __init__(self, text=None, validators=None, **kwargs):
        super().__init__(text, validators, coerce=clean, choices=[], validate_choice=False, **kwargs)

    def process_formdata(self, valuelist):
        self.data = [line for line in dict.fromkeys(clean(each).replace("\n", " ") for each in valuelist) if line]

    def pre_validate(self, form):
        if any(len(line) > LINE for line in self.data or ()):
            raise ValidationError(gettext("Terlalu panjang: paling banyak %(max)s huruf.", max=LINE))


class RowsField(FieldList):
    """Rows of fields; a row whose name carries no number as our pages write it is none."""

    def _extract_indices(self, prefix, formdata):
        return [int(found[1]) for name in formdata if (found := re.match(rf"{re.escape(prefix)}-([0-9]{{1,3}})(?:-|$)", name))]


class DayField(StringField):
    """A day typed as people write it; data is a date or None."""

    def process_formdata(self, valuelist):
        typed = clean(valuelist[0]) if valuelist else ""
        self.data = self._read(typed) if typed else None

    def _read(self, typed):
        try:
            return dates.read_day(typed, clock.today())
        except dates.Unreadable as fault:
            raise ValueError(label(fault.why)) from fault

    def _value(self):
        if self.raw_data:
            return self.raw_data[0]
        return self.data.strftime("%d-%m-%Y") if self.data else ""


class MomentField(DayField):
    """A moment typed in the office's time; data is naive UTC or None."""

    def _read(self, typed):
        try:
            return clock.utc(dates.read_moment(typed, clock.local(clock.now())))
        except dates.Unreadable as fault:
            raise ValueError(label(fault.why)) from fault

    def _value(self):
        if self.raw_data:
            return self.raw_data[0]
        return clock.local(self.data).strftime("%d-%m-%Y %H.%M") if self.data else ""


class RupiahField(StringField):
    """Whole rupiah typed with or without Rp and thousand points; data is an int or None."""

    def process_formdata(self, valuelist):
        typed = clean(valuelist[0]).lower().removeprefix("rp").strip() if valuelist else ""
        digits = typed.removesuffix(",00").replace(".", "").replace(" ", "")
        self.data = None
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
            raise ValueError(gettext("Tulis jumlah rupiah bulat, misalnya 150.000."))
        self.data = int(digits) if digits else None

    def _value(self):
        if self.raw_data:
            return self.raw_data[0]
        return f"{self.data:,}".replace(",", ".") if self.data is not None else ""


class TruthField(RadioField):
    """Ya or Tidak, neither chosen beforehand, or Belum tahu where it need not be answered (and `unknown`); data is True, False or None."""

    def __init__(self, text=None, validators=None, *, unknown=True, **kwargs):
        validators = validators or [optional()]
        blank = _("Belum tahu") if unknown and may_be_empty(validators) else None
        super().__init__(text, validators, coerce=truth, choices=lambda: [*pairs([("yes", gettext("Ya")), ("no", gettext("Tidak"))]),
                                                                          *pairs([], blank)],
                         **kwargs)


def may_be_empty(validators):
    """Whether a field with these validators need not be answered."""
    return any(isinstance(each, Optional) for each in validators or ())


def truth(value):
    """The truth behind a radio button's value, a column's value, or nothing."""
    if value in (None, True, False):
        return value
    if value not in ("yes", "no", ""):
        raise ValueError(value)
    return {"yes": True, "no": False, "": None}[value]
