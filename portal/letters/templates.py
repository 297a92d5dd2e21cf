"""How the office words its letters: one row for each kind that it has changed, Sigap's own words for the others."""
from peewee import CharField, TextField

from portal.audit import Event
from portal.db import Choice, db
from portal.office.models import Office
from portal.records import Record
from portal.rules import letter_kind
from portal.rules.letter_kind import LetterKind, MergeField, check_text, merged
from portal.rules.letter_number import Secrecy
from portal.rules.letter_words import DEFAULTS

MERGED = ("regarding", "opening", "closing", "copies")
WORDED = (*MERGED, "code", "secrecy")


class LetterTemplate(Record):
    """`copies` are lines; an empty `code` follows the client's category. What was issued or submitted keeps its own words."""

    kind = Choice(LetterKind, unique=True)
    regarding = CharField(max_length=200)
    opening = TextField(default="")
    closing = TextField(default="")
    copies = TextField(default="")
    code = CharField(max_length=12, default="")
    secrecy = Choice(Secrecy, default=Secrecy.SECRET)

    @classmethod
    def of(cls, kind):
        """The words of a kind as they stand, in a row that may not be kept yet."""
        return cls.get_or_none(cls.kind == kind) or cls(kind=kind, version=0, **usual(kind))

    @classmethod
    def all_kinds(cls):
        """The words of every kind that has some, in the kinds' order."""
        kept = {row.kind: row for row in cls.select()}
        return [kept.get(kind) or cls(kind=kind, version=0, **usual(kind)) for kind in DEFAULTS]

    @classmethod
    def words(cls, kind, values):
        """What a letter of this kind says when nobody words it by hand: {"regarding", "opening", "closing", "copies", "code", "secrecy"}.

        `values`: {name of a merge field: text}; "code" may be empty, "copies" is a list, "secrecy" a plain value.
        """
        return cls.of(kind).filled(values)

    def filled(self, values):
        """The same of this row."""
        said = {name: merged(getattr(self, name), values) for name in MERGED}
        copies = [line.strip() for line in said["copies"].splitlines() if line.strip()]
        return {**said, "copies": copies, "code": self.code, "secrecy": str(self.secrecy)}

    @property
    def shape(self):
        """Whether its letters are to somebody or papers with a title."""
        return letter_kind.shape(self.kind)

    @property
    def title(self):
        """What stands in the middle of a titled paper."""
        return letter_kind.TITLE.get(self.kind, "")

    @property
    def is_usual(self):
        """Whether the office left it as Sigap words it."""
        return all(getattr(self, name) == value for name, value in usual(self.kind).items())

    def word(self, *, by, seen=None, **words):
        """Word it as the office says; letters that are issued or waiting for a manager keep what they say."""
        for name in MERGED:
            check_text(words[name], self.kind)
        db.lock()
        row = type(self).of(self.kind)
        if row.id is None:
            row.check_seen(seen)
            return self.begin(by=by, action=Event.SETTING_CHANGED, kind=self.kind, **words)
        return row.change(by=by, seen=seen, action=Event.SETTING_CHANGED, **words)

    def reset(self, *, by, seen=None):
        """Word it as Sigap does."""
        return self.word(by=by, seen=seen, **usual(self.kind))


def of_office():
    """What the fields that every kind knows bring: {MergeField: text}."""
    office = Office.current()
    return {MergeField.OFFICE: office.name, MergeField.REGION: office.regency}


def usual(kind):
    """Sigap's own words for a kind as the columns of a row."""
    words = DEFAULTS[kind]
    return {"regarding": words.regarding, "opening": words.opening, "closing": words.closing, "copies": "\n".join(words.copies),
            "code": words.code, "secrecy": words.secrecy}
