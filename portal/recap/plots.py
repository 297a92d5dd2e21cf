"""Plots as drawing primitives: amounts become bars and words, across in percent of the plot and down in pixels, so that words keep their size."""
from typing import NamedTuple

FULL, HATCHED, EMPTY = "full", "hatched", "empty"
NAMES, REACH = 34, 52  # percent for the names on the left, and for the longest bar beside them
FALL, HEAD, FOOT, LINE = 130, 22, 24, 26
LETTERS = 18  # of a name that fit


class Bar(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    fill: str


class Word(NamedTuple):
    """Text at a point; `anchor` says which end of it stands there, `dx` how many pixels beside."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    dx: int = 0


class Drawing(NamedTuple):
    """`height` in pixels; `floor`: where the line stands on which upright bars rest, or None."""

    height: int
    bars: list
    words: list
    floor: int | None = None


class Point(NamedTuple):
    """One amount (None: hidden or not known, drawn as nothing) with its name and its figure in words."""

    name: str
    amount: int | None
    figure: str
    fill: str = FULL


class Row(NamedTuple):
    """A name, [(amount, fill)] end to end, and the figures in words."""

    name: str
    parts: list
    figure: str


def upright(points):
    """Bars beside each other, the figure above each and its name below."""
    slot, floor = 100 / max(len(points), 1), HEAD + FALL
    highest = max((point.amount or 0 for point in points), default=0)
    bars, words = [], []
    for place, point in enumerate(points):
        middle, height = slot * (place + .5), _part(point.amount, highest, FALL)
        if height:
            bars.append(Bar(_round(middle - slot * .32), floor - height, _round(slot * .64), height, point.fill))
        words += [Word(_round(middle), floor - height - 6, point.figure, "middle"), Word(_round(middle), floor + 18, point.name, "middle")]
    return Drawing(floor + FOOT, bars, words, floor)


def lying(points):
    """Bars below each other, the name on the left and the figure at the end of each."""
    highest = max((point.amount or 0 for point in points), default=0)
    bars, words = [], []
    for place, point in enumerate(points):
        top, width = place * LINE, _part(point.amount, highest, REACH)
        if width:
            bars.append(Bar(NAMES, top + 5, width, LINE - 10, point.fill))
        words += [Word(0, top + 18, shortened(point.name)), Word(NAMES + width, top + 18, point.figure, dx=6)]
    return Drawing(len(points) * LINE, bars, words)


def stacked(rows, whole=None):
    """Bars below their names, each of parts end to end. `whole` is the amount that fills the width; None: what each row adds up to."""
    bars, words = [], []
    for place, row in enumerate(rows):
        top, left, full = place * 2 * LINE, 0, whole or sum(amount or 0 for amount, _fill in row.parts)
        for amount, fill in row.parts:
            if width := _part(amount, full, 100):
                bars.append(Bar(_round(left), top + 22, width, 16, fill))
                left += width
        words += [Word(0, top + 15, row.name), Word(100, top + 15, row.figure, "end")]
    return Drawing(len(rows) * 2 * LINE, bars, words)


def shortened(name):
    """A name that fits on the left."""
    return name if len(name) <= LETTERS else name[:LETTERS - 1].rstrip() + "…"


def most(points, count, rest):
    """The points with the largest amounts in the order given, and one for all others, which `rest(others)` makes."""
    if len(points) <= count:
        return points
    largest = sorted(points, key=lambda point: -(point.amount or 0))[:count - 1]
    return [point for point in points if point in largest] + [rest([point for point in points if point not in largest])]


def _part(amount, whole, length):
    """The length of an amount; something is always seen, and nothing never."""
    return max(_round(length * amount / whole), .6) if amount and whole else 0


def _round(value):
    return round(value, 2)
