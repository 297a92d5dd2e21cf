"""Basic services never wait for a decile."""
from datetime import date

import pytest

from portal.rules.consideration import (
    COORDINATION,
    LIFE,
    ConsiderationReason,
    ConsiderationState,
    ConsiderationStep,
    CoordinationState,
    CoordinationStep,
    may_request,
    opened_by,
    wanted,
)
from portal.rules.consideration import Why as WhyNoRequest
from portal.rules.decile import OPEN_TO, Because, DtsenStatus, Programme, Verdict, Why, check, eligibility, is_stale, recheck_due
from portal.rules.refused import Refused

LISTED = DtsenStatus.LISTED
OPEN, ASK, UNCHECKED = Verdict


def refusal(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("programme, status, decile, approved, verdict, because", [
    (Programme.ATENSI, LISTED, 1, False, OPEN, Because.IN_DECILE), (Programme.ATENSI, LISTED, 5, False, OPEN, Because.IN_DECILE),
    (Programme.ATENSI, LISTED, 6, False, ASK, Because.ABOVE), (Programme.ATENSI, LISTED, 0, False, ASK, Because.UNRANKED),
    (Programme.PKH, LISTED, 4, False, OPEN, Because.IN_DECILE), (Programme.PKH, LISTED, 5, False, ASK, Because.ABOVE),
    (Programme.SEMBAKO, LISTED, 4, False, OPEN, Because.IN_DECILE), (Programme.SEMBAKO, LISTED, 5, False, ASK, Because.ABOVE),
    (Programme.PBI_JK, LISTED, 5, False, OPEN, Because.IN_DECILE), (Programme.PBI_JK, LISTED, 7, True, OPEN, Because.CONSIDERED),
    (Programme.SEKOLAH_RAKYAT, LISTED, 2, False, OPEN, Because.IN_DECILE),
    (Programme.SEKOLAH_RAKYAT, LISTED, 3, False, ASK, Because.ABOVE),
    (Programme.ATENSI, DtsenStatus.NOT_CHECKED, None, False, UNCHECKED, Because.NEVER_CHECKED),
    (Programme.ATENSI, DtsenStatus.NOT_LISTED, None, False, ASK, Because.NOT_LISTED),
    (Programme.ATENSI, DtsenStatus.NIK_MISMATCH, None, False, ASK, Because.NIK_MISMATCH),
    (Programme.ATENSI, DtsenStatus.NO_NIK, None, False, ASK, Because.NO_NIK),
    (Programme.ATENSI, DtsenStatus.NOT_LISTED, None, True, OPEN, Because.CONSIDERED),
    (None, DtsenStatus.NOT_CHECKED, None, False, OPEN, Because.BASIC_SERVICE), (None, LISTED, 10, False, OPEN, Because.BASIC_SERVICE),
])
def test_eligibility(programme, status, decile, approved, verdict, because):
    found = eligibility(programme, status, decile, approved, OPEN_TO)
    assert (found.verdict, found.because) == (verdict, because)


def test_the_office_may_widen_the_table():
    found = eligibility(Programme.SEMBAKO, LISTED, 5, False, {Programme.SEMBAKO: {1, 2, 3, 4, 5}})
    assert found.verdict is OPEN


@pytest.mark.parametrize("status, decile, why", [
    (LISTED, 0, None), (LISTED, 10, None), (LISTED, 11, Why.NO_SUCH_DECILE), (LISTED, -1, Why.NO_SUCH_DECILE),
    (LISTED, None, Why.DECILE_NEEDED), (DtsenStatus.NOT_LISTED, 3, Why.DECILE_WITHOUT_LISTING), (DtsenStatus.NO_NIK, None, None),
    (DtsenStatus.NOT_CHECKED, 0, Why.DECILE_WITHOUT_LISTING),
])
def test_a_check_is_whole(status, decile, why):
    assert refusal(check, status, decile) is why


@pytest.mark.parametrize("today, stale", [(date(2026, 5, 30), False), (date(2026, 5, 31), True)])
def test_a_check_grows_old_after_ninety_days(today, stale):
    assert recheck_due(date(2026, 3, 2)) == date(2026, 5, 31)
    assert is_stale(date(2026, 3, 2), today) is stale


C, S = ConsiderationState, ConsiderationStep
MOVES = {(C.REQUESTED, S.APPROVE): C.APPROVED, (C.REQUESTED, S.REFUSE): C.REFUSED, (C.REQUESTED, S.RETURN): C.RETURNED,
         (C.REQUESTED, S.WITHDRAW): C.WITHDRAWN, (C.RETURNED, S.REQUEST): C.REQUESTED, (C.RETURNED, S.WITHDRAW): C.WITHDRAWN,
         (C.APPROVED, S.UNDO): C.RETURNED}


@pytest.mark.parametrize("state", ConsiderationState)
@pytest.mark.parametrize("step", ConsiderationStep)
def test_the_life_of_a_consideration(state, step):
    assert (refusal(LIFE.after, state, step) is None) is ((state, step) in MOVES)
    if (state, step) in MOVES:
        assert LIFE.after(state, step) is MOVES[state, step]


def test_the_sentra_answers_once():
    assert COORDINATION.after(CoordinationState.OPEN, CoordinationStep.ANSWER) is CoordinationState.ANSWERED
    assert COORDINATION.steps_from(CoordinationState.ANSWERED) == []


A = Programme.ATENSI


@pytest.mark.parametrize("status, reason, text, programme, others, why", [
    (LISTED, ConsiderationReason.ILLNESS, "", None, (), None),
    (DtsenStatus.NOT_LISTED, ConsiderationReason.NO_NIK, "", None, ((C.REFUSED, None), (C.WITHDRAWN, None)), None),
    (DtsenStatus.NOT_CHECKED, ConsiderationReason.SAFETY, "", None, (), WhyNoRequest.NOT_CHECKED_YET),
    (LISTED, ConsiderationReason.OTHER, " ", None, (), WhyNoRequest.REASON_TEXT_NEEDED),
    (LISTED, ConsiderationReason.OTHER, "Alasan", None, (), None),
    (LISTED, ConsiderationReason.SAFETY, "", None, ((C.RETURNED, None),), WhyNoRequest.ALREADY_RUNNING),
    (LISTED, ConsiderationReason.SAFETY, "", None, ((C.APPROVED, None),), WhyNoRequest.ALREADY_RUNNING),
    # One that runs stands in the way of the same programme and of all; another programme has a way of its own.
    (LISTED, ConsiderationReason.SAFETY, "", A, ((C.REQUESTED, A),), WhyNoRequest.ALREADY_RUNNING),
    (LISTED, ConsiderationReason.SAFETY, "", A, ((C.REQUESTED, None),), WhyNoRequest.ALREADY_RUNNING),
    (LISTED, ConsiderationReason.SAFETY, "", None, ((C.REQUESTED, A),), WhyNoRequest.ALREADY_RUNNING),
    (LISTED, ConsiderationReason.SAFETY, "", A, ((C.REQUESTED, Programme.PBI_JK),), None),
    # One approved stands in the way of what it opens, and of nothing else.
    (LISTED, ConsiderationReason.SAFETY, "", A, ((C.APPROVED, A),), WhyNoRequest.ALREADY_RUNNING),
    (LISTED, ConsiderationReason.SAFETY, "", A, ((C.APPROVED, None),), WhyNoRequest.ALREADY_RUNNING),
    (LISTED, ConsiderationReason.SAFETY, "", A, ((C.APPROVED, Programme.PBI_JK),), None),
    (LISTED, ConsiderationReason.SAFETY, "", None, ((C.APPROVED, A),), None),
])
def test_asking_for_a_consideration(status, reason, text, programme, others, why):
    assert refusal(may_request, status=status, reason=reason, text=text, programme=programme, others=others) is why


@pytest.mark.parametrize("status, decile, because", [
    (LISTED, 1, None), (LISTED, 5, None), (LISTED, 6, Because.ABOVE), (LISTED, 10, Because.ABOVE), (LISTED, 0, Because.UNRANKED),
    (DtsenStatus.NOT_LISTED, None, Because.NOT_LISTED), (DtsenStatus.NIK_MISMATCH, None, Because.NIK_MISMATCH),
    (DtsenStatus.NO_NIK, None, Because.NO_NIK), (DtsenStatus.NOT_CHECKED, None, None),
])
def test_who_is_offered_a_consideration_and_why(status, decile, because):
    assert wanted(status, decile, OPEN_TO) is because


def test_an_approval_opens_what_it_was_asked_for():
    assert opened_by(Programme.PBI_JK) == (Programme.PBI_JK,)
    assert opened_by(None) == tuple(Programme)
