"""What is to be done next on a case follows from its records alone; nobody keeps that list by hand."""
from dataclasses import dataclass
from enum import StrEnum

from portal.rules.assessment import AssessmentState
from portal.rules.decile import Because
from portal.rules.dtsen_check import ASKED_IN
from portal.rules.dtsen_update import UpdateState
from portal.rules.lifecycle import ACTIVE, Stage, is_open


class NextStep(StrEnum):
    REVIEW_PAUSE = "review_pause"
    CONTACT = "contact"
    ASSESS = "assess"
    CONSENT = "consent"
    CHECK_DTSEN = "check_dtsen"
    RECHECK_DTSEN = "recheck_dtsen"
    CONSIDER = "consider"
    COORDINATE = "coordinate"
    UPDATE_DTSEN = "update_dtsen"
    PLAN = "plan"
    AGREE_CARE = "agree_care"
    REVIEW_CARE = "review_care"
    SERVE = "serve"
    REFER = "refer"
    OWN_WORD = "own_word"
    TRAIN = "train"
    VISIT = "visit"
    MONITOR = "monitor"
    CONFER = "confer"
    RESOLVE = "resolve"
    CLOSE = "close"
    DECIDE = "decide"


class Standing(StrEnum):
    """How a step stands: not begun, begun, in other hands, or due now."""
    NOT_BEGUN = "not_begun"
    STARTED = "started"
    WAITING = "waiting"
    DUE = "due"


@dataclass(frozen=True)
class Facts:
    """A case as the rule sees it. The numbers count rows; `assessment` is the state of the latest, or None.

    `agreed`: a consent to be served, or a legal basis, is on record; nothing waits for it.
    `needed` services wait for a plan, `planned` for delivery, of which `overdue` are past their day; `delivered` were given.
    `resolutions` are decisions of conferences that somebody has yet to see to, of which `resolutions_overdue` are past their day.
    `consideration_wanted` says why the ministry's programmes are shut while nobody has asked for a special consideration; of those approved
    `to_coordinate` wait for the Sentra to be told, `unanswered` for its answer; `dtsen_updates` are the states of the proposals that followed.
    Of the referrals some are with the officer (`referrals_here`), with a manager (`referrals_asked`) or with the institution (`referrals_out`);
    of all of them something is late, or another place is to be asked (`referrals_due`).
    In training, a seat is offered, three meetings in a row were missed or a cancelled course leaves the client without one (`training_due`);
    who turned eighteen has not said for themselves that they go on (`own_word_due`); after its end visits are due (`visits_due`).
    Of the places away from the parents some lack an approval nobody has asked for (`care_owed`), wait for the manager (`care_asked`), or are to
    be looked at again by today (`care_reviews`).
    """
    stage: Stage
    met: bool = False
    search_over: bool = False
    assessment: AssessmentState | None = None
    dtsen_checked: bool = True
    dtsen_stale: bool = False
    consideration_wanted: Because | None = None
    to_coordinate: int = 0
    unanswered: int = 0
    dtsen_updates: tuple = ()
    agreed: bool = True
    services: int = 0
    needed: int = 0
    planned: int = 0
    overdue: int = 0
    delivered: int = 0
    referrals_here: int = 0
    referrals_asked: int = 0
    referrals_out: int = 0
    referrals_due: int = 0
    placements: int = 0
    training_due: int = 0
    own_word_due: bool = False
    visits_due: int = 0
    resolutions: int = 0
    resolutions_overdue: int = 0
    conference_asked: bool = False
    care_owed: int = 0
    care_asked: int = 0
    care_reviews: int = 0
    proposals: int = 0
    pause_due: bool = False

    @property
    def in_hand(self):
        """Whether the case is past the assessment and worked on."""
        return self.stage in (Stage.PLANNING, Stage.INTERVENTION, Stage.MONITORING)

    @property
    def is_planned(self):
        """Whether somebody has begun to plan or to give."""
        return self.planned + self.delivered > 0

    @property
    def settled(self):
        """Whether nothing of the plan is left open."""
        return not (self.needed or self.planned or self.referrals_here or self.referrals_asked)


def next_steps(case):
    """[(NextStep, Standing)] in the order in which they are to be done; empty once the case is closed or cancelled."""
    if not is_open(case.stage):
        return []
    return [(step, standing) for step, standing, holds in _rows(case) if holds]


def _rows(case):
    working = case.stage in ACTIVE
    return (
        (NextStep.REVIEW_PAUSE, Standing.DUE, case.pause_due),
        (NextStep.CONTACT, Standing.NOT_BEGUN, working and not case.met and not case.search_over),
        *_assessment_rows(case),
        (NextStep.CONSENT, Standing.NOT_BEGUN, working and case.met and not case.agreed),
        (NextStep.CHECK_DTSEN, Standing.NOT_BEGUN, case.stage in ASKED_IN and not case.dtsen_checked),
        (NextStep.RECHECK_DTSEN, Standing.DUE, case.stage in ASKED_IN and case.dtsen_checked and case.dtsen_stale),
        *_consideration_rows(case, working),
        (NextStep.PLAN, Standing.NOT_BEGUN, case.in_hand and not case.is_planned
         and (case.needed > 0 or case.stage == Stage.PLANNING and not case.services)),
        (NextStep.AGREE_CARE, Standing.DUE, case.care_owed > 0),
        (NextStep.AGREE_CARE, Standing.WAITING, case.care_asked > 0 and not case.care_owed),
        (NextStep.REVIEW_CARE, Standing.DUE, case.care_reviews > 0),
        (NextStep.SERVE, Standing.DUE, working and case.overdue > 0),
        (NextStep.SERVE, Standing.NOT_BEGUN, working and not case.overdue and (case.planned > 0 or case.is_planned and case.needed > 0)),
        (NextStep.REFER, Standing.DUE, working and case.referrals_due > 0),
        (NextStep.REFER, Standing.STARTED, working and case.referrals_here > 0),
        (NextStep.REFER, Standing.WAITING, working and case.referrals_asked + case.referrals_out > 0),
        *_training_rows(case, working),
        (NextStep.CONFER, Standing.NOT_BEGUN, case.conference_asked),
        (NextStep.RESOLVE, Standing.DUE, case.resolutions_overdue > 0),
        (NextStep.RESOLVE, Standing.WAITING, case.resolutions > 0 and not case.resolutions_overdue),
        (NextStep.MONITOR, Standing.NOT_BEGUN, case.stage == Stage.INTERVENTION and case.settled),
        (NextStep.CLOSE, Standing.NOT_BEGUN, _may_be_closed(case)),
        (NextStep.DECIDE, Standing.WAITING, case.proposals > 0),
    )


def _training_rows(case, working):
    return (
        (NextStep.OWN_WORD, Standing.DUE, working and case.own_word_due),
        (NextStep.TRAIN, Standing.DUE, working and case.training_due > 0),
        (NextStep.TRAIN, Standing.WAITING, working and case.placements > 0 and not case.training_due),
        (NextStep.VISIT, Standing.DUE, working and case.visits_due > 0),
    )


def _consideration_rows(case, working):
    return (
        (NextStep.CONSIDER, Standing.NOT_BEGUN, case.in_hand and case.consideration_wanted is not None),
        (NextStep.COORDINATE, Standing.DUE, working and case.to_coordinate > 0),
        (NextStep.COORDINATE, Standing.WAITING, working and case.unanswered > 0),
        (NextStep.UPDATE_DTSEN, Standing.DUE, working and UpdateState.DUE in case.dtsen_updates),
        (NextStep.UPDATE_DTSEN, Standing.WAITING, working and UpdateState.PROPOSED in case.dtsen_updates),
    )


def _assessment_rows(case):
    # An accepted one in this stage is of the round before a reopening: a new one is due.
    standings = {
        None: Standing.NOT_BEGUN, AssessmentState.ACCEPTED: Standing.NOT_BEGUN, AssessmentState.DRAFT: Standing.STARTED,
        AssessmentState.RETURNED: Standing.DUE, AssessmentState.SUBMITTED: Standing.WAITING,
    }
    standing = standings.get(case.assessment)
    return ((NextStep.ASSESS, standing, case.stage == Stage.ASSESSMENT and standing is not None),)


def _may_be_closed(case):
    if case.stage == Stage.OUTREACH:
        return case.search_over
    return case.stage == Stage.MONITORING and case.settled and not case.referrals_out and not case.placements
