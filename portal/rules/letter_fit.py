"""A letter stays on one sheet where it can: the fuller it is, the closer it is set, and nothing of its text below 10.5 points.

How high a letter will be is reckoned from the lengths of its texts; the style sheet knows the three settings by their names.
"""
from math import ceil
from typing import NamedTuple

from portal.rules.office import Paper


class Setting(NamedTuple):
    """Size of the type in points, height of a line in sizes, and the gap between the parts in sizes."""

    name: str
    points: float
    leading: float
    gap: float

    @property
    def em(self):
        return self.points * 25.4 / 72

    @property
    def line(self):
        return self.em * self.leading

    def lines(self, texts, width, wide=1.0):
        """How many lines these texts take in a column of so many millimetres; `wide`: capitals and bold letters are broader."""
        fitting = width / (self.em * LETTER_WIDTH * wide)
        return sum(max(1, ceil(len(line) / fitting)) for text in texts for line in (text.splitlines() or [""]))


SETTINGS = (Setting("roomy", 12, 1.5, 1.4), Setting("", 11.5, 1.32, 1), Setting("close", 11, 1.25, .8), Setting("closest", 10.5, 1.18, .55))
ROOM = {Paper.F4: 288, Paper.A4: 255}  # millimetres of a sheet, less its margins and the line on every page
WIDTH = {Paper.F4: 180, Paper.A4: 175}
LETTER_WIDTH = .53  # of the size: Arial in Indonesian text, with a little to spare
LETTERHEAD, LONG_LETTERHEAD, SIGN_SPACE, SLIP, LAST_LINE = 23, 27, 15, 53, 7
DOUBT = 14  # the reckoning errs upwards by as much: before a slip is given a sheet of its own, the closest setting is tried
LONG_NAME = 50  # from here on the office's name is set smaller (components/print.html)
SIGNATURE, TERM, LABEL = 98, 11.5, 25  # the signature's column and a part's label in mm, a term's in sizes


class Text(NamedTuple):
    """What stands on the paper: `head` the lines above the text, `body` its blocks, and those `above` and `below` the signature."""

    head: list
    body: list
    above: list
    below: list
    copies: list
    beside: bool = True
    long_name: bool = False


def setting(text, paper, *, slip=False):
    """The most open setting in which one sheet holds the letter with its slip; else the letter alone; else the closest one."""
    for more in ((SLIP, 0) if slip else (0,)):
        for each in SETTINGS:
            spare = DOUBT if each == SETTINGS[-1] else 0
            if height(text, each, WIDTH[paper]) + more <= ROOM[paper] + spare:
                return each.name
    return SETTINGS[-1].name


def height(text, each, width):
    """How many millimetres the letter takes in this setting."""
    head = each.lines(text.head, width) * each.line + 3 * each.gap * each.em
    body = sum(_block(kind, content, each, width) for kind, content in text.body)
    return (LONG_LETTERHEAD if text.long_name else LETTERHEAD) + head + body + _foot(text, each, width) + LAST_LINE


def _block(kind, content, each, width):
    lines, rows = BLOCKS[kind](content, each, width)
    return lines * each.line + rows * each.gap * each.em


def _words(content, each, width):
    paragraphs = content.splitlines()
    return each.lines(paragraphs, width), len(paragraphs) / 2


def _pairs(content, each, width):
    lines = each.lines([str(value) for _, value in content], width - TERM * each.em)
    return lines, .5 + len(content) / 10


def _list(content, each, width):
    heading, lines = content
    return each.lines(lines, width - 5 - (LABEL if heading else 0)), .5


def _people(content, each, width):
    return 3 + 2.4 * len(content), 1.5


def _table(content, each, width):
    headers, rows = content
    share = width / max(1, len(headers) - 1)
    return 1.5 + sum(.5 + max(each.lines([str(cell)], share) for cell in row) for row in rows), .5


BLOCKS = {"text": _words, "facts": _pairs, "pairs": _pairs, "list": _list, "people": _people, "table": _table}


def _foot(text, each, width):
    """The signature, with the copies to its left or below it."""
    above, below = each.lines(text.above, SIGNATURE, 1.3), each.lines(text.below, SIGNATURE, 1.1)
    signature = (above + below) * each.line + SIGN_SPACE
    small = SETTINGS[-1]
    copies = (small.lines(text.copies, (width - SIGNATURE if text.beside else width) - 9) + 1) * small.line
    return each.gap * each.em + (max(signature, copies) if text.beside else signature + copies + 3)
