"""The way of a person from a report to the end of a case: how far they came, and whether they stand there or left by which door."""
from enum import StrEnum
from typing import NamedTuple

from portal.rules.crosstab import UNKNOWN
from portal.rules.lifecycle import Stage
from portal.rules.report import PersonOutcome, ReportState


class Passed(StrEnum):
    RECEIVED = "received"
    VERIFIED = "verified"
    OPENED = "opened"
    MET = "met"
    ASSESSED = "assessed"
    SERVED = "served"
    CLOSED = "closed"


class Door(StrEnum):
    MERGED = "merged"
    HANDED_OVER = "handed_over"
    OUTSIDE = "outside"
    UNFOUNDED = "unfounded"
    CANCELLED = "cancelled"
    NOBODY_FOUND = "nobody_found"
    NOT_NEEDED = "not_needed"


class CaseTold(NamedTuple):
    """What a case says of the way: its stage, the one it was closed from, why it closed, and when each step of the way was made, or None."""

    stage: str
    closing_from: str | None
    reason: str | None
    opened: object
    met: object
    assessed: object
    served: object
    finished: object


class Passage(NamedTuple):
    """`far` is the last step made before any closing, `door` how they left (HERE while they stand there), `moments` when each was made, or None."""

    far: Passed
    door: str
    moments: tuple


HERE = "here"
ORDER = list(Passed)
PLACES = {step: place for place, step in enumerate(ORDER)}
BACKWARDS = ORDER[-2::-1]  # but for closing
WAYS_OUT = {ReportState.MERGED: Door.MERGED, ReportState.HANDED_OVER: Door.HANDED_OVER, ReportState.OUTSIDE: Door.OUTSIDE,
            ReportState.UNFOUNDED: Door.UNFOUNDED, ReportState.CANCELLED: Door.CANCELLED}
NO_CASE = {PersonOutcome.NOT_FOUND: Door.NOBODY_FOUND, PersonOutcome.NOT_NEEDED: Door.NOT_NEEDED}


def passage(state, outcome, received, verified, case):
    """The Passage of somebody in a report in this state with this outcome; `case` is the CaseTold that carries them, or None."""
    begun = (received, verified)
    if state not in WAYS_OUT and case is not None and case.stage != Stage.CANCELLED:
        return _through(begun, case)
    door = WAYS_OUT.get(state) or NO_CASE.get(outcome) or (Door.CANCELLED if case is not None else HERE)
    return Passage(Passed.VERIFIED if verified else Passed.RECEIVED, door, (*begun, None, None, None, None, None))


def _through(begun, case):
    """That of somebody whom a case carries; who was given up after failed tries was not met."""
    at = case.closing_from if case.stage in (Stage.CLOSING, Stage.CLOSED) else case.stage
    met = None if at == Stage.OUTREACH else case.met
    closed = case.stage == Stage.CLOSED
    moments = (*begun, case.opened, met, case.assessed, case.served, case.finished if closed else None)
    far = next(step for step, moment in zip(BACKWARDS, moments[-2::-1], strict=True) if moment is not None)
    return Passage(far, (case.reason or UNKNOWN) if closed else HERE, moments)


def made(way, step):
    """Whether this step was made; one that was left out counts as made once a later one was, and closing only by itself."""
    if step == Passed.CLOSED:
        return way.moments[-1] is not None
    return PLACES[way.far] >= PLACES[step]


def lags(days):
    """For each step whole days to its day from the latest one before it, or None where one of them is not known."""
    latest, found = None, []
    for day in days:
        found.append(None if day is None or latest is None else max((day - latest).days, 0))
        latest = day if latest is None or day is not None and day > latest else latest
    return found
