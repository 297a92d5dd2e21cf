"""A period reads back as it is written, and its neighbours touch it without a gap."""
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.rules.period import FIRST_YEAR, LAST_YEAR, LONGEST, Span, Why, free, month_of, months_in, offered, quarter_of, read, year_of
from portal.rules.refused import Refused

days = st.dates(date(FIRST_YEAR + 4, 1, 1), date(LAST_YEAR - 4, 12, 31))
quick = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2026", date(2026, 1, 1), date(2026, 12, 31)), ("2026-q1", date(2026, 1, 1), date(2026, 3, 31)),
    ("2026-q4", date(2026, 10, 1), date(2026, 12, 31)), ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
    ("2026-02", date(2026, 2, 1), date(2026, 2, 28)), ("2028-02-29..2028-03-01", date(2028, 2, 29), date(2028, 3, 1))])
def test_a_period_is_read_from_an_address(text, first, last):
    found = read(text)
    assert (found.first, found.last, str(found)) == (first, last, text)


@pytest.mark.parametrize("text", [None, "", "26", "2026-13", "2026-q5", "2026-00", "2026-02-30..2026-03-01", "2026-03-02..2026-03-01", "1999", "2100",
                                  "2020-01-01..2026-01-01", "2026-1", " 2026", "2026\n", "２０２６-03", "2026-03-01..", "2026-q1; DROP"])
def test_anything_else_is_no_period(text):
    assert read(text) is None


@quick
@given(days, st.sampled_from([month_of, quarter_of, year_of]))
def test_months_quarters_and_years_hold_their_day_and_follow_each_other(day, make):
    found = make(day)
    assert found.holds(day) and read(str(found)) == found
    assert found.previous.end == found.first and found.next.first == found.end
    assert found.next.previous == found == found.previous.next


@quick
@given(days, st.integers(0, LONGEST - 1))
def test_any_days_have_neighbours_of_the_same_length(first, more):
    found = free(first, first + timedelta(more))
    assert found.previous.end == found.first and found.next.first == found.end
    assert (found.next.last - found.next.first).days == more == (found.previous.last - found.previous.first).days
    months = months_in(found)
    assert months[0].holds(found.first) and months[-1].holds(found.last)
    assert all(one.next == other for one, other in zip(months, months[1:], strict=False))


def test_any_days_end_after_they_begin_and_span_three_years_at_most():
    with pytest.raises(Refused) as refused:
        free(date(2026, 3, 2), date(2026, 3, 1))
    assert refused.value.why is Why.ENDS_FIRST
    with pytest.raises(Refused) as refused:
        free(date(2026, 1, 1), date(2026, 1, 1) + timedelta(LONGEST))
    assert refused.value.why is Why.TOO_LONG
    assert free(date(2026, 1, 1), date(2026, 1, 1) + timedelta(LONGEST - 1)).span is Span.FREE


def test_what_is_offered_begins_with_now_and_each_is_there_once():
    found = offered(date(2026, 1, 1))
    assert [str(each) for each in found if each.span is Span.MONTH][:2] == ["2026-01", "2025-12"]
    assert [str(each) for each in found if each.span is Span.QUARTER][:2] == ["2026-q1", "2025-q4"]
    assert [str(each) for each in found if each.span is Span.YEAR][:2] == ["2026", "2025"]
    assert len(found) == len(set(found))
