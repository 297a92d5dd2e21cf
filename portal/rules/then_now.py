"""What a proposal said is set beside what its record says now, term by term."""
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One term of both; None where one side does not have it."""

    term: str
    then: str | None
    now: str | None

    @property
    def differs(self):
        """An empty answer and none at all say the same."""
        return (self.then or "").strip() != (self.now or "").strip()


def beside(then, now):
    """[Line] of two lists [[term, text], …], in the order of the first; what only the second says stands last.

    A term that is said twice is paired with its second saying.
    """
    before, after = _numbered(then), _numbered(now)
    return [Line(key[0], before.get(key), after.get(key)) for key in [*before, *(key for key in after if key not in before)]]


def differing(lines):
    """The terms that differ, each named once."""
    return list(dict.fromkeys(line.term for line in lines if line.differs))


def _numbered(pairs):
    seen, told = Counter(), {}
    for term, text in pairs:
        seen[term] += 1
        told[term, seen[term]] = text
    return told
