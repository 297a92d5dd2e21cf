"""How a course ends: who stands ready as passed, what is due, and when a result may be put right."""
import pytest

from portal.rules.placement import PLACEMENT, PlacementState, PlacementStep
from portal.rules.refused import Refused
from portal.rules.training_result import AMENDING, Why, allowance_due, check_certificate, is_short, may_amend, proposed

P = PlacementState


def why(rule, *args, **kwargs):
    """Why the rule refuses, or None."""
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why


@pytest.mark.parametrize("rate, wanted, short", [(79, 80, True), (80, 80, False), (81, 80, False), (None, 80, False), (0, None, False), (0, 1, True)])
def test_too_seldom_there(rate, wanted, short):
    assert is_short(rate, wanted) == short
    assert proposed(rate, wanted) == (None if short else PlacementStep.PASS)


@pytest.mark.parametrize("present, rate, received, due", [
    (17, 25_000, None, 425_000), (0, 25_000, None, 0), (17, None, None, None), (17, 0, None, 0),
    (3, 25_000, 60_000, 60_000), (3, None, 60_000, 60_000), (3, 25_000, 0, 0),
])
def test_the_allowance_is_for_days_present_unless_it_is_written_down_what_was_received(present, rate, received, due):
    assert allowance_due(present, rate, received) == due


@pytest.mark.parametrize("passed, number, refused", [(True, "", None), (True, "1", None), (False, "", None),
                                                     (False, "1", Why.CERTIFICATE_WITHOUT_PASSING)])
def test_a_certificate_is_of_who_passed(passed, number, refused):
    assert why(check_certificate, passed, number) == refused


@pytest.mark.parametrize("state", list(P))
def test_only_a_result_is_put_right(state):
    ended = state in (P.PASSED, P.NOT_PASSED, P.LEFT_EARLY)
    assert why(may_amend, state, "Salah ketik") == (None if ended else Why.NO_RESULT_YET)
    assert why(may_amend, state, "  ") == (Why.REASON_NEEDED if ended else Why.NO_RESULT_YET)


def test_each_result_leads_by_its_step_to_itself_or_the_other():
    for wanted, step in AMENDING.items():
        assert step in PLACEMENT.reasoned
        assert {state for (state, each), after in PLACEMENT.moves.items() if each == step} == (
            {P.LEFT_EARLY} if wanted == P.LEFT_EARLY else {P.PASSED, P.NOT_PASSED})
        assert all(after == wanted for (_state, each), after in PLACEMENT.moves.items() if each == step)
    assert {state for (state, step) in PLACEMENT.moves if step == PlacementStep.REOPEN} == set(AMENDING)
