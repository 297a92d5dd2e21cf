"""An office lives in one of Indonesia's three time zones and prints on one of two papers."""
import re
from datetime import timedelta
from enum import StrEnum

from portal.rules.refused import Refused


class TimeZone(StrEnum):
    WIB = "wib"
    WITA = "wita"
    WIT = "wit"


class Paper(StrEnum):
    F4 = "f4"
    A4 = "a4"


class Why(StrEnum):
    ALREADY_FOUNDED = "already_founded"
    NO_SUCH_REGENCY = "no_such_regency"
    HOUR_UNREADABLE = "hour_unreadable"
    HALF_A_DAY = "half_a_day"
    CLOSES_FIRST = "closes_first"
    NEVER_OPEN = "never_open"
    LEFT_BEFORE_START = "left_before_start"


# No zone of Indonesia has summer time, so an offset is all there is to know.
OFFSET = {TimeZone.WIB: timedelta(hours=7), TimeZone.WITA: timedelta(hours=8), TimeZone.WIT: timedelta(hours=9)}


def to_utc(local, zone):
    """The naive UTC datetime of the office's wall-clock time."""
    return local - OFFSET[zone]


WIB_PROVINCES = {"11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "61", "62"}
WIT_PROVINCES = {"81", "82", "91", "92", "93", "94", "95", "96", "97"}


def usual_zone(region):
    """The time zone of a region's province by its Kemendagri code (Keppres 41/1987); an office on a border may choose another."""
    province = region[:2]
    if province in WIB_PROVINCES:
        return TimeZone.WIB
    return TimeZone.WIT if province in WIT_PROVINCES else TimeZone.WITA


def read_hour(text):
    """A time of day typed as 7, 7.30, 07:30 or 0730, as HH.MM; Refused when it is none."""
    found = re.fullmatch(r"([0-9]{1,2})(?:[.:]?([0-9]{2}))?", text.strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refused(Why.HOUR_UNREADABLE)
    return f"{int(found[1]):02}.{int(found[2] or 0):02}"


def check_day(opens, closes):
    """Refused unless both times (HH.MM) are there in order, or neither: then the office is closed that day."""
    if bool(opens) != bool(closes):
        raise Refused(Why.HALF_A_DAY)
    if opens and opens >= closes:
        raise Refused(Why.CLOSES_FIRST)


def check_week(hours):
    """Refused for a week without an open day: no clock would ever run. `hours` is {weekday: (opens, closes)}."""
    if not hours:
        raise Refused(Why.NEVER_OPEN)
