"""On what terms a referral goes out: the case, the consent, the ministry's programmes, a repeat, and a letter that is owed."""
from datetime import date, datetime, timedelta

import pytest

from portal.rules.consent import Assent, ConsentState, Stand, Voice
from portal.rules.decile import Programme, Verdict
from portal.rules.referral import ConsentBasis, InstitutionKind, Why
from portal.rules.referral_terms import check_case, check_consent, check_leaving, check_programme, paper_due, programme_of, repeat_warning
from portal.rules.refused import Refused
from portal.rules.workdays import DEFAULT_HOURS, WorkCalendar


def outcome_of(rule, *arguments, **more):
    try:
        return rule(*arguments, **more)
    except Refused as refused:
        return refused.why


GUARDIAN, OWN, VITAL, PUBLIC = ConsentBasis.GUARDIAN, ConsentBasis.OWN, ConsentBasis.VITAL_INTEREST, ConsentBasis.PUBLIC_TASK
GIVEN, BASIS, REFUSED, WITHDRAWN, MISSING = ConsentState


def standing(state, assent=Assent.NOT_ASKED):
    return Stand(state, Voice.GUARDIAN, assent=assent)


@pytest.mark.parametrize("basis, state, reason, emergency, expected", [
    (None, GIVEN, "", False, Why.CONSENT_NEEDED), (ConsentBasis.REFUSED, GIVEN, "Sebab.", True, Why.CONSENT_REFUSED),
    # What somebody agreed to must be on record for this institution.
    (GUARDIAN, GIVEN, "", False, None), (OWN, GIVEN, "", False, None), (GUARDIAN, MISSING, "Ibu setuju.", False, Why.CONSENT_NOT_RECORDED),
    (GUARDIAN, BASIS, "", False, Why.CONSENT_NOT_RECORDED), (OWN, MISSING, "", True, Why.CONSENT_NOT_RECORDED),
    # A legal basis says why.
    (PUBLIC, MISSING, "Wali tidak diketahui.", False, None), (PUBLIC, MISSING, " ", False, Why.BASIS_REASON), (VITAL, BASIS, "Malam.", False, None),
    (VITAL, MISSING, "", True, Why.BASIS_REASON), (PUBLIC, GIVEN, "Wali pergi.", False, None),
    # Against a no only an emergency's vital interest goes out.
    (GUARDIAN, REFUSED, "", False, Why.CONSENT_REFUSED), (GUARDIAN, WITHDRAWN, "", False, Why.CONSENT_WITHDRAWN),
    (PUBLIC, REFUSED, "Demi anak.", False, Why.CONSENT_REFUSED), (PUBLIC, WITHDRAWN, "Demi anak.", True, Why.CONSENT_WITHDRAWN),
    (VITAL, REFUSED, "Luka berat.", False, Why.CONSENT_REFUSED), (VITAL, REFUSED, "Luka berat.", True, None),
    (VITAL, WITHDRAWN, "Luka berat.", True, None), (VITAL, WITHDRAWN, "", True, Why.BASIS_REASON),
])
def test_consent(basis, state, reason, emergency, expected):
    assert outcome_of(check_consent, basis, standing(state), reason=reason, emergency=emergency) == expected


@pytest.mark.parametrize("assent, reason, expected", [
    (Assent.REFUSED, "", Why.CHILD_SAID_NO), (Assent.WITHDRAWN, "", Why.CHILD_SAID_NO), (Assent.REFUSED, "Takut dokter; dijelaskan lagi.", None),
    (Assent.MISSING, "", None), (Assent.GIVEN, "", None),
])
def test_a_childs_no_is_answered_with_a_reason(assent, reason, expected):
    assert outcome_of(check_consent, GUARDIAN, standing(GIVEN, assent), reason=reason) == expected


@pytest.mark.parametrize("basis, state, left, expected", [
    (GUARDIAN, GIVEN, False, None), (GUARDIAN, BASIS, False, None), (GUARDIAN, MISSING, False, Why.CONSENT_NOT_RECORDED),
    (GUARDIAN, MISSING, True, None), (GUARDIAN, WITHDRAWN, False, Why.CONSENT_WITHDRAWN), (GUARDIAN, WITHDRAWN, True, Why.CONSENT_WITHDRAWN),
    (GUARDIAN, REFUSED, True, Why.CONSENT_REFUSED), (PUBLIC, MISSING, False, None), (PUBLIC, REFUSED, False, Why.CONSENT_REFUSED),
])
def test_an_approved_letter_waits_for_a_basis_once_the_consent_is_gone(basis, state, left, expected):
    assert outcome_of(check_leaving, basis, standing(state), reason="Sebab.", left=left) == expected


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
