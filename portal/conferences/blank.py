"""The empty minutes to take along: drawn from the fields of the screen, in their order and with their words, with a list to sign."""
from typing import NamedTuple

from flask_babel import gettext
from wtforms import FieldList

from portal.clients.blanks import asked, is_seen, unopened, version
from portal.conferences.forms import ConferenceForm
from portal.fields import ManyField

CODE = "F-PK"
ROWS = {"officers": 5, "guests": 7, "resolutions": 6}
SIGNING = ("officers", "guests")


class Table(NamedTuple):
    """Something that is asked of several: the columns, and how many rows there is room for; `signed`: with a column to sign in."""

    text: str
    columns: list
    rows: int
    signed: bool


def contents():
    """Everything that the paper shows."""
    questions = [question(field) for field in unopened(ConferenceForm).offer([], []) if is_seen(field)]
    return {"questions": questions, "code": CODE, "version": version(questions)}


def question(field):
    """One question, or a Table where the screen has rows or boxes to tick: who works here is not printed to be chosen from."""
    if isinstance(field, FieldList):
        columns = [str(each.label.text) for each in field[0].form if is_seen(each)]
    elif isinstance(field, ManyField):
        columns = [gettext("Nama"), gettext("Jabatan")]
    else:
        return asked(field)
    return Table(str(field.label.text), columns, ROWS[field.name], field.name in SIGNING)
