"""A letter gets its number and date once, when it is issued; a cancelled one keeps its number, which is never given again.

A booked letter was written outside Sigap: only its place in the register is here.
"""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused


class LetterState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    BOOKED = "booked"
    CANCELLED = "cancelled"


class LetterStep(StrEnum):
    ISSUE = "issue"
    BOOK = "book"
    CANCEL = "cancel"


class Why(StrEnum):
    NOT_BOOKED = "not_booked"


LIFE = Life({
    (LetterState.DRAFT, LetterStep.ISSUE): LetterState.ISSUED,
    (LetterState.DRAFT, LetterStep.CANCEL): LetterState.CANCELLED,
    (LetterState.ISSUED, LetterStep.CANCEL): LetterState.CANCELLED,
    (LetterState.BOOKED, LetterStep.CANCEL): LetterState.CANCELLED,
}, reasoned=(LetterStep.CANCEL,))


def check_booked(state):
    """Refused unless only its number is here: what was issued stays as it is."""
    if state != LetterState.BOOKED:
        raise Refused(Why.NOT_BOOKED)
