"""A draft is kept until its form is saved or it is thrown away: never over what was typed later on another page, nor without end."""
from enum import StrEnum

LARGEST = 64 * 1024
MOST = 50


class Keeping(StrEnum):
    """What became of a draft that a page sent."""

    KEPT = "kept"
    OVERTAKEN = "overtaken"
    SAVED = "saved"
    SAVED_ELSEWHERE = "saved_elsewhere"
    ELSEWHERE = "elsewhere"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    UNKNOWN = "unknown"


def hand(pen):
    """Which page holds this pen: "before.own" names the page that wrote last when this one was opened, and this one."""
    return pen.rpartition(".")[2]


def writes_on(pen, last):
    """Whether this page may write where the page `last` wrote last ("": nobody yet): it did so itself, or was opened with its words."""
    return last in pen.split(".")


def knows(pen, last, *, seen, version):
    """Whether a page saved as it is filled in knows what it replaces: the version it looked at, or the words of its own pen."""
    return seen in (None, version) or bool(last) and writes_on(pen, last)


def keeping(pen, last, *, turn, last_turn, saved, size, waiting):
    """What becomes of a draft of `size` bytes, the `turn`-th that its page sends.

    `last` is the page whose words stand, as of its `last_turn`; `saved`: the form is; `waiting`: other drafts of the person.
    """
    own = hand(pen) == last
    if saved:
        return Keeping.SAVED if own else Keeping.SAVED_ELSEWHERE
    if not writes_on(pen, last):
        return Keeping.ELSEWHERE
    if own and turn < last_turn:
        return Keeping.OVERTAKEN
    if size > LARGEST:
        return Keeping.TOO_LARGE
    return Keeping.TOO_MANY if waiting >= MOST else Keeping.KEPT
