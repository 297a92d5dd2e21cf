"""What a manager weighs of another level, a pause, and the lifting of a restriction; and how the case stands now."""
from flask_babel import gettext

from portal.cases.pauses import Pause
from portal.cases.team import lifting_told
from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.labels import label
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind
from portal.rules.levels import Level, is_raise
from portal.rules.lifecycle import Stage


def level_warnings(decision, user):
    """A lower level gives the office more time; nothing is agreed to for a case that is over."""
    case, level = decision.record, Level(decision.asked["level"])
    told = hindrances(lifecycle.may_work, case.stage)
    if level != case.level and not is_raise(case.level, level):
        told.append(gettext("Tingkat diturunkan dari %(before)s ke %(after)s: batas waktunya lebih longgar.",
                            before=label(case.level), after=label(level)))
    return told


def level_now(decision):
    return decision.record.level_told(Level(decision.asked["level"]), decision.note)


def level_brief(case, asked):
    return [*case.client.in_brief, f"{label(case.level)} → {label(Level(asked['level']))}"]


def pause_warnings(decision, user):
    """While the clocks stand nothing reminds anybody."""
    case = decision.record
    told = hindrances(lifecycle.may_pause, case.stage, paused=Pause.running(case) is not None)
    if case.level == Level.EMERGENCY:
        told.append(gettext("Tingkat kasus ini Darurat: selama ditangguhkan tidak ada batas waktu yang mengingatkan."))
    if Pause.asked_by(decision).review_on is None:
        told.append(gettext("Tidak disebut kapan penangguhan ini ditinjau lagi."))
    return told


def pause_brief(case, asked):
    return [*case.client.in_brief, label(Pause.latest(case).reason)]


def lifting_warnings(decision, user):
    """What is seen by every officer again."""
    case = decision.record
    told = [gettext("Inisial, usia, kecamatan, dan tahapnya akan tampak bagi semua petugas.")]
    if case.level == Level.EMERGENCY and case.stage != Stage.CLOSED:
        told.append(gettext("Kasus ini masih Darurat."))
    return told


Decision.NOW |= {DecisionKind.LEVEL_CHANGE: level_now, DecisionKind.PAUSE: lambda decision: Pause.asked_by(decision).told,
                 DecisionKind.UNRESTRICT: lambda decision: lifting_told(decision.record, decision.note)}
Decision.WARNINGS |= {DecisionKind.LEVEL_CHANGE: level_warnings, DecisionKind.PAUSE: pause_warnings, DecisionKind.UNRESTRICT: lifting_warnings}
Decision.BRIEF |= {DecisionKind.LEVEL_CHANGE: level_brief, DecisionKind.PAUSE: pause_brief,
                   DecisionKind.UNRESTRICT: lambda case, asked: [*case.client.in_brief, label(case.level)]}
