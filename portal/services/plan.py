"""The plan of a case as its page shows it: services by goal, and what has been given so far."""
from itertools import groupby

from portal.rules.service import PENDING, ServiceState
from portal.services.models import Service


class Plan:
    """The services of one case, read once."""

    def __init__(self, case):
        self.services = list(Service.of(case))

    @property
    def by_goal(self):
        """[(goal, its services)]; those without a goal come last."""
        return [(goal, list(services)) for goal, services in groupby(self.services, key=lambda service: service.goal)]

    @property
    def goals(self):
        return [goal for goal, _ in self.by_goal if goal]

    @property
    def pending(self):
        return sum(service.state in PENDING for service in self.services)

    @property
    def delivered(self):
        return sum(service.state == ServiceState.DELIVERED for service in self.services)

    @property
    def spent(self):
        """The value of what was given, in whole rupiah."""
        return sum(service.rupiah or 0 for service in self.services if service.state == ServiceState.DELIVERED)
