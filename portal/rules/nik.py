"""A NIK has sixteen digits that tell region, birth day and sex: a wrong shape is an error, a mismatch only a warning."""
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.refused import Refused


class Sex(StrEnum):
    MALE = "L"
    FEMALE = "P"


class NikFault(StrEnum):
    LETTERS = "letters"
    LENGTH = "length"
    MONTH = "month"
    DAY = "day"


class NikWarning(StrEnum):
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    REGION = "region"


@dataclass(frozen=True)
class Nik:
    """`number` of 16 digits, `region` its first six, `born` the day it tells, `sex`."""
    number: str
    region: str
    born: date
    sex: Sex


DIGITS = 16
WOMEN_ADD = 40
SPACING = re.compile(r"[\s.\-\u2010-\u2015_/\u200b-\u200d\u2060\ufeff]")


def parse(text, *, today):
    """The Nik written in `text`, with any spaces, dots and dashes, or Refused(NikFault).

    The century is the latest one that is not in the future. Structure: Dukcapil's DDMMYY, women's day + 40.
    """
    number = SPACING.sub("", text)
    if not (number.isascii() and number.isdigit()):
        raise Refused(NikFault.LETTERS)
    if len(number) != DIGITS:
        raise Refused(NikFault.LENGTH, count=len(number))
    day, month = int(number[6:8]), int(number[8:10])
    sex = Sex.FEMALE if day > WOMEN_ADD else Sex.MALE
    if not 1 <= month <= 12:
        raise Refused(NikFault.MONTH)
    born = _born(int(number[10:12]), month, day - WOMEN_ADD if sex == Sex.FEMALE else day, today)
    return Nik(number, number[:6], born, sex)


def warnings(nik, *, birth_date=None, sex=None, known_regions=None):
    """The NikWarnings for what is known otherwise; None says not known. `known_regions` holds six-digit codes.

    The number stays as it was first given even when birth data are corrected, so a mismatch is never an error.
    """
    told = (nik.born.day, nik.born.month, nik.born.year % 100)
    checks = (
        (NikWarning.BIRTH_DATE, birth_date is not None and told != _day_month_year(birth_date)),
        (NikWarning.SEX, sex is not None and nik.sex != sex),
        (NikWarning.REGION, known_regions is not None and nik.region not in known_regions),
    )
    return [warning for warning, holds in checks if holds]


def mask(number):
    """The number with only its first six and last two digits readable."""
    return number[:6] + "*" * max(len(number) - 8, 0) + number[-2:]


def _born(short_year, month, day, today):
    for century in (today.year // 100, today.year // 100 - 1):
        try:
            born = date(century * 100 + short_year, month, day)
        except ValueError:
            continue
        if born <= today:
            return born
    raise Refused(NikFault.DAY)


def _day_month_year(day):
    return day.day, day.month, day.year % 100
