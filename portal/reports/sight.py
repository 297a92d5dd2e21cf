"""A hidden report is shown again when a manager agrees; while a hidden case speaks of it, that case is asked about."""
from portal.decisions.models import Decision
from portal.reports.models import Report
from portal.rules import report as life
from portal.rules.approval import DecisionKind, DecisionStep


def held_by_case(report):
    """Whether a hidden case speaks of it."""
    return any(each.case.care_team.restricted for each in report.case_reports)


def ask_to_lift(report, *, by, reason):
    """Ask a manager to let the other officers see the outline again."""
    life.may_lift(restricted=report.care_team.restricted, held_by_case=held_by_case(report))
    return Decision.ask(DecisionKind.UNRESTRICT, report, lifting_told(report, reason), by=by, care_team=report.care_team, number=report.number,
                        heading=report.heading, note=reason)


def lifting_told(report, reason):
    """What a manager reads of it."""
    sight_now = "Laporan terbatas" if report.care_team.restricted else "Laporan biasa"
    return [["Laporan", report.number], ["Sekarang", sight_now], ["Diusulkan", "Laporan biasa"], ["Alasan", reason]]


def lift(report, *, by):
    """Ordinary again, with those of its new clients who have no case: a client with a case is hidden and shown with it."""
    life.may_lift(restricted=report.care_team.restricted, held_by_case=held_by_case(report))
    for team in (report.care_team, *(client.care_team for client in report.new_clients if not client.cases.exists())):
        team.lift(by=by)
    return report


@Decision.effect(DecisionKind.UNRESTRICT, Report)
def lifting_decided(decision, step, by):
    """Approved, report and new clients are ordinary again; undone, they are hidden as before."""
    report = Report.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        lift(report, by=by)
    elif step == DecisionStep.UNDO:
        report.restrict(by=by)
