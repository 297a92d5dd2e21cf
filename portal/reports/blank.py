"""The report form on paper, for where there is no computer: drawn from the fields of the screen, in their order and with their words."""
import hashlib
from typing import NamedTuple

from flask_babel import gettext
from wtforms import BooleanField, FieldList, RadioField, SelectField, TextAreaField

from portal.clients import places
from portal.clients.fields import BirthField, NikField
from portal.fields import MomentField
from portal.reports.forms import ReportForm, TriageForm

CODE = "F-LP"
ROWS = 3
FEW = 8  # kecamatan that are printed to be ticked; more are written down
# The order of the screen; a field that it does not name comes after these.
ORDER = ("narrative", "danger", "district", "village", "place", "people", "reporter_name", "reporter_phone", "happened", "channel",
         "ticket", "reporter_relation", "received_at", "restricted", "reporter_secret")
# What the ministry's message says of its ticket is known at the desk and nowhere else.
AT_THE_DESK = ReportForm.TICKET
DATE, TIME, AGE, NIK = (2, 2, 4), (2, 2), (2,), (6, 6, 4)


class Asked(NamedTuple):
    """One question on paper. `kind`: lines, line, tick, choices (of `choices`), boxes (`boxes`: [(groups of digits, the word before them)])."""

    text: str
    kind: str
    choices: list = []
    boxes: list = []


class PaperReport(ReportForm):
    """The quick report that nobody opens for writing."""

    TOKEN = False


class PaperTriage(TriageForm):
    """The red flags that nobody opens for writing."""

    TOKEN = False


def contents():
    """Everything that the paper shows."""
    form, triage = PaperReport(formdata=None), PaperTriage(formdata=None)
    places.offer(form)
    flags = [asked(field) for field in triage.questions]
    others = [asked(field) for field in (triage.alone_at_night, triage.information_only)]
    questions = report_questions(form)
    return {"questions": questions, "flags": flags, "others": others, "rows": ROWS, "code": CODE, "version": version(questions, flags, others)}


def report_questions(form):
    """[Asked, or the list of what is asked of each person] in the order of the screen."""
    named = [form[name] for name in ORDER if name in form]
    rest = [field for field in form if field not in named and field.name not in AT_THE_DESK and is_seen(field)]
    return [[asked(each) for each in field[0].form if is_seen(each)] if isinstance(field, FieldList) else asked(field) for field in named + rest]


def is_seen(field):
    """Whether the field stands on the screen."""
    return getattr(field.widget, "input_type", "") != "hidden"


def asked(field):
    """How one field of the screen is asked on paper."""
    text = str(field.label.text)
    choices = [str(words) for value, words, *_rest in field.iter_choices() if value] if isinstance(field, (RadioField, SelectField)) else []
    if isinstance(field, RadioField) or (choices and (field.name != "district" or len(choices) <= FEW) and field.name != "village"):
        return Asked(text, "choices", choices)
    if isinstance(field, tuple(BOXES)):
        return Asked(text, "boxes", boxes=next(boxes() for kind, boxes in BOXES.items() if isinstance(field, kind)))
    kinds = {TextAreaField: "lines", BooleanField: "tick"}
    return Asked(text, next((word for kind, word in kinds.items() if isinstance(field, kind)), "line"))


BOXES = {
    NikField: lambda: [(NIK, "")],
    BirthField: lambda: [(DATE, ""), (AGE, gettext("atau usia"))],
    MomentField: lambda: [(DATE, ""), (TIME, gettext("pukul"))],
}


def version(*parts):
    """Four signs that change with every word of the form, so that an old sheet is known."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:4].upper()
