"""An adult's assessment is told under the headings of a biopsychosocial one; without the presenting problem there is none.

Headings: domain.md 3.5 [BPSS][PSIKOSOSIAL].
"""
from enum import StrEnum


class Topic(StrEnum):
    """The headings, in the order of screen and paper."""

    PRESENTING = "presenting"
    HISTORY = "history"
    FAMILY = "family"
    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    SOCIAL = "social"
    SPIRITUAL = "spiritual"
    EDUCATION_WORK = "education_work"
    ECONOMY = "economy"
    LEGAL = "legal"
    FUNCTIONING = "functioning"
    STRENGTHS = "strengths"


NEEDED = Topic.PRESENTING


def read(topics, narrative=""):
    """{topic: text} as it is read: what was told in one piece, before there were headings, stands as the presenting problem."""
    return dict(topics) or ({str(NEEDED): narrative} if narrative else {})
