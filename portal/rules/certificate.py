"""A certificate of the office says whom it taught: once, by name, and as the course ended. Our own rules."""
from enum import StrEnum

from portal.rules.letter_kind import LetterKind
from portal.rules.referral_terms import Shared
from portal.rules.refused import Refused


class Why(StrEnum):
    CERTIFIED = "certified"
    NAME_NEEDED = "name_needed"
    RESULT_CHANGED = "result_changed"


def check_first(exists):
    """Refused for a second certificate of one course while the first, or its draft, was not cancelled."""
    if exists:
        raise Refused(Why.CERTIFIED)


def check_named(kind, facts, name):
    """Refused for a certificate that says nobody's name; other letters may do without."""
    if kind == LetterKind.CERTIFICATE and not (name and Shared.NAME in facts):
        raise Refused(Why.NAME_NEEDED)


def check_result(said, stands):
    """Refused for copies of one whose course ended otherwise than it says; both tell the state of the placement, and the day."""
    if said != stands:
        raise Refused(Why.RESULT_CHANGED)
