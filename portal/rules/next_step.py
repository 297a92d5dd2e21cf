"""What is to be done next on a case follows from its records alone; nobody keeps that list by hand."""
from dataclasses import dataclass
from enum import StrEnum

from portal.rules.assessment import AssessmentState
from portal.rules.lifecycle import ACTIVE, Stage


class NextStep(StrEnum):
    REVIEW_PAUSE = "review_pause"
    CONTACT = "contact"
    ASSESS = "assess"
    CHECK_DTSEN = "check_dtsen"
    PLAN = "plan"
    SERVE = "serve"
    REFER = "refer"
    TRAIN = "train"
    MONITOR = "monitor"
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

    `needed` services wait for a plan, `planned` for delivery, of which `overdue` are past their day; `delivered` were given.
    Of the referrals some are with the officer (`referrals_here`), with a manager (`referrals_asked`) or with the institution (`referrals_out`).
    """
    stage: Stage
    met: bool = False
    search_over: bool = False
    assessment: AssessmentState | None = None
    dtsen_checked: bool = True
    services: int = 0
    needed: int = 0
    planned: int = 0
    overdue: int = 0
    delivered: int = 0
    referrals_here: int = 0
    referrals_asked: int = 0
    referrals_out: int = 0
    placements: int = 0
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
    if case.stage not in (*ACTIVE, Stage.CLOSING):
        return []
    return [(step, standing) for step, standing, holds in _rows(case) if holds]


def _rows(case):
    working = case.stage in ACTIVE
    return (
        (NextStep.REVIEW_PAUSE, Standing.DUE, case.pause_due),
        (NextStep.CONTACT, Standing.NOT_BEGUN, working and not case.met and not case.search_over),
        *_assessment_rows(case),
        (NextStep.CHECK_DTSEN, Standing.NOT_BEGUN, working and case.stage != Stage.OUTREACH and not case.dtsen_checked),
        (NextStep.PLAN, Standing.NOT_BEGUN, case.in_hand and not case.is_planned
         and (case.needed > 0 or case.stage == Stage.PLANNING and not case.services)),
        (NextStep.SERVE, Standing.DUE, working and case.overdue > 0),
        (NextStep.SERVE, Standing.NOT_BEGUN, working and not case.overdue and (case.planned > 0 or case.is_planned and case.needed > 0)),
        (NextStep.REFER, Standing.STARTED, working and case.referrals_here > 0),
        (NextStep.REFER, Standing.WAITING, working and case.referrals_asked + case.referrals_out > 0),
        (NextStep.TRAIN, Standing.WAITING, working and case.placements > 0),
        (NextStep.MONITOR, Standing.NOT_BEGUN, case.stage == Stage.INTERVENTION and case.settled),
        (NextStep.CLOSE, Standing.NOT_BEGUN, _may_be_closed(case)),
        (NextStep.DECIDE, Standing.WAITING, case.proposals > 0),
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
