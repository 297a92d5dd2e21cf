"""A place in a training batch is proposed, approved into a seat or onto the waiting list, offered, and ends with a result.

Our own rules but where a law is named; the stations follow domain.md 13 "Pelatihan (peserta)".
"""
from enum import StrEnum

from portal.rules.life import Life
from portal.rules.refused import Refused


class BatchState(StrEnum):
    OPEN = "open"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"


class BatchStep(StrEnum):
    START = "start"
    END = "end"
    CANCEL = "cancel"


class PlacementState(StrEnum):
    PROPOSED = "proposed"
    RETURNED = "returned"
    REFUSED = "refused"
    WAITING = "waiting"
    OFFERED = "offered"
    ACTIVE = "active"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    LEFT_EARLY = "left_early"
    CANCELLED = "cancelled"


class PlacementStep(StrEnum):
    PROPOSE = "propose"
    APPROVE = "approve"
    RETURN = "return"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    OFFER = "offer"
    ACCEPT = "accept"
    STAND_BACK = "stand_back"
    PRIORITISE = "prioritise"
    SEAT = "seat"  # no longer taken: before offers, a seat that came free was given at once, and such moves stay on record
    PASS = "pass"
    FAIL = "fail"
    LEAVE = "leave"
    PASS_AFTER_ALL = "pass_after_all"
    FAIL_AFTER_ALL = "fail_after_all"
    AMEND_DEPARTURE = "amend_departure"
    REOPEN = "reopen"
    CANCEL = "cancel"
    SETTLE = "settle"


class LeaveReason(StrEnum):
    RESIGNED = "resigned"
    RAN_AWAY = "ran_away"
    SENT_HOME = "sent_home"
    MOVED = "moved"
    ILL = "ill"
    BATCH_CANCELLED = "batch_cancelled"
    OTHER = "other"


class Why(StrEnum):
    REASON_NEEDED = "reason_needed"
    NO_SEAT = "no_seat"
    BATCH_CLOSED = "batch_closed"
    BATCH_OCCUPIED = "batch_occupied"
    OVERLAPPING = "overlapping"
    TOO_LATE_TO_UNDO = "too_late_to_undo"
    ALREADY_THERE = "already_there"
    ENDS_FIRST = "ends_first"
    SEATS_TAKEN = "seats_taken"
    NOT_RUNNING = "not_running"
    END_OUT_OF_RANGE = "end_out_of_range"
    JOINED_TOO_LATE = "joined_too_late"
    OWN_PROPOSAL = "own_proposal"
    NOT_STARTED = "not_started"
    NOT_RELEASED = "not_released"
    BOTH_PLACED = "both_placed"
    COURSE_OVER = "course_over"
    SEAT_GIVEN_AWAY = "seat_given_away"


BATCH = Life({
    (BatchState.OPEN, BatchStep.START): BatchState.RUNNING,
    (BatchState.RUNNING, BatchStep.END): BatchState.ENDED,
    (BatchState.OPEN, BatchStep.CANCEL): BatchState.CANCELLED,
    (BatchState.RUNNING, BatchStep.CANCEL): BatchState.CANCELLED,
}, reasoned=(BatchStep.CANCEL,))

OVER = (BatchState.ENDED, BatchState.CANCELLED)
GRANTED = (PlacementState.WAITING, PlacementState.OFFERED, PlacementState.ACTIVE)
CONCLUDED = (PlacementState.PASSED, PlacementState.NOT_PASSED)
STAYED = (PlacementState.ACTIVE, *CONCLUDED)
# A seat that is offered is kept for the answer. Who finished the course has used its seat: nobody else is seated in the last week.
HOLDING = (PlacementState.OFFERED, *STAYED)
FINISHED = (*CONCLUDED, PlacementState.LEFT_EARLY)
TAUGHT = (PlacementState.ACTIVE, *FINISHED)
# A client on a waiting list may be seated any day, so that list counts for the dates that collide.
CLAIMING = (PlacementState.PROPOSED, *GRANTED)
UNSETTLED = (PlacementState.RETURNED, *CLAIMING)
# Who has finished a course is not proposed for it again; who left early may come back.
KNOWN = (*CLAIMING, *CONCLUDED)
RESULTS = (PlacementStep.PASS, PlacementStep.FAIL)
ENTERING = (PlacementStep.APPROVE, PlacementStep.OFFER, PlacementStep.ACCEPT)
# How somebody leaves by choice; a batch that is cancelled lets its people go by itself.
DEPARTURES = tuple(reason for reason in LeaveReason if reason != LeaveReason.BATCH_CANCELLED)

PLACEMENT = Life({
    # An approval leads straight to ACTIVE when a seat is free and nobody waits: see `after`.
    (PlacementState.PROPOSED, PlacementStep.APPROVE): PlacementState.WAITING,
    (PlacementState.PROPOSED, PlacementStep.RETURN): PlacementState.RETURNED,
    (PlacementState.PROPOSED, PlacementStep.REFUSE): PlacementState.REFUSED,
    (PlacementState.PROPOSED, PlacementStep.WITHDRAW): PlacementState.CANCELLED,
    (PlacementState.RETURNED, PlacementStep.PROPOSE): PlacementState.PROPOSED,
    (PlacementState.WAITING, PlacementStep.OFFER): PlacementState.OFFERED,
    (PlacementState.WAITING, PlacementStep.PRIORITISE): PlacementState.WAITING,
    (PlacementState.OFFERED, PlacementStep.ACCEPT): PlacementState.ACTIVE,
    (PlacementState.OFFERED, PlacementStep.STAND_BACK): PlacementState.WAITING,
    **{(state, PlacementStep.UNDO): PlacementState.RETURNED for state in GRANTED},
    (PlacementState.ACTIVE, PlacementStep.PASS): PlacementState.PASSED,
    (PlacementState.ACTIVE, PlacementStep.FAIL): PlacementState.NOT_PASSED,
    (PlacementState.ACTIVE, PlacementStep.LEAVE): PlacementState.LEFT_EARLY,
    # A result put right: see training_result for when.
    **{(state, PlacementStep.PASS_AFTER_ALL): PlacementState.PASSED for state in CONCLUDED},
    **{(state, PlacementStep.FAIL_AFTER_ALL): PlacementState.NOT_PASSED for state in CONCLUDED},
    (PlacementState.LEFT_EARLY, PlacementStep.AMEND_DEPARTURE): PlacementState.LEFT_EARLY,
    **{(state, PlacementStep.REOPEN): PlacementState.ACTIVE for state in FINISHED},
    **{(state, PlacementStep.CANCEL): PlacementState.CANCELLED for state in (PlacementState.RETURNED, *GRANTED)},
    **{(state, PlacementStep.SETTLE): state for state in (PlacementState.LEFT_EARLY, PlacementState.CANCELLED)},
}, reasoned=(PlacementStep.RETURN, PlacementStep.REFUSE, PlacementStep.STAND_BACK, PlacementStep.PRIORITISE, PlacementStep.LEAVE,
             PlacementStep.PASS_AFTER_ALL, PlacementStep.FAIL_AFTER_ALL, PlacementStep.AMEND_DEPARTURE, PlacementStep.REOPEN,
             PlacementStep.CANCEL, PlacementStep.SETTLE))


def after(state, step, *, seats, taken, waiting=0, batch_state=BatchState.OPEN, reason=""):
    """The placement's next state. `taken` counts the seats in use (HOLDING), `waiting` those who wait for one and could come.

    A LEAVE's reason is a LeaveReason.
    """
    following = PLACEMENT.after(state, step)
    if step in PLACEMENT.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    if step == PlacementStep.UNDO and not undoable(state, batch_state):
        raise Refused(Why.TOO_LATE_TO_UNDO)
    _check_batch_state(step, batch_state)
    if step == PlacementStep.APPROVE:
        return seat(seats, taken, waiting)
    if step == PlacementStep.OFFER and taken >= seats:
        raise Refused(Why.NO_SEAT)
    if step == PlacementStep.REOPEN and state not in HOLDING and seat(seats, taken, waiting) == PlacementState.WAITING:
        raise Refused(Why.SEAT_GIVEN_AWAY)
    return following


def _check_batch_state(step, batch_state):
    """A course is entered before its end, left after its start, and gives results while it runs."""
    if step in ENTERING:
        may_join(batch_state)
    if step in RESULTS:
        check_running(batch_state)
    if step == PlacementStep.REOPEN and batch_state != BatchState.RUNNING:
        raise Refused(Why.COURSE_OVER)
    if step == PlacementStep.LEAVE and batch_state == BatchState.OPEN:
        raise Refused(Why.NOT_STARTED)


def seat(seats, taken, waiting=0):
    """Where an approved child goes: ACTIVE when a seat is free and nobody waits for it, else WAITING."""
    return PlacementState.ACTIVE if taken < seats and not waiting else PlacementState.WAITING


def undoable(state, batch_state):
    """Whether the approval can be taken back: until the batch starts, and for those without a seat until it ends."""
    if state in (PlacementState.WAITING, PlacementState.OFFERED):
        return batch_state not in OVER
    return state == PlacementState.ACTIVE and batch_state == BatchState.OPEN


def may_join(batch_state, until=None, today=None):
    """Refused when the batch is over, or after its last day to join (`until`); a running one still fills a seat that came free."""
    if batch_state in OVER:
        raise Refused(Why.BATCH_CLOSED)
    if until and today > until:
        raise Refused(Why.JOINED_TOO_LATE)


def check_batch(starts, ends, seats, taken=0):
    """Refused when a course ends before it starts, or has fewer seats than are in use."""
    if ends < starts:
        raise Refused(Why.ENDS_FIRST)
    if seats < taken:
        raise Refused(Why.SEATS_TAKEN, count=taken)


def check_running(batch_state):
    """Refused while the course does not run: who was there, and with which result, is written down during it."""
    if batch_state != BatchState.RUNNING:
        raise Refused(Why.NOT_RUNNING)


def check_end(ended_on, since, today):
    """Refused for an end still to come, or before the participant had a seat or the course began (`since`; a course may begin before its day)."""
    if any(ended_on < day <= today for day in since if day) or ended_on > today:
        raise Refused(Why.END_OUT_OF_RANGE)


def after_batch(state, step, *, active=0, reason=""):
    """The batch's next state; it ends once each of its `active` placements has a result."""
    following = BATCH.after(state, step)
    if step in BATCH.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    if step == BatchStep.END and active:
        raise Refused(Why.BATCH_OCCUPIED, count=active)
    return following


def overlaps(a, b):
    """Whether two (first day, last day) pairs share a day; a last day of None is open."""
    return (b[1] is None or a[0] <= b[1]) and (a[1] is None or b[0] <= a[1])


def check_overlap(dates, others):
    """Refused when a client's new batch shares a day with another of theirs; pairs as in `overlaps`."""
    if any(overlaps(dates, other) for other in others):
        raise Refused(Why.OVERLAPPING)
