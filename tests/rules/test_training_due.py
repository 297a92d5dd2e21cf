"""When a course should have begun, ended or brought its results, and when somebody asks after who stays away: each at its boundary day."""
from datetime import date, timedelta

import pytest

from portal.rules.placement import BatchState
from portal.rules.training_due import CourseDue, asked_after, course_due
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar

STARTS, ENDS = date(2026, 3, 25), date(2026, 9, 24)
DAY = timedelta(days=1)


@pytest.mark.parametrize("state, active, today, expected", [
    (BatchState.OPEN, 0, STARTS - DAY, None),
    (BatchState.OPEN, 0, STARTS, (CourseDue.START, STARTS)),
    (BatchState.OPEN, 3, STARTS + DAY, (CourseDue.START, STARTS)),
    (BatchState.OPEN, 3, ENDS + DAY, (CourseDue.START, STARTS)),
    (BatchState.RUNNING, 3, STARTS, None),
    (BatchState.RUNNING, 3, ENDS, None),
    (BatchState.RUNNING, 3, ENDS + DAY, (CourseDue.RESULTS, date(2026, 10, 1))),
    (BatchState.RUNNING, 0, ENDS, None),
    (BatchState.RUNNING, 0, ENDS + DAY, (CourseDue.END, date(2026, 10, 1))),
    (BatchState.ENDED, 0, ENDS + 30 * DAY, None),
    (BatchState.ENDED, 1, ENDS + 30 * DAY, None),
    (BatchState.CANCELLED, 0, STARTS, None),
    (BatchState.CANCELLED, 0, ENDS + DAY, None),
])
def test_what_a_course_waits_for(state, active, today, expected):
    assert course_due(state, STARTS, ENDS, active, today) == expected


@pytest.mark.parametrize("third, expected", [
    (date(2026, 3, 24), date(2026, 3, 25)),
    (date(2026, 3, 26), date(2026, 3, 27)),
    (date(2026, 3, 27), date(2026, 3, 30)),
    (date(2026, 3, 28), date(2026, 3, 30)),
    (date(2026, 4, 2), date(2026, 4, 6)),
], ids=["Tuesday", "Thursday", "Friday", "Saturday", "before Good Friday"])
def test_who_stays_away_is_asked_after_on_the_next_working_day(third, expected):
    hours = WorkCalendar(DEFAULT_HOURS, holidays={date(2026, 4, 3): "Wafat Yesus Kristus"})
    assert asked_after(third, hours) == expected
