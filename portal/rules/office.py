"""An office lives in one of Indonesia's three time zones and prints on one of two papers."""
from datetime import timedelta
from enum import StrEnum


class TimeZone(StrEnum):
    WIB = "wib"
    WITA = "wita"
    WIT = "wit"


class Paper(StrEnum):
    F4 = "f4"
    A4 = "a4"


# No zone of Indonesia has summer time, so an offset is all there is to know.
OFFSET = {TimeZone.WIB: timedelta(hours=7), TimeZone.WITA: timedelta(hours=8), TimeZone.WIT: timedelta(hours=9)}

SIZE_MM = {Paper.F4: (215, 330), Paper.A4: (210, 297)}


def to_local(utc, zone):
    """The office's wall-clock time of a naive UTC datetime, naive too."""
    return utc + OFFSET[zone]


def to_utc(local, zone):
    """The naive UTC datetime of the office's wall-clock time."""
    return local - OFFSET[zone]


def local_day(utc, zone):
    """The office's date at a naive UTC datetime; its year is the year of numbers."""
    return to_local(utc, zone).date()


WIB_PROVINCES = {"11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "61", "62"}
WIT_PROVINCES = {"81", "82", "91", "92", "93", "94", "95", "96", "97"}


def usual_zone(region):
    """The time zone of a region's province by its Kemendagri code (Keppres 41/1987); an office on a border may choose another."""
    province = region[:2]
    if province in WIB_PROVINCES:
        return TimeZone.WIB
    return TimeZone.WIT if province in WIT_PROVINCES else TimeZone.WITA
