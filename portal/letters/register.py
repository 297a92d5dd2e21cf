"""The register as one person may see it: its filters, the numbers that nobody accounts for, and the whole of it as a table."""
from functools import cached_property

from flask_babel import force_locale, gettext

from portal import clock
from portal.exports import Export
from portal.labels import label
from portal.letters.books import Classification, LetterBook
from portal.letters.gaps import unaccounted
from portal.letters.models import Letter
from portal.lists import Filter
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind

HEADS = ("Tahun", "Buku", "Nomor urut", "Nomor surat", "Tanggal", "Klasifikasi", "Jenis", "Sifat", "Hal", "Kepada", "Penanda tangan", "Keadaan",
         "Alasan dibatalkan", "Keterangan")
HIDDEN = "kasus terbatas"
UNACCOUNTED = "belum tercatat"


class Register:
    """Filters stand in the address; what is counted as missing is the same for everybody and names no letter."""

    def __init__(self, user):
        self.user, self.books = user, LetterBook.all_books()
        years = [(str(year), str(year)) for year in Letter.years(user)]
        self.filters = [
            Filter("year", gettext("Tahun"), years, lambda value: Letter.year == int(value)),
            Filter("book", gettext("Buku"), [(str(book.id), book.name) for book in self.books], lambda value: Letter.book == int(value)),
            Filter("kind", gettext("Jenis"), list(LetterKind), lambda value: Letter.kind == value),
            Filter("state", gettext("Keadaan"), [LetterState.ISSUED, LetterState.BOOKED, LetterState.CANCELLED],
                   lambda value: Letter.state == value),
        ]

    def _chosen(self, name):
        return next(each.value for each in self.filters if each.name == name)

    @property
    def year(self):
        """The year that is looked at: the filter's, else this one."""
        return int(self._chosen("year") or clock.today().year)

    @cached_property
    def missing(self):
        """[(LetterBook, [(first, last)])] of the numbers of that year that nobody accounts for."""
        book = self._chosen("book")
        return unaccounted(self.year, [each for each in self.books if not book or str(each.id) == book])

    @property
    def chosen(self):
        """The filters in force, for the address of the same register as a table."""
        return {each.name: each.value for each in self.filters if each.value}

    def exported(self, *, by, **leaving):
        """(heads, rows, the Export that numbers them), after the trail knows for what they leave and to whom."""
        heads, rows = self.table()
        return heads, rows, Export.handed(by=by, listed="letter", count=len(rows), **leaving)

    def table(self):
        """(heads, rows) of the register in the order of its numbers, with a row for each run that nobody accounts for."""
        query = Letter.register(self.user)
        for each in self.filters:
            query = query.where(each.condition(each.value)) if each.value else query
        letters = list(query.order_by(Letter.place_order(), Letter.id))
        narrowed = self._chosen("kind") or self._chosen("state")
        with force_locale("id"):
            lines = _lines(letters, {book.id: book.name for book in self.books}) + ([] if narrowed else self._missing_lines())
        return HEADS, [line for _place, line in sorted(lines, key=lambda each: each[0])]

    def _missing_lines(self):
        return [((self.year, book.id, first), [self.year, book.name, f"{first}–{last}" if last > first else first, "", "", "", "", "", "", "", "",
                                               UNACCOUNTED, "", ""]) for book, spans in self.missing for first, last in spans]


def _lines(letters, books):
    """[((year, book, serial), cells)]; of restricted records neither subject nor receiver."""
    codes, why = {each.code: each.name for each in Classification.all_codes()}, Letter.cancellations(letters)
    return [((row.year, row.book_id, row.serial), _cells(row, books, codes, why.get(row.id, ""))) for row in letters]


def _cells(row, books, codes, why):
    hidden = row.care_team.restricted
    told = [HIDDEN] * 2 if hidden else [row.regarding, row.addressee]
    return [row.year, books[row.book_id], row.serial, row.number, f"{row.date:%d-%m-%Y}", f"{row.code} {codes.get(row.code, '')}".strip(),
            str(label(row.kind)), str(label(row.secrecy)), *told, row.signer, str(label(row.state)), *(["", ""] if hidden else [why, row.note])]
