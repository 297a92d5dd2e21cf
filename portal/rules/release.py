"""A batch that is cancelled lets its people go, and asks of each what becomes of them (our own)."""
from portal.rules.placement import BatchState, LeaveReason, PlacementState, PlacementStep, Why
from portal.rules.refused import Refused


def released(state, batch_state):
    """The step by which somebody leaves a batch that is cancelled: who had a seat in a running course leaves it early.

    A course that has not begun has nobody in it who could leave: a seat in it is cancelled like a place on the list.
    """
    if state == PlacementState.PROPOSED:
        return PlacementStep.WITHDRAW
    return PlacementStep.LEAVE if state == PlacementState.ACTIVE and batch_state == BatchState.RUNNING else PlacementStep.CANCEL


def may_settle(leave_reason):
    """Refused but for those whom the cancellation of their batch let go: only for them an answer is asked."""
    if leave_reason != LeaveReason.BATCH_CANCELLED:
        raise Refused(Why.NOT_RELEASED)
