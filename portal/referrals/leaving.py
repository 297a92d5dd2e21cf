"""Exactly what leaves the office with a referral, and what of the client stays here."""
from typing import NamedTuple

from flask_babel import force_locale, gettext

from portal.labels import label
from portal.phrases import lines
from portal.referrals import text
from portal.rules.referral_terms import Shared


class Leaving(NamedTuple):
    """`text` is the letter (None while nobody knows to whom and what for), `body` its blocks, `stays` what is not told, in words."""

    text: dict | None
    body: list
    enclosed: list
    copies: list
    stays: str


def leaving(row, composed=True):
    """For a referral, kept or being written; `composed`: its institution and kind are known, so that there is a letter."""
    letter = row.text if composed else None
    with force_locale("id"):
        body = letter["body"] if letter else [["facts", text.identity(row.case, row.shares)]]
    return Leaving(letter, body, row.attached, letter["copies"] if letter else lines(row.copies), stays(row.shares))


def stays(shares):
    """What the letter does not tell: the parts of the identity that are not ticked, and what never leaves with it."""
    parts = [str(label(part)) for part in Shared if part not in shares]
    return ", ".join([*parts, gettext("alasan merujuk"), gettext("jawaban asesmen"), gettext("catatan kasus")])
