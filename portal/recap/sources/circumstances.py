"""People whose cases ran in a period, with how they live as the latest assessment put to a manager by then says."""
from flask_babel import lazy_gettext as _

from portal.assessments.answers import Answer
from portal.assessments.models import Assessment
from portal.recap.dimensions import ACTIVITY, CAREGIVER, LIVING, ORIGIN, PLACE, SCHOOLING, SLEEPS
from portal.recap.sources import people
from portal.recap.sources.base import Source, ask, beginning, code
from portal.recap.sources.told import NAMES
from portal.rules.assessment import PUT
from portal.rules.crosstab import UNKNOWN


def facts(sight, period, names=NAMES):
    """The facts of people, each with the answers about how the person lives."""
    found, answers = people.facts(sight, period, names), answered(period)
    for fact in found:
        told = answers.get(fact.id, {})
        fact.values.update({name: told.get(item, UNKNOWN) for name, item in LIVING.items()})
    return found


def answered(period):
    """{case id: {item: code}} of the latest assessment of each case that was put to a manager by the period's last day."""
    put = (Assessment.select(Assessment.case, Assessment.id)
           .where(Assessment.state.in_(PUT), Assessment.submitted_at < beginning(period.end)).order_by(Assessment.case, Assessment.n))
    latest = {assessment: case for case, assessment in dict(ask(put)).items()}
    rows = Answer.select(Answer.assessment, Answer.item, Answer.value).where(Answer.item.in_(list(LIVING.values())), ~Answer.taken_back)
    found = {}
    for assessment, item, value in ask(rows):
        if assessment in latest:
            found.setdefault(latest[assessment], {})[item] = code(value)
    return found


BY = (*people.BY, SCHOOLING, ACTIVITY, SLEEPS, CAREGIVER, PLACE, ORIGIN)
CIRCUMSTANCES = Source("circumstances", _("kasus"), BY, facts, **people.OF_CASES, chooses=True)
