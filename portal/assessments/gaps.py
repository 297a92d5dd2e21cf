"""What still stands in the way of submitting an assessment, and what is not known, each with the way to where it is answered."""
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext

from portal.labels import label
from portal.phrases import worded
from portal.rules import assessment as rules
from portal.rules.assessment import Why
from portal.rules.narrative import NEEDED
from portal.rules.scoring import AnswerState

# Where on its page each is answered.
PLACES = {Why.NO_NARRATIVE: f"topic_{NEEDED}", Why.NEEDS_UNDECIDED: "needs", Why.DTSEN_NOT_SAID: "dtsen_status", Why.LEVEL_REASON: "level_reason"}


class Gap(NamedTuple):
    """One thing that is lacking: a sentence that leads to `url`, or speaks of the `links` [(words, address)]."""

    sentence: str
    url: str
    links: list


def gaps(assessment, parts):
    """All that is lacking, in the order of the form."""
    said = assessment.said()
    others = [why for why in rules.lacking(assessment.kind, **said) if why != Why.UNANSWERED]
    return [*unanswered(parts, said["unanswered_items"]), *(_gap(why, parts, said["unreasoned"]) for why in others)]


def unanswered(parts, items):
    """One Gap for each page on which items are not answered."""
    pages = [(part, links(part, items)) for part in parts if part.is_live]
    return [Gap(gettext("Bagian %(number)s belum dijawab:", number=part.number), address(part), found) for part, found in pages if found]


def unknown(numbers, parts):
    """[(words, address)] of the items that are said to be unknown."""
    items = {row.id for row in numbers.result.items if row.state == AnswerState.UNKNOWN} if numbers.result else ()
    return [link for part in parts if part.is_live for link in links(part, items)]


def links(part, items):
    """[(words, address)] of those items of a page."""
    return [(f"{item.id} {worded(item)}", address(part, item.id)) for item in part.items if item.id in items]


def address(part, place=None):
    """The address of a part, or of one place on it."""
    return url_for("assessments.part", id=part.assessment.id, n=part.number, _anchor=place)


def _gap(why, parts, unreasoned):
    part = parts[0] if why == Why.NO_NARRATIVE else parts[-1]
    place = f"why_{unreasoned[0]}" if why == Why.DISMISSED_WITHOUT_REASON else PLACES[why]
    return Gap(str(label(why)) % {"services": ", ".join(unreasoned)}, address(part, place), [])
