"""What a manager weighs of an assessment and of a special consideration, and how both would be put today."""
from flask_babel import gettext

from portal.assessments.snapshot import snapshot
from portal.conferences.asking import asked_for
from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.labels import label
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind
from portal.rules.decile import DtsenStatus
from portal.rules.levels import is_raise


def assessment_warnings(decision, user):
    """What makes the score or the level less sure than it looks."""
    assessment = decision.record
    told = hindrances(lifecycle.may_work, assessment.case.stage) + asked_for(assessment.case)
    reading, level = assessment.reading(), assessment.level
    if reading and reading.provisional:
        told.append(gettext("Skor masih sementara: banyak yang belum diketahui."))
    if reading and reading.crosses_boundary:
        told.append(gettext("Yang belum diketahui dapat mengubah tingkatnya."))
    if level != assessment.advised_level and not is_raise(assessment.advised_level, level):
        told.append(gettext("Tingkat yang diusulkan lebih rendah dari saran: %(level)s.", level=label(assessment.advised_level)))
    return told


def assessment_now(decision):
    assessment = decision.record
    return snapshot(assessment, assessment.reading(), assessment.level)


def assessment_brief(assessment, asked):
    return [*assessment.case.client.in_brief, assessment.score if assessment.is_scored else label(assessment.kind), label(assessment.level)]


def consideration_warnings(decision, user):
    """People should have met about it first; and what is known of the decile is of another day."""
    case = decision.record.case
    told, check = hindrances(lifecycle.may_work, case.stage) + asked_for(case), case.client.dtsen
    if check is None or check.status == DtsenStatus.NOT_CHECKED:
        told.append(gettext("DT-SEN belum dicek."))
    elif check.is_stale:
        told.append(gettext("Hasil cek DT-SEN sudah lebih dari 90 hari."))
    return told


def consideration_brief(consideration, asked):
    return [*consideration.case.client.in_brief, label(consideration.programme) if consideration.programme else "", label(consideration.reason)]


Decision.NOW |= {DecisionKind.ASSESSMENT: assessment_now, DecisionKind.CONSIDERATION: lambda decision: decision.record.told}
Decision.WARNINGS |= {DecisionKind.ASSESSMENT: assessment_warnings, DecisionKind.CONSIDERATION: consideration_warnings}
Decision.BRIEF |= {DecisionKind.ASSESSMENT: assessment_brief, DecisionKind.CONSIDERATION: consideration_brief}
