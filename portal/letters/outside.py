"""Numbers for letters that were written outside Sigap: they stand in the same register, and none is given twice."""
from portal import clock
from portal.accounts.teams import CareTeam
from portal.db import db
from portal.letters.books import LetterBook
from portal.records import Transition
from portal.rules import letter_book as rules
from portal.rules.letter import LetterState, LetterStep, Why, check_booked
from portal.rules.letter_kind import LetterKind, check_regarding
from portal.rules.letter_number import Secrecy
from portal.rules.refused import Refused


class Booked:
    """The half of a Letter that speaks of its place in the register."""

    @classmethod
    def book_outside(cls, *, by, book, code, regarding, addressee="", kind=LetterKind.OTHER_OUTSIDE, serial=None, date=None, written="", note="",
                     restricted=False, **details):
        """Write a letter of elsewhere into the register: with the next number, dated today, or with the `serial` that it bears already.

        `written` is how the letter writes its number, where that differs from the book's pattern. A `date` that its neighbours contradict asks
        for a `note`. `restricted`: the letter is about somebody whose record is hidden.
        """
        db.lock()
        check_regarding(regarding, ())
        place = cls._given(book, code, serial, date or clock.today(), written, note) if serial else cls._next(book, code, date)
        letter = cls.begin(by=by, care_team=CareTeam.around(by, by=by, restricted=restricted), state=LetterState.BOOKED, kind=kind, body=[],
                           about=LetterBook._meta.table_name, about_id=book.id, regarding=regarding, addressee=addressee, note=note,
                           issued_by=by, **place, **details)
        book.settle(letter.year)
        letter.note_move(LetterStep.BOOK, "", LetterState.BOOKED, by=by)
        return letter.reindex()

    def correct(self, *, by, seen=None, code, regarding, serial, date, written="", note="", **details):
        """Write down better what was booked; a serial that was misread is free again and asks for an explanation."""
        self.check_booked()
        check_regarding(regarding, ())
        place = self._given(self.book, code, serial, date, written, note, but=self)
        before = self.year
        self.change(by=by, seen=seen, regarding=regarding, note=note, **place, **details)
        for year in {before, self.year}:
            self.book.settle(year)
        return self.reindex()

    def check_booked(self):
        """The letter, Refused when it was written here."""
        check_booked(self.state)
        return self

    def cancel_booking(self, *, by, reason, seen=None):
        """The letter was not sent, or its number was written down twice; the number stays in the register and is not given again."""
        if not self.is_outside:
            raise Refused(Why.NOT_BOOKED)
        return self.move(LetterStep.CANCEL, by=by, reason=reason or "", seen=seen)

    @classmethod
    def place_order(cls):
        """What the register is sorted by: year, book and serial."""
        return (cls.year * 1_000 + cls.book) * 100_000 + cls.serial

    @staticmethod
    def cancellations(letters):
        """{id: why} of those among the letters that were cancelled, in one question."""
        ids = [letter.id for letter in letters if letter.state == LetterState.CANCELLED]
        rows = Transition.select().where(Transition.subject == "letter", Transition.step == LetterStep.CANCEL, Transition.subject_id.in_(ids))
        return {row.subject_id: row.reason for row in rows} if ids else {}

    @classmethod
    def _next(cls, book, code, day):
        rules.check_next(day, clock.today())
        return cls.free(book.take(code, clock.today()))

    @classmethod
    def _given(cls, book, code, serial, day, written, note, but=None):
        """The place in the register of a number that was given outside; the counter never gives it again."""
        db.lock()
        others = cls.select().where(cls.book == book, cls.year == day.year, cls.id != (but and but.id))
        taken = others.where(cls.serial == serial).first()
        rules.check_serial(serial, book.last(day.year), taken=taken and taken.number)
        below, above = others.where(cls.serial < serial).order_by(cls.serial.desc()), others.where(cls.serial > serial).order_by(cls.serial)
        rules.check_day(day, today=clock.today(), below=_told(below.first()), above=_told(above.first()), explained=bool(note))
        place = book.place(serial, code, day)
        if written and written != place["number"]:
            cls._check_written(written)
            place["number"] = written
        return cls.free(place, but)

    @staticmethod
    def _check_written(number):
        """Refused for a number of its own that some book could give one day."""
        unit = LetterBook.unit()
        for book in LetterBook.open_books():
            if rules.is_of(number, book.pattern, unit):
                raise Refused(rules.Why.NUMBER_OF_A_BOOK, book=book.name)

    @classmethod
    def free(cls, place, but=None):
        """The same place, Refused when another letter carries its number."""
        if cls.select().where(cls.number == place["number"], cls.id != (but and but.id)).exists():
            raise Refused(rules.Why.NUMBER_TAKEN, number=place["number"])
        return place

    @property
    def written(self):
        """How the letter writes its number, where that differs from its book's pattern; else empty."""
        return "" if self.number == self.book.place(self.serial, self.code, self.date)["number"] else self.number

    @property
    def is_outside(self):
        """Whether it was written elsewhere, and only its number is here."""
        return self.about == LetterBook._meta.table_name

    def addressed(self, user):
        """Whom it is to, as far as the register tells this person: an ordinary letter of elsewhere to everybody, else who sees the record whole."""
        open_to_all = self.is_outside and self.secrecy == Secrecy.ORDINARY
        return self.addressee if open_to_all or self.is_whole_to(user) else None


def _told(letter):
    """(number, day) of a letter, or None."""
    return letter and (letter.number, letter.date)
