"""Whose name stands under a letter and what stands above it: the head's, who acts for the head, or somebody's on the head's behalf.

The layouts are those of domain.md 5.3 [TND-AN]: Plt. and Plh. before the title of the post; a.n. with the own post one level down; u.b. with
the post between and the own post two levels down.
"""
from enum import StrEnum

from portal.rules.letter_number import SigningMode, signature_title
from portal.rules.refused import Refused

ACTS = {SigningMode.PLT: "Plt.", SigningMode.PLH: "Plh."}
HEADING = {SigningMode.HEAD, *ACTS}
SHORT = ACTS | {SigningMode.AN: "a.n.", SigningMode.UB: "u.b."}
_READ = {"plt": SigningMode.PLT, "plh": SigningMode.PLH}


class Why(StrEnum):
    NOT_BY_TITLE = "not_by_title"


def _words(title):
    return title.casefold().replace(".", " ").split()


def heads(post):
    """Whether this post is the head of the office."""
    words = _words(post)
    return words[:1] == ["kadis"] or words[:2] == ["kepala", "dinas"]


def mode_of(title):
    """How an official signs, read from the title: the head in person, acting for the head (Plt., Plh.), else on the head's behalf (a.n.)."""
    words = _words(title)
    acting = _READ.get(words[0]) if words else None
    if acting and (heads(" ".join(words[1:])) or not words[1:]):
        return acting
    return SigningMode.HEAD if heads(title) else SigningMode.AN


def modes(title):
    """The ways in which an official of this title may sign, the usual one first: who stands below the head also u.b. (two levels down)."""
    usual = mode_of(title)
    return (SigningMode.AN, SigningMode.UB) if usual == SigningMode.AN else (usual,)


def by_title(title, mode=None):
    """The way chosen for an official of this title, or the usual one; Refused for one that only an order gives."""
    if mode and mode not in modes(title):
        raise Refused(Why.NOT_BY_TITLE)
    return mode or mode_of(title)


def above_delegate(mode, head, *, region, post, title, through=""):
    """The lines above the name of who acts for `post`; `title` is the own post, `through` the one between the head and it.

    Those above an official's name are `letter_number.signature_title`.
    """
    if heads(post):
        return signature_title(mode, head, region=region, title=title, through=through)
    if mode in ACTS:
        return signature_title(SigningMode.AN, head, region=region, title=f"{ACTS[mode]} {post}")
    # What an official below the head hands down goes two levels down from the head.
    return signature_title(SigningMode.UB, head, region=region, title=title, through=post)


def capacity(mode, post):
    """In which capacity somebody decided: Plh. Kepala Dinas Sosial, a.n. Kepala Dinas Sosial."""
    return f"{SHORT[mode]} {post}"
