"""The eight demo cases around the holidays of March 2026, three time zones, the edges of a day, a month and a year; limits counted by hand."""
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from portal.rules.clocks import (
    DEFAULT_HOURS,
    DEFAULT_TARGETS,
    Clock,
    DatedHours,
    Pause,
    Target,
    TargetUnit,
    WorkCalendar,
    latest_start,
    limit,
    minutes_between,
    raised_to,
)
from portal.rules.levels import Level
from portal.rules.office import OFFSET, TimeZone
from portal.rules.workdays import Amended, DayStanding
from tests.rules.test_clocks import at

E, U, N, M = Level
FIND, RESPOND, ACT, FINISH = Clock
# SKB 3 Menteri 2026 from February to June: the working days after 2 March (the 1st) are the 12th on 17 March, the 13th on 25 March, the 15th
# on 27 March (a Friday), the 20th on 6 April (the 3rd is Good Friday), the 30th on 20 April, the 38th on 30 April, the 39th on 4 May,
# the 46th on 13 May, the 47th on 18 May, the 53rd on 26 May, the 54th on 29 May, the 55th on 2 June, the 64th on 15 June, the 65th on 17 June.
OFF = {date(2026, month, day): name for month, day, name in [
    (2, 16, "Imlek"), (2, 17, "Imlek"), (3, 18, "Cuti Nyepi"), (3, 19, "Nyepi"), (3, 20, "Cuti Idul Fitri"), (3, 21, "Idul Fitri"),
    (3, 22, "Idul Fitri"), (3, 23, "Cuti Idul Fitri"), (3, 24, "Cuti Idul Fitri"), (4, 3, "Wafat Yesus Kristus"), (4, 5, "Paskah"),
    (5, 1, "Buruh"), (5, 14, "Kenaikan"), (5, 15, "Cuti Kenaikan"), (5, 27, "Idul Adha"), (5, 28, "Cuti Idul Adha"), (5, 31, "Waisak"),
    (6, 1, "Pancasila"), (6, 16, "Tahun Baru Islam")]}
CALENDAR = WorkCalendar(DEFAULT_HOURS, (), OFF)


@pytest.mark.parametrize("level, t0, limits", [
    # 1, Monday: four open hours; days 2, 4 and 15; later Biasa: days 2, 4, 8 and 31
    (U, at(2, 9, 10), (at(2, 13, 10), at(3, 16), at(5, 16), at(27, 16, 30))),
    (N, at(2, 9, 10), (at(3, 16), at(5, 16), at(11, 16), at(21, 16, month=4))),
    # 2, Wednesday evening: the hours begin on Thursday at 07.30; days 4, 6 and 17
    (U, at(4, 19, 40), (at(5, 11, 30), at(5, 16), at(9, 16), at(31, 16))),
    # 3, Monday night: the wall; day 36
    (E, at(9, 23, 15), (at(9, 23, 45), at(10, 1, 15), at(10, 23, 15), at(28, 16, month=4))),
    # 4, Wednesday night: day 38
    (E, at(11, 20, 5), (at(11, 20, 35), at(11, 22, 5), at(12, 20, 5), at(30, 16, month=4))),
    # 5, Monday, day 11: days 12, 18, 25 and 71 (25 June)
    (M, at(16, 10), (at(17, 16), at(1, 16, month=4), at(13, 16, month=4), at(25, 16, month=6))),
    # 6, a joint leave day: the wall does not care; the 30 working days are 13 to 42
    (E, at(18, 7, 50), (at(18, 8, 20), at(18, 9, 50), at(19, 7, 50), at(7, 16, month=5))),
    # 7, the last but one day off: everything begins on the 25th; days 13, 15 (a Friday) and 26; later Biasa: 13, 15, 19 and 42
    (U, at(23, 16, 20), (at(25, 11, 30), at(25, 16), at(27, 16, 30), at(14, 16, month=4))),
    (N, at(23, 16, 20), (at(25, 16), at(27, 16, 30), at(2, 16, month=4), at(7, 16, month=5))),
    # 8, Friday, day 15: day 45; lowered to Biasa: days 16, 18, 22 and 45
    (E, at(27, 11, 30), (at(27, 12), at(27, 13, 30), at(28, 11, 30), at(12, 16, month=5))),
    (N, at(27, 11, 30), (at(30, 16), at(1, 16, month=4), at(8, 16, month=4), at(12, 16, month=5))),
])
def test_the_demo_cases_and_the_holidays_of_march(level, t0, limits):
    assert tuple(limit(clock, level, t0, CALENDAR) for clock in Clock) == limits


@pytest.mark.parametrize("zone, local, due", [
    # 16 March 15.30 UTC is still Monday evening in the west and the middle, and already Tuesday in the east: the next working day is the 25th
    (TimeZone.WIB, at(16, 22, 30), at(17, 16)), (TimeZone.WITA, at(16, 23, 30), at(17, 16)), (TimeZone.WIT, at(17, 0, 30), at(25, 16)),
])
def test_the_same_moment_is_another_day_in_another_zone(zone, local, due):
    utc = datetime(2026, 3, 16, 15, 30)
    assert utc + OFFSET[zone] == local and limit(FIND, N, local, CALENDAR) == due
    assert limit(FIND, E, local, CALENDAR) - OFFSET[zone] == utc + timedelta(minutes=30)


@pytest.mark.parametrize("clock, level, t0, due", [
    # midnight belongs to the day that begins
    (FIND, N, at(3, 0), at(4, 16)), (FIND, N, datetime(2026, 3, 2, 23, 59, 59), at(3, 16)), (FIND, E, at(2, 23, 45), at(3, 0, 15)),
    (ACT, E, at(3, 0), at(4, 0)), (FIND, U, at(3, 0), at(3, 11, 30)),
    # opening and closing to the minute: at closing time nothing of the day is left
    (FIND, U, at(2, 7, 30), at(2, 11, 30)), (FIND, U, at(2, 15, 59), at(3, 11, 29)), (FIND, U, at(2, 16), at(3, 11, 30)),
    (FIND, U, at(6, 16, 30), at(9, 11, 30)), (FIND, U, at(6, 16, 29), at(9, 11, 29)),
    # 29 February 2028 is a Tuesday like others
    (FIND, N, datetime(2028, 2, 28, 9), datetime(2028, 2, 29, 16)), (FIND, U, datetime(2028, 2, 29, 14), datetime(2028, 3, 1, 9, 30)),
    (ACT, E, datetime(2028, 2, 28, 20), datetime(2028, 2, 29, 20)), (ACT, E, datetime(2028, 2, 29), datetime(2028, 3, 1)),
    (RESPOND, N, datetime(2028, 2, 25, 9), datetime(2028, 3, 1, 16)), (FIND, N, datetime(2027, 2, 26, 9), datetime(2027, 3, 1, 16)),
    # a year's end
    (FIND, E, datetime(2026, 12, 31, 23, 50), datetime(2027, 1, 1, 0, 20)), (FIND, U, datetime(2026, 12, 31, 14), datetime(2027, 1, 1, 9, 30)),
    (RESPOND, N, datetime(2026, 12, 30, 9), datetime(2027, 1, 4, 16)), (FIND, U, datetime(2026, 12, 31, 12), datetime(2026, 12, 31, 16)),
])
def test_the_edges_of_days_months_and_years(clock, level, t0, due):
    assert limit(clock, level, t0, CALENDAR) == due


@pytest.mark.parametrize("history, level, raised", [
    ([(N, at(2, 9))], N, None), ([(N, at(2, 9)), (U, at(4, 9))], U, at(4, 9)), ([(E, at(2, 9)), (N, at(4, 9))], N, None),
    # raised too far and put right: it rose past the level now in force on the 4th
    ([(N, at(2, 9)), (E, at(4, 9)), (U, at(5, 9))], U, at(4, 9)),
    # raised, lowered and raised again; raised in two steps
    ([(U, at(2, 9)), (N, at(3, 9)), (U, at(5, 9))], U, at(5, 9)), ([(M, at(2, 9)), (N, at(3, 9)), (U, at(5, 9))], U, at(5, 9)),
    # raised and taken back
    ([(N, at(2, 9)), (E, at(4, 9)), (N, at(5, 9))], N, None), ([], N, None),
])
def test_when_a_case_rose_to_its_level(history, level, raised):
    assert raised_to(level, history) == raised


def test_a_level_raised_too_far_and_put_right_is_not_late_at_once():
    history = [(N, at(2, 9)), (E, at(10, 9)), (U, at(10, 15))]
    assert limit(RESPOND, U, at(2, 9), CALENDAR) == at(3, 16)
    assert limit(RESPOND, U, at(2, 9), CALENDAR, raised_at=raised_to(U, history)) == at(11, 16)


@pytest.mark.parametrize("clock, level, t0, pauses, due", [
    # twice, once over the weekend, in open hours: 2 March 14.00-15.00 counts one, from the 9th at 08.00 three more
    (FIND, U, at(2, 14), [Pause(at(2, 15), at(3, 9)), Pause(at(3, 9, 30), at(9, 8))], at(9, 10, 30)),
    # twice, in working days: the 3rd and the 5th close within a pause; the 4th, 6th and 9th count
    (RESPOND, N, at(2, 9), [Pause(at(3, 15), at(4, 8)), Pause(at(5, 8), at(6, 8))], at(9, 16)),
    # over all the holidays: 17 March closes within it, the 25th does not
    (FIND, N, at(16, 10), [Pause(at(17, 8), at(25, 10))], at(25, 16)),
    # on the wall, twice: two and three hours
    (ACT, E, at(2, 9), [Pause(at(2, 20), at(2, 22)), Pause(at(3, 1), at(3, 4))], at(3, 14)),
    # it ends to the minute where a pause begins, in open hours and on the wall
    (FIND, U, at(2, 9), [Pause(at(2, 13), at(2, 15))], at(2, 13)), (FIND, E, at(2, 9), [Pause(at(2, 9, 30), at(2, 15))], at(2, 9, 30)),
    # a pause that begins at closing time takes the day, one that ends there gives it back
    (RESPOND, N, at(2, 9), [Pause(at(3, 16), at(4, 10))], at(6, 16, 30)), (RESPOND, N, at(2, 9), [Pause(at(3, 10), at(4, 16))], at(6, 16, 30)),
    # one inside the other is the longer one
    (FIND, U, at(2, 9), [Pause(at(2, 10), at(2, 14)), Pause(at(2, 11), at(2, 12))], at(3, 8, 30)),
    # one right after the other is one
    (FIND, E, at(2, 9), [Pause(at(2, 9, 10), at(2, 9, 20)), Pause(at(2, 9, 20), at(2, 9, 40))], at(2, 10)),
])
def test_paused_twice(clock, level, t0, pauses, due):
    assert limit(clock, level, t0, CALENDAR, pauses=pauses) == limit(clock, level, t0, CALENDAR, pauses=pauses[::-1]) == due


RAMADAN = DatedHours(date(2026, 2, 18), date(2026, 3, 17), {day: (time(8), time(15, 30) if day == 4 else time(15)) for day in range(5)}, "Ramadan")


@pytest.mark.parametrize("clock, level, t0, due", [
    # seven hours a day until 17 March; then as always
    (FIND, U, at(2, 13), at(3, 10)), (FIND, N, at(5, 9), at(6, 15, 30)), (FIND, U, at(17, 14), at(25, 10, 30)), (FIND, N, at(17, 9), at(25, 16)),
    (RESPOND, N, at(13, 9), at(25, 16)), (FIND, E, at(17, 14, 50), at(17, 15, 20)),
    (FIND, U, datetime(2026, 2, 13, 15, 30), datetime(2026, 2, 18, 11)),
])
def test_ramadan_hours_end_and_the_usual_ones_begin(clock, level, t0, due):
    assert limit(clock, level, t0, WorkCalendar(DEFAULT_HOURS, (RAMADAN,), OFF)) == due


@pytest.mark.parametrize("said, clock, level, t0, due", [
    # closed by the office, open although national, back to the list
    ({date(2026, 3, 3): Amended(DayStanding.CLOSED, "Hari jadi")}, FIND, N, at(2, 9), at(4, 16)),
    ({date(2026, 3, 3): Amended(DayStanding.CLOSED, "Hari jadi")}, FIND, U, at(2, 15), at(4, 10, 30)),
    ({date(2026, 3, 18): Amended(DayStanding.OPEN, "Piket")}, FIND, N, at(17, 9), at(18, 16)),
    ({date(2026, 3, 18): Amended(DayStanding.NATIONAL, "")}, FIND, N, at(17, 9), at(25, 16)),
    # a Sunday that the office calls open still has no hours
    ({date(2026, 3, 22): Amended(DayStanding.OPEN, "Piket")}, FIND, N, at(17, 9), at(25, 16)),
    # an emergency's minutes know no day off
    ({date(2026, 3, 3): Amended(DayStanding.CLOSED, "Hari jadi")}, ACT, E, at(2, 9), at(3, 9)),
])
def test_days_that_the_office_amends(said, clock, level, t0, due):
    assert limit(clock, level, t0, WorkCalendar(DEFAULT_HOURS, (), OFF, said)) == due


@pytest.mark.parametrize("clock, level, by, start", [
    # the last second whose limit is not later: of a wall, of open hours, of working days
    (FIND, E, at(2, 9, 30), at(2, 9)), (FIND, U, at(2, 11, 30), at(2, 7, 30)), (FIND, U, at(3, 9, 30), at(2, 14)),
    (FIND, U, at(2, 20), at(2, 12)), (FIND, U, at(3, 7, 30), at(2, 12)), (FIND, U, at(25, 11, 30), at(25, 7, 30)), (FIND, U, at(24, 9), at(17, 12)),
    (FIND, N, at(3, 16), datetime(2026, 3, 2, 23, 59, 59)), (FIND, N, at(3, 15, 59), datetime(2026, 3, 1, 23, 59, 59)),
    (FIND, N, at(25, 15), datetime(2026, 3, 16, 23, 59, 59)), (RESPOND, N, at(27, 16, 30), datetime(2026, 3, 24, 23, 59, 59)),
])
def test_the_latest_start_that_is_due_by_a_moment(clock, level, by, start):
    assert latest_start(clock, level, by, CALENDAR) == start
    assert limit(clock, level, start, CALENDAR) <= by < limit(clock, level, start + timedelta(seconds=1), CALENDAR)


def test_the_latest_start_is_found_at_the_first_opening_of_a_year_and_before_it():
    first = datetime(2027, 1, 1, 7, 30)
    assert latest_start(FIND, U, first + timedelta(hours=4), CALENDAR) == first
    assert latest_start(FIND, U, first + timedelta(hours=3), CALENDAR) == datetime(2026, 12, 31, 15)


def test_of_two_special_weeks_the_later_row_wins():
    short = DatedHours(date(2026, 3, 2), date(2026, 3, 3), {day: (time(9), time(12)) for day in range(5)})
    calendar = WorkCalendar(DEFAULT_HOURS, (RAMADAN, short), OFF)
    assert [calendar.hours_on(date(2026, 3, day))[1].hour for day in (2, 3, 4)] == [12, 12, 15]


@pytest.mark.parametrize("pauses, minutes", [
    ([Pause(at(2, 10), at(2, 11)), Pause(at(2, 10, 30), at(2, 11, 30))], 90), ([Pause(at(2, 9, 30), at(2, 11, 30)), Pause(at(2, 10), at(2, 11))], 60),
    ([Pause(at(2, 11)), Pause(at(2, 8), at(2, 10))], 60), ([Pause(at(1, 8), at(1, 9)), Pause(at(2, 12), at(2, 13))], 180),
])
@pytest.mark.parametrize("wall", [True, False])
def test_pauses_that_overlap_are_taken_off_once(pauses, minutes, wall):
    assert minutes_between(at(2, 9), at(2, 12), CALENDAR, wall=wall, pauses=pauses) == minutes


def test_nothing_is_due_by_any_moment_where_the_office_never_opens():
    never = WorkCalendar({})
    assert latest_start(FIND, U, at(2, 9), never) is None and latest_start(FIND, N, at(2, 9), never) is None
    assert latest_start(FIND, E, at(2, 9), never) == at(2, 8, 30)


def test_another_table_gives_another_limit_and_latest_start():
    table = DEFAULT_TARGETS | {(N, FIND): Target(2, TargetUnit.WORKING_DAYS), (U, FIND): Target(90, TargetUnit.MINUTES)}
    assert limit(FIND, N, at(2, 9), CALENDAR, table) == at(4, 16) and limit(FIND, U, at(2, 15), CALENDAR, table) == at(3, 8)
    assert latest_start(FIND, U, at(3, 8), CALENDAR, table) == at(2, 15)


def test_minutes_over_many_years_are_those_of_their_days():
    start, end = datetime(2024, 2, 29, 12), datetime(2029, 1, 1, 8)
    midnights = [datetime.combine(start.date() + timedelta(n), time()) for n in range(1, (end.date() - start.date()).days + 1)]
    whole = sum(minutes_between(one, other, CALENDAR, wall=False) for one, other in pairwise(midnights))
    assert minutes_between(start, end, CALENDAR, wall=False) == 4 * 60 + whole + 30
