"""A telephone number is kept as it was typed and compared in one form that starts with +62."""
import re
from enum import StrEnum

from portal.rules.refused import Refused


class PhoneFault(StrEnum):
    LETTERS = "letters"
    LENGTH = "length"
    PREFIX = "prefix"


SPACING = re.compile(r"[\s.\-()/\u2010-\u2015\u200b-\u200d\u2060\ufeff]")
MOBILE_DIGITS = range(10, 14)
FIXED_DIGITS = range(8, 13)
FOREIGN_DIGITS = range(8, 16)


def normalise(text):
    """`0812-3456-7890`, `62 812…`, `812…` or `(0370) 12345` as `+62…`; a foreign `+60…` stays. Refused(PhoneFault)."""
    typed = SPACING.sub("", text)
    digits = typed.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        raise Refused(PhoneFault.LETTERS)
    if typed.startswith("+") and not digits.startswith("62"):
        return "+" + _sized(digits, FOREIGN_DIGITS)
    national = _national(digits)
    return "+62" + _sized(national, MOBILE_DIGITS if national.startswith("08") else FIXED_DIGITS)[1:]


def _national(digits):
    """The number with one leading zero: `62812`, `620812`, `0812` and `812` are the same."""
    if digits.startswith("62"):
        return "0" + digits[2:].removeprefix("0")
    if digits.startswith("8"):
        return "0" + digits
    if digits.startswith("0"):
        return digits
    raise Refused(PhoneFault.PREFIX)


def _sized(digits, allowed):
    if len(digits) not in allowed:
        raise Refused(PhoneFault.LENGTH, count=len(digits))
    return digits
