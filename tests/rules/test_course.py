"""The plan of a course: its days, meetings and hours, and the dates that no course can have."""
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.course import LONGEST, Plan, Why, check_dates
from portal.rules.refused import Refused
from portal.rules.trades import PROVIDES_AS, ProviderKind, provider_kind

MONDAY = date(2026, 3, 16)
WORKING = (0, 1, 2, 3, 4)
# Nyepi, Idulfitri and the leave days around them.
OFF = frozenset(MONDAY + timedelta(days) for days in range(2, 9))


def plan(days, **told):
    """A course of so many days from Monday, 16 March 2026."""
    return Plan(MONDAY, MONDAY + timedelta(days - 1), off=OFF, **told)


@pytest.mark.parametrize("weekdays, count, possible, skipped", [
    ((), 1, 1, 0), ((), 2, 2, 0), ((), 3, 2, 1), ((), 10, 3, 7),
    (WORKING, 5, 2, 3), (WORKING, 14, 5, 5), ((0, 2), 14, 2, 2), ((6,), 7, 0, 1), ((6,), 14, 1, 1), ((5,), 5, 0, 0),
])
def test_the_days_are_those_of_the_weekdays_without_the_holidays(weekdays, count, possible, skipped):
    found = plan(count, weekdays=weekdays)
    assert (len(found.possible), len(found.skipped)) == (possible, skipped)


def test_the_first_and_the_last_day_count():
    assert Plan(MONDAY, MONDAY).possible == (MONDAY,)
    assert Plan(MONDAY, MONDAY, weekdays=(0,)).days == (MONDAY,)
    assert Plan(MONDAY, MONDAY, weekdays=(1,)).possible == ()


@pytest.mark.parametrize("weekdays, sessions, hours, days, count, total", [
    ((), None, 5, 0, None, None),       # nobody can say how often they meet
    ((), 4, 5, 0, 4, 20),               # the number is planned, the days are not
    (WORKING, None, 5, 5, 5, 25),       # every day of the plan
    (WORKING, 3, 5, 3, 3, 15),          # the first three of them
    (WORKING, 9, 5, 5, 9, 45),          # more than there are days: the plan stays as it was told
    (WORKING, 3, 0, 3, 3, None),        # hours that nobody told
])
def test_meetings_and_hours(weekdays, sessions, hours, days, count, total):
    found = plan(14, weekdays=weekdays, sessions=sessions, hours_per_day=hours)
    assert (len(found.days), found.count, found.hours) == (days, count, total)


@pytest.mark.parametrize("weekdays, sessions, missing, spare", [
    (WORKING, None, 0, 0), (WORKING, 4, 0, 1), (WORKING, 5, 0, 0), (WORKING, 6, 1, 0), ((), 7, 0, 0), ((), 8, 1, 0), ((), 1, 0, 0),
])
def test_a_number_of_meetings_and_the_dates_agree_or_not(weekdays, sessions, missing, spare):
    found = plan(14, weekdays=weekdays, sessions=sessions)
    assert (found.missing, found.spare) == (missing, spare)


def test_the_day_by_which_so_many_meetings_are_held():
    assert plan(14, weekdays=WORKING, sessions=5).needs_until == date(2026, 3, 27)
    assert plan(14, weekdays=WORKING, sessions=6).needs_until == date(2026, 3, 30)
    assert plan(14, weekdays=WORKING).needs_until is None
    assert plan(14, weekdays=(0,), sessions=999).needs_until is None  # not within three years


def test_the_next_day_of_the_plan():
    found = plan(14, weekdays=WORKING)
    assert found.after(MONDAY) == date(2026, 3, 17)
    assert found.after(date(2026, 3, 17)) == date(2026, 3, 25)
    assert found.after(date(2026, 3, 27)) is None
    assert plan(14).after(MONDAY) is None


@pytest.mark.parametrize("days, refused", [(LONGEST.days - 1, False), (LONGEST.days, False), (LONGEST.days + 1, True)])
def test_a_course_lasts_three_years_at_most(days, refused):
    _refuses(Why.TOO_LONG if refused else None, MONDAY, MONDAY + timedelta(days))


@pytest.mark.parametrize("day, why", [
    (date(2026, 3, 1), None), (date(2026, 3, 28), None), (date(2026, 3, 29), None), (date(2026, 3, 30), Why.JOIN_AFTER_END)])
def test_nobody_joins_after_the_last_day(day, why):
    _refuses(why, MONDAY, date(2026, 3, 29), join_until=day)


@pytest.mark.parametrize("starts, why", [(date(2026, 3, 16), None), (date(2026, 3, 17), None), (date(2026, 3, 18), Why.HELD_BEFORE)])
def test_a_course_does_not_start_after_its_first_meeting(starts, why):
    _refuses(why, starts, date(2026, 9, 30), first_held=date(2026, 3, 17))


def _refuses(why, *args, **told):
    if why is None:
        return check_dates(*args, **told)
    with pytest.raises(Refused) as refused:
        check_dates(*args, **told)
    assert refused.value.why == why


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 200), st.sets(st.integers(0, 6)), st.sets(st.integers(0, 200)),
       st.none() | st.integers(1, 250))
def test_the_plan_of_any_course(starts, length, weekdays, off, sessions):
    holidays = {starts + timedelta(each) for each in off}
    found = Plan(starts, starts + timedelta(length), tuple(sorted(weekdays)), sessions, 4, holidays)
    assert list(found.possible) == sorted(set(found.possible)) and set(found.possible).isdisjoint(holidays)
    assert all(starts <= day <= found.ends and (not weekdays or day.weekday() in weekdays) for day in found.possible)
    assert not (found.missing and found.spare) and len(found.days) <= (sessions or length + 1)
    if sessions and found.needs_until:
        longer = Plan(starts, found.needs_until, tuple(sorted(weekdays)), sessions, 4, holidays)
        assert (longer.missing, len(longer.possible)) == (0, sessions)


def test_what_kind_of_provider_an_institution_is():
    from portal.rules.referral import InstitutionKind
    assert provider_kind(InstitutionKind.TRAINING_CENTRE) == ProviderKind.PUBLIC_TRAINING_CENTRE
    assert provider_kind(InstitutionKind.LEARNING_CENTRE) == ProviderKind.LEARNING_CENTRE
    assert {each for each in InstitutionKind if provider_kind(each)} == set(PROVIDES_AS)
