"""Limits around a weekend, a Friday, a night and the long holidays of March 2026."""
from datetime import date, datetime, time, timedelta

import pytest

from portal.rules.clocks import (
    DEFAULT_HOURS,
    DEFAULT_TARGETS,
    Clock,
    DatedHours,
    Pause,
    Target,
    TargetUnit,
    Why,
    WorkCalendar,
    act_stop,
    check_moment,
    limit,
    minutes_between,
    pause_from,
    respond_stop,
)
from portal.rules.levels import Level
from portal.rules.open_time import Why as CalendarWhy
from portal.rules.refused import Refused
from portal.rules.workdays import DayOff

E, U, N, M = Level
FIND, RESPOND, ACT, FINISH = Clock
LONG_HOLIDAY = {date(2026, 3, day): "Libur Idulfitri" for day in range(18, 25)}
CALENDAR = WorkCalendar(DEFAULT_HOURS, (), LONG_HOLIDAY)
RAMADAN = WorkCalendar(DEFAULT_HOURS, (DatedHours(date(2026, 2, 18), date(2026, 3, 17), {
    day: (time(8), time(15)) for day in range(5)}),), LONG_HOLIDAY)


def at(day, hour, minute=0, month=3):
    return datetime(2026, month, day, hour, minute)


def refusal(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("level, clock, t0, due", [
    # an emergency runs on the wall, through night, weekend and holiday
    (E, FIND, at(18, 7, 50), at(18, 8, 20)), (E, RESPOND, at(9, 23, 15), at(10, 1, 15)), (E, ACT, at(20, 12), at(21, 12)),
    (E, FINISH, at(2, 9), at(20, 16, month=4)),
    # four open hours
    (U, FIND, at(2, 9, 10), at(2, 13, 10)), (U, FIND, at(2, 14), at(3, 9, 30)), (U, FIND, at(2, 12), at(2, 16)),
    (U, FIND, at(2, 12, 1), at(3, 7, 31)), (U, FIND, at(6, 15), at(9, 10)), (U, FIND, at(9, 23, 15), at(10, 11, 30)),
    (U, FIND, at(7, 10), at(9, 11, 30)), (U, FIND, at(2, 5), at(2, 11, 30)), (U, FIND, at(2, 16), at(3, 11, 30)),
    (U, FIND, at(17, 15), at(25, 10, 30)), (U, FIND, at(23, 16, 20), at(25, 11, 30)),
    # working days end at closing time, the day of t0 does not count
    (N, FIND, at(2, 9), at(3, 16)), (N, FIND, at(5, 9), at(6, 16, 30)), (N, FIND, at(6, 9), at(9, 16)),
    (N, FIND, at(6, 23), at(9, 16)), (N, FIND, at(7, 9), at(9, 16)), (N, FIND, at(8, 9), at(9, 16)),
    (N, FIND, at(17, 9), at(25, 16)), (N, FIND, at(20, 9), at(25, 16)), (U, ACT, at(16, 10), at(26, 16)),
    (N, RESPOND, at(16, 10), at(26, 16)), (M, RESPOND, at(16, 10), at(1, 16, month=4)), (U, RESPOND, at(27, 11, 30), at(30, 16)),
])
def test_limits(level, clock, t0, due):
    assert limit(clock, level, t0, CALENDAR) == due


def test_the_default_targets_are_those_of_the_brief():
    row = [(target.amount, target.unit.value) for (level, _), target in DEFAULT_TARGETS.items()]
    days = "working_days"
    assert row == [(30, "minutes"), (2, "hours"), (24, "hours"), (30, days), (4, "hours"), (1, days), (3, days), (14, days),
                   (1, days), (3, days), (7, days), (30, days), (1, days), (7, days), (14, days), (60, days)]


@pytest.mark.parametrize("t0, clock, due", [(at(2, 13), FIND, at(3, 10)), (at(16, 9), RESPOND, at(17, 15))])
def test_ramadan_hours_are_shorter(t0, clock, due):
    assert limit(clock, U, t0, RAMADAN) == due


@pytest.mark.parametrize("level, t0, raised, due", [
    (U, at(2, 9), at(4, 9), at(4, 13)), (U, at(2, 9), at(2, 10), at(2, 14)), (U, at(2, 9), at(2, 8), at(2, 13)),
    (U, at(2, 9), at(2, 9), at(2, 13)), (E, at(2, 9), at(7, 22), at(7, 22, 30)),
])
def test_a_raised_level_never_makes_late_at_once(level, t0, raised, due):
    assert limit(FIND, level, t0, CALENDAR, raised_at=raised) == due


@pytest.mark.parametrize("level, clock, t0, pauses, due", [
    (E, FIND, at(2, 9), [Pause(at(2, 9, 10), at(2, 9, 40))], at(2, 10)),
    (U, FIND, at(2, 9), [Pause(at(2, 10), at(2, 12))], at(2, 15)),
    (U, FIND, at(2, 9), [Pause(at(2, 10), at(3, 10))], at(3, 13)),
    (U, FIND, at(2, 9), [Pause(at(2, 18), at(2, 20))], at(2, 13)),
    (U, FIND, at(2, 9), [Pause(at(2, 10), at(2, 11)), Pause(at(2, 10, 30), at(2, 12))], at(2, 15)),
    (U, FIND, at(2, 9), [Pause(at(2, 8), at(2, 10))], at(2, 14)),
    (N, RESPOND, at(2, 9), [Pause(at(3, 10), at(4, 10))], at(6, 16, 30)),
    (N, RESPOND, at(2, 9), [Pause(at(3, 10), at(3, 15))], at(5, 16)),
    (N, RESPOND, at(2, 9), [Pause(at(3, 16), at(4, 16))], at(6, 16, 30)),
    (N, RESPOND, at(2, 9), [Pause(at(3, 10))], at(5, 16)),
])
def test_a_pause_pushes_the_limit(level, clock, t0, pauses, due):
    assert limit(clock, level, t0, CALENDAR, pauses=pauses) == due


@pytest.mark.parametrize("start, end, wall, pauses, minutes", [
    (at(2, 9), at(2, 10), False, (), 60), (at(2, 6), at(2, 8), False, (), 30), (at(6, 16), at(9, 8), False, (), 60),
    (at(17, 15), at(25, 8), False, (), 90), (at(7, 9), at(8, 9), False, (), 0), (at(7, 9), at(8, 9), True, (), 1440),
    (at(2, 9), at(2, 12), False, (Pause(at(2, 10)),), 60), (at(2, 9), at(2, 12), True, (Pause(at(2, 10), at(2, 11)),), 120),
    (at(2, 9), at(2, 9), True, (), 0),
])
def test_minutes_that_count(start, end, wall, pauses, minutes):
    assert minutes_between(start, end, CALENDAR, wall=wall, pauses=pauses) == minutes


def test_a_very_old_case_is_still_counted():
    assert minutes_between(at(2, 9), at(2, 9) + timedelta(days=3650), CALENDAR, wall=False) > 1_000_000


def test_a_calendar_that_never_opens_is_said_so():
    never = WorkCalendar({})
    assert refusal(limit, FIND, N, at(2, 9), never) is CalendarWhy.NEVER_OPEN
    assert refusal(limit, FIND, U, at(2, 9), never) is CalendarWhy.NEVER_OPEN


def test_an_office_may_set_its_own_targets():
    targets = DEFAULT_TARGETS | {(E, RESPOND): Target(45, TargetUnit.MINUTES)}
    assert limit(RESPOND, E, at(2, 9), CALENDAR, targets) == at(2, 9, 45)


@pytest.mark.parametrize("day, working, why", [
    (date(2026, 3, 17), True, None), (date(2026, 3, 18), False, (DayOff.HOLIDAY, "Libur Idulfitri")),
    (date(2026, 3, 28), False, (DayOff.CLOSED, "")),
])
def test_days_off(day, working, why):
    assert CALENDAR.is_working(day) is working
    assert working or CALENDAR.why_closed(day) == why


@pytest.mark.parametrize("met, failed, stop", [
    (None, [], None), (at(3, 9), [], at(3, 9)), (None, [at(3, 9), at(4, 9)], None),
    (None, [at(5, 9), at(3, 9), at(4, 9)], at(5, 9)), (at(6, 9), [at(3, 9), at(4, 9), at(5, 9)], at(5, 9)),
    (at(4, 10), [at(3, 9), at(4, 9), at(5, 9)], at(4, 10)),
])
def test_respond_stops_at_the_meeting_or_the_third_failed_try(met, failed, stop):
    assert respond_stop(met, failed) == stop


@pytest.mark.parametrize("assessed, served, stop", [
    (None, None, None), (at(3, 9), None, None), (None, at(3, 9), None), (at(3, 9), at(2, 9), at(3, 9)), (at(3, 9), at(4, 9), at(4, 9)),
])
def test_act_stops_at_the_later_of_two(assessed, served, stop):
    assert act_stop(assessed, served) == stop


@pytest.mark.parametrize("moment, why", [
    (at(2, 9), None), (at(3, 9), None), (at(2, 8, 59), Why.BEFORE_START), (at(3, 9, 1), Why.IN_FUTURE),
])
def test_things_happen_between_t0_and_now(moment, why):
    assert refusal(check_moment, moment, t0=at(2, 9), now=at(3, 9)) is why


@pytest.mark.parametrize("wanted, start, why", [
    (None, at(5, 14), None), (at(3, 0), at(3, 0), None), (at(5, 14), at(5, 14), None), (at(2, 23, 59), None, Why.PAUSE_BEFORE_ASKED),
    (at(5, 15), None, Why.PAUSE_AFTER_APPROVAL),
])
def test_a_pause_reaches_back_to_the_day_it_was_asked(wanted, start, why):
    said = {"asked_at": at(3, 9), "approved_at": at(5, 14)}
    assert refusal(pause_from, wanted, **said) is why
    assert why or pause_from(wanted, **said) == start
