"""Care away from the parents: who needs a manager, what must be told, when the child may go, and what is owed afterwards."""
from datetime import date, timedelta

import pytest

from portal.rules import outside_family as rules
from portal.rules.levels import Level
from portal.rules.life import WhyNot
from portal.rules.outside_family import CareKind as Care
from portal.rules.outside_family import CareState as State
from portal.rules.outside_family import CareStep as Step
from portal.rules.outside_family import Owed, Why
from portal.rules.refused import Refused

TODAY = date(2026, 3, 30)


def why(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("care, needs", [(None, False), (Care.KIN, False), (Care.FOSTER, True), (Care.LKSA, True), (Care.SENTRA, True)])
def test_only_kin_need_no_manager(care, needs):
    assert rules.needs_approval(care) is needs


@pytest.mark.parametrize("state, step, expected", [
    (State.FREE, Step.REQUEST, State.REQUESTED), (State.REQUESTED, Step.APPROVE, State.APPROVED), (State.REQUESTED, Step.RETURN, State.RETURNED),
    (State.REQUESTED, Step.REFUSE, State.REFUSED), (State.REQUESTED, Step.WITHDRAW, State.WITHDRAWN), (State.APPROVED, Step.UNDO, State.RETURNED),
    (State.RETURNED, Step.REQUEST, State.REQUESTED), (State.REFUSED, Step.REQUEST, State.REQUESTED), (State.WITHDRAWN, Step.REQUEST, State.REQUESTED),
    (State.RETURNED, Step.TO_KIN, State.FREE), (State.APPROVED, Step.END, State.ENDED), (State.FREE, Step.END, State.ENDED),
    (State.REFUSED, Step.END, State.ENDED),
    (State.REQUESTED, Step.END, None), (State.ENDED, Step.REQUEST, None), (State.APPROVED, Step.REQUEST, None), (State.FREE, Step.APPROVE, None),
])
def test_a_move(state, step, expected):
    assert (why(rules.LIFE.after, state, step) == WhyNot.NOT_FROM_HERE) if expected is None else rules.LIFE.after(state, step) == expected


@pytest.mark.parametrize("care, impossible, kin, view, expected", [
    (Care.LKSA, "Ibu dirawat", "Bibi menolak", "Mau", None), (Care.LKSA, "", "Bibi menolak", "Mau", Why.NOT_TOLD),
    (Care.LKSA, "Ibu dirawat", " ", "Mau", Why.NOT_TOLD), (Care.SENTRA, "Ibu dirawat", "Bibi menolak", "", Why.VIEW_NEEDED),
    (Care.KIN, "", "", "Mau", None), (Care.KIN, "", "", " ", Why.VIEW_NEEDED),
])
def test_what_must_be_told(care, impossible, kin, view, expected):
    assert why(rules.check_told, care, impossible=impossible, kin_tried=kin, child_view=view) == expected


@pytest.mark.parametrize("days, expected", [(-1, Why.REVIEW_PASSED), (0, None), (183, None), (184, Why.REVIEW_TOO_LATE)])
def test_temporary_has_an_end(days, expected):
    assert why(rules.check_review, TODAY + timedelta(days), TODAY) == expected


@pytest.mark.parametrize("care, state, level, expected", [
    (None, None, Level.ORDINARY, None), (Care.KIN, State.FREE, Level.ORDINARY, None),
    (Care.LKSA, State.APPROVED, Level.ORDINARY, None), (Care.LKSA, State.REQUESTED, Level.URGENT, Why.APPROVAL_NEEDED),
    (Care.LKSA, State.REQUESTED, Level.EMERGENCY, None), (Care.LKSA, State.REFUSED, Level.EMERGENCY, None),
    (Care.LKSA, State.RETURNED, Level.ORDINARY, Why.APPROVAL_NEEDED), (Care.LKSA, None, Level.ORDINARY, Why.APPROVAL_NEEDED),
])
def test_when_the_child_may_go(care, state, level, expected):
    assert why(rules.may_deliver, care, state, level) == expected


@pytest.mark.parametrize("state, changes, closes", [
    (None, None, None), (State.FREE, None, None), (State.RETURNED, None, None), (State.REFUSED, None, None), (State.WITHDRAWN, None, None),
    (State.REQUESTED, Why.AS_ASKED, Why.STILL_ASKED), (State.APPROVED, Why.AS_ASKED, None), (State.ENDED, Why.AS_ASKED, None),
])
def test_what_was_put_to_the_manager_stands(state, changes, closes):
    assert (why(rules.may_change, state), why(rules.may_close, state)) == (changes, closes)


@pytest.mark.parametrize("before, after, delivered, expected", [
    (Care.KIN, Care.LKSA, False, None), (Care.KIN, Care.LKSA, True, Why.THERE_ALREADY), (Care.LKSA, Care.KIN, True, Why.THERE_ALREADY),
    (Care.LKSA, Care.FOSTER, True, Why.THERE_ALREADY), (Care.LKSA, Care.LKSA, True, None),
])
def test_nobody_moves_by_a_word(before, after, delivered, expected):
    assert why(rules.may_retell, before, after, delivered=delivered) == expected


@pytest.mark.parametrize("care, state, delivered, review, expected", [
    (Care.LKSA, State.APPROVED, True, 1, []), (Care.LKSA, State.APPROVED, True, 0, [Owed.REVIEW]),
    (Care.LKSA, State.APPROVED, True, -1, [Owed.REVIEW]),
    (Care.LKSA, State.REQUESTED, True, 1, [Owed.APPROVAL]), (Care.LKSA, State.REFUSED, True, 0, [Owed.APPROVAL, Owed.REVIEW]),
    (Care.LKSA, State.REQUESTED, False, -1, []), (Care.LKSA, State.ENDED, True, -1, []), (Care.KIN, State.FREE, True, 1, []),
    (Care.KIN, State.FREE, True, 0, [Owed.REVIEW]),
])
def test_what_is_owed_to_a_child_who_lives_elsewhere(care, state, delivered, review, expected):
    assert rules.owed(care, state, delivered=delivered, review_on=TODAY + timedelta(review), today=TODAY) == expected
    assert (why(rules.may_review, state, delivered) is None) is (delivered and state != State.ENDED)
