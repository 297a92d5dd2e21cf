"""The way of a case, what holds its closure, and when the search may end."""
import pytest

from portal.rules.categories import SubType
from portal.rules.levels import Level
from portal.rules.life import WhyNot
from portal.rules.lifecycle import (
    ACTIVE,
    CaseStep,
    ClosingReason,
    LooseEnd,
    Stage,
    TryOutcome,
    Why,
    after,
    check_level,
    check_sub_type,
    is_open,
    loose_ends,
    may_close,
    may_monitor,
    may_note,
    may_open_case,
    may_pause,
    may_propose_closure,
    may_work,
    tries_exhausted,
)
from portal.rules.refused import Refused


@pytest.mark.parametrize("stage, step, expected", [
    (Stage.OUTREACH, CaseStep.MET, Stage.ASSESSMENT),
    (Stage.ASSESSMENT, CaseStep.ACCEPT_ASSESSMENT, Stage.PLANNING),
    (Stage.PLANNING, CaseStep.UNDO_ACCEPTANCE, Stage.ASSESSMENT),
    (Stage.INTERVENTION, CaseStep.UNDO_ACCEPTANCE, Stage.ASSESSMENT),
    (Stage.PLANNING, CaseStep.START_SERVICE, Stage.INTERVENTION),
    (Stage.INTERVENTION, CaseStep.MONITOR, Stage.MONITORING),
    (Stage.MONITORING, CaseStep.RESUME, Stage.INTERVENTION),
    (Stage.CLOSING, CaseStep.CLOSE, Stage.CLOSED),
    (Stage.CLOSED, CaseStep.REOPEN, Stage.ASSESSMENT),
    (Stage.ASSESSMENT, CaseStep.UNDO_REOPENING, Stage.CLOSED),
    (Stage.CLOSING, CaseStep.CANCEL, Stage.CANCELLED),
    *[(stage, CaseStep.PROPOSE_CLOSURE, Stage.CLOSING) for stage in ACTIVE],
    *[(stage, CaseStep.CANCEL, Stage.CANCELLED) for stage in ACTIVE],
])
def test_a_move(stage, step, expected):
    assert after(stage, step, reason="alasan") == expected


@pytest.mark.parametrize("stage, step", [
    (Stage.ASSESSMENT, CaseStep.MET), (Stage.OUTREACH, CaseStep.ACCEPT_ASSESSMENT), (Stage.ASSESSMENT, CaseStep.START_SERVICE),
    (Stage.MONITORING, CaseStep.CLOSE), (Stage.CLOSING, CaseStep.PROPOSE_CLOSURE), (Stage.CLOSED, CaseStep.CANCEL),
    (Stage.CANCELLED, CaseStep.REOPEN), (Stage.MONITORING, CaseStep.REOPEN),
])
def test_a_move_that_is_not_in_the_table(stage, step):
    with pytest.raises(Refused) as refused:
        after(stage, step, reason="alasan")
    assert refused.value.why is WhyNot.NOT_FROM_HERE


@pytest.mark.parametrize("closing_from, expected", [
    *[(stage, stage) for stage in ACTIVE], (None, Stage.MONITORING), (Stage.CLOSED, Stage.MONITORING),
])
def test_a_returned_or_undone_closure_goes_back_to_where_it_came_from(closing_from, expected):
    assert after(Stage.CLOSING, CaseStep.RETURN_CLOSURE, reason="belum", closing_from=closing_from) == expected
    assert after(Stage.CLOSED, CaseStep.UNDO_CLOSURE, closing_from=closing_from) == expected


@pytest.mark.parametrize("stage, step", [
    (Stage.MONITORING, CaseStep.PROPOSE_CLOSURE), (Stage.CLOSING, CaseStep.RETURN_CLOSURE), (Stage.CLOSED, CaseStep.REOPEN),
    (Stage.OUTREACH, CaseStep.CANCEL),
])
def test_a_move_that_needs_a_reason(stage, step):
    with pytest.raises(Refused) as refused:
        after(stage, step, reason=" ")
    assert refused.value.why is Why.REASON_NEEDED


MISSED, MET, REFUSED = TryOutcome.NOT_FOUND, TryOutcome.MET, TryOutcome.REFUSED


@pytest.mark.parametrize("outcomes, expected", [
    ([], False), ([MISSED] * 2, False), ([MISSED] * 3, True), ([MISSED] * 4, True), ([MISSED, REFUSED, MISSED], True),
    ([MISSED, MISSED, MET], False), ([MISSED, MISSED, MISSED, MET], False),
])
def test_three_failed_tries_end_the_search(outcomes, expected):
    assert tries_exhausted(outcomes) is expected


@pytest.mark.parametrize("stage, reason, tries, allowed", [
    (Stage.OUTREACH, ClosingReason.NOT_FOUND, 2, False),
    (Stage.OUTREACH, ClosingReason.NOT_FOUND, 3, True),
    (Stage.OUTREACH, ClosingReason.DECLINED, 0, False),
    (Stage.OUTREACH, ClosingReason.DIED, 0, True),
    (Stage.OUTREACH, ClosingReason.MOVED_AWAY, 0, True),
    (Stage.ASSESSMENT, ClosingReason.NOT_FOUND, 0, True),
])
def test_proposing_a_closure(stage, reason, tries, allowed):
    assert allowed_by(may_propose_closure, stage, reason, [MISSED] * tries) is allowed


@pytest.mark.parametrize("reason, rows, expected", [
    (ClosingReason.GOALS_REACHED, {}, []),
    (ClosingReason.GOALS_REACHED, {"services": 2}, Why.OPEN_SERVICES),
    (ClosingReason.GOALS_REACHED, {"referrals": 1}, Why.OPEN_REFERRALS),
    (ClosingReason.GROWN_UP, {"placements": 1}, Why.ACTIVE_PLACEMENTS),
    (ClosingReason.NOT_FOUND, {"assessments": 1}, Why.RUNNING_ASSESSMENT),
    (ClosingReason.REFERRED, {"referrals": 1}, [LooseEnd(Why.OPEN_REFERRALS, 1, False)]),
    (ClosingReason.REFERRED, {"services": 1, "referrals": 1}, Why.OPEN_SERVICES),
    (ClosingReason.DIED, {"services": 3, "placements": 1},
     [LooseEnd(Why.OPEN_SERVICES, 3, False), LooseEnd(Why.ACTIVE_PLACEMENTS, 1, False)]),
    (ClosingReason.MOVED_AWAY, {"assessments": 1}, [LooseEnd(Why.RUNNING_ASSESSMENT, 1, False)]),
])
def test_what_holds_a_closure(reason, rows, expected):
    try:
        outcome = may_close(reason, **rows)
    except Refused as refused:
        outcome = refused.why
    assert outcome == expected


def test_every_loose_end_is_listed():
    ends = loose_ends(ClosingReason.REUNITED, services=1, referrals=2, placements=3, assessments=4)
    assert [(end.count, end.hard) for end in ends] == [(1, True), (2, True), (3, True), (4, True)]


@pytest.mark.parametrize("reason", ClosingReason)
def test_what_a_conference_decided_is_mentioned_and_holds_no_closure(reason):
    assert [(end.why, end.count, end.hard) for end in loose_ends(reason, resolutions=2)] == [(Why.OPEN_RESOLUTIONS, 2, False)]


@pytest.mark.parametrize("stage, running, pausable", [
    *[(stage, True, True) for stage in ACTIVE],
    (Stage.CLOSING, True, False), (Stage.CLOSED, False, False), (Stage.CANCELLED, False, False),
])
def test_what_runs_and_what_can_be_paused(stage, running, pausable):
    assert (is_open(stage), allowed_by(may_pause, stage)) == (running, pausable)


@pytest.mark.parametrize("numbers, allowed", [([], True), (["KS-2026-00001"], False)])
def test_one_open_case_for_each_client(numbers, allowed):
    assert allowed_by(may_open_case, numbers) is allowed


@pytest.mark.parametrize("settled", [True, False])
def test_monitoring_waits_for_the_services(settled):
    assert allowed_by(may_monitor, settled) is settled


def allowed_by(rule, *arguments):
    try:
        rule(*arguments)
    except Refused:
        return False
    return True


def why(rule, *args, **kwargs):
    """Why a rule says no, or None."""
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("open_cases, verified, named, expected", [
    ([], True, True, None), (["KS-2026-00001"], True, True, Why.CASE_ALREADY_OPEN), ([], False, True, Why.REPORT_NOT_VERIFIED),
    ([], True, False, Why.NOT_IN_REPORT), (["KS-2026-00001"], False, False, Why.REPORT_NOT_VERIFIED),
])
def test_a_case_is_opened_from_a_verified_report_that_names_the_client(open_cases, verified, named, expected):
    assert why(may_open_case, open_cases, verified=verified, named=named) is expected


@pytest.mark.parametrize("stage", list(Stage))
def test_what_may_be_done_in_each_stage(stage):
    over = stage in (Stage.CLOSED, Stage.CANCELLED)
    assert why(may_work, stage) is (Why.CASE_OVER if over else None)
    assert why(may_note, stage) is (Why.CASE_OVER if stage == Stage.CANCELLED else None)
    assert why(may_pause, stage, paused=True) is (Why.ALREADY_PAUSED if stage in ACTIVE else Why.NOT_PAUSABLE)


def test_the_level_proposed_is_another():
    assert why(check_level, Level.URGENT, Level.URGENT) is Why.SAME_LEVEL
    assert why(check_level, Level.URGENT, Level.ORDINARY) is None


def test_a_sub_type_belongs_to_street_children():
    assert why(check_sub_type, False, SubType.LIVES) is Why.SUB_TYPE_WITHOUT_STREET
    assert why(check_sub_type, True, SubType.LIVES) is why(check_sub_type, False, None) is None
