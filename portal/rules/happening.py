"""When it happened is told in the caller's words: a moment, a part of a day or a day is understood, other words stay words."""
import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from portal.rules.dates import ANY_PART, ANY_WEEKDAY, CLOCK, MONTH, NAMED, NUMBERS, WEEKDAY, Unreadable, day_of, read_day, read_moment, tidy
from portal.rules.dates import Why as DateWhy


class Known(StrEnum):
    """How closely the moment is known."""

    MOMENT = "moment"
    PART = "part"
    DAY = "day"


class Why(StrEnum):
    EITHER = "either"
    NOT_YET = "not_yet"
    OTHER_WEEKDAY = "other_weekday"


@dataclass(frozen=True)
class Happening:
    """What was told (`words`); `at` is the naive local moment it says, of a DAY its midnight; both None when no moment is told."""

    words: str
    at: datetime | None = None
    known: Known | None = None


class Unclear(Unreadable):
    """The words can't stand; `readings` are the Happenings that may be meant, each with words that say it beyond doubt."""

    def __init__(self, why, readings):
        super().__init__(why)
        self.readings = tuple(readings)


HOUR = rf"(?: (?:{ANY_PART}))?(?: (?:jam|pukul|pkl\.?))?(?: [0-9]{{1,2}}(?:[.:][0-9]{{2}})?)?(?: (?:{ANY_PART}))?"
BARE = re.compile(rf"(?:hari )?({ANY_WEEKDAY})(?: (?:tadi|ini))?({HOUR})")
WEEK_OR_SUNDAY = re.compile(r"(?<![0-9] )\bminggu(?: (?:yang|yg))? (?:lalu|kemarin)")
DATED = re.compile(rf"^(?:hari )?({ANY_WEEKDAY})\b,? ")
FIGURES = re.compile(r"[\s.,:/+-]*[0-9][0-9\s.,:/+-]*")
PART = re.compile(rf"(?:.* )?({ANY_PART})|semalam")


def read_happening(words, now):
    """The Happening that `words` tell, seen from the local `now`: words that tell no time stay words.

    Unclear when they can mean two moments, one still to come, or a date on another weekday; Unreadable for what no calendar has.
    """
    try:
        said = tidy(words)
        happening = _weekday(words, said, now) or _dated(words, said, now)
    except Unreadable as fault:
        if fault.why != DateWhy.NOT_UNDERSTOOD or FIGURES.fullmatch(words):
            raise
        return Happening(words)
    if happening.at > now:
        raise Unclear(Why.NOT_YET, _earlier(happening, said, now))
    return happening


def _dated(words, said, now):
    """What the general reading of days and moments makes of it."""
    if WEEK_OR_SUNDAY.search(said) and not re.search(r"\bhari minggu", said):
        return _one_of(words, [WEEK_OR_SUNDAY.sub(each, said) for each in ("hari minggu lalu", "seminggu lalu")], now)
    happening = _read(words, said, now)
    told = DATED.match(" ".join(words.lower().replace("'", "").split()))
    if told and said != told.string and happening.at.weekday() != WEEKDAY[told[1]]:
        raise Unclear(Why.OTHER_WEEKDAY, [Happening(f"{happening.at:%d-%m-%Y}", happening.at, happening.known)])
    return happening


def _weekday(words, said, now):
    """A weekday without more is the latest one; said on that very weekday it may be today or a week ago."""
    found = BARE.fullmatch(said)
    if not found:
        return None
    day, rest = found[1], found[2]
    last = f"hari {day} lalu{rest}"
    if now.weekday() != WEEKDAY[day]:
        return _read(words, last, now)
    return _one_of(words, [f"hari ini{rest}", last], now)


def _one_of(words, sayings, now):
    """The one reading that has come to pass; Unclear when there are several."""
    readings = {each.at: each for saying in sayings if (each := _read(saying, saying, now)).at <= now}
    if len(readings) == 1:
        only = next(iter(readings.values()))
        return Happening(words, only.at, only.known)
    raise Unclear(Why.EITHER, readings.values())


def _read(words, said, now):
    try:
        at = read_moment(said, now)
    except Unreadable as fault:
        if fault.why != DateWhy.NO_TIME:
            raise
        return Happening(words, datetime.combine(read_day(said, now.date()), time()), Known.DAY)
    return Happening(words, at, Known.PART if PART.fullmatch(said) and not re.search("[0-9]", said) else Known.MOMENT)


def _earlier(happening, said, now):
    """The same before now: the hour a day earlier, the date without a year a year earlier."""
    found = CLOCK.match(said)
    if found and (found["sep"] or found["mark"]) and happening.at.date() == now.date():
        return [_read(f"kemarin {said}", f"kemarin {said}", now)] if not found["day"] else []
    day = NUMBERS.fullmatch(said) or NAMED.fullmatch(said)
    if not day or day[3] or (day.re is NAMED and day[2] not in MONTH):
        return []
    return _a_year_before(happening)


def _a_year_before(happening):
    try:
        day = day_of(happening.at.year - 1, happening.at.month, happening.at.day)
    except Unreadable:
        return []
    return [Happening(f"{day:%d-%m-%Y}", datetime.combine(day, time()), Known.DAY)]
