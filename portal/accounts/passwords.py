"""What a password of this office must be, and the first one, which Sigap makes and paper carries."""
import secrets
from functools import lru_cache
from pathlib import Path

from flask import current_app

from portal.rules import passwords

DEMO_PASSWORD = "sigap-demo"
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
COMMON = Path(__file__).parent.parent / "data" / "common_passwords.txt"

_office = {"words": ()}


def know_office(*words):
    """Let the names of the office and its region count as words that anyone would try."""
    _office["words"] = words


@lru_cache(maxsize=1)
def common():
    """The passwords that everybody thinks of, in small letters."""
    return frozenset(COMMON.read_text(encoding="utf-8").split())


def check(password, *own_words):
    """Refused(passwords.Why…) when the password is no good; `own_words`: the person's names."""
    exempt = current_app.config["DEMO"] and password == DEMO_PASSWORD
    passwords.check(password, common=common(), own_words=(*own_words, *_office["words"]), exempt=exempt)


def first_password():
    """A password to be read off paper and typed once: sixteen signs in fours, none that looks like another."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(4)) for _ in range(4))
