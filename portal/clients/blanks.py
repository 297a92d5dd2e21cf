"""How one field of a screen is asked on paper, so that the two cannot part."""
import hashlib
from typing import NamedTuple

from flask_babel import gettext
from wtforms import BooleanField, IntegerField, RadioField, SelectField, TextAreaField

from portal.clients.fields import BirthField, DigitsField, NikField
from portal.fields import DayField, MomentField

FEW = 8  # kecamatan that are printed to be ticked; more are written down
DATE, TIME, AGE, NIK, NUMBER = (2, 2, 4), (2, 2), (2,), (6, 6, 4), (2,)


class Asked(NamedTuple):
    """One question on paper. `kind`: lines, line, tick, choices (of `choices`), boxes (`boxes`: [(groups of digits, the word before them)])."""

    text: str
    kind: str
    choices: list = []
    boxes: list = []


def unopened(kind, **known):
    """A form that nobody opens for writing, to be drawn on paper or read: filled with what is `known`."""
    return type(kind.__name__, (kind,), {"TOKEN": False})(formdata=None, meta={"csrf": False}, **known)


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
    DayField: lambda: [(DATE, "")],
    DigitsField: lambda: [(NIK, "")],
    IntegerField: lambda: [(NUMBER, "")],
}


def version(*parts):
    """Four signs that change with every word of the form, so that an old sheet is known."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:4].upper()
