"""What each day of a clock gave, and why some gave nothing."""
from datetime import date, datetime, time

import pytest

from portal.rules.clocks import DEFAULT_HOURS, Clock, DatedHours, Pause, WorkCalendar, minutes_between
from portal.rules.explained import LONG, days, stretches
from portal.rules.levels import Level
from portal.rules.readings import reading
from portal.rules.workdays import Amended, DayOff, DayStanding
from tests.rules.test_clocks import CALENDAR, LONG_HOLIDAY, at

E, U, N, M = Level
FIND, RESPOND, ACT, FINISH = Clock
FIRST, CLOSED, HOLIDAY, PAUSED, AFTER_HOURS = DayOff.FIRST, DayOff.CLOSED, DayOff.HOLIDAY, DayOff.PAUSED, DayOff.AFTER_HOURS


def read(clock, level, t0, now, pauses=(), calendar=CALENDAR, **more):
    found = reading(clock, level, t0, calendar, now=now, pauses=pauses, **more)
    return found, days(found, calendar, pauses)


@pytest.mark.parametrize("clock, level, t0, pauses, told", [
    # working days: the first never counts, Saturday and Sunday are closed, the holidays have names
    (RESPOND, N, at(5, 10), [], [
        (5, None, FIRST, ""), (6, 1, None, ""), (7, None, CLOSED, ""), (8, None, CLOSED, ""), (9, 2, None, ""), (10, 3, None, "")]),
    (FIND, N, at(17, 10), [], [(17, None, FIRST, ""), *((day, None, HOLIDAY, "Libur Idulfitri") for day in range(18, 25)), (25, 1, None, "")]),
    # a day that closes within a pause does not count, one that closes before it or after it does
    (RESPOND, N, at(2, 9), [Pause(at(3, 10), at(4, 10))], [
        (2, None, FIRST, ""), (3, None, PAUSED, ""), (4, 1, None, ""), (5, 2, None, ""), (6, 3, None, "")]),
    # the weekend inside a pause is paused as well
    (FIND, N, at(5, 9), [Pause(at(6, 9), at(9, 9))], [
        (5, None, FIRST, ""), (6, None, PAUSED, ""), (7, None, PAUSED, ""), (8, None, PAUSED, ""), (9, 1, None, "")]),
])
def test_working_days_are_numbered(clock, level, t0, pauses, told):
    found, listed = read(clock, level, t0, at(30, 9), pauses)
    assert [(day.day.day, day.number, day.why, day.name) for day in listed] == told
    assert listed[-1].number == found.target.amount and listed[-1].hours[1] == found.limit


@pytest.mark.parametrize("level, clock, t0, pauses, told", [
    (U, FIND, at(6, 15), [], [(6, 90, None), (7, 0, CLOSED), (8, 0, CLOSED), (9, 150, None)]),
    (U, FIND, at(9, 23, 15), [], [(9, 0, AFTER_HOURS), (10, 240, None)]),
    (U, FIND, at(7, 10), [], [(7, 0, CLOSED), (8, 0, CLOSED), (9, 240, None)]),
    (U, FIND, at(2, 14), [Pause(at(2, 15), at(3, 9))], [(2, 60, None), (3, 180, None)]),
    (U, FIND, at(2, 14), [Pause(at(2, 15), at(4, 9))], [(2, 60, None), (3, 0, PAUSED), (4, 180, None)]),
    (E, ACT, at(6, 20, 5), [], [(6, 235, None), (7, 1205, None)]),
    (E, FIND, at(18, 7, 50), [], [(18, 30, None)]),
])
def test_minutes_add_up_to_the_target(level, clock, t0, pauses, told):
    found, listed = read(clock, level, t0, at(30, 9), pauses)
    assert [(day.day.day, day.counted, day.why) for day in listed] == told
    assert listed[-1].total == sum(day.counted for day in listed) == minutes_between(
        found.start, found.limit, CALENDAR, wall=found.wall, pauses=pauses)


def test_seconds_are_never_lost_between_days():
    found, listed = read(FIND, U, datetime(2026, 3, 6, 15, 0, 30), at(30, 9))
    assert [day.counted for day in listed] == [89, 0, 0, 151] and found.limit == datetime(2026, 3, 9, 10, 0, 30)


def test_special_hours_and_amended_days_are_named():
    ramadan = DatedHours(date(2026, 3, 9), date(2026, 3, 11), {day: (time(8), time(15)) for day in range(5)}, "Ramadan 2026")
    said = {date(2026, 3, 10): Amended(DayStanding.CLOSED, "Hari Jadi Kabupaten"), date(2026, 3, 18): Amended(DayStanding.OPEN, "Piket")}
    calendar = WorkCalendar(DEFAULT_HOURS, (ramadan,), LONG_HOLIDAY, said)
    _, listed = read(RESPOND, N, at(6, 10), at(30, 9), calendar=calendar)
    assert [(day.day.day, day.name, day.why) for day in listed if day.name] == [
        (9, "Ramadan 2026", None), (10, "Hari Jadi Kabupaten", HOLIDAY), (11, "Ramadan 2026", None)]
    assert listed[3].hours == (at(9, 8), at(9, 15))
    _, listed = read(FIND, N, at(17, 10), at(30, 9), calendar=calendar)
    assert [(day.day.day, day.name, day.number) for day in listed] == [(17, "", None), (18, "Piket", 1)]


def test_a_raised_clock_is_explained_from_the_raise():
    _, listed = read(FIND, U, at(2, 9), at(5, 9), raised_at=at(4, 9))
    assert [(day.day.day, day.counted) for day in listed] == [(4, 240)]


def test_a_pause_that_lasts_is_told_up_to_now():
    pauses = [Pause(at(3, 10))]
    found, listed = read(RESPOND, N, at(2, 9), at(5, 9), pauses)
    assert [(day.day.day, day.why) for day in listed][:4] == [(2, FIRST), (3, PAUSED), (4, PAUSED), (5, None)]
    assert listed[1].pauses[0].end == at(5, 9) and found.limit == at(9, 16)


def test_a_long_list_is_told_in_stretches_and_a_short_one_day_by_day():
    found, listed = read(FINISH, N, at(2, 9), at(5, 9))
    told = stretches(listed)
    assert len(listed) > LONG and len(told) < 20
    assert [(one.first.day, one.last.day) for one in told[:4]] == [
        (date(2026, 3, 2),) * 2, (date(2026, 3, 3), date(2026, 3, 6)), (date(2026, 3, 7), date(2026, 3, 8)), (date(2026, 3, 9), date(2026, 3, 13))]
    assert sum(len(one.days) for one in told) == len(listed) and told[-1].last.number == found.target.amount
    _, short = read(RESPOND, N, at(5, 10), at(5, 11))
    assert len(stretches(short)) == len(short)
