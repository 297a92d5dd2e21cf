"""Who said which level, and why: the advice, the officer, the manager; all three stay to be read."""
from collections import namedtuple

from flask_babel import gettext

from portal.assessments.models import Assessment
from portal.decisions.models import Decision
from portal.labels import label
from portal.rules.approval import DecisionKind, DecisionState
from portal.rules.assessment import AssessmentState
from portal.rules.levels import Level
from portal.rules.review import Speaker

DECIDED = (DecisionState.APPROVED, DecisionState.UNDONE)
Voice = namedtuple("Voice", "speaker level name at reason")


def voices(kept, decision=None):
    """[Voice] of one keeping of an assessment and the decision about it (None while it is not put)."""
    sentence = kept.numbers.sentence if kept.numbers.result else gettext("Tingkat kasus saat diajukan; asesmen ini tanpa skor.")
    said = [Voice(Speaker.ADVICE, kept.advised, "", None, str(sentence)),
            Voice(Speaker.OFFICER, kept.level, decision.asked_by.name if decision else kept.values["maker"],
                  decision.asked_at if decision else None, kept.reason if kept.level != kept.advised else gettext("Mengikuti saran."))]
    return [*said, *([manager(decision, kept.level)] if decision and decision.state in DECIDED else [])]


def manager(decision, proposed):
    """The Voice of who approved: as proposed, or another level with its reason."""
    other = decision.answered.get("level")
    return Voice(Speaker.MANAGER, Level(other) if other else proposed, decision.decider, decision.decided_at,
                 decision.answered["level_reason"] if other else gettext("Seperti diusulkan."))


def accepted(case):
    """[(moment, level, words of all three, id of who decided, id of the assessment)] of the case's acceptances, for its timeline."""
    ids = Assessment.select(Assessment.id).where(Assessment.case == case)
    rows = Decision.select().where(Decision.kind == DecisionKind.ASSESSMENT, Decision.subject == Assessment._meta.table_name,
                                   Decision.subject_id.in_(ids), Decision.state.in_(DECIDED))
    return [(row.decided_at, Level(row.answered.get("level") or row.asked["level"]), in_line(row), row.decided_by_id, row.subject_id)
            for row in rows if row.asked]


def in_line(decision):
    """The three levels of a decision in one text."""
    asked, answered = decision.asked, decision.answered
    return in_words(asked["advised"], asked["level"], asked["reason"], answered.get("level") or asked["level"], answered.get("level_reason", ""))


def as_it_stands(assessment):
    """The same of an assessment that was put: the manager's only once it is accepted."""
    final = assessment.final_level if assessment.state == AssessmentState.ACCEPTED else None
    return in_words(assessment.advised_level, assessment.level, assessment.level_reason, final, assessment.set_reason)


def in_words(advised, proposed, reason, final, final_reason):
    """Three lines, each a level with its reason where it has one."""
    said = [(Speaker.ADVICE, advised, ""), (Speaker.OFFICER, proposed, reason if proposed != advised else ""), (Speaker.MANAGER, final, final_reason)]
    return "\n".join(f"{label(speaker)}: {label(Level(level))}{f'. {why}' if why else ''}" for speaker, level, why in said if level)
