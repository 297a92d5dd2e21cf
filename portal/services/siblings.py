"""The services of brothers and sisters beside each other, so that one plan for the family can be seen; and what one may take from another."""
from dataclasses import dataclass
from functools import cached_property

from portal.cases.models import Case
from portal.clients.family import siblings_of
from portal.clients.models import Client
from portal.labels import label
from portal.rules.decile import Programme
from portal.rules.lifecycle import OPEN
from portal.rules.outside_family import CareKind
from portal.rules.service import PENDING, ServiceState, Spm
from portal.services.models import Service

KINDS = (*Spm, *Programme, *CareKind)


@dataclass(frozen=True)
class Child:
    """One of the children: the client, their running case if this person sees it whole (else None), and its services."""

    client: Client
    case: Case | None
    services: list

    @property
    def has_plan(self):
        """Whether there is something to take over."""
        return any(service.is_pending and not service.care for service in self.services)


class Beside:
    """This case and those of the client's siblings; a sibling who is hidden from this person is not there."""

    def __init__(self, case, user):
        self.siblings = siblings_of(case.client, user)
        running = Case.whole_to(user).where(Case.client.in_(self.siblings), Case.stage.in_(OPEN))
        self.cases = {each.client_id: each for each in running} if self.siblings else {}
        self.case = case

    @cached_property
    def children(self):
        """[Child], this one first."""
        cases = {self.case.client_id: self.case} | self.cases
        services = {}
        for service in Service.select().where(Service.case.in_(list(cases.values())), Service.state != ServiceState.CANCELLED).order_by(Service.id):
            services.setdefault(service.case_id, []).append(service)
        return [Child(client, cases.get(client.id), services.get(cases[client.id].id, []) if client.id in cases else [])
                for client in (self.case.client, *self.siblings)]

    @property
    def planned(self):
        """The siblings of whose plan this child may have the same."""
        return [child for child in self.children[1:] if child.has_plan]

    @property
    def rows(self):
        """[(words of a kind, [[services of that kind] of each child])] of every kind that one of them has."""
        kinds = {service.kind for child in self.children for service in child.services}
        return [(label(kind), [[each for each in child.services if each.kind == kind] for child in self.children])
                for kind in sorted(kinds, key=KINDS.index)]

    def case_of(self, id):
        """The running case of a sibling by its id, or None."""
        return next((case for case in self.cases.values() if case.id == id), None)


def planned(case):
    """What is planned in a case and a sibling may be given too: a place away from the parents is each child's own question."""
    return list(Service.of(case).where(Service.state.in_(PENDING), Service.care.is_null()))
