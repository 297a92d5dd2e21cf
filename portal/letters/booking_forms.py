"""What the register is told of a letter that was written outside Sigap."""
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, StringField
from wtforms.validators import Length, NumberRange

from portal import clock
from portal.fields import ChoiceField, DayField, PickField, needed, optional, pairs
from portal.letters.books import Classification, LetterBook
from portal.letters.forms import WordsForm
from portal.rules import letter_book, letter_kind
from portal.rules.letter_book import LAST_SERIAL
from portal.rules.letter_kind import LetterKind
from portal.rules.letter_number import Secrecy

BESIDE = {
    letter_book.Why.SERIAL_TAKEN: "serial", letter_book.Why.NO_SUCH_SERIAL: "serial", letter_book.Why.TOO_FAR_AHEAD: "serial",
    letter_book.Why.DATE_AHEAD: "date", letter_book.Why.DATE_OUT_OF_ORDER: "date", letter_book.Why.DATE_OF_TODAY: "date",
    letter_book.Why.NUMBER_OF_A_BOOK: "written", letter_kind.Why.NIK_IN_REGARDING: "regarding",
}


class Outside(WordsForm):
    """What both forms ask."""

    BESIDE = BESIDE

    kind = ChoiceField(_("Jenis surat"), LetterKind, [needed(_("Pilih jenis suratnya."))], default=LetterKind.OTHER_OUTSIDE)
    written = StringField(_("Nomor seperti tertulis di surat"), [optional(), Length(max=60)])
    code = PickField(_("Klasifikasi"), [needed(_("Pilih klasifikasi."))])
    regarding = StringField(_("Hal"), [needed(_("Tulis Hal surat ini.")), Length(max=200)])
    addressee = StringField(_("Kepada"), [optional(), Length(max=200)])
    secrecy = ChoiceField(_("Sifat"), Secrecy, [needed(_("Pilih sifat suratnya."))], default=Secrecy.ORDINARY)
    note = StringField(_("Keterangan"), [optional(), Length(max=200)])

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.code.choices = pairs(Classification.offered(self.code.object_data or ""), blank=_("Pilih klasifikasi"))


class BookingForm(Outside):
    """The next number for it, or the one that it bears already."""

    book = PickField(_("Buku"), [needed(_("Pilih bukunya."))])
    serial = IntegerField(_("Nomor urut"), [optional(), NumberRange(1, LAST_SERIAL)])
    date = DayField(_("Tanggal surat"), [optional()])
    restricted = BooleanField(_("Menyangkut klien yang kasusnya terbatas: sembunyikan dari petugas lain"))

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.books = {str(book.id): book for book in LetterBook.open_books()}
        self.book.choices = pairs((id, book.name) for id, book in self.books.items())

    @property
    def values(self):
        typed = super().values
        return {**typed, "book": self.books[typed["book"]]}


class CorrectionForm(Outside):
    """What was written down wrongly."""

    serial = IntegerField(_("Nomor urut"), [needed(_("Tulis nomor urutnya.")), NumberRange(1, LAST_SERIAL)])
    date = DayField(_("Tanggal surat"), [needed(_("Tulis tanggal suratnya."))], default=clock.today)
