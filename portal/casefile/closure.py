"""A case is closed when a manager agrees that nothing of it is left hanging, and reopened the same way."""
from portal.assessments.models import Assessment
from portal.cases.history import Round
from portal.cases.models import MILESTONES, Case
from portal.cases.pauses import Pause
from portal.conferences.resolutions import Resolution
from portal.decisions.models import Decision
from portal.records import Transition
from portal.referrals.models import Referral
from portal.rules import assessment, lifecycle
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.lifecycle import CaseStep, ClosingReason, Stage, Why
from portal.rules.service import ServiceState, is_settled
from portal.services.models import Service
from portal.training.models import Placement

PLACES = {Why.OPEN_SERVICES: "services.of_case", Why.OPEN_REFERRALS: "referrals.of_case", Why.ACTIVE_PLACEMENTS: "training.of_case",
          Why.RUNNING_ASSESSMENT: "assessments.of_case", Why.OPEN_RESOLUTIONS: "conferences.of_case"}
NAMES = {Why.OPEN_SERVICES: "layanan", Why.OPEN_REFERRALS: "rujukan", Why.ACTIVE_PLACEMENTS: "pelatihan", Why.RUNNING_ASSESSMENT: "asesmen",
         Why.OPEN_RESOLUTIONS: "keputusan pembahasan kasus"}
KEPT = ("t0", "level", *MILESTONES, "closing_reason", "closing_from")


def open_rows(case):
    """How many of each are still open, as the rule counts them."""
    return {"services": sum(not is_settled(service.state) for service in Service.of(case)), "referrals": len(Referral.open_of(case)),
            "placements": len(Placement.open_of(case)), "assessments": Assessment.of(case).where(Assessment.state.in_(assessment.RUNNING)).count(),
            "resolutions": Resolution.open_of(case).count()}


def loose_ends(case, reason=ClosingReason.GOALS_REACHED):
    """[(LooseEnd, endpoint of the page where it can be tied)]."""
    return [(end, PLACES[end.why]) for end in lifecycle.loose_ends(reason, **open_rows(case))]


def propose(case, *, by, reason, text, seen=None):
    """Ask a manager to close the case; what is still open holds it, or is mentioned where the reason excuses it."""
    lifecycle.LIFE.after(case.stage, CaseStep.PROPOSE_CLOSURE)
    lifecycle.may_propose_closure(case.stage, reason, [each.outcome for each in case.round_tries])
    open_still = lifecycle.may_close(reason, **open_rows(case))
    snapshot = closure_told(case, case.stage, reason, text, open_still)
    asked = Decision.ask(DecisionKind.CLOSURE, case, snapshot, by=by, care_team=case.care_team, number=case.number, heading=case.heading, note=text,
                         asked={"reason": reason})
    case.move(CaseStep.PROPOSE_CLOSURE, by=by, seen=seen, reason=text, closing_reason=reason, closing_from=case.stage)
    return asked


def closure_told(case, stage, reason, text, ends):
    """What a manager reads of a closure; `ends` is what is still open."""
    given = sum(service.state == ServiceState.DELIVERED for service in Service.of(case))
    return [["Kasus", case.number], ["Tahap", stage], ["Alasan penutupan", reason], ["Laporan akhir", text], ["Layanan diberikan", given],
            ["Masih terbuka", ", ".join(f"{end.count} {NAMES[end.why]}" for end in ends) or "Tidak ada"]]


@Decision.effect(DecisionKind.CLOSURE)
def closure_decided(decision, step, by):
    """Approved, the case is closed and its last clock stops; anything else leads back to where the closure was proposed from."""
    case = Case.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        lifecycle.may_close(case.closing_reason, **open_rows(case))
        case.move(CaseStep.CLOSE, by=by, finished_at=decision.decided_at)
        pause = Pause.running(case)
        if pause:
            pause.end(by=by, at=decision.decided_at)
    elif step == DecisionStep.UNDO:
        case.move(CaseStep.UNDO_CLOSURE, by=by, finished_at=None, closing_reason=None, closing_from=None)
        Pause.resume(case, decision.decided_at, by=by)
    elif case.stage == Stage.CLOSING:
        case.move(CaseStep.RETURN_CLOSURE, by=by, reason=decision.reason or "Usulan ditarik kembali.", closing_reason=None, closing_from=None)


def closure_undoable(decision):
    """While the case stands as this approval left it and the client has no new one."""
    case = Case.get_by_id(decision.subject_id)
    return case.stage == Stage.CLOSED and case.finished_at == decision.decided_at and not Case.running_of(case.client)


def ask_to_reopen(case, *, by, reason):
    """Ask a manager to take a closed case up again."""
    lifecycle.LIFE.after(case.stage, CaseStep.REOPEN)
    lifecycle.may_open_case(Case.open_numbers(case.client))
    return Decision.ask(DecisionKind.REOPENING, case, reopening_told(case, reason), by=by, care_team=case.care_team, number=case.number,
                        heading=case.heading, note=reason)


def reopening_told(case, reason):
    """What a manager reads of a reopening."""
    return [["Kasus", case.number], ["Ditutup", case.finished_at], ["Alasan penutupan", case.closing_reason], ["Alasan dibuka kembali", reason]]


@Decision.effect(DecisionKind.REOPENING)
def reopening_decided(decision, step, by):
    """Approved, a new round of the clocks starts when it was asked for; undone, the round before stands again."""
    case = Case.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        lifecycle.may_open_case(Case.open_numbers(case.client))
        Round.begin(by=by, case=case, **{name: getattr(case, name) for name in KEPT})
        cleared = dict.fromkeys((*MILESTONES, "closing_reason", "closing_from"))
        case.move(CaseStep.REOPEN, by=by, reason=decision.note, **cleared | {"t0": decision.asked_at, "found_at": decision.asked_at})
    elif step == DecisionStep.UNDO:
        last = case.rounds.order_by(Round.id.desc()).first().change(by=by, taken_back=True)
        case.move(CaseStep.UNDO_REOPENING, by=by, **{name: getattr(last, name) for name in KEPT})


def reopening_undoable(decision):
    """While nothing has been done in the new round."""
    case = Case.get_by_id(decision.subject_id)
    return case.t0 == decision.asked_at and Transition.last_of(case).step == CaseStep.REOPEN and not _worked_on(case)


def _worked_on(case):
    """Whether anything of the new round is open; what a conference decided may be of the round before."""
    return any(count for name, count in open_rows(case).items() if name != "resolutions")


Decision.UNDOABLE[DecisionKind.CLOSURE] = closure_undoable
Decision.UNDOABLE[DecisionKind.REOPENING] = reopening_undoable
