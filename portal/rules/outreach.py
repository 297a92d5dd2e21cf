"""An outreach trip is planned, leaves and comes back; of each person it looked for it says once what it found."""
from datetime import time
from enum import StrEnum

from portal.rules.letter_kind import names_somebody
from portal.rules.life import Life
from portal.rules.lifecycle import TryOutcome
from portal.rules.refused import Refused
from portal.rules.ticket import NIK
from portal.rules.workdays import closing_of


class TripState(StrEnum):
    PLANNED = "planned"
    UNDERWAY = "underway"
    DONE = "done"
    CANCELLED = "cancelled"


class TripStep(StrEnum):
    LEAVE = "leave"
    COME_BACK = "come_back"
    CANCEL = "cancel"


class Purpose(StrEnum):
    SEARCH = "search"
    PATROL = "patrol"
    AFTER_REPORT = "after_report"


class Shift(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Finding(StrEnum):
    MET = "met"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    SHELTERED = "sheltered"
    REFERRED = "referred"


class Why(StrEnum):
    NOT_LEFT = "not_left"
    BEFORE_LEAVING = "before_leaving"
    IN_FUTURE = "in_future"
    OUT_OF_ORDER = "out_of_order"
    ALREADY_TOLD = "already_told"
    ALREADY_SOUGHT = "already_sought"
    NOBODY_TO_SEEK = "nobody_to_seek"
    NO_SUCH_NUMBER = "no_such_number"
    LETTER_STANDS = "letter_stands"
    NO_LETTER = "no_letter"
    TRIP_OVER = "trip_over"
    NAMES_SOUGHT = "names_sought"


# Mataram's social patrol works in three shifts, 08-13, 13-18 and 18-23 (domain 3.4: ANTARA-MTR2, SUARANTB24).
HOURS = {Shift.MORNING: (time(8), time(13)), Shift.AFTERNOON: (time(13), time(18)), Shift.EVENING: (time(18), time(23))}

LIFE = Life({
    (TripState.PLANNED, TripStep.LEAVE): TripState.UNDERWAY,
    (TripState.PLANNED, TripStep.CANCEL): TripState.CANCELLED,
    (TripState.UNDERWAY, TripStep.COME_BACK): TripState.DONE,
    (TripState.UNDERWAY, TripStep.CANCEL): TripState.CANCELLED,
}, reasoned={TripStep.CANCEL})

LETTER_WITHIN = 1  # working day: in an emergency the duty letter may follow the departure (domain 12.3)


def tried(finding):
    """What a finding means for the search: whoever went to the shelter or on to somebody else was met."""
    return TryOutcome.MET if finding in (Finding.SHELTERED, Finding.REFERRED) else TryOutcome(finding)


def may_amend(state, *, has_letter):
    """Refused once the team has left, or while an issued letter says who goes where."""
    if state != TripState.PLANNED:
        raise Refused(Why.TRIP_OVER)
    if has_letter:
        raise Refused(Why.LETTER_STANDS)


def may_seek(state):
    """Refused on a trip that is over: whom it looked for is history."""
    if state not in (TripState.PLANNED, TripState.UNDERWAY):
        raise Refused(Why.TRIP_OVER)


def may_issue(state, *, has_letter):
    """Refused while a letter stands, and on a cancelled trip; one that has left already may still get its letter."""
    if state == TripState.CANCELLED:
        raise Refused(Why.TRIP_OVER)
    if has_letter:
        raise Refused(Why.LETTER_STANDS)


def may_tell(state, *, at, left_at, now):
    """Refused before the team has left and on a cancelled trip, and for a moment before the departure or still to come."""
    if state not in (TripState.UNDERWAY, TripState.DONE):
        raise Refused(Why.NOT_LEFT)
    if at < _minute(left_at):
        raise Refused(Why.BEFORE_LEAVING)
    if at > now:
        raise Refused(Why.IN_FUTURE)


def check_times(left_at, arrived_at, ended_at, *, now):
    """Refused unless the team left, arrived and ended in this order and none of it lies ahead; the arrival may be unknown."""
    told = [_minute(each) for each in (left_at, arrived_at, ended_at) if each is not None]
    if told != sorted(told):
        raise Refused(Why.OUT_OF_ORDER)
    if told and told[-1] > now:
        raise Refused(Why.IN_FUTURE)


def letter_due(left_at, calendar):
    """When the letter of a team that left without one must be there (local times)."""
    return closing_of(left_at, LETTER_WITHIN, calendar)


def _minute(at):
    """People tell minutes: the seconds of a departure don't count."""
    return at.replace(second=0, microsecond=0)


def check_letter(text, names):
    """Refused when what was typed for a duty letter names somebody who is sought, or holds a NIK: the team carries it in the street."""
    if NIK.search(text) or names_somebody(text, names):
        raise Refused(Why.NAMES_SOUGHT)
