"""The plan of a case as its page shows it: services by goal, where each need came from, what was set aside, and the money by fund."""
from itertools import groupby

from portal.assessments.models import Assessment
from portal.assessments.suggested import Suggested
from portal.rules.assessment import AssessmentState
from portal.rules.service import PENDING, ServiceState, Spm
from portal.services.models import Service


class Plan:
    """The services of one case, read once, and the latest assessment that was submitted (None: nobody has assessed)."""

    def __init__(self, case):
        self.case, self.services = case, list(Service.of(case))
        self.assessment = Assessment.last_put(case)
        self.origins = Suggested(self.assessment).services if self.assessment else {}

    @property
    def by_goal(self):
        """[(goal, its services)]; those without a goal come last."""
        return [(goal, list(services)) for goal, services in groupby(self.services, key=lambda service: service.goal)]

    @property
    def goals(self):
        return [goal for goal, _ in self.by_goal if goal]

    def one(self, id):
        """The service of this id, as a form carries it; None when there is none that waits."""
        return next((service for service in self.services if str(service.id) == str(id) and service.is_pending), None)

    @property
    def needed(self):
        """Those that nobody has planned yet."""
        return [service for service in self.services if service.state == ServiceState.NEEDED]

    @property
    def is_begun(self):
        """Whether anything was planned or given."""
        return any(service.state in (ServiceState.PLANNED, ServiceState.DELIVERED) for service in self.services)

    @property
    def announced(self):
        """What an assessment says is needed that waits for the manager still."""
        waits = self.assessment and self.assessment.state == AssessmentState.SUBMITTED
        return self.assessment.needed if waits else []

    @property
    def pending(self):
        return sum(service.state in PENDING for service in self.services)

    @property
    def overdue(self):
        return sum(service.is_overdue for service in self.services)

    @property
    def delivered(self):
        return sum(service.state == ServiceState.DELIVERED for service in self.services)

    @property
    def spent(self):
        """The value of what was given, in whole rupiah."""
        return sum(service.rupiah or 0 for service in self.services if service.state == ServiceState.DELIVERED)

    @property
    def funds(self):
        """[(fund or None, rupiah planned still, rupiah given)] of every fund that pays for something here."""
        found = {}
        for service in self.services:
            if service.rupiah and service.state in (*PENDING, ServiceState.DELIVERED):
                given = service.state == ServiceState.DELIVERED
                planned, spent = found.get(service.fund, (0, 0))
                found[service.fund] = (planned + service.rupiah * (not given), spent + service.rupiah * given)
        return [(fund, *found[fund]) for fund in sorted(found, key=lambda fund: fund or "~")]

    @property
    def dismissed(self):
        """[(service, why, the answers that suggested it)] of what the assessment set aside and nobody has taken up since."""
        live = {service.spm for service in self.services if service.state != ServiceState.CANCELLED}
        dismissed = self.assessment.dismissed if self.assessment and self.assessment.state == AssessmentState.ACCEPTED else {}
        return [(Spm(spm), why, self.origins.get(spm, [])) for spm, why in dismissed.items() if spm not in live]

    def origin(self, service):
        """The answers that a need came from, in words; empty for what nobody's answers suggested."""
        return self.origins.get(service.spm, []) if service.assessment_id and self.assessment else []
