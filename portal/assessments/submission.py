"""Putting an assessment to a manager: what they read term by term, and all of it kept as it was put."""
from flask_babel import force_locale

from portal.accounts.models import User
from portal.assessments.kept import keep
from portal.assessments.models import Assessment
from portal.assessments.snapshot import snapshot
from portal.decisions.models import Decision
from portal.rules.approval import DecisionKind, DecisionState
from portal.rules.levels import Level


@Assessment.SUBMITTED.append
def put(assessment, by, note):
    """Ask a manager; an emergency stands first in their list."""
    case = assessment.case
    with force_locale("id"):
        asked = keep(assessment)
    Decision.ask(DecisionKind.ASSESSMENT, assessment, snapshot(assessment, assessment.reading(), assessment.level), by=by, care_team=case.care_team,
                 number=case.number, heading=case.heading, note=note, urgent=assessment.level == Level.EMERGENCY, asked=asked)


def rounds(assessment):
    """Each time it was put, the latest first, with who asked and who decided."""
    rows = list(Decision.about(assessment))
    people = {user.id: user for user in User.select().where(User.id.in_({id for row in rows for id in (row.asked_by_id, row.decided_by_id)}))}
    for row in rows:
        row.asked_by, row.decided_by = people[row.asked_by_id], people.get(row.decided_by_id)
    return rows


def before(decision):
    """The last time that the same assessment was put and answered before this, or None."""
    return (Decision.select().where(Decision.subject == decision.subject, Decision.subject_id == decision.subject_id,
                                    Decision.id < decision.id, Decision.state != DecisionState.WITHDRAWN)
            .order_by(Decision.id.desc()).first())
