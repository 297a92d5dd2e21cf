"""A report leaves once, by a door it may take."""
from datetime import datetime

import pytest

from portal.rules.levels import Level
from portal.rules.life import WhyNot
from portal.rules.refused import Refused
from portal.rules.report import (
    DECIDED_BY_MANAGER,
    LIFE,
    PersonOutcome,
    ReportState,
    ReportStep,
    Why,
    may_cancel,
    may_happen,
    may_leave,
    may_merge,
    may_propose,
    may_resolve,
    may_triage,
    may_unlink,
    may_verify,
)
from portal.rules.triage import Flag, FlagAnswer

R, S = ReportState, ReportStep
TRIAGED = dict.fromkeys(Flag, FlagAnswer.UNKNOWN)
MOVES = {(R.RECEIVED, S.VERIFY): R.VERIFIED, (R.RECEIVED, S.MERGE): R.MERGED, (R.RECEIVED, S.HAND_OVER): R.HANDED_OVER,
         (R.RECEIVED, S.PUT_OUTSIDE): R.OUTSIDE, (R.RECEIVED, S.FIND_UNFOUNDED): R.UNFOUNDED,
         (R.RECEIVED, S.CANCEL): R.CANCELLED, (R.VERIFIED, S.HAND_OVER): R.HANDED_OVER, (R.VERIFIED, S.PUT_OUTSIDE): R.OUTSIDE,
         (R.VERIFIED, S.FIND_UNFOUNDED): R.UNFOUNDED, (R.VERIFIED, S.CANCEL): R.CANCELLED}


def refusal(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("state", ReportState)
@pytest.mark.parametrize("step", ReportStep)
def test_every_state_and_step(state, step):
    if (state, step) in MOVES:
        assert LIFE.after(state, step) is MOVES[state, step]
    else:
        assert refusal(LIFE.after, state, step) is WhyNot.NOT_FROM_HERE


@pytest.mark.parametrize("step, manager, reason", [
    (S.VERIFY, False, False), (S.MERGE, False, False), (S.HAND_OVER, True, True), (S.PUT_OUTSIDE, True, True),
    (S.FIND_UNFOUNDED, True, True), (S.CANCEL, False, True),
])
def test_who_decides_and_what_needs_a_reason(step, manager, reason):
    assert (step in DECIDED_BY_MANAGER) is manager
    assert (step in LIFE.reasoned) is reason


@pytest.mark.parametrize("level, flags, outcomes, why", [
    (Level.ORDINARY, TRIAGED, (), None),
    (Level.ORDINARY, {}, (), Why.NOT_TRIAGED),
    (Level.URGENT, {Flag.R1: FlagAnswer.NO}, (), Why.NOT_TRIAGED),
    (Level.EMERGENCY, {}, (), None),
    (Level.EMERGENCY, {}, (PersonOutcome.PENDING,), Why.PEOPLE_PENDING),
    (Level.ORDINARY, TRIAGED, (PersonOutcome.NEW_CLIENT, PersonOutcome.PENDING), Why.PEOPLE_PENDING),
    (Level.ORDINARY, TRIAGED, tuple(set(PersonOutcome) - {PersonOutcome.PENDING}), None),
])
def test_verifying(level, flags, outcomes, why):
    assert refusal(may_verify, level=level, flags=flags, outcomes=outcomes) is why


@pytest.mark.parametrize("target, state, why", [
    (2, R.RECEIVED, None), (2, R.VERIFIED, None), (1, R.RECEIVED, Why.INTO_ITSELF), (2, R.MERGED, Why.TARGET_GONE),
    (2, R.CANCELLED, Why.TARGET_GONE), (2, R.UNFOUNDED, Why.TARGET_GONE), (2, R.HANDED_OVER, Why.TARGET_GONE),
])
def test_merging(target, state, why):
    assert refusal(may_merge, report_id=1, target_id=target, target_state=state) is why


@pytest.mark.parametrize("has_case, why", [(False, None), (True, Why.HAS_CASE)])
def test_cancelling(has_case, why):
    assert refusal(may_cancel, has_case=has_case) is why


@pytest.mark.parametrize("state", ReportState)
def test_triage_belongs_to_a_report_that_waits(state):
    assert refusal(may_triage, state) is (None if state == R.RECEIVED else Why.TRIAGE_OVER)


@pytest.mark.parametrize("state, outcome, why", [
    (R.RECEIVED, PersonOutcome.PENDING, None), (R.VERIFIED, PersonOutcome.NOT_FOUND, None), (R.RECEIVED, PersonOutcome.KNOWN_CLIENT, None),
    (R.MERGED, PersonOutcome.PENDING, Why.SETTLED), (R.CANCELLED, PersonOutcome.PENDING, Why.SETTLED),
    (R.RECEIVED, PersonOutcome.NEW_CLIENT, Why.CLIENT_MADE),
])
def test_resolving_a_person(state, outcome, why):
    assert refusal(may_resolve, state, outcome) is why


@pytest.mark.parametrize("proposed, why", [(False, None), (True, Why.PROPOSAL_OPEN)])
def test_a_report_with_an_open_proposal_stays(proposed, why):
    assert refusal(may_leave, proposed=proposed) is why


@pytest.mark.parametrize("state, step, handed_to, why", [
    (R.RECEIVED, S.HAND_OVER, "Polres", None), (R.RECEIVED, S.HAND_OVER, " ", Why.INSTITUTION_NEEDED),
    (R.RECEIVED, S.PUT_OUTSIDE, "", Why.DIRECTION_NEEDED), (R.RECEIVED, S.PUT_OUTSIDE, "Dinas Sosial Kota", None),
    (R.RECEIVED, S.FIND_UNFOUNDED, "", None), (R.VERIFIED, S.HAND_OVER, "Polres", None), (R.MERGED, S.HAND_OVER, "Polres", WhyNot.NOT_FROM_HERE),
])
def test_proposing(state, step, handed_to, why):
    assert refusal(may_propose, state, step, handed_to) is why


@pytest.mark.parametrize("at, why", [
    (None, None), (datetime(2026, 3, 2, 2, 0), None), (datetime(2026, 3, 2, 1, 59), Why.TOO_EARLY), (datetime(2026, 3, 2, 4, 0), None),
    (datetime(2026, 3, 2, 4, 1), Why.NOT_YET),
])
def test_what_happened_to_a_report_happened_since(at, why):
    assert refusal(may_happen, at, datetime(2026, 3, 2, 2, 0), datetime(2026, 3, 2, 4, 0)) is why


P = PersonOutcome


@pytest.mark.parametrize("state, outcome, rests, in_use, why", [
    (R.RECEIVED, P.KNOWN_CLIENT, False, False, None), (R.VERIFIED, P.KNOWN_CLIENT, False, False, None),
    (R.RECEIVED, P.NEW_CLIENT, False, False, None),
    (R.RECEIVED, P.KNOWN_CLIENT, False, True, None), (R.RECEIVED, P.NEW_CLIENT, False, True, Why.CLIENT_IN_USE),
    (R.VERIFIED, P.KNOWN_CLIENT, True, False, Why.CASE_RESTS), (R.VERIFIED, P.NEW_CLIENT, True, True, Why.CASE_RESTS),
    (R.RECEIVED, P.PENDING, False, False, Why.NOT_LINKED), (R.RECEIVED, P.NOT_FOUND, False, False, Why.NOT_LINKED),
    (R.MERGED, P.KNOWN_CLIENT, False, False, Why.SETTLED), (R.CANCELLED, P.KNOWN_CLIENT, False, False, Why.SETTLED),
])
def test_taking_a_link_back(state, outcome, rests, in_use, why):
    assert refusal(may_unlink, state, outcome, rests=rests, in_use=in_use) is why


@pytest.mark.parametrize("outcome, rests, why", [
    (P.PENDING, False, None), (P.KNOWN_CLIENT, False, None), (P.KNOWN_CLIENT, True, Why.CASE_RESTS), (P.NEW_CLIENT, True, Why.CLIENT_MADE),
])
def test_deciding_again_who_somebody_is(outcome, rests, why):
    assert refusal(may_resolve, R.VERIFIED, outcome, rests=rests) is why
