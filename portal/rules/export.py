"""What leaves Sigap as a table of people carries codes and numbers, never a name, and is for a purpose that is written down."""
from enum import StrEnum

from portal.rules.refused import Refused


class Purpose(StrEnum):
    REVIEW = "review"
    REPORT = "report"
    RESEARCH = "research"
    EVALUATION = "evaluation"


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


# What the answers of assessments, and what a course and its outcomes may leave for.
ASSESSMENTS = (Purpose.REVIEW, Purpose.REPORT, Purpose.RESEARCH)
TRAINING = (Purpose.EVALUATION, Purpose.REPORT, Purpose.RESEARCH)


def check_period(since, until):
    """Refused when the last day comes before the first; both are dates."""
    if until < since:
        raise Refused(Why.ENDS_BEFORE_START)


def check_rows(count):
    """Refused when nothing would leave."""
    if not count:
        raise Refused(Why.NOTHING_THERE)
