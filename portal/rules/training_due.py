"""What a course and its people wait for is told by a day: when it should have begun, when its results and answers are due.

The days are our own: domain 6.3 asks for attendance, results and visits, and for none of them says by when.
"""
from datetime import datetime, time, timedelta
from enum import StrEnum

from portal.rules.placement import BatchState
from portal.rules.workdays import closing_of

RESULTS_WITHIN = timedelta(days=7)  # after the last day of the course
ANSWER_WITHIN = timedelta(days=7)   # what becomes of somebody whose course was cancelled
OWN_WORD_WITHIN = timedelta(days=7)  # after the eighteenth birthday


class CourseDue(StrEnum):
    """What a course waits for from whoever looks after it."""

    START = "start"
    RESULTS = "results"
    END = "end"


def course_due(state, starts, ends, active, today):
    """(CourseDue, the day by which) of a course whose day has come, or None; `active` are its participants without a result."""
    if state == BatchState.OPEN and starts <= today:
        return CourseDue.START, starts
    if state == BatchState.RUNNING and ends < today:
        return (CourseDue.RESULTS if active else CourseDue.END), ends + RESULTS_WITHIN
    return None


def asked_after(third_absence, calendar):
    """The day by which somebody asks after who was absent three times in a row: the working day after the third."""
    return closing_of(datetime.combine(third_absence, time()), 1, calendar).date()
