"""What a reporter may be told, who can be told at all, and by when."""
from datetime import date, datetime

import pytest

from portal.rules.channels import Channel
from portal.rules.refused import Refused
from portal.rules.report import ReportState
from portal.rules.telling import ANSWERABLE, ENDS, Outcome, Why, check_telling, outcome, reachable, tell_by
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar

CALENDAR = WorkCalendar(DEFAULT_HOURS, holidays={date(2026, 3, 19)})


@pytest.mark.parametrize("name, phone, channel, expected", [
    ("Ibu Ayu", "", Channel.TELEPHONE, True), ("", "081234567890", Channel.TELEPHONE, True), ("", "", Channel.TELEPHONE, False),
    ("", "", Channel.WALK_IN, False), ("", "", Channel.HOTLINE_171, False), ("", "", Channel.SP4N, False), ("", "", Channel.OTHER, False),
    ("", "081234567890", Channel.OUTREACH, True), ("", "", Channel.OUTREACH, False),
    *(("", "", channel, True) for channel in sorted(ANSWERABLE)),
])
def test_who_can_be_told(name, phone, channel, expected):
    assert reachable(name=name, phone=phone, channel=channel) is expected


@pytest.mark.parametrize("state, cases, expected", [
    (ReportState.RECEIVED, [], Outcome.LOOKED_AT), (ReportState.VERIFIED, [], Outcome.IN_HAND), (ReportState.VERIFIED, [True], Outcome.IN_HAND),
    (ReportState.VERIFIED, [False], Outcome.FINISHED), (ReportState.VERIFIED, [False, True], Outcome.IN_HAND),
    (ReportState.MERGED, [], Outcome.IN_HAND), (ReportState.MERGED, [False], Outcome.FINISHED),
    (ReportState.HANDED_OVER, [], Outcome.HANDED_OVER), (ReportState.OUTSIDE, [], Outcome.OUTSIDE), (ReportState.UNFOUNDED, [], Outcome.UNFOUNDED),
])
def test_what_is_told(state, cases, expected):
    assert outcome(state, cases) == expected


@pytest.mark.parametrize("state", ReportState)
@pytest.mark.parametrize("can_be_told", [True, False])
def test_what_is_refused(state, can_be_told):
    why = Why.REPORT_CANCELLED if state == ReportState.CANCELLED else None if can_be_told else Why.NOBODY_TO_TELL
    try:
        check_telling(state, can_be_told=can_be_told)
    except Refused as refused:
        assert refused.why == why
    else:
        assert why is None


def test_there_is_an_outcome_in_every_state_but_the_first_and_the_mistake():
    assert {*ReportState} - {*ENDS} == {ReportState.RECEIVED, ReportState.CANCELLED}


@pytest.mark.parametrize("known_at, limit", [
    (datetime(2026, 3, 2, 10, 0), datetime(2026, 3, 5, 16, 0)), (datetime(2026, 3, 16, 23, 59), datetime(2026, 3, 20, 16, 30)),
    (datetime(2026, 3, 17, 0, 0), datetime(2026, 3, 23, 16, 0)),
])
def test_by_when(known_at, limit):
    assert tell_by(known_at, CALENDAR, 3) == limit
