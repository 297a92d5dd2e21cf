"""A day may be typed the way people write and say it, day before month always; what can be read two ways is asked again."""
import re
import unicodedata
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from portal.rules.refused import Refused


class Why(StrEnum):
    EMPTY = "empty"
    NOT_UNDERSTOOD = "not_understood"
    IMPOSSIBLE = "impossible"
    AMBIGUOUS = "ambiguous"
    NO_TIME = "no_time"
    FUTURE_BIRTH = "future_birth"
    BIRTH_TOO_OLD = "birth_too_old"


class Unreadable(Refused):
    """The text is no day or moment; `why` is a member of Why."""


LONGEST = 60
YEARS = range(1900, 2200)
MONTHS = ("januari jan january|februari feb peb pebruari february|maret mar mrt march|april apr|mei may|juni jun june|"
          "juli jul july|agustus agt agu ags aug august|september sep sept|oktober okt oct october|"
          "november nov nop nopember|desember des dec december")
MONTH = {name: number for number, names in enumerate(MONTHS.split("|"), 1) for name in names.split()}
WEEKDAY = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
SAID = {"hari ini": 0, "sekarang": 0, "tadi": 0, "kemarin": -1, "kemaren": -1, "semalam": -1, "besok": 1, "lusa": 2,
        "kemarin lusa": -2, "kemaren lusa": -2, "kemarin dulu": -2, "seminggu lalu": -7}
PARTS = {"subuh": 5, "pagi": 7, "siang": 12, "sore": 16, "petang": 18, "malam": 20}
NOW = ("sekarang", "barusan", "baru saja")

ANY_WEEKDAY, ANY_PART = "|".join(WEEKDAY), "|".join(PARTS)
NUMBERS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{4}|[0-9]{2}))?")
NAMED = re.compile(r"([0-9]{1,2})[-/. ]*([a-z]+)\.?(?:[-/. ,]*([0-9]{4}|[0-9]{2}))?")
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
ADDRESS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LAST = re.compile(rf"(hari )?({ANY_WEEKDAY})(?: (?:yang|yg))? (lalu|kemarin)")
AGO = re.compile(r"([0-9]{1,3}|se|setengah(?= jam)) ?(menit|jam|hari|minggu)(?: (?:yang|yg))? (?:lalu|yl)")
CLOCK = re.compile(rf"^(?:(?P<day>.*?)(?:^| |(?<=[0-9])t))?(?P<mark>jam|pukul|pkl)?\.? ?(?P<hour>[0-9]{{1,2}})"
                   rf"(?:(?P<sep>[.:])(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?)?(?: (?P<part>{ANY_PART}))?$")
PART_OF_DAY = re.compile(rf"^(.*?) ?({ANY_PART})$")


def read_day(text, today):
    """The date that `text` says, seen from `today`: `21/11/26`, `21 nov`, ISO, `kemarin`, `senin lalu`, `2 hari lalu`.

    A day without a year is the nearest such day. Unreadable otherwise.
    """
    said = tidy(text)
    for reader in (_said, _ago, _last_weekday, _iso, _numbers, _named):
        day = reader(said, today)
        if day is not None:
            return day
    raise Unreadable(Why.NOT_UNDERSTOOD)


def read_moment(text, now, default=None):
    """The naive datetime that `text` says, seen from the local `now`: a day and `14.05`, `tadi pagi`, `2 jam lalu`.

    A day without a time gets `default` (a time), or is Unreadable(NO_TIME) when there is none.
    """
    said = tidy(text)
    if said in NOW:
        return now
    short = AGO.fullmatch(said)
    if short and short[2] in ("menit", "jam"):
        return now - _span(short)
    return _with_clock(said, now) or _with_part(said, now) or _with_default(said, now, default)


def tidy(text):
    """Lower case, one space, no invisible characters, no weekday or `tgl` in front of a date, no time zone behind; Unreadable if empty.

    A weekday before a mere time stays: `senin 14.00` is not today.
    """
    plain = unicodedata.normalize("NFKC", text)[:LONGEST + 1].lower().replace("'", "").replace("\u2019", "")
    visible = "".join(char for char in plain if unicodedata.category(char) not in ("Cf", "Cc") or char.isspace())
    said = " ".join(visible.split())
    if not said:
        raise Unreadable(Why.EMPTY)
    if len(said) > LONGEST:
        raise Unreadable(Why.NOT_UNDERSTOOD)
    said = re.sub(r" (wib|wita|wit)$", "", said)
    return re.sub(rf"^(?:(?:hari )?(?:{ANY_WEEKDAY}),? (?![0-9]{{1,2}}[.:][0-9]{{2}}$)|(?:pada )?(?:tanggal|tgl\.?) )(?=[0-9])", "", said)


def named_day(text):
    """The date that an address names, written 2026-03-30 and no other way; None for anything else."""
    try:
        return date.fromisoformat(text) if ADDRESS.fullmatch(text) else None
    except ValueError:
        return None


def day_of(year, month, day):
    """The date, or Unreadable(IMPOSSIBLE) when the calendar has no such day."""
    if year not in YEARS:
        raise Unreadable(Why.IMPOSSIBLE)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(Why.IMPOSSIBLE) from None


def _said(said, today):
    return today + timedelta(SAID[said]) if said in SAID else None


def _ago(said, today):
    found = AGO.fullmatch(said)
    if found and found[2] in ("hari", "minggu"):
        return today - _span(found)
    return None


def _span(found):
    count = {"se": 1, "setengah": .5}.get(found[1]) or int(found[1])
    return count * {"menit": timedelta(minutes=1), "jam": timedelta(hours=1), "hari": timedelta(1), "minggu": timedelta(7)}[found[2]]


def _last_weekday(said, today):
    """The latest such weekday before today; `minggu lalu` could be Sunday or last week, so it is asked again."""
    found = LAST.fullmatch(said)
    if not found:
        return None
    if found[2] == "minggu" and not found[1]:
        raise Unreadable(Why.AMBIGUOUS)
    return today - timedelta((today.weekday() - WEEKDAY[found[2]] - 1) % 7 + 1)


def _iso(said, today):
    found = ISO.fullmatch(said)
    return day_of(*map(int, found.groups())) if found else None


def _numbers(said, today):
    found = NUMBERS.fullmatch(said)
    return _dated(int(found[1]), int(found[2]), found[3], today) if found else None


def _named(said, today):
    found = NAMED.fullmatch(said)
    if not found or found[2] not in MONTH:
        return None
    return _dated(int(found[1]), MONTH[found[2]], found[3], today)


def _dated(day, month, year, today):
    if year is None:
        return _nearest(day, month, today)
    return day_of(int(year) + (2000 if len(year) == 2 else 0), month, day)


def _nearest(day, month, today):
    """The nearest such day to today among last year, this year and next."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise Unreadable(Why.IMPOSSIBLE)
    return min(found, key=lambda each: abs(each - today))


def _with_clock(said, now):
    """A day followed by a time; a bare number counts as a time only after `jam`, `pukul` or before a part of the day."""
    found = CLOCK.match(said)
    if not found or not (found["sep"] or found["mark"] or found["part"]):
        return None
    before, part = _day_and_part(found["day"] or "")
    day = read_day(before, now.date()) if before else now.date()
    return datetime.combine(day, _clock(found, found["part"] or part))


def _day_and_part(before):
    found = PART_OF_DAY.match(before)
    return (found[1].removesuffix(" jam"), found[2]) if found else (before.rstrip(" ,"), None)


def _clock(found, part):
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    after_noon = (part == "siang" and hour < 4) or (part in ("sore", "petang") and hour < 7) or (part == "malam" and 6 <= hour < 12)
    try:
        return time(hour + 12 * after_noon, minute, second)
    except ValueError:
        raise Unreadable(Why.IMPOSSIBLE) from None


def _with_part(said, now):
    """`tadi pagi`, `kemarin sore`, `senin lalu malam`, `semalam`: the usual hour of that part of the day, never after now."""
    found = PART_OF_DAY.match("kemarin malam" if said == "semalam" else said)
    if not found:
        return None
    today = found[1] in ("", "tadi")
    moment = datetime.combine(now.date() if today else read_day(found[1], now.date()), time(PARTS[found[2]]))
    if today and found[2] == "malam" and moment > now:
        return moment - timedelta(1)
    return min(moment, now) if today else moment


def _with_default(said, now, default):
    day = read_day(said, now.date())
    if default is None:
        raise Unreadable(Why.NO_TIME)
    return datetime.combine(day, default)
