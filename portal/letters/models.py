"""A letter that leaves the office: its text is frozen when it is made, its number and date are given once."""
from peewee import CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.accounts.teams import Guarded
from portal.db import Choice, Json, db
from portal.office.models import Office, Official
from portal.records import Counter
from portal.rules import letter, letter_number
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_number import CODES, Secrecy, SigningMode, Urgency
from portal.rules.numbers import Book
from portal.words import SearchWord


class Letter(Guarded):
    """`body`: [["text", words] or ["facts", [[term, words], …]], …]. `above` and `below` are the lines round the signature.

    `about` and `about_id` name the record that it was written for. Number, date and signer are empty before the issue.
    """

    LIVES = {"state": letter.LIFE}

    state = Choice(LetterState, default=LetterState.DRAFT)
    number = CharField(max_length=60, null=True, unique=True)
    year = IntegerField(null=True)
    serial = IntegerField(null=True)
    date = DateField(null=True)
    code = CharField(max_length=12, default=letter_number.DEFAULT_CODE)
    secrecy = Choice(Secrecy, default=Secrecy.SECRET)
    urgency = Choice(Urgency, default=Urgency.ORDINARY)
    attachments = CharField(max_length=200, default="")
    regarding = CharField(max_length=200)
    addressee = CharField(max_length=200)
    addressee_place = TextField(default="")
    body = Json()
    copies = Json(default=list)
    official = ForeignKeyField(Official, null=True)
    mode = Choice(SigningMode, null=True)
    above = Json(default=list)
    below = Json(default=list)
    about = CharField(max_length=40)
    about_id = IntegerField()
    issued_by = ForeignKeyField(User, null=True)

    class Meta:
        indexes = ((("year", "serial"), True), (("about", "about_id"), False))

    @classmethod
    def draft(cls, record, *, by, care_team, **text):
        """A letter about a record, still without number: the values of `text` are columns."""
        return cls.begin(by=by, care_team=care_team, about=record._meta.table_name, about_id=record.id, **text)

    def issue(self, official, *, by, mode=None, through="", code=None, seen=None):
        """Give the next number of the office's year and today's date, and freeze who signs; nothing of it is done twice.

        `mode` is read from the official's title when it is not given; `through` is the official between, for u.b.
        """
        db.lock()
        office, code = Office.current(), code or self.code
        mode = mode or letter.mode_of(official.title)
        year, serial = Counter.next(Book.LETTER)
        number = letter_number.number(code, serial, office.unit, year, month=clock.today().month)
        self.move(LetterStep.ISSUE, by=by, seen=seen, number=number, year=year, serial=serial, date=clock.today(), code=code, official=official,
                  mode=mode, above=signed_as(office, official, mode, through), issued_by=by,
                  below=letter_number.signature_name(official.name, official.rank, official.nip))
        self.reindex()
        return self

    def reindex(self):
        """Keep the search words in step with the number and what the letter is about."""
        SearchWord.index(self, self.regarding, codes=(self.number, self.serial))
        return self

    @classmethod
    def register(cls, user):
        """The book of outgoing letters, cancelled ones included, as far as they exist for this person."""
        return cls.visible_to(user).where(cls.state != LetterState.DRAFT)

    @classmethod
    def years(cls, user):
        """The years of the book as far as it exists for this person, the latest first."""
        return [row.year for row in cls.register(user).select(cls.year).distinct().order_by(cls.year.desc())]

    @property
    def signer(self):
        """The name under the letter."""
        return self.below[0] if self.below else ""

    @property
    def subject_name(self):
        """What the classification code stands for."""
        return CODES.get(self.code, "")


def signed_as(office, official, mode, through=""):
    """The lines above the signature, as the office's head or on their behalf."""
    head = f"Kepala {office.name}".upper()
    region = office.government.upper().removeprefix("PEMERINTAH ").strip()
    return letter_number.signature_title(mode, head, region=region, title=official.title, through=through)
