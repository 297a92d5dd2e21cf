"""When a case conference is asked for, what answers it, and the two lives: the minutes' and a decision's."""
from datetime import date, datetime, timedelta
from itertools import product

import pytest

from portal.rules import conference as rules
from portal.rules.categories import Category
from portal.rules.conference import ConferenceState, ConferenceStep, Facts, Reason, ResolutionState, ResolutionStep, Why, conference_wanted
from portal.rules.refused import Refused

NOON = datetime(2026, 3, 2, 12, 0, 40)
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
HELD_ON = date(2026, 3, 2)
D, S, C = ConferenceState
OPEN, DONE, DROPPED = ResolutionState


def why(rule, *args, **kwargs):
    """Why the rule refuses, or None."""
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("known, reasons", [
    ({}, []),
    ({"emergency": NOON}, [Reason.EMERGENCY]),
    ({"outside_family": NOON}, [Reason.OUTSIDE_FAMILY]),
    ({"consideration": NOON}, [Reason.CONSIDERATION]),
    ({"reunification": NOON}, [Reason.REUNIFICATION]),
    ({"sexual_violence": True}, []),
    ({"ending": NOON}, []),
    ({"ending": NOON, "sexual_violence": True}, [Reason.END_AFTER_VIOLENCE]),
    ({"assessed_at": NOON}, []),
    ({"emergency": NOON, "outside_family": NOON, "consideration": NOON, "reunification": NOON, "ending": NOON, "sexual_violence": True},
     list(Reason)),
    ({"emergency": NOON, "consideration": NOON, "is_open": False}, []),
])
def test_it_is_asked_for_where_the_list_says(known, reasons):
    assert conference_wanted(Facts(**known)) == reasons


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("held, wanted", [
    ((), True), ((NOON - MINUTE,), True), ((NOON.replace(second=0),), False), ((NOON,), False), ((NOON + DAY,), False),
    ((NOON - DAY, NOON - HOUR), True), ((NOON + DAY, NOON - DAY), False),
])
def test_one_held_since_then_answers_it_and_minutes_count_not_seconds(reason, held, wanted):
    name = "ending" if reason == Reason.END_AFTER_VIOLENCE else str(reason)
    assert (reason in conference_wanted(Facts(held=held, sexual_violence=True, **{name: NOON}))) == wanted


@pytest.mark.parametrize("name, rests", [("emergency", False), ("ending", False), ("outside_family", True), ("consideration", True),
                                         ("reunification", True)])
@pytest.mark.parametrize("assessed_at, held, before_assessment", [
    (NOON - DAY, NOON - HOUR, False), (NOON - DAY, NOON - DAY - MINUTE, True), (NOON + DAY, NOON - HOUR, True), (None, NOON - HOUR, True)])
def test_a_request_is_answered_by_a_conference_that_knew_the_assessment(name, rests, assessed_at, held, before_assessment):
    asked = conference_wanted(Facts(sexual_violence=True, assessed_at=assessed_at, held=(held,), **{name: NOON}))
    assert bool(asked) == (before_assessment or not rests)


@pytest.mark.parametrize("answer, flagged, category, told", [
    (3, False, Category.STREET_CHILD, True), (2, False, Category.STREET_CHILD, True), (1, True, Category.CHILD_VICTIM, False),
    (0, False, Category.VIOLENCE, False), (None, False, Category.STREET_CHILD, False), (None, True, Category.STREET_CHILD, True),
    (None, False, Category.CHILD_VICTIM, True), (None, False, Category.VIOLENCE, True), (None, False, Category.TRAFFICKED, True),
    (None, False, Category.SPECIAL_PROTECTION, False)])
def test_sexual_violence_is_told_by_the_answer_then_by_triage_or_the_category(answer, flagged, category, told):
    assert rules.tells_sexual_violence(answer, flagged=flagged, categories=[category]) == told


@pytest.mark.parametrize("state, step", list(product(ConferenceState, ConferenceStep)))
def test_the_life_of_the_minutes_is_this_table(state, step):
    table = {(D, ConferenceStep.SIGN): S, (S, ConferenceStep.CORRECT): D, (D, ConferenceStep.CANCEL): C}
    assert rules.LIFE.moves.get((state, step)) == table.get((state, step))


@pytest.mark.parametrize("state, step", list(product(ResolutionState, ResolutionStep)))
def test_the_life_of_a_decision_is_this_table_and_each_step_is_explained(state, step):
    table = {(OPEN, ResolutionStep.DO): DONE, (OPEN, ResolutionStep.DROP): DROPPED, (DONE, ResolutionStep.REOPEN): OPEN,
             (DROPPED, ResolutionStep.REOPEN): OPEN}
    assert rules.RESOLUTION_LIFE.moves.get((state, step)) == table.get((state, step))
    assert step in rules.RESOLUTION_LIFE.reasoned


@pytest.mark.parametrize("state, amend, settle", [(D, None, None), (S, Why.SIGNED, None), (C, Why.CALLED_OFF, Why.CALLED_OFF)])
def test_signed_minutes_stand_and_their_decisions_go_on(state, amend, settle):
    assert (why(rules.may_amend, state), why(rules.may_settle, state)) == (amend, settle)


@pytest.mark.parametrize("count, refused", [(0, Why.TOO_FEW), (1, Why.TOO_FEW), (2, None), (9, None)])
def test_one_person_is_no_conference(count, refused):
    assert why(rules.check_present, count) == refused


@pytest.mark.parametrize("view, unasked, heard", [("Ingin pulang", "", True), ("", "Masih bayi", True), (" ", "\n", False), ("", "", False)])
def test_the_child_is_heard_or_it_is_said_why_not(view, unasked, heard):
    assert rules.is_heard(view, unasked) == heard


@pytest.mark.parametrize("due, refused", [(HELD_ON - DAY, Why.DUE_BEFORE_MEETING), (HELD_ON, None), (HELD_ON + DAY, None)])
def test_a_decision_is_due_on_the_day_of_the_meeting_at_the_earliest(due, refused):
    assert why(rules.check_due, due, HELD_ON) == refused


@pytest.mark.parametrize("day, refused", [(HELD_ON - DAY, Why.SIGNED_BEFORE_MEETING), (HELD_ON, None), (HELD_ON + DAY, None),
                                          (HELD_ON + 2 * DAY, Why.SIGNED_IN_FUTURE)])
def test_minutes_are_signed_between_the_meeting_and_today(day, refused):
    assert why(rules.check_signed, day, HELD_ON, HELD_ON + DAY) == refused


@pytest.mark.parametrize("at, refused", [(NOON - MINUTE, Why.DONE_BEFORE_MEETING), (NOON.replace(second=0), None), (NOON + DAY, None)])
def test_a_decision_is_done_after_it_was_taken(at, refused):
    assert why(rules.check_settled, at, NOON) == refused


@pytest.mark.parametrize("state, due, overdue", [(OPEN, HELD_ON - DAY, True), (OPEN, HELD_ON, False), (OPEN, HELD_ON + DAY, False),
                                                 (DONE, HELD_ON - DAY, False), (DROPPED, HELD_ON - DAY, False)])
def test_an_open_decision_is_overdue_from_the_day_after(state, due, overdue):
    assert rules.is_overdue(state, due, HELD_ON) == overdue
