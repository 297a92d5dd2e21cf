"""What assessments and services tell a case conference: the summary it begins with, and some of the reasons for which one is asked for."""
from flask_babel import gettext

from portal.assessments.models import Assessment
from portal.assessments.reading import Numbers
from portal.conferences import asking
from portal.conferences.models import Conference
from portal.labels import label
from portal.phrases import local_day
from portal.records import Transition
from portal.rules.assessment import AssessmentState
from portal.rules.narrative import NEEDED
from portal.rules.service import ServiceState, ServiceStep, Spm
from portal.services.models import Service

SEXUAL_VIOLENCE = "A3"
BEGUN = (ServiceStep.PLAN, ServiceStep.DELIVER)


@Conference.SUMMED.append
def of_assessment(case):
    """The level, the score and the words of the latest accepted assessment; empty without one."""
    latest = Assessment.of(case).where(Assessment.state == AssessmentState.ACCEPTED).first()
    if latest is None:
        return ""
    numbers = Numbers(latest)
    lines = [gettext("Asesmen %(n)s diterima %(day)s: tingkat %(level)s.", n=latest.n, day=local_day(latest.accepted_at),
                     level=label(latest.final_level)),
             str(numbers.sentence) if numbers.result else latest.told_topics.get(NEEDED, ""), latest.analysis, latest.recommendation]
    return "\n".join(line for line in lines if line)


@asking.ANSWERS.append
def told_of_violence(case):
    """The answer to A3 of the latest assessment that knows one, or None."""
    standing = Assessment.of(case).where(Assessment.state != AssessmentState.CANCELLED, Assessment.instrument.is_null(False))
    return next((value for each in standing if (value := each.given.get(SEXUAL_VIOLENCE)) is not None), None)


@asking.REUNIONS.append
def reunion_planned(case):
    """Since when a reunification of this round is planned or was given, or None."""
    standing = Service.state.in_((ServiceState.PLANNED, ServiceState.DELIVERED))
    reunions = Service.select(Service.id).where(Service.case == case, Service.spm == Spm.SPM12, standing)
    first = (Transition.select().where(Transition.subject == Service._meta.table_name, Transition.subject_id.in_(reunions),
                                       Transition.step.in_([str(step) for step in BEGUN]), Transition.occurred_at >= case.t0)
             .order_by(Transition.occurred_at).first())
    return first.occurred_at if first else None
