"""DT-SEN is put right by a proposal with a life of its own; nothing waits for it."""
from datetime import date, timedelta

import pytest

from portal.rules.decile import DtsenStatus
from portal.rules.dtsen_update import LIFE, UpdateState, UpdateStep, Why, check_outcome, due_on, is_in_range
from portal.rules.refused import Refused

S, P = UpdateState, UpdateStep
MOVES = {(S.DUE, P.PROPOSE): S.PROPOSED, (S.DUE, P.DROP): S.DROPPED, (S.PROPOSED, P.ISSUE): S.ISSUED, (S.PROPOSED, P.DECLINE): S.DECLINED,
         (S.DECLINED, P.PROPOSE): S.PROPOSED}
OPENED, PROPOSED = date(2026, 3, 11), date(2026, 3, 20)
DAY = timedelta(days=1)


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("step", P)
def test_the_life_of_a_proposal(state, step):
    if (state, step) in MOVES:
        assert LIFE.after(state, step) is MOVES[state, step]
    else:
        with pytest.raises(Refused):
            LIFE.after(state, step)
    assert (step in LIFE.reasoned) is (step in (P.DECLINE, P.DROP))


@pytest.mark.parametrize("state, due", [
    (S.DUE, date(2026, 3, 25)), (S.PROPOSED, date(2026, 6, 18)), (S.ISSUED, None), (S.DECLINED, None), (S.DROPPED, None),
])
def test_a_fortnight_to_propose_and_three_months_to_hear(state, due):
    assert due_on(state, opened_on=OPENED, proposed_on=None if state in (S.DUE, S.DROPPED) else PROPOSED) == due


@pytest.mark.parametrize("decided, why", [(PROPOSED - DAY, Why.BEFORE_PROPOSAL), (PROPOSED, None), (PROPOSED + DAY, None)])
def test_an_answer_is_not_older_than_its_question(decided, why):
    try:
        check_outcome(proposed_on=PROPOSED, decided_on=decided)
    except Refused as refused:
        assert refused.why is why
    else:
        assert why is None


@pytest.mark.parametrize("status, decile, checked, found", [
    (DtsenStatus.LISTED, 5, OPENED, True), (DtsenStatus.LISTED, 5, OPENED + DAY, True), (DtsenStatus.LISTED, 5, OPENED - DAY, False),
    (DtsenStatus.LISTED, 6, OPENED, False), (DtsenStatus.LISTED, 0, OPENED, False), (DtsenStatus.NOT_LISTED, None, OPENED, False),
])
def test_a_later_look_finds_the_client_in_range(status, decile, checked, found):
    assert is_in_range(status=status, decile=decile, checked_on=checked, opened_on=OPENED, deciles={1, 2, 3, 4, 5}) is found
