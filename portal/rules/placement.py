"""A place in a training batch is proposed, approved into a seat or onto the waiting list, and ends with a result."""
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
    SEAT = "seat"
    PASS = "pass"
    FAIL = "fail"
    LEAVE = "leave"
    CANCEL = "cancel"


class LeaveReason(StrEnum):
    RESIGNED = "resigned"
    RAN_AWAY = "ran_away"
    SENT_HOME = "sent_home"
    MOVED = "moved"
    ILL = "ill"
    OTHER = "other"


class Mark(StrEnum):
    PRESENT = "present"
    PERMITTED = "permitted"
    SICK = "sick"
    ABSENT = "absent"


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
    OUTSIDE_COURSE = "outside_course"
    END_OUT_OF_RANGE = "end_out_of_range"


LETTER = {Mark.PRESENT: "H", Mark.PERMITTED: "I", Mark.SICK: "S", Mark.ABSENT: "A"}

BATCH = Life({
    (BatchState.OPEN, BatchStep.START): BatchState.RUNNING,
    (BatchState.RUNNING, BatchStep.END): BatchState.ENDED,
    (BatchState.OPEN, BatchStep.CANCEL): BatchState.CANCELLED,
    (BatchState.RUNNING, BatchStep.CANCEL): BatchState.CANCELLED,
}, reasoned=(BatchStep.CANCEL,))

GRANTED = (PlacementState.WAITING, PlacementState.ACTIVE)
# Who finished the course has used its seat: nobody else is seated in the last week.
HOLDING = (PlacementState.ACTIVE, PlacementState.PASSED, PlacementState.NOT_PASSED)
FINISHED = (PlacementState.PASSED, PlacementState.NOT_PASSED, PlacementState.LEFT_EARLY)
# A client on a waiting list may be seated any day, so that list counts for the dates that collide.
CLAIMING = (PlacementState.PROPOSED, *GRANTED)
RESULTS = (PlacementStep.PASS, PlacementStep.FAIL)

PLACEMENT = Life({
    # An approval leads straight to ACTIVE when a seat is free: see `after`.
    (PlacementState.PROPOSED, PlacementStep.APPROVE): PlacementState.WAITING,
    (PlacementState.PROPOSED, PlacementStep.RETURN): PlacementState.RETURNED,
    (PlacementState.PROPOSED, PlacementStep.REFUSE): PlacementState.REFUSED,
    (PlacementState.PROPOSED, PlacementStep.WITHDRAW): PlacementState.CANCELLED,
    (PlacementState.RETURNED, PlacementStep.PROPOSE): PlacementState.PROPOSED,
    (PlacementState.WAITING, PlacementStep.SEAT): PlacementState.ACTIVE,
    **{(state, PlacementStep.UNDO): PlacementState.RETURNED for state in GRANTED},
    (PlacementState.ACTIVE, PlacementStep.PASS): PlacementState.PASSED,
    (PlacementState.ACTIVE, PlacementStep.FAIL): PlacementState.NOT_PASSED,
    (PlacementState.ACTIVE, PlacementStep.LEAVE): PlacementState.LEFT_EARLY,
    **{(state, PlacementStep.CANCEL): PlacementState.CANCELLED for state in (PlacementState.RETURNED, *GRANTED)},
}, reasoned=(PlacementStep.RETURN, PlacementStep.REFUSE, PlacementStep.LEAVE, PlacementStep.CANCEL))


def after(state, step, *, seats, taken, batch_state=BatchState.OPEN, reason=""):
    """The placement's next state. `taken` counts the seats in use (HOLDING); a LEAVE's reason is a LeaveReason."""
    following = PLACEMENT.after(state, step)
    if step in RESULTS and batch_state != BatchState.RUNNING:
        raise Refused(Why.NOT_RUNNING)
    if step in PLACEMENT.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    if step == PlacementStep.UNDO and not undoable(state, batch_state):
        raise Refused(Why.TOO_LATE_TO_UNDO)
    if step == PlacementStep.APPROVE:
        return seat(seats, taken)
    if step == PlacementStep.SEAT and seat(seats, taken) == PlacementState.WAITING:
        raise Refused(Why.NO_SEAT)
    return following


def seat(seats, taken):
    """Where an approved child goes: ACTIVE when a seat is free, else WAITING."""
    return PlacementState.ACTIVE if taken < seats else PlacementState.WAITING


def undoable(state, batch_state):
    """Whether the approval can be taken back: until the batch starts, and for those on the list until it ends."""
    if state == PlacementState.WAITING:
        return batch_state in (BatchState.OPEN, BatchState.RUNNING)
    return state == PlacementState.ACTIVE and batch_state == BatchState.OPEN


def next_in_queue(queue):
    """Who is next: the second of the (queue number, placement) pair with the lowest number, or None."""
    first = min(queue, key=lambda waiting: waiting[0], default=None)
    return None if first is None else first[1]


def may_join(batch_state):
    """Refused when the batch is over; a running one still fills a seat that came free."""
    if batch_state not in (BatchState.OPEN, BatchState.RUNNING):
        raise Refused(Why.BATCH_CLOSED)


def check_batch(starts, ends, seats, taken=0):
    """Refused when a course ends before it starts, or has fewer seats than are in use."""
    if ends < starts:
        raise Refused(Why.ENDS_FIRST)
    if seats < taken:
        raise Refused(Why.SEATS_TAKEN, count=taken)


def may_meet(day, starts, batch_state, today):
    """Refused for a day before the course or still to come, and while the course does not run. It may run past its last day."""
    may_mark(batch_state)
    if not starts <= day <= today:
        raise Refused(Why.OUTSIDE_COURSE)


def may_mark(batch_state):
    """Refused while the course does not run: who was there is written down during it."""
    if batch_state != BatchState.RUNNING:
        raise Refused(Why.NOT_RUNNING)


def check_end(ended_on, seated_on, today):
    """Refused for an end before the participant had a seat, or still to come."""
    if ended_on > today or (seated_on and ended_on < seated_on):
        raise Refused(Why.END_OUT_OF_RANGE)


def after_batch(state, step, *, active=0, reason=""):
    """The batch's next state; it ends once each of its `active` placements has a result."""
    following = BATCH.after(state, step)
    if step in BATCH.reasoned and not reason.strip():
        raise Refused(Why.REASON_NEEDED)
    if step in (BatchStep.END, BatchStep.CANCEL) and active:
        raise Refused(Why.BATCH_OCCUPIED, count=active)
    return following


def overlaps(a, b):
    """Whether two (first day, last day) pairs share a day; a last day of None is open."""
    return (b[1] is None or a[0] <= b[1]) and (a[1] is None or b[0] <= a[1])


def check_overlap(dates, others):
    """Refused when a client's new batch shares a day with another of theirs; pairs as in `overlaps`."""
    if any(overlaps(dates, other) for other in others):
        raise Refused(Why.OVERLAPPING)


def attendance_rate(marks):
    """Present days as whole percent of all marked days, or None without any."""
    marks = list(marks)
    return 100 * marks.count(Mark.PRESENT) // len(marks) if marks else None
