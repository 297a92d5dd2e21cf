"""Which of the six marks a state wears: late, soon, running, waiting, done, draft. Colour, shape and word always together."""
from portal.rules import followup, imports
from portal.rules.applicant import Verdict
from portal.rules.approval import DecisionState
from portal.rules.assessment import AssessmentState
from portal.rules.client import ClientState
from portal.rules.coming_of_age import State as ComingOfAge
from portal.rules.conference import ConferenceState, ResolutionState
from portal.rules.consent import ConsentState
from portal.rules.consideration import ConsiderationState, CoordinationState
from portal.rules.delegation import DelegationState
from portal.rules.dtsen_check import CheckState
from portal.rules.dtsen_extract import ExtractState
from portal.rules.dtsen_matching import Fate
from portal.rules.dtsen_update import UpdateState
from portal.rules.export import ExportState
from portal.rules.followup import FollowUpStatus
from portal.rules.imports import ImportState
from portal.rules.letter import LetterState
from portal.rules.levels import Level
from portal.rules.lifecycle import Stage, TryOutcome
from portal.rules.next_step import Standing
from portal.rules.outreach import TripState
from portal.rules.outside_family import CareState
from portal.rules.placement import BatchState, PlacementState
from portal.rules.readings import ClockState
from portal.rules.referral import AnswerState, PaperState
from portal.rules.report import PersonOutcome, ReportState
from portal.rules.service import ServiceState
from portal.rules.wanted_papers import Held

MARKS = {
    Held: {Held.ON_FILE: "done", Held.OURS: "running", Held.KNOWN: "waiting", Held.MISSING: "soon"},
    Level: {Level.EMERGENCY: "late", Level.URGENT: "soon", Level.ORDINARY: "running", Level.MONITORING: "draft"},
    ClockState: {ClockState.RUNNING: "running", ClockState.SOON: "soon", ClockState.LATE: "late", ClockState.DONE: "done",
                 ClockState.DONE_LATE: "late", ClockState.PAUSED: "waiting"},
    Standing: {Standing.WAITING: "waiting", Standing.DUE: "soon"},
    ReportState: {ReportState.RECEIVED: "soon", ReportState.VERIFIED: "done", ReportState.CANCELLED: "draft"},
    PersonOutcome: {PersonOutcome.PENDING: "soon", PersonOutcome.KNOWN_CLIENT: "done", PersonOutcome.NEW_CLIENT: "done"},
    ClientState: {ClientState.ACTIVE: "running"},
    ImportState: {ImportState.CHECKING: "running", ImportState.CHECKED: "soon", ImportState.UNREADABLE: "late", ImportState.RUNNING: "running",
                  ImportState.STAGED: "soon", ImportState.LIVE: "done"},
    CheckState: {CheckState.KEPT: "done"},
    ExportState: {ExportState.MAKING: "running", ExportState.READY: "done", ExportState.FAILED: "late"},
    ExtractState: {ExtractState.READING: "running", ExtractState.PENDING: "soon", ExtractState.UNREADABLE: "late", ExtractState.APPLIED: "done"},
    Fate: {Fate.FRESH: "running", Fate.CONFLICT: "late"},
    imports.Verdict: {imports.Verdict.GOOD: "done", imports.Verdict.WARNED: "soon", imports.Verdict.BAD: "late"},
    Stage: {Stage.OUTREACH: "soon", Stage.ASSESSMENT: "running", Stage.PLANNING: "running", Stage.INTERVENTION: "running",
            Stage.MONITORING: "running", Stage.CLOSING: "waiting", Stage.CLOSED: "done"},
    ConferenceState: {ConferenceState.SIGNED: "done"},
    ResolutionState: {ResolutionState.OPEN: "running", ResolutionState.DONE: "done"},
    TripState: {TripState.PLANNED: "soon", TripState.UNDERWAY: "running", TripState.DONE: "done"},
    TryOutcome: {TryOutcome.MET: "done", TryOutcome.NOT_FOUND: "soon", TryOutcome.REFUSED: "soon"},
    AssessmentState: {AssessmentState.SUBMITTED: "waiting", AssessmentState.RETURNED: "soon", AssessmentState.ACCEPTED: "done"},
    ConsiderationState: {ConsiderationState.REQUESTED: "waiting", ConsiderationState.RETURNED: "soon", ConsiderationState.APPROVED: "done",
                         ConsiderationState.REFUSED: "late"},
    CoordinationState: {CoordinationState.OPEN: "waiting", CoordinationState.ANSWERED: "done"},
    ConsentState: {ConsentState.GIVEN: "done", ConsentState.BASIS: "running", ConsentState.REFUSED: "late", ConsentState.WITHDRAWN: "late",
                   ConsentState.MISSING: "soon"},
    DelegationState: {DelegationState.COMING: "waiting", DelegationState.RUNNING: "running", DelegationState.IDLE: "late",
                      DelegationState.OVER: "done"},
    UpdateState: {UpdateState.DUE: "soon", UpdateState.PROPOSED: "waiting", UpdateState.ISSUED: "done", UpdateState.DECLINED: "late"},
    DecisionState: {DecisionState.OPEN: "waiting", DecisionState.APPROVED: "done", DecisionState.RETURNED: "soon", DecisionState.REFUSED: "late"},
    PaperState: {PaperState.SUBMITTED: "waiting", PaperState.RETURNED: "soon", PaperState.REFUSED: "late", PaperState.APPROVED: "running",
                 PaperState.ISSUED: "done"},
    AnswerState: {AnswerState.SENT: "waiting", AnswerState.ACCEPTED: "running", AnswerState.DECLINED: "late", AnswerState.WAITING: "waiting",
                  AnswerState.PAPERS_WANTED: "soon", AnswerState.SILENT: "late", AnswerState.HANDED_OVER: "running",
                  AnswerState.REPORTED_BACK: "running",
                  AnswerState.COMPLETED: "done", AnswerState.CAME_BACK: "soon"},
    LetterState: {LetterState.ISSUED: "done", LetterState.BOOKED: "done", LetterState.CANCELLED: "late"},
    ServiceState: {ServiceState.NEEDED: "soon", ServiceState.PLANNED: "running", ServiceState.DELIVERED: "done"},
    CareState: {CareState.REQUESTED: "waiting", CareState.RETURNED: "soon", CareState.REFUSED: "late", CareState.APPROVED: "done"},
    BatchState: {BatchState.OPEN: "soon", BatchState.RUNNING: "running", BatchState.ENDED: "done"},
    PlacementState: {PlacementState.PROPOSED: "waiting", PlacementState.RETURNED: "soon", PlacementState.REFUSED: "late",
                     PlacementState.WAITING: "waiting", PlacementState.OFFERED: "soon", PlacementState.ACTIVE: "running",
                     PlacementState.PASSED: "done", PlacementState.NOT_PASSED: "late", PlacementState.LEFT_EARLY: "late"},
    followup.Standing: {followup.Standing.DUE: "late", followup.Standing.AGAIN: "late", followup.Standing.OPEN: "soon",
                        followup.Standing.TRIED: "waiting", followup.Standing.FOUND: "done"},
    ComingOfAge: {ComingOfAge.AHEAD: "running", ComingOfAge.DUE: "soon", ComingOfAge.REFUSED: "late", ComingOfAge.SETTLED: "done"},
    Verdict: {Verdict.FITS: "done", Verdict.ATTENTION: "soon", Verdict.UNFIT: "late"},
    FollowUpStatus: {FollowUpStatus.WORKING: "done", FollowUpStatus.OWN_BUSINESS: "done", FollowUpStatus.SCHOOL: "done", FollowUpStatus.IDLE: "soon",
                     FollowUpStatus.BACK_ON_STREET: "late", FollowUpStatus.NOT_FOUND: "soon"},
}


def mark_of(member):
    """The mark of a state; what has none of its own is quiet, like a draft."""
    return MARKS.get(type(member), {}).get(member, "draft")
