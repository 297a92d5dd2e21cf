"""Numbers that no letter carries: which they are, and who explained them."""
from portal import clock
from portal.db import db
from portal.letters.books import LetterBook, SkippedNumbers
from portal.letters.models import Letter
from portal.records import Counter
from portal.rules import letter_book as rules


def unaccounted(year, books=None):
    """[(LetterBook, [(first, last)])] of the books in which numbers of that year have neither a letter nor an explanation, as for everybody."""
    books = LetterBook.all_books() if books is None else books
    last = {row.book: row.last for row in Counter.select().where(Counter.year == year)}
    taken = _by_book(Letter.select(Letter.book, Letter.serial).where(Letter.year == year, Letter.book.is_null(False)))
    told = _by_book(SkippedNumbers.standing().select(SkippedNumbers.book, SkippedNumbers.first, SkippedNumbers.last).where(
        SkippedNumbers.year == year))
    found = [(book, rules.unaccounted(last.get(book.counter, 0), {serial for serial, in taken.get(book.id, ())}, told.get(book.id, ())))
             for book in books]
    return [(book, spans) for book, spans in found if spans]


def _by_book(query):
    """{id of the book: the other columns of its rows}."""
    rows = {}
    for book, *others in query.tuples():
        rows.setdefault(book, []).append(others)
    return rows


def explained(book):
    """The explanations of one book that stand, the newest first."""
    return SkippedNumbers.standing().where(SkippedNumbers.book == book)


def explain(book, *, by, year, first, last, reason):
    """Say why no letter here carries these numbers; numbers beyond the last one given are never given."""
    db.lock()
    letters = Letter.select().where(Letter.book == book, Letter.year == year, Letter.serial.between(first, last)).order_by(Letter.serial)
    told = explained(book).where(SkippedNumbers.year == year, SkippedNumbers.first <= last, SkippedNumbers.last >= first)
    rules.check_range(first, last, year=year, this_year=clock.today().year, taken=[row.number for row in letters.limit(1)],
                      explained=[(row.first, row.last) for row in told.limit(1)])
    row = SkippedNumbers.begin(by=by, book=book, year=year, first=first, last=last, reason=reason, made_by=by, made_at=clock.now())
    book.settle(year)
    return row


def take_back(row, *, by, seen=None):
    """The explanation was wrong: its numbers are unaccounted for again, and those at the end of the row may be given."""
    row.change(by=by, seen=seen, active=False)
    row.book.settle(row.year)
    return row
