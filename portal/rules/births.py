"""A birth is told as a day, a month, a year or only as an age, and is kept as precisely as it was told."""
import re
from dataclasses import dataclass
from datetime import date

from portal.rules.age import BirthPrecision, last_day
from portal.rules.dates import MONTH, Unreadable, Why, day_of, read_day, tidy

OLDEST = 120
ABOUT = re.compile(r"^(?:\u00b1|\+/?-|~|kira-kira|kira2|kira kira|sekitar|kurang lebih|kl\.?|k\.l\.|perkiraan) ?")
AGED = re.compile(r"(umur|usia)? ?([0-9]{1,3})(?: ?(?:-|s/d|sampai) ?[0-9]{1,3})? ?(tahun|thn\.?|th\.?|bulan|bln\.?)?")
YEAR = re.compile(r"(?:lahir )?(?:tahun )?([0-9]{4})")
MONTH_NAMED = re.compile(r"([a-z]+)\.?[-/ ]?([0-9]{4})")
MONTH_NUMBERED = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
YEAR_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
FULL_YEAR = re.compile(r"[0-9]{4}")
WITH_YEAR = re.compile(r"[0-9]{4}|[0-9a-z][-/. ,]+[0-9a-z]+[-/. ,]+[0-9]{2}$")


@dataclass(frozen=True)
class Birth:
    """Either `day` with its `precision` (a month or year as its first day), or `estimate` in years as of `as_of`."""
    precision: BirthPrecision
    day: date | None = None
    estimate: int | None = None
    as_of: date | None = None


def read_birth(text, today):
    """The Birth that `text` tells: `12/05/2013`, `mei 2012`, `2013`, `±2013`, `kira-kira umur 12`. Unreadable otherwise.

    A short year is the latest that is not in the future. `12-13 tahun` is taken as the younger.
    """
    said = tidy(text)
    plain = ABOUT.sub("", said)
    about = plain != said
    birth = _month(plain, today) or _year(plain, today) or _age(plain, about, today) or _day(plain, today)
    if about and birth.day:
        return _estimated(today.year - birth.day.year, today)
    return birth


def _day(said, today):
    """A whole date; a day without a year is no birth date, and neither are words like `kemarin`."""
    if not WITH_YEAR.search(said):
        raise Unreadable(Why.NOT_UNDERSTOOD)
    day = read_day(said, today)
    if day > today and not FULL_YEAR.search(said):
        day = day.replace(year=day.year - 100)
    return _checked(day, BirthPrecision.DAY, today)


def _month(said, today):
    found = MONTH_NAMED.fullmatch(said)
    if found and found[1] in MONTH:
        return _checked(day_of(int(found[2]), MONTH[found[1]], 1), BirthPrecision.MONTH, today)
    found = MONTH_NUMBERED.fullmatch(said)
    if found:
        return _checked(day_of(int(found[2]), int(found[1]), 1), BirthPrecision.MONTH, today)
    found = YEAR_MONTH.fullmatch(said)
    return _checked(day_of(int(found[1]), int(found[2]), 1), BirthPrecision.MONTH, today) if found else None


def _year(said, today):
    found = YEAR.fullmatch(said)
    return _checked(day_of(int(found[1]), 1, 1), BirthPrecision.YEAR, today) if found else None


def _age(said, about, today):
    """An age needs a word that says so: a bare 12 could also be a day."""
    found = AGED.fullmatch(said)
    if not found:
        return None
    if not (found[1] or found[3] or about):
        raise Unreadable(Why.AMBIGUOUS)
    in_months = (found[3] or "").startswith("b")
    return _estimated(int(found[2]) // 12 if in_months else int(found[2]), today)


def _estimated(years, today):
    if years > OLDEST:
        raise Unreadable(Why.BIRTH_TOO_OLD)
    return Birth(BirthPrecision.ESTIMATE, estimate=years, as_of=today)


def _checked(day, precision, today):
    if day > today:
        raise Unreadable(Why.FUTURE_BIRTH)
    if today.year - last_day(day, precision).year > OLDEST:
        raise Unreadable(Why.BIRTH_TOO_OLD)
    return Birth(precision, day=day)
