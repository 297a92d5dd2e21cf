"""The books that number the office's letters: each counts from one each year in its own pattern; and the codes that they write."""
from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField, IntegerField

from portal import clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Json, db
from portal.office.models import Office
from portal.records import Counter, Record
from portal.rules import letter_book as rules
from portal.rules import letter_number
from portal.rules.letter_kind import LetterKind
from portal.rules.numbers import Book
from portal.rules.refused import Refused


class LetterBook(Record):
    """`kinds` are the kinds of letter that take their numbers here; the main book takes all that stand in no other."""

    name = CharField(max_length=80)
    pattern = CharField(max_length=60, default=letter_number.TEMPLATE)
    kinds = Json(default=list)
    is_main = BooleanField(default=False)
    active = BooleanField(default=True)

    @classmethod
    def every(cls):
        """Every book, the main one first."""
        return cls.select().order_by(cls.is_main.desc(), cls.name, cls.id)

    @classmethod
    def all_books(cls):
        """The same as a list."""
        return list(cls.every())

    @classmethod
    def open_books(cls):
        """Those that give numbers, the main one first."""
        return [book for book in cls.all_books() if book.active]

    @classmethod
    def main(cls):
        """The book that has been there from the beginning."""
        return cls.get(cls.is_main)

    @classmethod
    def of(cls, kind):
        """The book that numbers letters of this kind."""
        books = cls.open_books()
        return next((book for book in books if kind in book.kinds), books[0])

    @classmethod
    def add(cls, *, by, **details):
        """One more book; its first number is 1."""
        cls._check(**details)
        return cls.begin(by=by, action=Event.SETTING_CHANGED, **details)

    def amend(self, *, by, seen=None, **details):
        """Change what it is called, how it numbers from now on, and which kinds it numbers; numbers that were given stay."""
        self._check(**{"pattern": self.pattern, "kinds": self.kinds, "active": self.active} | details, but=self)
        return self.change(by=by, seen=seen, action=Event.SETTING_CHANGED, **details)

    @classmethod
    def _check(cls, *, pattern, kinds, but=None, active=True, **_details):
        """Refused when two books could give one number, also with what the other has given this year, or one kind would have two."""
        db.lock()
        unit, others = cls.unit(), [book for book in cls.all_books() if but is None or book.id != but.id] if active else []
        rules.check_book(pattern, kinds, others, unit=unit, active=active, is_main=bool(but and but.is_main))
        for other in others:
            if any(rules.is_of(number, pattern, unit) for number in other.numbers(clock.today().year)):
                raise Refused(rules.Why.PATTERN_TAKEN, book=other.name)

    def numbers(self, year):
        """The numbers that letters carry which stand in it for that year."""
        letters = self.letters.model
        return [number for number, in self.letters.select(letters.number).where(letters.year == year).tuples()]

    @property
    def holds(self):
        """The kinds that take their numbers here and in no other."""
        return [LetterKind(kind) for kind in self.kinds]

    def example(self, day):
        """The number that a letter of that day would get now."""
        return self.place(self.last(day.year) + 1, letter_number.DEFAULT_CODE, day)["number"]

    @staticmethod
    def unit():
        """The office's own mark within its numbers."""
        return Office.current().unit

    @property
    def counter(self):
        """What its row of numbers is called; the main book goes on where the letters of the first version ended."""
        return str(Book.LETTER) if self.is_main else f"{Book.LETTER}-{self.id}"

    def last(self, year):
        """The highest number it has given in that year, 0 before the first."""
        row = Counter.get_or_none(Counter.book == self.counter, Counter.year == year)
        return row.last if row else 0

    def take(self, code, day):
        """The next number for a letter of that local day: the values of a Letter's columns. Nobody else writes until the unit ends."""
        year, serial = Counter.next(self.counter, day.year)
        return self.place(serial, code, day)

    def place(self, serial, code, day):
        """What a letter with this serial carries as the values of its columns."""
        number = letter_number.number(code, serial, self.unit(), day.year, self.pattern, month=day.month)
        return {"book": self, "year": day.year, "serial": serial, "number": number, "date": day, "code": code}

    def settle(self, year):
        """Let the next number of that year stand behind the last that a letter carries or somebody explained."""
        db.lock()
        row, _ = Counter.get_or_create(book=self.counter, year=year)
        letters = self.letters.model
        given = self.letters.where(letters.year == year).order_by(letters.serial.desc()).first()
        told = self.skipped.where(SkippedNumbers.year == year, SkippedNumbers.active).order_by(SkippedNumbers.last.desc()).first()
        last = max(given.serial if given else 0, told.last if told else 0)
        Counter.update(last=last).where(Counter.id == row.id).execute()


class SkippedNumbers(Record):
    """Numbers of a book and year that no letter here carries, and why: they stood in the paper book, or were left out.

    Inactive when somebody took the explanation back.
    """

    book = ForeignKeyField(LetterBook, backref="skipped")
    year = IntegerField()
    first = IntegerField()
    last = IntegerField()
    reason = CharField(max_length=200)
    active = BooleanField(default=True)
    made_by = ForeignKeyField(User)
    made_at = DateTimeField()

    class Meta:
        indexes = ((("book", "year", "first"), False),)

    @classmethod
    def standing(cls):
        """Those that nobody took back, the newest first."""
        return cls.select().where(cls.active).order_by(cls.id.desc())


class Classification(Record):
    """A code of the office's classification and what it stands for; those in no use stay for the letters that carry them."""

    code = CharField(max_length=12, unique=True)
    name = CharField(max_length=200)
    active = BooleanField(default=True)

    @classmethod
    def every(cls):
        """Those in use and those that are not."""
        return cls.select()

    @classmethod
    def all_codes(cls):
        """The same, in the order of the codes."""
        return sorted(cls.every(), key=lambda each: rules.code_order(each.code))

    @classmethod
    def add(cls, *, by, code, name):
        """One more code."""
        db.lock()
        rules.check_code(code, {each.code for each in cls.select()})
        return cls.begin(by=by, action=Event.SETTING_CHANGED, code=code, name=name)

    def amend(self, *, by, seen=None, name, active):
        """Word it better, or offer it no more; the code itself stays, for letters carry it."""
        return self.change(by=by, seen=seen, action=Event.SETTING_CHANGED, name=name, active=active)

    @classmethod
    def offered(cls, current=""):
        """[(code, "code name")] that a letter can be given, and the one that it has already."""
        codes = [(each.code, f"{each.code} {each.name}") for each in cls.all_codes() if each.active or each.code == current]
        return codes if not current or current in dict(codes) else [(current, current), *codes]

    @classmethod
    def named(cls, code):
        """What a code stands for; empty for one that nobody wrote down."""
        row = cls.get_or_none(cls.code == code)
        return row.name if row else ""
