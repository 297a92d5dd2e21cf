"""A trip's life, what may be written down on it, and when its letter is due."""
from datetime import date, datetime, timedelta

import pytest

from portal.rules import outreach as rules
from portal.rules.lifecycle import TryOutcome, failed_tries, tries_exhausted
from portal.rules.outreach import Finding, Shift, TripState, TripStep, Why
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar

P, U, D, C = TripState
CALENDAR = WorkCalendar(DEFAULT_HOURS, holidays={date(2026, 3, 4): "Libur"})
NOON = datetime(2026, 3, 2, 12, 0, 40)
MINUTE = timedelta(minutes=1)


def why(rule, *args, **kwargs):
    """Why the rule refuses, or None."""
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("state", TripState)
@pytest.mark.parametrize("step", TripStep)
def test_the_life_is_this_table(state, step):
    table = {(P, TripStep.LEAVE): U, (P, TripStep.CANCEL): C, (U, TripStep.COME_BACK): D, (U, TripStep.CANCEL): C}
    assert rules.LIFE.moves.get((state, step)) == table.get((state, step))


@pytest.mark.parametrize("finding, outcome", [
    (Finding.MET, TryOutcome.MET), (Finding.SHELTERED, TryOutcome.MET), (Finding.REFERRED, TryOutcome.MET),
    (Finding.NOT_FOUND, TryOutcome.NOT_FOUND), (Finding.REFUSED, TryOutcome.REFUSED)])
def test_shelter_and_referral_are_meetings(finding, outcome):
    assert rules.tried(finding) == outcome


@pytest.mark.parametrize("state, has_letter, expected", [
    (P, False, None), (P, True, Why.LETTER_STANDS), (U, False, Why.TRIP_OVER), (D, False, Why.TRIP_OVER), (C, False, Why.TRIP_OVER)])
def test_a_plan_is_changed_before_the_letter_and_the_departure(state, has_letter, expected):
    assert why(rules.may_amend, state, has_letter=has_letter) == expected


@pytest.mark.parametrize("state, expected", [(P, None), (U, None), (D, Why.TRIP_OVER), (C, Why.TRIP_OVER)])
def test_whom_to_look_for_is_added_until_the_team_is_back(state, expected):
    assert why(rules.may_seek, state) == expected


@pytest.mark.parametrize("state, has_letter, expected", [
    (P, False, None), (U, False, None), (D, False, None), (P, True, Why.LETTER_STANDS), (D, True, Why.LETTER_STANDS), (C, False, Why.TRIP_OVER)])
def test_one_letter_stands_at_a_time_and_may_follow_the_departure(state, has_letter, expected):
    assert why(rules.may_issue, state, has_letter=has_letter) == expected


@pytest.mark.parametrize("state, at, expected", [
    (P, NOON, Why.NOT_LEFT), (C, NOON, Why.NOT_LEFT), (U, NOON, None), (D, NOON, None),
    (U, NOON.replace(second=0), None), (U, NOON.replace(second=0) - MINUTE, Why.BEFORE_LEAVING),
    (U, NOON + 2 * MINUTE, None), (U, NOON + 3 * MINUTE, Why.IN_FUTURE)])
def test_results_are_told_from_the_departure_on(state, at, expected):
    assert why(rules.may_tell, state, at=at, left_at=NOON, now=NOON + 2 * MINUTE) == expected


@pytest.mark.parametrize("minutes, expected", [
    ((0, 1, 2), None), ((0, None, 2), None), ((0, 0, 0), None), ((1, 0, 2), Why.OUT_OF_ORDER), ((0, 2, 1), Why.OUT_OF_ORDER),
    ((2, None, 1), Why.OUT_OF_ORDER), ((0, 1, 5), Why.IN_FUTURE)])
def test_a_team_leaves_arrives_and_ends_in_this_order(minutes, expected):
    times = [None if each is None else NOON + each * MINUTE for each in minutes]
    assert why(rules.check_times, *times, now=NOON + 4 * MINUTE) == expected


@pytest.mark.parametrize("left, due", [
    (datetime(2026, 3, 2, 19, 0), datetime(2026, 3, 3, 16, 0)), (datetime(2026, 3, 3, 8, 0), datetime(2026, 3, 5, 16, 0)),
    (datetime(2026, 3, 6, 20, 0), datetime(2026, 3, 9, 16, 0))])
def test_the_letter_follows_by_the_end_of_the_next_working_day(left, due):
    assert rules.letter_due(left, CALENDAR) == due


def test_the_three_shifts_follow_each_other_without_a_gap():
    hours = [rules.HOURS[shift] for shift in Shift]
    assert [(start.hour, end.hour) for start, end in hours] == [(8, 13), (13, 18), (18, 23)]


M, N, R = TryOutcome.MET, TryOutcome.NOT_FOUND, TryOutcome.REFUSED


@pytest.mark.parametrize("outcomes, failed", [([], 0), ([N], 1), ([N, R], 2), ([N, R, N], 3), ([N, N, N, N], 4), ([N, N, M], 0), ([M, N, N, N], 0)])
def test_failed_tries_count_until_the_child_is_met(outcomes, failed):
    assert failed_tries(outcomes) == failed
    assert tries_exhausted(outcomes) == (failed >= 3)
