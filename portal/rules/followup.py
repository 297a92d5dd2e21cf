"""Who ended a training is visited after one, three, six and twelve months."""
import calendar
from datetime import date
from enum import StrEnum

from portal.rules.refused import Refused

MONTHS = (1, 3, 6, 12)


class FollowUpStatus(StrEnum):
    WORKING = "working"
    OWN_BUSINESS = "own_business"
    SCHOOL = "school"
    IDLE = "idle"
    BACK_ON_STREET = "back_on_street"
    NOT_FOUND = "not_found"


class Why(StrEnum):
    NOT_ENDED = "not_ended"
    VISIT_OUT_OF_RANGE = "visit_out_of_range"


PLACED = (FollowUpStatus.WORKING, FollowUpStatus.OWN_BUSINESS, FollowUpStatus.SCHOOL)


def due_dates(ended_on):
    """{months: date due} for a training that ended on that date."""
    return {months: months_after(ended_on, months) for months in MONTHS}


def months_after(day, months):
    """The same day so many months later, or the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def overdue(ended_on, done, today):
    """The months whose visit is due by today and not among `done`."""
    return [months for months, due in due_dates(ended_on).items() if due <= today and months not in done]


def may_visit(ended_on, visited_on, today):
    """Refused before the training has ended, and for a visit before that day or still to come."""
    if ended_on is None:
        raise Refused(Why.NOT_ENDED)
    if not ended_on <= visited_on <= today:
        raise Refused(Why.VISIT_OUT_OF_RANGE)
