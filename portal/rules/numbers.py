"""Every record has one number that people can say, write down and type back: book, year, serial."""
import re
from enum import StrEnum

from portal.rules.refused import Refused


class Book(StrEnum):
    """A row of numbers that counts from 1 each year."""
    REPORT = "report"
    CLIENT = "client"
    CASE = "case"
    REFERRAL = "referral"
    BATCH = "batch"
    LETTER = "letter"
    EXPORT = "export"


class Why(StrEnum):
    LETTERS_NUMBER_THEMSELVES = "letters_number_themselves"


PREFIX = {Book.REPORT: "LP", Book.CLIENT: "KL", Book.CASE: "KS", Book.REFERRAL: "RJ", Book.BATCH: "AK", Book.EXPORT: "EK"}
BOOK = {prefix: book for book, prefix in PREFIX.items()}

SPOKEN = re.compile(r"\s*([A-Z]{2})[\s./-]*(\d{4})[\s./-]+(\d{1,9})\s*", re.ASCII)
BARE = re.compile(r"\s*(\d{1,9})\s*", re.ASCII)


def say(book, year, serial):
    """LP-2026-00001. A letter's number is made by `letter_number`."""
    if book not in PREFIX:
        raise Refused(Why.LETTERS_NUMBER_THEMSELVES)
    return f"{PREFIX[book]}-{year}-{serial:05d}"


def read(text):
    """(book, year, serial) of a number typed in any case, with or without zeros and hyphens; None when it is not one."""
    found = SPOKEN.fullmatch(text.upper())
    if not found or found[1] not in BOOK or int(found[3]) == 0:
        return None
    return BOOK[found[1]], int(found[2]), int(found[3])


def read_serial(text):
    """The serial in bare digits such as "00012", or None."""
    found = BARE.fullmatch(text)
    return int(found[1]) or None if found else None


def bare(number):
    """The serial of a number that `say` made, as people say it: "12" of LP-2026-00012."""
    return str(read(number)[2])
