"""The assessment form on paper, for the field: drawn from the forms of the screen, part by part, in their order and with their words."""
from itertools import groupby
from types import SimpleNamespace
from typing import NamedTuple

from flask_babel import gettext
from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField

from portal.assessments.answers import UNKNOWN
from portal.assessments.parts import parts_of
from portal.clients import blanks
from portal.clients.blanks import is_seen, unopened, version
from portal.phrases import worded
from portal.rules.assessment import AssessmentKind

PAPER = "blank_assessment"
CODES = {AssessmentKind.SCORED: "F-AS1", AssessmentKind.NARRATIVE: "F-AS2"}
NEED = "need_"
# Lines to write on; what is not named here has LINES.
ROOM = {"child_wishes": 3, "analysis": 6, "recommendation": 4, "parents": 3, "earlier_raids": 1, "skill_interests": 1}
TOPIC, TOPIC_LINES, LINES = "topic_", 4, 2


class Unbegun:
    """An assessment that nobody has begun: its parts ask the same."""

    given, needs, years = {}, {}, None

    def __init__(self, kind, content):
        self.kind, self.is_scored, self.instrument = kind, kind == AssessmentKind.SCORED, SimpleNamespace(content=content)


class Choice(NamedTuple):
    """One box to tick. `score` is what the answer counts, empty where nothing is counted; `red`: it alone means an emergency."""

    text: str
    score: str = ""
    red: bool = False


class Asked(NamedTuple):
    """One question on paper. `kind`: item, need, choices, many, tick, boxes, line, lines; `room` counts lines, `weight` is an item's."""

    name: str
    text: str
    kind: str
    choices: list = []
    boxes: list = []
    room: int = 1
    weight: int = 0


class Block(NamedTuple):
    """Questions that stand together: the `items` of a domain (its code), the `needs`, or whatever is `written`."""

    kind: str
    domain: str
    rows: list


def contents(kind, content):
    """Everything that the blank form of this kind shows; `content` is the Instrument of the rules, None for the narrative one."""
    parts = [(part.number, part.title, blocks(unopened(part.asks), asked)) for part in parts_of(Unbegun(kind, content))]
    derived = [f"{item.id}. {worded(item)}" for item in content.items if item.derived] if kind == AssessmentKind.SCORED else []
    return {"kind": kind, "parts": parts, "code": CODES[kind], "instrument": content if kind == AssessmentKind.SCORED else None,
            "derived": derived, "version": version(parts, derived), "hints": hints(), "domains": names(content)}


def seen(form):
    """The fields that stand on the screen, in its order."""
    return [field for field in form if is_seen(field)]


def blocks(form, row):
    """The fields of one form as [Block], in its order; `row(field, item)` tells of a field, and of the Item that it asks or None."""
    items = {item.id: item for item in getattr(form, "items", ())}
    rows = [(place(field.name, items), row(field, items.get(field.name))) for field in seen(form)]
    return [Block(*where, [told for _where, told in group]) for where, group in groupby(rows, lambda each: each[0])]


def names(content):
    """{code: A. Keselamatan dan perlindungan} of an instrument's domains."""
    return {domain.code: f"{domain.code}. {worded(domain)}" for domain in content.domains} if content else {}


def place(name, items):
    """(the kind of its block, the domain of an item)."""
    if name in items:
        return "items", items[name].domain
    return ("needs" if name.startswith(NEED) else "written"), ""


def asked(field, item=None):
    """How one field of the screen is asked on paper."""
    text = str(field.label.text)
    if item:
        return Asked(field.name, text, "item", [choice(item, value, words) for value, words, *_rest in field.iter_choices()], weight=item.weight)
    if isinstance(field, SelectField | RadioField):
        kind = "need" if field.name.startswith(NEED) else "many" if isinstance(field, SelectMultipleField) else "choices"
        return Asked(field.name, text, kind, [Choice(str(words)) for value, words, *_rest in field.iter_choices() if value or is_radio(field)])
    return written(field, text)


def choice(item, value, words):
    """One answer to an item, with what it counts."""
    return Choice(str(words)) if value == UNKNOWN else Choice(str(words), value, int(value) in item.red)


def is_radio(field):
    """Whether the screen offers even an empty choice as a button of its own."""
    return isinstance(field, RadioField)


def written(field, text):
    """A field that is filled by hand."""
    if isinstance(field, TextAreaField):
        return Asked(field.name, text, "lines", room=ROOM.get(field.name, TOPIC_LINES if field.name.startswith(TOPIC) else LINES))
    return Asked(field.name, **blanks.asked(field)._asdict())


def hints():
    """What the small signs of the form mean."""
    return gettext("Centang satu jawaban pada setiap butir. Angka kecil adalah nilainya, ×2 bobot butirnya, ◆ nilai merah: satu saja berarti "
                   "Darurat. Belum diketahui bukan nol. Skor hanya saran dan dihitung di Sigap.")
