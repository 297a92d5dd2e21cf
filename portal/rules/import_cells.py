"""What one cell of a list says, and what can be wrong with it."""
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from portal.rules import dates
from portal.rules.import_columns import Column
from portal.rules.imports import Verdict
from portal.rules.nik import NikFault, NikWarning
from portal.rules.phone import PhoneFault


class CellFault(StrEnum):
    NUMBER = "number"
    PHONE_NUMBER = "phone_number"
    NO_ZERO = "no_zero"
    ERROR = "error"
    NOT_COUNTED = "not_counted"
    TOO_LONG = "too_long"
    NO_SUCH_CHOICE = "no_such_choice"
    NO_SUCH_DISTRICT = "no_such_district"
    NO_SUCH_VILLAGE = "no_such_village"
    SEVERAL_VILLAGES = "several_villages"
    NOT_SIXTEEN = "not_sixteen"
    NOT_AN_AGE = "not_an_age"
    AGE_DIFFERS = "age_differs"
    NOT_YET = "not_yet"
    DATE_ALONE = "date_alone"
    REASON_AND_NIK = "reason_and_nik"
    KIN_UNNAMED = "kin_unnamed"
    NOBODY = "nobody"


FAMILIES = {"cell": CellFault, "nik": NikFault, "warning": NikWarning, "phone": PhoneFault, "day": dates.Why}
WARNINGS = {CellFault.NO_ZERO, CellFault.AGE_DIFFERS, CellFault.DATE_ALONE, CellFault.REASON_AND_NIK, *NikWarning}
LONGEST = {Column.BIRTH_PLACE: 120, Column.SCHOOL: 120, Column.MARKS: 5000, Column.NOTE: 5000, Column.PHONE: 20, Column.KIN_PHONE: 20}
USUAL_LENGTH = 200
ERRORS = frozenset("#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL!".split())
POWER = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]{1,3}", re.IGNORECASE)
NO_LETTER = re.compile(r"[\W_]+")
LONG_NUMBER = re.compile(r"[0-9][0-9 .\-]{5,}[0-9]")
SHOWN = 60
FEWEST_DIGITS = 9  # a date has eight


@dataclass(frozen=True)
class NotCounted:
    """Stands in a cell whose formula nobody has worked out yet."""


def verdict(faults):
    """The Verdict on a row with these faults, [(Column, family, fault, what was found, what fills the sentence)]."""
    if any(FAMILIES[family](fault) not in WARNINGS for _column, family, fault, _found, _detail in faults):
        return Verdict.BAD
    return Verdict.WARNED if faults else Verdict.GOOD


def written(value):
    """A cell as a person would read it: days as 14-05-2012, whole numbers without a point."""
    if value is None or isinstance(value, NotCounted):
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y" if value.time() == time() else "%d-%m-%Y %H.%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        return str(int(value))
    return str(value)


def masked(value):
    """What was found in a cell, as it may be shown: short, and of a NIK or a telephone number only the ends."""
    text = " ".join(written(value).split())[:SHOWN]
    return LONG_NUMBER.sub(lambda found: _ends(found[0]), text)


def _ends(number):
    digits = sum(char.isdigit() for char in number)
    return number[:4] + "*" * 6 + number[-2:] if digits >= FEWEST_DIGITS else number


def plain_choice(text):
    """A choice as it is looked up: letters only, lower case."""
    return NO_LETTER.sub("", text.lower())
