"""Assessments that were begun and not yet put to a manager, for those whose cases they are: one press leads to where they go on."""
from dataclasses import dataclass

from peewee import JOIN, fn

from portal.accounts.teams import mine
from portal.assessments.answers import Answer
from portal.assessments.instruments import Instrument
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.rules.assessment import EDITABLE

SHOWN = 3


@dataclass(frozen=True)
class Unfinished:
    """One of them: the assessment, how many items it asks and how many are answered; both 0 where nothing is scored."""

    assessment: Assessment
    asked: int
    answered: int


def unfinished(user):
    """The latest of them, in two questions."""
    rows = list(Assessment.whole_to(user).where(Assessment.state.in_(EDITABLE), Case.care_team.in_(mine(user)))
                .select_extend(Instrument).switch(Assessment).join(Instrument, JOIN.LEFT_OUTER).order_by(Assessment.id.desc()).limit(SHOWN))
    count = Answer.select(Answer.assessment, fn.COUNT(Answer.id)).where(Answer.assessment.in_([row.id for row in rows]), ~Answer.taken_back)
    answered = dict(count.group_by(Answer.assessment).tuples())
    return [Unfinished(row, len(row.instrument.content.asked()) if row.is_scored else 0, answered.get(row.id, 0)) for row in rows]
