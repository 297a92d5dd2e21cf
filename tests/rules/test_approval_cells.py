"""Every cell of a decision: each state and step, tried by whoever may stand before it, while it can still be undone and when it cannot.

Written from decisions 6 and 7: any manager decides, the maker never, only who asked withdraws, an undo ends with what follows from it.
"""
import pytest

from portal.rules.approval import DecisionState, DecisionStep, Why, decide, offered
from portal.rules.life import WhyNot
from portal.rules.refused import Refused
from tests.grid import cells

# is it a manager; did they ask; is it their work, whoever asked; do they decide only for somebody who asked or made it (Plt., Plh., a.n., u.b.)
PEOPLE = {
    "manager": (True, False, False, False), "manager_asked": (True, True, False, False), "manager_made": (True, False, True, False),
    "manager_both": (True, True, True, False), "officer": (False, False, False, False), "officer_asked": (False, True, False, False),
    "officer_made": (False, False, True, False), "officer_both": (False, True, True, False), "acting_for_maker": (True, False, False, True),
}
# own: one's own work; for: that of the person acted for; no: not a manager; ask: only who asked withdraws; over: decided already; .: not from here
WHY = {"own": Why.OWN_WORK, "for": Why.FOR_ITS_MAKER, "no": Why.NOT_A_MANAGER, "ask": Why.NOT_THE_MAKER, "over": Why.ALREADY_DECIDED,
       ".": WhyNot.NOT_FROM_HERE}
TABLE = cells("""
                   manager   manager_asked manager_made manager_both officer officer_asked officer_made officer_both acting_for_maker
open/approve       approved  own           own          own          no      no            no           no           for
open/return        returned  own           own          own          no      no            no           no           for
open/refuse        refused   own           own          own          no      no            no           no           for
open/undo          .         own           own          own          no      no            no           no           for
open/withdraw      ask       withdrawn     ask          withdrawn    ask     withdrawn     ask          withdrawn    ask
approved/approve   over      own           own          own          no      no            no           no           for
approved/return    over      own           own          own          no      no            no           no           for
approved/refuse    over      own           own          own          no      no            no           no           for
approved/undo      undone    own           own          own          no      no            no           no           for
approved/withdraw  ask       over          ask          over         ask     over          ask          over         ask
returned/approve   over      own           own          own          no      no            no           no           for
returned/return    over      own           own          own          no      no            no           no           for
returned/refuse    over      own           own          own          no      no            no           no           for
returned/undo      over      own           own          own          no      no            no           no           for
returned/withdraw  ask       over          ask          over         ask     over          ask          over         ask
refused/approve    over      own           own          own          no      no            no           no           for
refused/return     over      own           own          own          no      no            no           no           for
refused/refuse     over      own           own          own          no      no            no           no           for
refused/undo       over      own           own          own          no      no            no           no           for
refused/withdraw   ask       over          ask          over         ask     over          ask          over         ask
undone/approve     over      own           own          own          no      no            no           no           for
undone/return      over      own           own          own          no      no            no           no           for
undone/refuse      over      own           own          own          no      no            no           no           for
undone/undo        over      own           own          own          no      no            no           no           for
undone/withdraw    ask       over          ask          over         ask     over          ask          over         ask
withdrawn/approve  over      own           own          own          no      no            no           no           for
withdrawn/return   over      own           own          own          no      no            no           no           for
withdrawn/refuse   over      own           own          own          no      no            no           no           for
withdrawn/undo     over      own           own          own          no      no            no           no           for
withdrawn/withdraw ask       over          ask          over         ask     over          ask          over         ask
""")
CELLS = [(state, step, who) for state in DecisionState for step in DecisionStep for who in PEOPLE]


def told(state, step, who, undoable):
    """What the table says; only an undo of an approval asks whether it still can be."""
    cell = TABLE[f"{state}/{step}", who]
    if cell == "undone" and not undoable:
        return Why.TOO_LATE_TO_UNDO
    return WHY.get(cell) or DecisionState(cell)


def facts_of(who):
    return dict(zip(("is_manager", "same_person", "made_it", "for_maker"), PEOPLE[who], strict=True))


def decided(state, step, who, undoable, reason="Sebab."):
    try:
        return decide(state, step, reason=reason, undoable=undoable, **facts_of(who))
    except Refused as refused:
        return refused.why


def test_the_table_names_every_state_step_and_person():
    assert {*TABLE} == {(f"{state}/{step}", who) for state, step, who in CELLS}


@pytest.mark.parametrize("undoable", [True, False])
@pytest.mark.parametrize("state", DecisionState)
def test_every_cell(state, undoable):
    for _, step, who in [cell for cell in CELLS if cell[0] == state]:
        found = decided(state, step, who, undoable)
        assert (type(found), found) == (type(told(state, step, who, undoable)), told(state, step, who, undoable)), (step, who)


@pytest.mark.parametrize("undoable", [True, False])
@pytest.mark.parametrize("who", PEOPLE)
def test_the_buttons_are_the_cells_that_lead_somewhere(who, undoable):
    for state in DecisionState:
        given = {step for step in DecisionStep if isinstance(told(state, step, who, undoable), DecisionState)}
        assert {*offered(state, undoable=undoable, **facts_of(who))} == given, state


def test_returning_and_refusing_say_why_and_nothing_else_does():
    for state, step, who in CELLS:
        expected = told(state, step, who, True)
        if step in (DecisionStep.RETURN, DecisionStep.REFUSE) and isinstance(expected, DecisionState):
            expected = Why.REASON_NEEDED
        assert decided(state, step, who, True, reason=" \n") == expected, (state, step, who)
