"""How well clocks were kept, and the way of a person, as truth tables."""
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.clocks import Pause, Target, TargetUnit
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, Stage
from portal.rules.passage import HERE, CaseTold, Door, Passed, lags, made, passage
from portal.rules.report import PersonOutcome, ReportState
from portal.rules.timeliness import Counting, Kept, Took, days_between, kept, nearest_rank, percentile, share, took
from portal.rules.workdays import WorkCalendar

NINE, TEN, ELEVEN = (datetime(2026, 3, 2, hour) for hour in (9, 10, 11))
CALENDAR = WorkCalendar({day: (time(8), time(16)) for day in range(5)}, holidays={date(2026, 3, 4): "Libur"})


@pytest.mark.parametrize(("stop", "read_at", "over", "came_to"), [
    (TEN, ELEVEN, False, Kept.ON_TIME), (ELEVEN, ELEVEN, False, Kept.LATE), (NINE, NINE, True, Kept.ON_TIME),
    (None, TEN, False, Kept.RUNNING), (None, ELEVEN, False, Kept.OVERDUE), (None, ELEVEN, True, Kept.OVERDUE), (None, TEN, True, Kept.UNREACHED),
])
def test_a_clock_that_was_due_at_ten(stop, read_at, over, came_to):
    assert kept(TEN, stopped_at=stop, read_at=read_at, over=over) == came_to


@pytest.mark.parametrize(("part", "whole", "percent"), [
    (0, 0, None), (0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 2, 50), (199, 200, 100), (3, 3, 100)])
def test_a_share_is_whole_percent_and_half_goes_up(part, whole, percent):
    assert share(part, whole) == percent


@pytest.mark.parametrize(("amounts", "median", "ninetieth"), [
    ([], None, None), ([7], 7, 7), ([1, 2], 1, 2), ([3, 1, 2], 2, 3), (range(1, 11), 5, 9), (range(1, 101), 50, 90), ([5, 5, 5, 100], 5, 100),
])
def test_the_nearest_rank_is_one_of_the_amounts(amounts, median, ninetieth):
    assert (nearest_rank(amounts, 50), nearest_rank(amounts, 90)) == (median, ninetieth)


@given(st.lists(st.integers(0, 50), min_size=1), st.integers(1, 100))
def test_the_nearest_rank_is_the_smallest_that_so_many_do_not_exceed(amounts, percent):
    found = nearest_rank(amounts, percent)
    def reached(amount):
        return 100 * sum(each <= amount for each in amounts) >= percent * len(amounts)
    assert reached(found)
    assert not any(reached(each) for each in amounts if each < found)


def test_lengths_that_are_counted_differently_have_no_middle():
    days, minutes = Took(3, Counting.DAYS), Took(40, Counting.WALL)
    assert percentile([days, Took(1, Counting.DAYS)], 90) == days
    assert percentile([days, minutes], 50) is None
    assert percentile([], 50) is None


@pytest.mark.parametrize(("stop", "count"), [
    (datetime(2026, 3, 2, 23), 0), (datetime(2026, 3, 3, 9), 1), (datetime(2026, 3, 4, 9), 1), (datetime(2026, 3, 5, 9), 2),
    (datetime(2026, 3, 9, 1), 4),
])
def test_working_days_after_monday(stop, count):
    assert days_between(datetime(2026, 3, 2, 10), stop, CALENDAR) == count


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=3), st.integers(0, 500))
def test_a_day_that_closes_during_a_pause_is_none_of_them(spans, hours):
    start = datetime(2026, 3, 2, 9)
    at = [datetime.fromtimestamp(start.timestamp() + 3600 * hour) for hour in range(600)]
    pauses, stop = [Pause(at[begun], at[begun + long]) for begun, long in spans], at[hours]
    slow = 0
    for number in range(1, 30):
        day = date.fromordinal(start.toordinal() + number)
        opened = CALENDAR.hours_on(day)
        slow += bool(opened and day <= stop.date() and not any(pause.start <= opened[1] < pause.end for pause in pauses))
    assert days_between(start, stop, CALENDAR, pauses) == slow


def test_how_long_it_took_is_counted_as_the_target_is():
    stop = datetime(2026, 3, 3, 9)
    assert took(TEN, stop, Level.EMERGENCY, Target(2, TargetUnit.HOURS), CALENDAR) == Took(23 * 60, Counting.WALL)
    assert took(TEN, stop, Level.URGENT, Target(4, TargetUnit.HOURS), CALENDAR) == Took(7 * 60, Counting.OPEN)
    assert took(TEN, stop, Level.EMERGENCY, Target(30, TargetUnit.WORKING_DAYS), CALENDAR) == Took(1, Counting.DAYS)
    assert took(TEN, stop, Level.URGENT, Target(4, TargetUnit.HOURS), CALENDAR, [Pause(TEN, ELEVEN)]) == Took(6 * 60, Counting.OPEN)


def told(stage, *, reason=None, closing_from=None, met=None, assessed=None, served=None, finished=None):
    return CaseTold(stage, closing_from, reason, TEN, met, assessed, served, finished)


OPENED = told(Stage.OUTREACH)
GIVEN_UP = told(Stage.CLOSED, reason=ClosingReason.NOT_FOUND, closing_from=Stage.OUTREACH, met=ELEVEN, finished=ELEVEN)
CLOSED = told(Stage.CLOSED, reason=ClosingReason.REUNITED, closing_from=Stage.MONITORING, met=TEN, assessed=TEN, served=TEN, finished=ELEVEN)


@pytest.mark.parametrize(("state", "outcome", "verified", "case", "far", "door"), [
    (ReportState.RECEIVED, PersonOutcome.PENDING, None, None, Passed.RECEIVED, HERE),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, None, Passed.VERIFIED, HERE),
    (ReportState.VERIFIED, PersonOutcome.NOT_FOUND, TEN, None, Passed.VERIFIED, Door.NOBODY_FOUND),
    (ReportState.VERIFIED, PersonOutcome.NOT_NEEDED, TEN, None, Passed.VERIFIED, Door.NOT_NEEDED),
    (ReportState.MERGED, PersonOutcome.KNOWN_CLIENT, None, OPENED, Passed.RECEIVED, Door.MERGED),
    (ReportState.HANDED_OVER, PersonOutcome.PENDING, TEN, None, Passed.VERIFIED, Door.HANDED_OVER),
    (ReportState.OUTSIDE, PersonOutcome.PENDING, None, None, Passed.RECEIVED, Door.OUTSIDE),
    (ReportState.UNFOUNDED, PersonOutcome.PENDING, None, None, Passed.RECEIVED, Door.UNFOUNDED),
    (ReportState.CANCELLED, PersonOutcome.PENDING, None, None, Passed.RECEIVED, Door.CANCELLED),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, told(Stage.CANCELLED), Passed.VERIFIED, Door.CANCELLED),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, OPENED, Passed.OPENED, HERE),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, told(Stage.OUTREACH, met=ELEVEN), Passed.OPENED, HERE),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, told(Stage.ASSESSMENT, met=ELEVEN), Passed.MET, HERE),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, told(Stage.INTERVENTION, served=ELEVEN), Passed.SERVED, HERE),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, GIVEN_UP, Passed.OPENED, ClosingReason.NOT_FOUND),
    (ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, TEN, CLOSED, Passed.SERVED, ClosingReason.REUNITED),
])
def test_how_far_somebody_came_and_by_which_door_they_left(state, outcome, verified, case, far, door):
    found = passage(state, outcome, NINE, verified, case)
    assert (found.far, found.door) == (far, door)
    assert [step for step in Passed if made(found, step) and step != Passed.CLOSED] == list(Passed)[:list(Passed).index(far) + 1]
    assert made(found, Passed.CLOSED) == (case in (GIVEN_UP, CLOSED))


def test_the_days_to_a_step_count_from_the_last_one_made_before_it():
    moments = passage(ReportState.VERIFIED, PersonOutcome.NEW_CLIENT, NINE, TEN, told(Stage.INTERVENTION, served=datetime(2026, 3, 6, 1))).moments
    assert lags([moment and moment.date() for moment in moments]) == [None, 0, 0, None, None, 4, None]


def test_a_step_that_was_dated_before_an_earlier_one_took_no_days():
    second, fourth, sixth = (date(2026, 3, day) for day in (2, 4, 6))
    assert lags([second, sixth, fourth, None, sixth]) == [None, 4, 0, None, 0]
