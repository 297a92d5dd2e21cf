"""What is known of those who were trained: each aim on each side of its days."""
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rules.followup import FollowUpStatus as S
from portal.rules.followup import window
from portal.rules.training_outcome import Aim, Measure, Trained, Visit, measures_of, no_more_hoped, tally

ENDED = date(2026, 9, 30)
YES, NO, UNKNOWN, PENDING = Measure(yes=1), Measure(no=1), Measure(unknown=1), Measure(pending=1)
# One day in each milestone's window.
ON = {1: date(2026, 10, 30), 3: date(2026, 12, 30), 6: date(2027, 3, 30), 12: date(2027, 9, 30)}
LATE = date(2030, 1, 1)


def person(*visits, passed=True, certified=True):
    """Somebody found as (months, status) says; a third part is whether the skill is still used."""
    return Trained(ENDED, passed, certified, tuple(Visit(months, ON[months], status, *more) for months, status, *more in visits))


def of(aim, *visits, today=LATE):
    return measures_of(person(*visits), today)[aim]


def test_passing_and_certificate_are_always_known():
    for passed in (True, False):
        for certified in (True, False):
            found = measures_of(person(passed=passed, certified=certified), ENDED)
            assert (found[Aim.COMPLETED], found[Aim.CERTIFIED]) == (YES if passed else NO, YES if certified else NO)


@pytest.mark.parametrize("visits, today, expected", [
    ((), ENDED, PENDING), ((), date(2027, 3, 15), PENDING), ((), date(2027, 3, 16), UNKNOWN),
    (((3, S.NOT_FOUND),), date(2027, 3, 15), PENDING), (((3, S.NOT_FOUND),), date(2027, 3, 16), UNKNOWN),
    (((1, S.WORKING),), ON[1], YES), (((1, S.OWN_BUSINESS), (3, S.IDLE)), LATE, YES), (((1, S.IDLE), (3, S.SCHOOL)), LATE, YES),
    (((3, S.IDLE),), ON[3], NO), (((3, S.BACK_ON_STREET),), LATE, NO),
    # Idle after one month says nothing of the third.
    (((1, S.IDLE),), date(2027, 3, 15), PENDING), (((1, S.IDLE),), date(2027, 3, 16), UNKNOWN), (((1, S.IDLE), (3, S.NOT_FOUND)), LATE, UNKNOWN),
    # Work found later than the third month's window is not work within three months.
    (((6, S.WORKING),), LATE, UNKNOWN), (((3, S.IDLE), (6, S.WORKING)), LATE, NO),
])
def test_placed_within_three_months(visits, today, expected):
    assert of(Aim.PLACED, *visits, today=today) == expected


@pytest.mark.parametrize("visits, expected", [
    (((3, S.SCHOOL),), YES), (((1, S.SCHOOL), (3, S.WORKING)), YES), (((3, S.WORKING),), NO), (((1, S.WORKING),), UNKNOWN), ((), UNKNOWN),
])
def test_back_to_school(visits, expected):
    assert of(Aim.SCHOOL, *visits) == expected


@pytest.mark.parametrize("visits, today, expected", [
    ((), date(2026, 12, 15), PENDING), ((), date(2026, 12, 16), UNKNOWN), (((1, S.NOT_FOUND),), date(2026, 12, 15), PENDING),
    (((1, S.WORKING, True),), ON[1], YES), (((1, S.WORKING, True), (12, S.WORKING, False)), LATE, NO),
    (((1, S.WORKING, True), (12, S.NOT_FOUND)), LATE, YES), (((1, S.WORKING, True), (6, S.IDLE, None)), LATE, UNKNOWN),
])
def test_the_latest_visit_says_whether_the_skill_is_used(visits, today, expected):
    assert of(Aim.USES_SKILL, *visits, today=today) == expected


@pytest.mark.parametrize("visits, today, six, twelve", [
    ((), ENDED, PENDING, PENDING), ((), date(2027, 9, 15), PENDING, PENDING), ((), date(2027, 9, 16), UNKNOWN, PENDING),
    ((), date(2027, 10, 29), UNKNOWN, PENDING), ((), date(2027, 10, 30), UNKNOWN, UNKNOWN),
    (((6, S.IDLE),), ON[6], YES, PENDING), (((12, S.WORKING),), ON[12], UNKNOWN, YES),
    # Once back on the street is known, whatever follows; and before its day too.
    (((1, S.BACK_ON_STREET),), ON[1], NO, NO), (((3, S.BACK_ON_STREET), (6, S.WORKING), (12, S.WORKING)), LATE, NO, NO),
    (((6, S.WORKING), (12, S.BACK_ON_STREET)), LATE, YES, NO), (((12, S.BACK_ON_STREET),), LATE, UNKNOWN, NO),
    # Being found off the street earlier is no answer for later.
    (((1, S.WORKING), (3, S.WORKING)), LATE, UNKNOWN, UNKNOWN), (((6, S.NOT_FOUND), (12, S.NOT_FOUND)), LATE, UNKNOWN, UNKNOWN),
])
def test_not_back_on_the_street(visits, today, six, twelve):
    found = measures_of(person(*visits), today)
    assert (found[Aim.OFF_STREET_6], found[Aim.OFF_STREET_12]) == (six, twelve)


def test_a_milestone_is_pending_while_somebody_may_still_be_found():
    for months, following in ((1, 3), (3, 6), (6, 12)):
        assert no_more_hoped(ENDED, months) == window(ENDED, following)[0]
    assert no_more_hoped(ENDED, 12) == date(2027, 10, 30)


def test_two_visits_of_one_milestone_both_count():
    moved = Trained(ENDED, True, True, (Visit(3, ON[3] + timedelta(days=20), S.WORKING), Visit(3, ON[3], S.IDLE)))
    assert measures_of(moved, LATE)[Aim.PLACED] == YES


@pytest.mark.parametrize("measure, known, whole, percent", [
    (Measure(), 0, 0, None), (Measure(unknown=4, pending=2), 0, 6, None), (Measure(7, 2, 3, 2), 9, 14, 78), (Measure(0, 3), 3, 3, 0),
    (Measure(1, 1), 2, 2, 50), (Measure(1, 7), 8, 8, 13), (Measure(3, 0, 9), 3, 12, 100),
])
def test_a_percentage_is_of_the_known_alone(measure, known, whole, percent):
    assert (measure.known, measure.whole, measure.percent) == (known, whole, percent)


PEOPLE = st.lists(st.builds(
    Trained, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.booleans(), st.booleans(),
    st.lists(st.builds(Visit, st.sampled_from((1, 3, 6, 12)), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.sampled_from(list(S)),
                       st.sampled_from((True, False, None))), max_size=5).map(tuple)), max_size=6)


@given(PEOPLE, st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_nobody_is_lost_and_nobody_counted_twice(people, today):
    total = tally(people, today)
    assert set(total) == set(Aim) and all(measure.whole == len(people) for measure in total.values())
    assert all(each.unknown == each.pending == 0 for each in (total[Aim.COMPLETED], total[Aim.CERTIFIED]))


@given(PEOPLE, st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(0, 600))
def test_what_is_known_stays_known_as_time_goes_by(people, today, later):
    before, after = tally(people, today), tally(people, today + timedelta(days=later))
    assert all(after[aim].yes == before[aim].yes and after[aim].no == before[aim].no and after[aim].pending <= before[aim].pending for aim in Aim)
