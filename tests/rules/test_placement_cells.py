"""Every cell of a place in a batch: each state and step, in each state of the batch, with a seat free, free but waited for, and none free."""
import pytest

from portal.rules.life import WhyNot
from portal.rules.placement import HOLDING, BatchState, LeaveReason, PlacementState, PlacementStep, Why, after
from portal.rules.refused import Refused
from portal.rules.release import may_settle, released
from tests.grid import cells

# (seats, taken, waiting)
ROOM = {"free": (2, 1, 0), "queue": (2, 1, 3), "full": (2, 2, 3)}
# over: the batch takes nobody any more; full: no seat; late: too late to undo; idle, done: the course does not run;
# early: it has not begun; given: the seat is no longer theirs
WHY = {"over": Why.BATCH_CLOSED, "full": Why.NO_SEAT, "late": Why.TOO_LATE_TO_UNDO, "idle": Why.NOT_RUNNING, "early": Why.NOT_STARTED,
       "done": Why.COURSE_OVER, "given": Why.SEAT_GIVEN_AWAY}
SHORT = {"failed": "not_passed", "left": "left_early"}
# What is not written here is not from here. A seat is no longer given without an offer: `seat` has no row.
TABLE = cells("""
                          ope/free  ope/queue ope/full  run/free  run/queue run/full  end/free  end/queue end/full  can/free  can/queue can/full
proposed/approve          active    waiting   waiting   active    waiting   waiting   over      over      over      over      over      over
proposed/return           returned  returned  returned  returned  returned  returned  returned  returned  returned  returned  returned  returned
proposed/refuse           refused   refused   refused   refused   refused   refused   refused   refused   refused   refused   refused   refused
proposed/withdraw         cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled
returned/propose          proposed  proposed  proposed  proposed  proposed  proposed  proposed  proposed  proposed  proposed  proposed  proposed
returned/cancel           cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled
waiting/offer             offered   offered   full      offered   offered   full      over      over      over      over      over      over
waiting/prioritise        waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting
waiting/undo              returned  returned  returned  returned  returned  returned  late      late      late      late      late      late
waiting/cancel            cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled
offered/accept            active    active    active    active    active    active    over      over      over      over      over      over
offered/stand_back        waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting   waiting
offered/undo              returned  returned  returned  returned  returned  returned  late      late      late      late      late      late
offered/cancel            cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled
active/undo               returned  returned  returned  late      late      late      late      late      late      late      late      late
active/pass               idle      idle      idle      passed    passed    passed    idle      idle      idle      idle      idle      idle
active/fail               idle      idle      idle      failed    failed    failed    idle      idle      idle      idle      idle      idle
passed/pass_after_all     passed    passed    passed    passed    passed    passed    passed    passed    passed    passed    passed    passed
passed/fail_after_all     failed    failed    failed    failed    failed    failed    failed    failed    failed    failed    failed    failed
passed/reopen             done      done      done      active    active    active    done      done      done      done      done      done
not_passed/fail_after_all failed    failed    failed    failed    failed    failed    failed    failed    failed    failed    failed    failed
not_passed/pass_after_all passed    passed    passed    passed    passed    passed    passed    passed    passed    passed    passed    passed
not_passed/reopen         done      done      done      active    active    active    done      done      done      done      done      done
left_early/amend_departure left      left      left      left      left      left      left      left      left      left      left      left
left_early/reopen         done      done      done      active    given     given     done      done      done      done      done      done
active/leave              early     early     early     left      left      left      left      left      left      left      left      left
active/cancel             cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled
left_early/settle         left      left      left      left      left      left      left      left      left      left      left      left
cancelled/settle          cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled
""")
CELLS = [(state, step, batch, room) for state in PlacementState for step in PlacementStep for batch in BatchState for room in ROOM]
REASONED = {"return", "refuse", "stand_back", "prioritise", "leave", "cancel", "settle", "pass_after_all", "fail_after_all", "amend_departure",
            "reopen"}


def outcome(state, step, batch, room, reason="-"):
    seats, taken, waiting = ROOM[room]
    try:
        return after(state, step, seats=seats, taken=taken, waiting=waiting, batch_state=batch, reason=reason)
    except Refused as refused:
        return refused.why


def told(state, step, batch, room):
    cell = TABLE.get((f"{state}/{step}", f"{batch[:3]}/{room}"), ".")
    return WHY[cell] if cell in WHY else WhyNot.NOT_FROM_HERE if cell == "." else PlacementState(SHORT.get(cell, cell))


def test_the_table_tells_of_states_steps_and_rooms_that_there_are():
    known = {(f"{state}/{step}", f"{batch[:3]}/{room}") for state, step, batch, room in CELLS}
    assert set(TABLE) <= known and len(CELLS) == 10 * 20 * 4 * 3


@pytest.mark.parametrize("batch", list(BatchState))
@pytest.mark.parametrize("state", list(PlacementState))
def test_every_cell(state, batch):
    for step in PlacementStep:
        for room in ROOM:
            assert outcome(state, step, batch, room) == told(state, step, batch, room), (step, room)


def test_a_step_that_needs_a_reason_has_none_without():
    for state, step, batch, room in CELLS:
        without = outcome(state, step, batch, room, reason="  ")
        if told(state, step, batch, room) != WhyNot.NOT_FROM_HERE and step in REASONED:
            assert without == Why.REASON_NEEDED
        else:
            assert without == told(state, step, batch, room)


def test_no_step_fills_a_seat_that_is_not_there():
    for state, step, batch, room in CELLS:
        following = outcome(state, step, batch, room)
        if state not in HOLDING and following in HOLDING:
            assert room != "full"


@pytest.mark.parametrize("state, before, expected", [
    ("proposed", "open", "withdraw"), ("proposed", "running", "withdraw"), ("returned", "open", "cancel"), ("returned", "running", "cancel"),
    ("waiting", "open", "cancel"), ("waiting", "running", "cancel"), ("offered", "open", "cancel"), ("offered", "running", "cancel"),
    ("active", "open", "cancel"), ("active", "running", "leave"),
])
def test_how_somebody_leaves_a_batch_that_is_cancelled(state, before, expected):
    assert released(PlacementState(state), BatchState(before)) == expected
    assert outcome(PlacementState(state), released(PlacementState(state), BatchState(before)), BatchState.CANCELLED, "full") in (
        PlacementState.CANCELLED, PlacementState.LEFT_EARLY)


@pytest.mark.parametrize("reason", [None, *LeaveReason])
def test_an_answer_is_asked_only_for_those_whom_a_cancelled_batch_let_go(reason):
    if reason == LeaveReason.BATCH_CANCELLED:
        assert may_settle(reason) is None
    else:
        with pytest.raises(Refused) as refused:
            may_settle(reason)
        assert refused.value.why == Why.NOT_RELEASED
