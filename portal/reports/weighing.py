"""What a manager weighs before a report is let go or shown again; and how the report stands now."""
from flask_babel import gettext

from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.labels import label
from portal.reports.models import Report
from portal.reports.sight import held_by_case, lifting_told
from portal.rules import report as life
from portal.rules.approval import DecisionKind
from portal.rules.danger import Danger
from portal.rules.levels import Level
from portal.rules.report import PersonOutcome, ReportStep
from portal.rules.triage import FlagAnswer, is_triaged

TABLE = Report._meta.table_name


def going_warnings(decision, user):
    """A report that is let go has no clock any more: what in it speaks against that."""
    report, step = decision.record, ReportStep(decision.asked["step"])
    told = hindrances(life.may_propose, report.state, step, decision.asked["handed_to"]) + hindrances(life.may_cancel, has_case=report.has_case)
    if report.level == Level.EMERGENCY:
        told.append(gettext("Tingkat laporan ini Darurat."))
    if report.danger != Danger.NO or FlagAnswer.YES in (report.flags or {}).values():
        told.append(gettext("Bahaya belum dapat dikesampingkan: baca triasenya."))
    if not is_triaged(report.answers):
        told.append(gettext("Laporan ini belum ditriase."))
    return told + _still_owed(report)


def _still_owed(report):
    unsaid = sum(person.outcome == PersonOutcome.PENDING for person in report.persons)
    told = [gettext("%(count)s orang dalam laporan ini belum dipastikan siapa.", count=unsaid)] if unsaid else []
    if report.is_ticketed and report.replied_at is None:
        told.append(gettext("Tiket %(channel)s ini belum dibalas.", channel=label(report.channel)))
    return told


def going_now(decision):
    return decision.record.going_told(ReportStep(decision.asked["step"]), decision.note, decision.asked["handed_to"])


def going_brief(report, asked):
    return [label(ReportStep(asked["step"])), asked["handed_to"], label(report.channel)]


def lifting_warnings(decision, user):
    """What is seen by every officer again."""
    report = decision.record
    told = hindrances(life.may_lift, restricted=report.care_team.restricted, held_by_case=held_by_case(report))
    return [*told, gettext("Inisial, usia, dan kecamatan orang di dalamnya akan tampak bagi semua petugas.")]


Decision.NOW |= {DecisionKind.REPORT_DISPOSITION: going_now,
                 (DecisionKind.UNRESTRICT, TABLE): lambda decision: lifting_told(decision.record, decision.note)}
Decision.WARNINGS |= {DecisionKind.REPORT_DISPOSITION: going_warnings, (DecisionKind.UNRESTRICT, TABLE): lifting_warnings}
Decision.BRIEF |= {DecisionKind.REPORT_DISPOSITION: going_brief,
                   (DecisionKind.UNRESTRICT, TABLE): lambda report, asked: [label(report.channel), label(report.level)]}
