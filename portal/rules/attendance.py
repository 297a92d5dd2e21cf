"""Who was absent three meetings in a row is asked after; a roster that several people fill in keeps what each of them touched.

Three in a row, whatever the kind of absence, and a note that settles it until three more follow, are our own rule: the field's lists only name
running away among the reasons for which a course is left (domain 6.3).
"""
from datetime import timedelta
from enum import StrEnum

from portal.rules.placement import check_running
from portal.rules.refused import Refused

MOST_ABSENT = 3
LOOKS_BACK = timedelta(days=14)


class Mark(StrEnum):
    PRESENT = "present"
    PERMITTED = "permitted"
    SICK = "sick"
    ABSENT = "absent"


class Why(StrEnum):
    OUTSIDE_COURSE = "outside_course"
    CALLED_OFF = "called_off"


LETTER = {Mark.PRESENT: "H", Mark.PERMITTED: "I", Mark.SICK: "S", Mark.ABSENT: "A"}


def may_meet(day, starts, batch_state, today):
    """Refused for a day before the course or still to come, and while the course does not run. It may run past its last day."""
    check_running(batch_state)
    if not starts <= day <= today:
        raise Refused(Why.OUTSIDE_COURSE)


def may_fill(called_off):
    """Refused while it stands written that no meeting took place that day."""
    if called_off:
        raise Refused(Why.CALLED_OFF)


def attendance_rate(marks):
    """Present days as whole percent of all marked days, or None without any."""
    marks = list(marks)
    return 100 * marks.count(Mark.PRESENT) // len(marks) if marks else None


def absences(marks):
    """The absences in a row at the end of a participant's marks, [(day, Mark)] from first to last: empty when they came the last time."""
    run = []
    for day, mark in marks:
        run = [] if mark == Mark.PRESENT else [*run, (day, mark)]
    return run


def unanswered(marks, notes):
    """The absences in a row after which nobody has written anything down, three or more; else none.

    `notes` are the days of what was noted on the case. One on or after the third absence answers for all up to its day; three more ask anew.
    """
    run = absences(marks)
    while is_long(run):
        answer = min((day for day in notes if day >= third(run)), default=None)
        if answer is None:
            return run
        run = [(day, mark) for day, mark in run if day > answer]
    return []


def is_long(run):
    """Whether somebody is to be asked after for this run of absences."""
    return len(run) >= MOST_ABSENT


def third(run):
    """The day on which a run of absences became one to ask about."""
    return run[MOST_ABSENT - 1][0]


def clashes(looked, mine, stands):
    """Whether somebody else changed what this person changed too: `looked` is what their page began with, `stands` what is there (None: nothing)."""
    return stands is not None and len({looked, mine, stands}) == 3


def merged(looked, mine, stands):
    """What is kept of one line that does not clash: what this person touched, or else what stands."""
    return stands if stands is not None and mine == looked else mine


def days_asked(planned, today, seated_on, ended_on=None):
    """The planned days of the last two weeks, today with them, on which somebody had a seat and it has to be said whether they came."""
    return [day for day in planned if today - LOOKS_BACK < day <= today and seated_on and seated_on <= day and (ended_on is None or day <= ended_on)]
