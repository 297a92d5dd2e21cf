"""Who may decide what, and in which state."""
import pytest

from portal.rules.approval import DecisionState as State
from portal.rules.approval import DecisionStep as Step
from portal.rules.approval import Why, check_looked, decide, offered
from portal.rules.life import WhyNot
from portal.rules.refused import Refused

# state, step, same person, manager, reason, undoable → next state or why not
TABLE = [
    (State.OPEN, Step.APPROVE, False, True, "", True, State.APPROVED),
    (State.OPEN, Step.RETURN, False, True, "kurang", True, State.RETURNED),
    (State.OPEN, Step.REFUSE, False, True, "tidak", True, State.REFUSED),
    (State.OPEN, Step.WITHDRAW, True, False, "", True, State.WITHDRAWN),
    (State.OPEN, Step.WITHDRAW, True, True, "", True, State.WITHDRAWN),
    (State.APPROVED, Step.UNDO, False, True, "", True, State.UNDONE),
    (State.OPEN, Step.APPROVE, True, True, "", True, Why.OWN_WORK),
    (State.OPEN, Step.RETURN, True, True, "x", True, Why.OWN_WORK),
    (State.APPROVED, Step.UNDO, True, True, "", True, Why.OWN_WORK),
    (State.OPEN, Step.APPROVE, False, False, "", True, Why.NOT_A_MANAGER),
    (State.OPEN, Step.APPROVE, True, False, "", True, Why.NOT_A_MANAGER),
    (State.OPEN, Step.WITHDRAW, False, True, "", True, Why.NOT_THE_MAKER),
    (State.OPEN, Step.RETURN, False, True, "", True, Why.REASON_NEEDED),
    (State.OPEN, Step.REFUSE, False, True, "  ", True, Why.REASON_NEEDED),
    (State.APPROVED, Step.UNDO, False, True, "", False, Why.TOO_LATE_TO_UNDO),
    (State.APPROVED, Step.APPROVE, False, True, "", True, Why.ALREADY_DECIDED),
    (State.REFUSED, Step.APPROVE, False, True, "", True, Why.ALREADY_DECIDED),
    (State.REFUSED, Step.UNDO, False, True, "", False, Why.ALREADY_DECIDED),
    (State.RETURNED, Step.WITHDRAW, True, False, "", True, Why.ALREADY_DECIDED),
    (State.WITHDRAWN, Step.RETURN, False, True, "", True, Why.ALREADY_DECIDED),
    (State.UNDONE, Step.UNDO, False, True, "", True, Why.ALREADY_DECIDED),
    (State.OPEN, Step.UNDO, False, True, "", True, WhyNot.NOT_FROM_HERE),
]


@pytest.mark.parametrize("state, step, same, manager, reason, undoable, expected", TABLE)
def test_a_decision(state, step, same, manager, reason, undoable, expected):
    try:
        outcome = decide(state, step, same_person=same, is_manager=manager, reason=reason, undoable=undoable)
    except Refused as refused:
        outcome = refused.why
    assert (type(outcome), outcome) == (type(expected), expected)


@pytest.mark.parametrize("state, same, manager, undoable, steps", [
    (State.OPEN, False, True, True, [Step.APPROVE, Step.RETURN, Step.REFUSE]),
    (State.OPEN, True, True, True, [Step.WITHDRAW]),
    (State.OPEN, True, False, True, [Step.WITHDRAW]),
    (State.OPEN, False, False, True, []),
    (State.APPROVED, False, True, True, [Step.UNDO]),
    (State.APPROVED, False, True, False, []),
    (State.APPROVED, True, True, True, []),
    (State.REFUSED, False, True, True, []),
])
def test_the_buttons(state, same, manager, undoable, steps):
    assert offered(state, same_person=same, is_manager=manager, undoable=undoable) == steps


@pytest.mark.parametrize("step, looked, now, refused", [
    (Step.APPROVE, "1.1", "1.1", False), (Step.APPROVE, "1.1", "1.2", True), (Step.APPROVE, "", "1.1", True), (Step.APPROVE, None, "1.1", False),
    (Step.APPROVE, "", "", False), (Step.REFUSE, "1.1", "1.2", False), (Step.UNDO, "", "1.2", False),
])
def test_what_changed_since_it_was_looked_at_is_not_approved_unseen(step, looked, now, refused):
    if refused:
        with pytest.raises(Refused, match=Why.LOOK_AGAIN):
            check_looked(step, looked, now)
    else:
        check_looked(step, looked, now)


@pytest.mark.parametrize("step, manager, outcome", [
    (Step.APPROVE, True, Why.OWN_WORK), (Step.RETURN, True, Why.OWN_WORK), (Step.REFUSE, True, Why.OWN_WORK),
    (Step.APPROVE, False, Why.NOT_A_MANAGER), (Step.WITHDRAW, True, Why.NOT_THE_MAKER),
])
def test_nobody_decides_on_their_own_work_though_a_colleague_put_it(step, manager, outcome):
    with pytest.raises(Refused) as refused:
        decide(State.OPEN, step, same_person=False, is_manager=manager, reason="Ya", made_it=True)
    assert refused.value.why == outcome
    assert not offered(State.OPEN, same_person=False, is_manager=manager, made_it=True)
