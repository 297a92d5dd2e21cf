"""What is to be done next on a case, for every way its records can stand."""
import pytest

from portal.rules.assessment import AssessmentState
from portal.rules.decile import Because
from portal.rules.dtsen_update import UpdateState
from portal.rules.lifecycle import Stage
from portal.rules.next_step import Facts, NextStep, Standing, next_steps

OUTREACH, ASSESSMENT, PLANNING = Stage.OUTREACH, Stage.ASSESSMENT, Stage.PLANNING
INTERVENTION, MONITORING, CLOSING = Stage.INTERVENTION, Stage.MONITORING, Stage.CLOSING
NOT_YET, STARTED, WAITING, DUE = Standing


@pytest.mark.parametrize("facts, expected", [
    (Facts(OUTREACH), [(NextStep.CONTACT, NOT_YET)]),
    (Facts(OUTREACH, search_over=True), [(NextStep.CLOSE, NOT_YET)]),
    (Facts(OUTREACH, met=True, search_over=True), [(NextStep.CLOSE, NOT_YET)]),
    (Facts(OUTREACH, dtsen_checked=False), [(NextStep.CONTACT, NOT_YET)]),
    (Facts(ASSESSMENT, met=True), [(NextStep.ASSESS, NOT_YET)]),
    (Facts(ASSESSMENT, met=True, assessment=AssessmentState.DRAFT), [(NextStep.ASSESS, STARTED)]),
    (Facts(ASSESSMENT, met=True, assessment=AssessmentState.RETURNED), [(NextStep.ASSESS, DUE)]),
    (Facts(ASSESSMENT, met=True, assessment=AssessmentState.SUBMITTED), [(NextStep.ASSESS, WAITING)]),
    (Facts(ASSESSMENT, met=True, assessment=AssessmentState.ACCEPTED), [(NextStep.ASSESS, NOT_YET)]),
    (Facts(ASSESSMENT, met=False), [(NextStep.CONTACT, NOT_YET), (NextStep.ASSESS, NOT_YET)]),
    (Facts(ASSESSMENT, met=True, agreed=False), [(NextStep.ASSESS, NOT_YET), (NextStep.CONSENT, NOT_YET)]),
    (Facts(OUTREACH, agreed=False), [(NextStep.CONTACT, NOT_YET)]),
    (Facts(CLOSING, met=True, agreed=False, proposals=1), [(NextStep.DECIDE, WAITING)]),
    (Facts(ASSESSMENT, met=True, dtsen_checked=False), [(NextStep.ASSESS, NOT_YET), (NextStep.CHECK_DTSEN, NOT_YET)]),
    (Facts(PLANNING, met=True), [(NextStep.PLAN, NOT_YET)]),
    (Facts(PLANNING, met=True, services=2, needed=1, planned=1), [(NextStep.SERVE, NOT_YET)]),
    (Facts(INTERVENTION, met=True, services=2, needed=1, delivered=1), [(NextStep.SERVE, NOT_YET)]),
    (Facts(PLANNING, met=True, services=1, needed=1), [(NextStep.PLAN, NOT_YET)]),
    (Facts(PLANNING, met=True, services=1, planned=1, overdue=1), [(NextStep.SERVE, DUE)]),
    (Facts(INTERVENTION, met=True, services=2, planned=2, overdue=1), [(NextStep.SERVE, DUE)]),
    (Facts(INTERVENTION, met=True, services=1), [(NextStep.MONITOR, NOT_YET)]),
    (Facts(INTERVENTION, met=True, services=1, referrals_here=1), [(NextStep.REFER, STARTED)]),
    (Facts(INTERVENTION, met=True, services=1, referrals_asked=1), [(NextStep.REFER, WAITING)]),
    (Facts(INTERVENTION, met=True, services=1, referrals_out=1, referrals_due=1),
     [(NextStep.REFER, DUE), (NextStep.REFER, WAITING), (NextStep.MONITOR, NOT_YET)]),
    (Facts(INTERVENTION, met=True, services=1, referrals_out=1), [(NextStep.REFER, WAITING), (NextStep.MONITOR, NOT_YET)]),
    (Facts(MONITORING, met=True, services=1), [(NextStep.CLOSE, NOT_YET)]),
    (Facts(MONITORING, met=True, services=1, placements=1), [(NextStep.TRAIN, WAITING)]),
    (Facts(MONITORING, met=True, services=1, placements=1, training_due=1), [(NextStep.TRAIN, DUE)]),
    (Facts(MONITORING, met=True, services=1, training_due=1), [(NextStep.TRAIN, DUE), (NextStep.CLOSE, NOT_YET)]),
    (Facts(INTERVENTION, met=True, services=1, planned=1, placements=1, own_word_due=True),
     [(NextStep.SERVE, NOT_YET), (NextStep.OWN_WORD, DUE), (NextStep.TRAIN, WAITING)]),
    (Facts(MONITORING, met=True, services=1, visits_due=2), [(NextStep.VISIT, DUE), (NextStep.CLOSE, NOT_YET)]),
    (Facts(CLOSING, met=True, placements=1, training_due=1, own_word_due=True, visits_due=1), []),
    (Facts(Stage.CLOSED, training_due=1, own_word_due=True, visits_due=1), []),
    (Facts(MONITORING, met=True, services=1, referrals_out=1), [(NextStep.REFER, WAITING)]),
    (Facts(MONITORING, met=True, pause_due=True, proposals=1), [(NextStep.REVIEW_PAUSE, DUE), (NextStep.CLOSE, NOT_YET), (NextStep.DECIDE, WAITING)]),
    (Facts(CLOSING, met=True, services=1, proposals=1), [(NextStep.DECIDE, WAITING)]),
    (Facts(MONITORING, met=True, services=1, conference_asked=True), [(NextStep.CONFER, NOT_YET), (NextStep.CLOSE, NOT_YET)]),
    (Facts(CLOSING, met=True, conference_asked=True, resolutions=1), [(NextStep.CONFER, NOT_YET), (NextStep.RESOLVE, WAITING)]),
    (Facts(INTERVENTION, met=True, services=1, planned=1, resolutions=2, resolutions_overdue=1),
     [(NextStep.SERVE, NOT_YET), (NextStep.RESOLVE, DUE)]),
    (Facts(Stage.CLOSED, resolutions=1, resolutions_overdue=1, conference_asked=True), []),
    (Facts(INTERVENTION, met=True, services=1, planned=1, care_asked=1), [(NextStep.AGREE_CARE, WAITING), (NextStep.SERVE, NOT_YET)]),
    (Facts(INTERVENTION, met=True, services=1, planned=1, care_asked=1, care_owed=1), [(NextStep.AGREE_CARE, DUE), (NextStep.SERVE, NOT_YET)]),
    (Facts(MONITORING, met=True, services=1, care_reviews=1), [(NextStep.REVIEW_CARE, DUE), (NextStep.CLOSE, NOT_YET)]),
    (Facts(Stage.CLOSED, care_owed=1, care_asked=1, care_reviews=1), []),
    (Facts(PLANNING, met=True, services=1, planned=1, consideration_wanted=Because.ABOVE), [(NextStep.CONSIDER, NOT_YET), (NextStep.SERVE, NOT_YET)]),
    (Facts(ASSESSMENT, met=True, consideration_wanted=Because.ABOVE), [(NextStep.ASSESS, NOT_YET)]),
    (Facts(MONITORING, met=True, to_coordinate=1, unanswered=1, dtsen_updates=(UpdateState.DUE, UpdateState.PROPOSED)),
     [(NextStep.COORDINATE, DUE), (NextStep.COORDINATE, WAITING), (NextStep.UPDATE_DTSEN, DUE), (NextStep.UPDATE_DTSEN, WAITING),
      (NextStep.CLOSE, NOT_YET)]),
    (Facts(MONITORING, met=True, dtsen_updates=(UpdateState.ISSUED, UpdateState.DECLINED, UpdateState.DROPPED)), [(NextStep.CLOSE, NOT_YET)]),
    (Facts(Stage.CLOSED, consideration_wanted=Because.NO_NIK, to_coordinate=1, dtsen_updates=(UpdateState.DUE,)), []),
    (Facts(Stage.CLOSED, planned=1, overdue=1, proposals=1), []),
    (Facts(Stage.CANCELLED, needed=1), []),
])
def test_the_next_steps(facts, expected):
    assert next_steps(facts) == expected
