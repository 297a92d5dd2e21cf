"""What an accepted assessment and an approved consideration mean for the services of a case."""
from portal.assessments.considerations import Consideration
from portal.assessments.models import Assessment
from portal.rules.service import PENDING, ServiceState, ServiceStep
from portal.services.models import Service

UNDONE = "Penerimaan asesmen diurungkan."  # kept in the record, and records speak Indonesian


def need_services(assessment, by):
    """Each need becomes a service, unless one waits already or was given before anybody assessed."""
    met = {service.spm for service in assessment.case.services
           if service.state in PENDING or (service.assessment_id is None and service.state == ServiceState.DELIVERED)}
    for spm in assessment.needed:
        if spm not in met:
            Service.need(assessment.case, by=by, spm=spm, assessment=assessment)


def withdraw_needs(assessment, by):
    """The acceptance is undone: what it asked for is asked no more."""
    for service in assessment.services.where(Service.state == ServiceState.NEEDED):
        service.end(ServiceStep.CANCEL, by=by, reason=UNDONE)


def is_planned(assessment):
    """Whether somebody has begun to work on what the assessment asked for."""
    return assessment.services.where(Service.state != ServiceState.NEEDED).exists()


def is_relied_on(consideration):
    """Whether a ministry programme that the approval opened is planned or given."""
    begun = Service.state.in_((ServiceState.PLANNED, ServiceState.DELIVERED))
    return consideration.case.services.where(Service.programme.in_(consideration.opens), begun).exists()


Assessment.ACCEPTED.append(need_services)
Assessment.UNDONE.append(withdraw_needs)
Assessment.FOLLOWED.append(is_planned)
Consideration.RELIED.append(is_relied_on)
