"""What a manager weighs of a place outside the family, and how it stands now."""
from flask_babel import gettext

from portal.conferences.asking import asked_for
from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.labels import label
from portal.phrases import day
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind
from portal.rules.service import ServiceState


def warnings(decision, user):
    """People should have met about it first; and a child who went first has waited since."""
    care = decision.record
    told = hindrances(lifecycle.may_work, care.case.stage) + asked_for(care.case)
    if care.service.state == ServiceState.DELIVERED:
        told.append(gettext("Anak sudah di sana: keputusan ini diminta paling lambat %(day)s.", day=day(care.approval_due)))
    if not care.child_view.strip():
        told.append(gettext("Pandangan anak belum dicatat."))
    return told


def brief(care, asked):
    return [*care.case.client.in_brief, label(care.service.care), care.service.what]


Decision.NOW[DecisionKind.OUTSIDE_FAMILY] = lambda decision: decision.record.told
Decision.WARNINGS[DecisionKind.OUTSIDE_FAMILY] = warnings
Decision.BRIEF[DecisionKind.OUTSIDE_FAMILY] = brief
