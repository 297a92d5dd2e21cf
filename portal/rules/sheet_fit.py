"""A table of figures on paper: which way the sheet lies, and where a table that is wider than the sheet is cut."""
from portal.rules.office import Paper

ROOM = {Paper.F4: (180, 295), Paper.A4: (175, 262)}  # mm between the margins, upright and turned
LETTER, PADDING = 1.75, 3.0  # mm
WIDEST = 30  # letters of a line's head before it goes on below
UPRIGHT = 8  # columns


def width(head, texts):
    """The mm that a column of figures needs: its longest word above, its longest text below."""
    return PADDING + LETTER * max(longest_word(head), *map(len, texts), 3)


def words_width(head, texts):
    """The same for a column of words, which may go on in a second line."""
    return PADDING + LETTER * max(longest_word(head), min(WIDEST, max((len(text) for text in texts), default=0)), *map(longest_word, texts))


def longest_word(text):
    return max((len(word) for word in text.replace("/", "/ ").replace("-", "- ").split()), default=0)


def is_turned(sides, widths, paper):
    """Whether the sheet lies on its long side: for more than eight columns, or what does not fit upright."""
    return len(sides) + len(widths) > UPRIGHT or sum(sides) + sum(widths) > ROOM[paper][0]


def cut(widths, groups, room):
    """[[column]] of each part, in order. `groups` [[column]] stay together unless one alone is wider than the room."""
    parts, left = [[]], room
    for group in groups:
        needed = sum(widths[column] for column in group)
        pieces = [group] if needed <= room else [[column] for column in group]
        for piece in pieces:
            taken = sum(widths[column] for column in piece)
            if taken > left and parts[-1]:
                parts.append([])
                left = room
            parts[-1] += piece
            left -= taken
    return parts
