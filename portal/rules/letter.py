"""A letter gets its number and date once, when it is issued; a cancelled one keeps its number, which is never given again."""
from enum import StrEnum

from portal.rules.letter_number import SigningMode
from portal.rules.life import Life


class LetterState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    CANCELLED = "cancelled"


class LetterStep(StrEnum):
    ISSUE = "issue"
    CANCEL = "cancel"


LIFE = Life({
    (LetterState.DRAFT, LetterStep.ISSUE): LetterState.ISSUED,
    (LetterState.DRAFT, LetterStep.CANCEL): LetterState.CANCELLED,
    (LetterState.ISSUED, LetterStep.CANCEL): LetterState.CANCELLED,
}, reasoned=(LetterStep.CANCEL,))


def mode_of(title):
    """How an official signs, read from the title: the head in person, acting (Plt.), daily (Plh.), else on the head's behalf (a.n.)."""
    words = title.lower().replace(".", " ").split()
    if words[:1] == ["plt"]:
        return SigningMode.PLT
    if words[:1] == ["plh"]:
        return SigningMode.PLH
    return SigningMode.HEAD if words[:2] == ["kepala", "dinas"] else SigningMode.AN
