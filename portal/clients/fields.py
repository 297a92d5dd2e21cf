"""Fields for what people tell of themselves: a NIK, a birth or an age, a telephone number, a record's number."""
from dataclasses import asdict

from flask_babel import gettext
from wtforms import StringField

from portal import clock
from portal.clients.identity import Told
from portal.fields import clean
from portal.labels import sentence
from portal.rules import births, nik, numbers, phone
from portal.rules.refused import Refused


class ReadField(StringField):
    """Text that a rule reads; data is what it read, or None when the field is empty. What was typed stays as typed."""

    def process_formdata(self, valuelist):
        typed = clean(valuelist[0]) if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = self.read(typed)
            except Refused as refused:
                raise ValueError(sentence(refused)) from refused

    @property
    def typed(self):
        """The text as it was sent; empty where none was."""
        return self.raw_data[0] if self.raw_data else ""

    def _value(self):
        if self.raw_data:
            return self.raw_data[0]
        return "" if self.data is None else str(self.data)


class NikField(ReadField):
    """A NIK with any spaces or dashes; data is its sixteen digits."""

    def read(self, typed):
        return nik.parse(typed, today=clock.today()).number


class BirthField(ReadField):
    """A birth date, month, year or an age; data is a Told. The text it showed reads back as what it stood for."""

    def read(self, typed):
        if self.object_data is not None and typed == str(self.object_data):
            return self.object_data
        return Told(**asdict(births.read_birth(typed, clock.today())))


class PhoneField(ReadField):
    """A telephone number, checked and kept as it was typed."""

    def read(self, typed):
        phone.normalise(typed)
        if len(typed) > 20:
            raise ValueError(gettext("Nomor ini terlalu panjang. Tulis angkanya saja."))
        return typed


class DigitsField(ReadField):
    """A number of exactly `digits` digits, such as a family card's; data is the digits."""

    def __init__(self, text=None, validators=None, *, digits, **kwargs):
        self.digits = digits
        super().__init__(text, validators, **kwargs)

    def read(self, typed):
        plain = nik.SPACING.sub("", typed)
        if not (plain.isascii() and plain.isdigit() and len(plain) == self.digits):
            raise ValueError(gettext("Nomor ini terdiri atas %(count)d angka. Periksa kembali.", count=self.digits))
        return plain


class NumberField(ReadField):
    """The number of a record of one book, in any case, with or without zeros; data is the number as it is written."""

    def __init__(self, text=None, validators=None, *, book, **kwargs):
        self.book = book
        super().__init__(text, validators, **kwargs)

    def read(self, typed):
        found = numbers.read(typed)
        serial = None if found else numbers.read_serial(typed)
        if serial:
            found = self.book, clock.today().year, serial
        if not found or found[0] != self.book:
            raise ValueError(gettext("Tulis nomornya lengkap, misalnya %(number)s.", number=numbers.say(self.book, clock.today().year, 12)))
        return numbers.say(*found)
