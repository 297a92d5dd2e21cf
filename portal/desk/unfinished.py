"""Assessments that were begun and not yet put to a manager, for those whose cases they are: one press leads to where they go on."""
from dataclasses import dataclass

from peewee import JOIN, fn

from portal.assessments.answers import Answer
from portal.assessments.instruments import Instrument
from portal.assessments.models import Assessment
from portal.db import db, quoted
from portal.desk.found import FACE
from portal.desk.reach import Reach
from portal.rules.assessment import EDITABLE

SHOWN = 3


@dataclass(frozen=True)
class Unfinished:
    """One of them: the assessment, how many items it asks and how many are answered; both 0 where nothing is scored."""

    assessment: Assessment
    asked: int
    answered: int


def unfinished(tasks):
    """The latest of the open cases of a person's own teams, in three questions."""
    own = Reach(tasks.user) if tasks.everyones else tasks.reach
    ids = db.ask(f"SELECT assessment.id FROM assessment {own.of_open_cases('assessment.case_id')} "  # noqa: S608 our own names
                 f"AND assessment.state IN ({quoted(EDITABLE)}) ORDER BY assessment.id DESC LIMIT {SHOWN}", ())
    if not ids:
        return []
    rows = list(Assessment.whole_to(tasks.user).where(Assessment.id.in_([id for id, in ids])).switch(Assessment)
                .join(Instrument, JOIN.LEFT_OUTER).order_by(Assessment.id.desc())
                .select(Assessment.id, Assessment.n, Assessment.state, Assessment.kind, Assessment.instrument, Assessment.case, Instrument, *FACE))
    count = Answer.select(Answer.assessment, fn.COUNT(Answer.id)).where(Answer.assessment.in_([row.id for row in rows]), ~Answer.taken_back)
    answered = dict(count.group_by(Answer.assessment).tuples())
    return [Unfinished(row, len(row.instrument.content.asked()) if row.is_scored else 0, answered.get(row.id, 0)) for row in rows]
