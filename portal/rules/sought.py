"""What is typed into a search box is a number, however it is spaced, and words, however they are spelt."""
import re
from dataclasses import dataclass

from portal.rules import numbers, phone
from portal.rules.names import words
from portal.rules.refused import Refused

MOST_WORDS = 6
LONGEST = 200
FEWEST_DIGITS, FEWEST_LETTERS = 2, 3
SPACING = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Sought:
    """`text` as it was typed; `code` it in the one form of a number, None without digits; `terms` its words in one spelling."""
    text: str
    code: str | None
    terms: tuple[str, ...]

    @property
    def book(self):
        """The Book of a record's whole number, or None."""
        record = numbers.read(self.text)
        return record[0] if record else None

    @property
    def names_record(self):
        """Whether it is the number of a record, whole as KS-2026-00012 or the bare 12."""
        return numbers.read(self.text) is not None or numbers.read_serial(self.text) is not None


def read(text):
    """Sought of what was typed; a scanned address is the record's number at its end."""
    text = text.strip()[:LONGEST]
    last = text.rsplit("/", 1)[-1]
    text = last.strip() if numbers.read(last) else text
    return Sought(text, code(text) if any(char.isdigit() for char in text) else None, tuple(dict.fromkeys(words(text)))[:MOST_WORDS])


def is_enough(text):
    """Whether so much is typed that looking for it while somebody goes on typing helps them."""
    sought = read(text)
    return len(sought.code or "") >= FEWEST_DIGITS or any(len(term) >= FEWEST_LETTERS for term in sought.terms)


def code(text):
    """A number in the form it is kept and compared in: `ks 2026 12` as ks202600012, `0812-34…` as 62812…, `00012` as 12, others unspaced."""
    record = numbers.read(text)
    if record:
        return _unspaced(numbers.say(*record))
    try:
        return _unspaced(phone.normalise(text))
    except Refused:
        return str(numbers.read_serial(text) or _unspaced(text))


def _unspaced(text):
    return SPACING.sub("", text).lower()
