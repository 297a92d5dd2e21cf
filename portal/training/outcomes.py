"""What became of those who were trained, per programme: counts a person may see, no names."""
from dataclasses import dataclass, field

from peewee import Case, fn

from portal.rules.followup import PLACED, FollowUpStatus
from portal.rules.placement import FINISHED, PlacementState
from portal.training.batches import Batch
from portal.training.followups import FollowUp
from portal.training.models import Placement
from portal.training.programmes import Programme


@dataclass
class Outcome:
    """One programme. `visits`: {(months, status): how many}; a share is (part, whole)."""

    programme: object
    states: dict = field(default_factory=dict)
    certificates: int = 0
    visits: dict = field(default_factory=dict)

    @property
    def finished(self):
        return sum(self.states.get(state, 0) for state in FINISHED)

    @property
    def passed(self):
        return self.states.get(PlacementState.PASSED, 0), self.finished

    @property
    def certified(self):
        return self.certificates, self.finished

    def _share(self, months, good):
        """Of those met at this visit, how many stand well; who was not found counts on neither side."""
        met = {status: count for (at, status), count in self.visits.items() if at == months and status != FollowUpStatus.NOT_FOUND}
        return sum(count for status, count in met.items() if good(status)), sum(met.values())

    @property
    def placed(self):
        """At three months in work, business or school."""
        return self._share(3, lambda status: status in PLACED)

    @property
    def schooling(self):
        return self._share(3, lambda status: status == FollowUpStatus.SCHOOL)

    @property
    def off_street_6(self):
        return self._share(6, lambda status: status != FollowUpStatus.BACK_ON_STREET)

    @property
    def off_street_12(self):
        return self._share(12, lambda status: status != FollowUpStatus.BACK_ON_STREET)


def outcomes_for(user):
    """[Outcome] of every programme in which somebody this person may see has finished, by name."""
    mine = Placement.visible_to(user).select(Placement.id)
    table = {}
    for state, programme, people, certificates in _finished(mine):
        row = _row(table, programme)
        row.states[state] = people
        row.certificates += certificates
    for months, status, programme, people in _visits(mine):
        _row(table, programme).visits[months, status] = people
    return _named(table)


def _finished(mine):
    certified = fn.SUM(Case(None, [(Placement.certificate != "", 1)], 0))
    return (Placement.select(Placement.state, Batch.programme, fn.COUNT(Placement.id), certified).join(Batch)
            .where(Placement.id.in_(mine), Placement.state.in_(FINISHED)).group_by(Batch.programme, Placement.state).tuples())


def _row(table, programme):
    return table.setdefault(programme, Outcome(programme))


def _visits(mine):
    return (FollowUp.select(FollowUp.months, FollowUp.status, Batch.programme, fn.COUNT(FollowUp.id))
            .join(Placement).join(Batch).where(Placement.id.in_(mine)).group_by(Batch.programme, FollowUp.months, FollowUp.status).tuples())


def _named(table):
    """The rows with their programmes in place of ids, by name."""
    for programme in Programme.select().where(Programme.id.in_(list(table))):
        table[programme.id].programme = programme
    return sorted(table.values(), key=lambda row: row.programme.name)
