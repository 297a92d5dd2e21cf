"""What is told outside Sigap, in a message to a colleague, are numbers and codes: never a name, and of a restricted record the level alone."""
from enum import StrEnum


class Naming(StrEnum):
    INITIALS = "initials"
    NOBODY = "nobody"


class Wanted(StrEnum):
    INFORM = "inform"
    CALL = "call"
    JOIN = "join"
    LOOK = "look"
    DECIDE = "decide"


def namings(restricted):
    """The ways in which the people may be named: not at all when the record is restricted (domain 8.2: number and level only)."""
    return [Naming.NOBODY] if restricted else list(Naming)


def told(facts, *, restricted):
    """Those of the (term, value) that a message may tell; the first is the level."""
    return facts[:1] if restricted else facts
