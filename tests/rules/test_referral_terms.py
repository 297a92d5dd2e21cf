"""On what terms a referral goes out: the case, the consent, the ministry's programmes, a repeat, and a letter that is owed."""
from datetime import date, datetime, timedelta

import pytest

from portal.rules.decile import Programme, Verdict
from portal.rules.referral import ConsentBasis, InstitutionKind, Why
from portal.rules.referral_terms import check_case, check_consent, check_programme, paper_due, programme_of, repeat_warning
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar


def outcome_of(rule, *arguments, **more):
    try:
        return rule(*arguments, **more)
    except Refused as refused:
        return refused.why


@pytest.mark.parametrize("basis, expected", [
    (None, Why.CONSENT_NEEDED), (ConsentBasis.REFUSED, Why.CONSENT_REFUSED), (ConsentBasis.GUARDIAN, None),
    (ConsentBasis.OWN, None), (ConsentBasis.VITAL_INTEREST, None), (ConsentBasis.PUBLIC_TASK, None),
])
def test_consent(basis, expected):
    assert outcome_of(check_consent, basis) == expected


@pytest.mark.parametrize("days, expected", [(0, True), (29, True), (30, True), (31, False)])
def test_the_same_place_twice_in_thirty_days(days, expected):
    today = date(2026, 3, 30)
    assert repeat_warning(today - timedelta(days=days), today) is expected


def test_a_first_referral_is_no_repeat():
    assert repeat_warning(None, date(2026, 3, 30)) is False


@pytest.mark.parametrize("kind, ministry, urgent, expected", [
    (InstitutionKind.SENTRA, True, False, Programme.ATENSI),
    (InstitutionKind.SENTRA, False, False, Programme.ATENSI),
    (InstitutionKind.OTHER, True, False, Programme.ATENSI),
    (InstitutionKind.PEOPLES_SCHOOL, True, False, Programme.SEKOLAH_RAKYAT),
    (InstitutionKind.PEOPLES_SCHOOL, False, False, Programme.SEKOLAH_RAKYAT),
    (InstitutionKind.MENTAL_HOSPITAL, False, False, None),
    (InstitutionKind.HEALTH_INSURANCE, False, False, None),
    (InstitutionKind.SENTRA, True, True, None),
])
def test_only_a_ministry_place_gives_a_programme_and_an_emergency_waits_for_none(kind, ministry, urgent, expected):
    assert programme_of(kind, ministry, urgent) == expected


@pytest.mark.parametrize("verdict, expected", [
    (Verdict.ELIGIBLE, None),
    (Verdict.NOT_CHECKED, Why.DECILE_UNKNOWN),
    (Verdict.NEEDS_CONSIDERATION, Why.CONSIDERATION_NEEDED),
])
def test_a_programme_is_shut_until_the_decile_or_a_consideration_opens_it(verdict, expected):
    assert outcome_of(check_programme, verdict) == expected


@pytest.mark.parametrize("is_open, expected", [(True, None), (False, Why.CASE_CLOSED)])
def test_a_referral_goes_out_of_a_running_case(is_open, expected):
    assert outcome_of(check_case, is_open) == expected


@pytest.mark.parametrize("handed_at, expected", [
    (datetime(2026, 3, 2, 10, 0), datetime(2026, 3, 3, 16, 0)),
    (datetime(2026, 3, 2, 23, 59), datetime(2026, 3, 3, 16, 0)),
    (datetime(2026, 3, 5, 10, 0), datetime(2026, 3, 6, 16, 30)),
    (datetime(2026, 3, 6, 10, 0), datetime(2026, 3, 9, 16, 0)),
    (datetime(2026, 3, 17, 10, 0), datetime(2026, 3, 20, 16, 30)),
])
def test_the_letter_after_an_urgent_hand_over_has_one_working_day(handed_at, expected):
    calendar = WorkCalendar(DEFAULT_HOURS, holidays={date(2026, 3, 18), date(2026, 3, 19)})
    assert paper_due(handed_at, calendar) == expected
