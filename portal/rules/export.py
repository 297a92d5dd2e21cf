"""What leaves Sigap as a table of people carries codes and numbers, never a name, and is for a purpose that is written down."""
from datetime import timedelta
from enum import StrEnum

from portal.rules.refused import Refused


class Circle(StrEnum):
    """Who will look at a table of figures: the office alone, or others too, from whom small figures are hidden."""

    OUTSIDE = "outside"
    OWN = "own"


class Purpose(StrEnum):
    REVIEW = "review"
    REPORT = "report"
    RESEARCH = "research"
    EVALUATION = "evaluation"
    COORDINATION = "coordination"
    PLANNING = "planning"
    INSPECTION = "inspection"


class Recipient(StrEnum):
    OFFICE = "office"
    PROVINCE = "province"
    MINISTRY = "ministry"
    PROVIDER = "provider"
    OTHER_OFFICE = "other_office"
    RESEARCHER = "researcher"


class ExportState(StrEnum):
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    GONE = "gone"


class Why(StrEnum):
    ENDS_BEFORE_START = "ends_before_start"
    NOTHING_THERE = "nothing_there"
    NOBODY_LISTED = "nobody_listed"
    NO_NAME = "no_name"
    FILE_GONE = "file_gone"


# What the answers of assessments, what a course and its outcomes, and what a list of the office may leave for.
ASSESSMENTS = (Purpose.REVIEW, Purpose.REPORT, Purpose.RESEARCH)
TRAINING = (Purpose.EVALUATION, Purpose.REPORT, Purpose.RESEARCH)
LISTS = (Purpose.REPORT, Purpose.COORDINATION, Purpose.PLANNING, Purpose.INSPECTION, Purpose.RESEARCH)
KEPT = timedelta(hours=1)  # for which a file waits to be fetched


def circle_of(text, whole):
    """The Circle that was asked for; who does not see the records (`whole`) gets only what may leave the office."""
    return Circle.OWN if whole and text == Circle.OWN else Circle.OUTSIDE


def number_of(year, serial):
    """EK-2026-00001."""
    return f"EK-{year}-{serial:05}"


def check_period(since, until):
    """Refused when the last day comes before the first; both are dates."""
    if until < since:
        raise Refused(Why.ENDS_BEFORE_START)


def check_rows(count, why=Why.NOTHING_THERE):
    """Refused when nothing would leave."""
    if not count:
        raise Refused(why)


def check_recipient(recipient, name):
    """Refused when it goes beyond the office and nobody is named."""
    if recipient != Recipient.OFFICE and not name:
        raise Refused(Why.NO_NAME)


def is_kept(ready_at, now):
    """Whether a file that was ready then still waits."""
    return now - ready_at < KEPT
