"""Whatever the hours, the days off, the pauses and the moments: the clocks say what somebody finds who counts each minute."""
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.clocks import (
    Clock,
    DatedHours,
    Pause,
    Target,
    TargetUnit,
    WorkCalendar,
    latest_start,
    limit,
    minutes_between,
)
from portal.rules.levels import Level
from portal.rules.workdays import Amended, DayStanding

MINUTE, DAY = timedelta(minutes=1), timedelta(1)
# An ordinary week, the ends of a February with and without its 29th day, and the end of a year.
FIRST_DAYS = (date(2026, 3, 2), date(2028, 2, 26), date(2026, 2, 26), date(2026, 12, 28))
LONG = 12  # days in which everything happens
counted = settings(max_examples=60, deadline=None)
half_hours = st.integers(0, 46)


@st.composite
def weeks(draw):
    """Hours (open, close) in half hours of at least three weekdays; the counting below reads the same plain numbers."""
    days = draw(st.sets(st.integers(0, 6), min_size=3))
    return {day: (opens, draw(st.integers(opens + 1, min(opens + 12, 47)))) for day in sorted(days) for opens in [draw(half_hours)]}


@st.composite
def offices(draw):
    """(first day, usual week, special week or None with its days, national days off, amended days) as plain values."""
    first = draw(st.sampled_from(FIRST_DAYS))
    near = st.integers(0, LONG).map(lambda ahead: first + timedelta(ahead))
    special = draw(st.none() | st.tuples(weeks(), near, st.integers(0, 6)))
    national = draw(st.sets(near, max_size=4))
    amended = draw(st.dictionaries(near, st.sampled_from(DayStanding), max_size=3))
    return first, draw(weeks()), special, national, amended


def calendar_of(first, week, special, national, amended):
    def times(plain):
        return {day: tuple(time(half // 2, half % 2 * 30) for half in hours) for day, hours in plain.items()}

    dated = (DatedHours(special[1], special[1] + timedelta(special[2]), times(special[0])),) if special else ()
    return WorkCalendar(times(week), dated, national, {day: Amended(standing, "") for day, standing in amended.items()})


class Minutes:
    """The slow way: every minute is asked by itself."""

    def __init__(self, first, week, special, national, amended):
        self.week, self.special, self.national, self.amended = week, special, national, amended

    def hours(self, day):
        """(first, last + 1) of the open minutes of a day, or None."""
        off = day in self.national
        if self.amended.get(day) == DayStanding.CLOSED:
            off = True
        if self.amended.get(day) == DayStanding.OPEN:
            off = False
        week = self.week
        if self.special and self.special[1] <= day <= self.special[1] + timedelta(self.special[2]):
            week = self.special[0]
        if off or day.weekday() not in week:
            return None
        opens, closes = week[day.weekday()]
        return opens * 30, closes * 30

    def runs(self, minute, wall, pauses):
        """Whether the minute that begins here counts."""
        if any(pause.start <= minute < pause.end for pause in pauses):
            return False
        if wall:
            return True
        hours = self.hours(minute.date())
        return bool(hours) and hours[0] <= minute.hour * 60 + minute.minute < hours[1]

    def count(self, start, end, wall, pauses):
        total = 0
        while start < end:
            total += self.runs(start, wall, pauses)
            start += MINUTE
        return total

    def limit(self, start, target, wall, pauses):
        left = target.amount * (60 if target.unit == TargetUnit.HOURS else 1)
        if target.unit == TargetUnit.WORKING_DAYS:
            return self.closing(start.date(), target.amount, pauses)
        while left:
            left -= self.runs(start, wall, pauses)
            start += MINUTE
        return start

    def closing(self, day, left, pauses):
        while True:
            day += DAY
            hours = self.hours(day)
            closes = hours and datetime.combine(day, time()) + hours[1] * MINUTE
            if hours and not any(pause.start <= closes < pause.end for pause in pauses):
                left -= 1
                if not left:
                    return closes


@st.composite
def moments(draw, first):
    return datetime.combine(first, time()) + timedelta(minutes=draw(st.integers(0, LONG * 1440 // 2)))


@st.composite
def held(draw, first):
    starts = draw(st.lists(st.integers(0, LONG * 1440 // 2), max_size=3))
    return [Pause(datetime.combine(first, time()) + start * MINUTE, datetime.combine(first, time()) + (start + draw(st.integers(0, 3000))) * MINUTE)
            for start in starts]


levels = st.sampled_from([Level.EMERGENCY, Level.ORDINARY])
targets = st.one_of(st.builds(Target, st.integers(1, 900), st.just(TargetUnit.MINUTES)),
                    st.builds(Target, st.integers(1, 15), st.just(TargetUnit.HOURS)),
                    st.builds(Target, st.integers(1, 4), st.just(TargetUnit.WORKING_DAYS)))


@counted
@given(st.data())
def test_the_limit_is_what_counting_each_minute_finds(data):
    office, level, target = data.draw(offices()), data.draw(levels), data.draw(targets)
    t0, pauses = data.draw(moments(office[0])), data.draw(held(office[0]))
    raised = data.draw(st.none() | moments(office[0]))
    slow, wall = Minutes(*office), level == Level.EMERGENCY and target.unit != TargetUnit.WORKING_DAYS
    by_hand = max(slow.limit(start, target, wall, pauses) for start in (t0, max(t0, raised or t0)))
    table = {(level, Clock.ACT): target}
    assert limit(Clock.ACT, level, t0, calendar_of(*office), table, pauses=pauses, raised_at=raised) == by_hand


@counted
@given(st.data())
def test_minutes_between_are_those_that_counting_finds(data):
    office, wall = data.draw(offices()), data.draw(st.booleans())
    start, end = data.draw(moments(office[0])), data.draw(moments(office[0]))
    pauses = data.draw(held(office[0]))
    assert minutes_between(start, end, calendar_of(*office), wall=wall, pauses=pauses) == Minutes(*office).count(start, end, wall, pauses)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_the_latest_start_is_exact_to_its_minute(data):
    office, level, target = data.draw(offices()), data.draw(levels), data.draw(targets)
    by = data.draw(moments(office[0])) + timedelta(seconds=data.draw(st.integers(0, 59)))
    calendar, table = calendar_of(*office), {(level, Clock.ACT): target}
    start = latest_start(Clock.ACT, level, by, calendar, table)
    assert limit(Clock.ACT, level, start, calendar, table) <= by < limit(Clock.ACT, level, start + timedelta(seconds=1), calendar, table)


@settings(max_examples=40, deadline=None)
@given(offices(), st.integers(0, LONG), st.integers(0, 800))
def test_working_days_and_closings_are_those_of_the_list(office, ahead, length):
    calendar, first = calendar_of(*office), office[0] + timedelta(ahead)
    open_days = [day for day in (first + timedelta(n) for n in range(1, length + 1)) if calendar.is_working(day)]
    assert calendar.working_days(first, first + timedelta(length)) == len(open_days)
    if open_days:
        assert calendar.closing(first, len(open_days)) == calendar.hours_on(open_days[-1])[1]
        assert calendar.working_day_back(first + timedelta(length), len(open_days)) == open_days[0]
