"""An account belongs to one person of the office, is never deleted, and what its person leads passes to a colleague."""
import re
from datetime import timedelta
from enum import StrEnum

from portal.rules.refused import Refused

FIRST_PASSWORD = timedelta(hours=72)
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


class Why(StrEnum):
    NO_MATCH = "no_match"
    LAPSED = "lapsed"
    NAME_SHAPE = "name_shape"
    NAME_TAKEN = "name_taken"
    ROLE_NEEDED = "role_needed"
    OWN_ACCOUNT = "own_account"
    SUCCESSOR_NEEDED = "successor_needed"
    SUCCESSOR_UNFIT = "successor_unfit"
    WRONG_PASSWORD = "wrong_password"
    SAME_PASSWORD = "same_password"


def user_name(text):
    """A sign-in name in its one form, 3 to 40 small letters, digits, dots, hyphens or underscores; Refused otherwise."""
    name = text.strip().lower()
    if not NAME.fullmatch(name):
        raise Refused(Why.NAME_SHAPE)
    return name


def lapsed(until, now):
    """Whether a first password that counts until then (naive UTC, None for any other) is no longer heard."""
    return until is not None and now >= until


def may_leave(*, own, leads, successor, fit, colleagues):
    """Refused unless somebody else closes the account and the `leads` records it leads have a taker.

    `successor`: whether one was named; `fit`: whether that one may lead; `colleagues`: whether there is anybody to name.
    """
    if own:
        raise Refused(Why.OWN_ACCOUNT)
    if successor and not fit:
        raise Refused(Why.SUCCESSOR_UNFIT)
    if leads and colleagues and not successor:
        raise Refused(Why.SUCCESSOR_NEEDED)
