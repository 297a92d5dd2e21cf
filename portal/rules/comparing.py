"""Two tellings of the same thing differ where their words do; of numbers it is said which way they went, never whether that is good."""
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LONG = 60  # characters from which only the words that differ are marked
ALIKE = .3  # the share of common words below which two texts are simply two
AROUND = 8  # words that stay on either side of what differs, where the rest is left out


class Difference(StrEnum):
    SAME = "same"
    UP = "up"
    DOWN = "down"
    OTHER = "other"
    ADDED = "added"
    REMOVED = "removed"
    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"
    UNFILLED = "unfilled"


ALIKE_SO_FAR = (Difference.SAME, Difference.UNFILLED)


@dataclass(frozen=True)
class Cell:
    """What one side says under `term`: in `words` (empty: nothing), and as a `number` where more and less have a meaning."""
    term: str
    words: str
    number: float | None = None


@dataclass(frozen=True)
class Row:
    """One term on both sides; a side that does not know the term is None."""
    term: str
    first: Cell | None
    second: Cell | None
    difference: Difference

    @property
    def differs(self):
        return self.difference not in ALIKE_SO_FAR

    def sides(self, brief=False):
        """[[(words, differs)]] of the two sides, as `marked`; None for a side that does not know the term."""
        if self.first and self.second and self.difference == Difference.OTHER:
            return marked(self.first.words, self.second.words, brief=brief)
        return [cell and [(cell.words, self.differs)] for cell in (self.first, self.second)]


def marked(first, second, *, brief=False):
    """([(words, differs)] of each of two texts): word by word where they are long and much alike, else each as a whole.

    `brief`: longer stretches that both have are cut down to an ellipsis.
    """
    left, right = (re.findall(r"\S+\s*", text) for text in (first, second))
    found = SequenceMatcher(None, *([word.strip() for word in side] for side in (left, right)), autojunk=False)
    if min(len(first), len(second)) < LONG or found.ratio() < ALIKE:
        return [(first, True)], [(second, True)]
    steps = found.get_opcodes()
    return ([_stretch(left[a:b], kind, brief) for kind, a, b, _c, _d in steps if b > a],
            [_stretch(right[c:d], kind, brief) for kind, _a, _b, c, d in steps if d > c])


def _stretch(words, kind, brief):
    return _cut(words, brief and kind == "equal"), kind != "equal"


def _cut(words, brief):
    if not brief or len(words) <= 2 * AROUND + 1:
        return "".join(words)
    return f"{''.join(words[:AROUND]).rstrip()} … {''.join(words[-AROUND:])}"


def difference(first, second):
    """How `second` differs from `first`: Cells, or None where that side has no such term (not both)."""
    if first is None or second is None:
        return Difference.ONLY_SECOND if first is None else Difference.ONLY_FIRST
    if (first.words, first.number) == (second.words, second.number):
        return Difference.SAME
    if not (first.words and second.words):
        return Difference.REMOVED if first.words else Difference.ADDED
    if None in (first.number, second.number) or first.number == second.number:
        return Difference.OTHER
    return Difference.UP if second.number > first.number else Difference.DOWN


def beside(first, second, *, unfinished=(False, False)):
    """[Row] of two {key: Cell}, in their order; what both leave empty is left out, and the later side names the term.

    `unfinished`: which side is still being written; what it does not say is not filled in yet, which is no difference.
    """
    keys = dict.fromkeys([*first, *second])
    rows = [_row(first.get(key), second.get(key), unfinished) for key in keys]
    return [row for row in rows if any(cell and cell.words for cell in (row.first, row.second))]


def _row(first, second, unfinished):
    empty = any(still and cell is not None and not cell.words for still, cell in zip(unfinished, (first, second), strict=True))
    return Row((second or first).term, first, second, Difference.UNFILLED if empty else difference(first, second))
