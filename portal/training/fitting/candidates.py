"""Who of a person's own cases fits a batch: those that wait for a training first, as far as their records say so."""
from dataclasses import dataclass

from portal import clock
from portal.accounts.teams import CareTeam, mine
from portal.cases.models import Case
from portal.rules.lifecycle import ACTIVE
from portal.rules.placement import KNOWN, LeaveReason, PlacementState
from portal.rules.waiting import order, signs
from portal.training.fitting.asked import standings
from portal.training.fitting.fit import Outlook, clashes_with, outlook
from portal.training.models import Placement, claims_of

MOST = 100


@dataclass(frozen=True)
class Candidate:
    """An Outlook, and the signs (waiting.Sign) that the client waits for this."""

    outlook: Outlook
    signs: list

    @property
    def case(self):
        return self.outlook.case


def candidates_for(batch, user):
    """The Candidates among this person's own open cases, at most MOST of the newest: who fits first, and of those who waits."""
    cases = list(_cases(batch, user))
    claims, known, waiting = claims_of([case.client_id for case in cases]), standings(cases), _waiting(cases)
    found = [_candidate(case, batch, known[case.id], claims.get(case.client_id, ()), case.id in waiting) for case in cases]
    return sorted(found, key=lambda each: order(each.outlook.group, each.signs))


def _cases(batch, user):
    there = batch.those(*KNOWN).select(Placement.case)
    return (Case.whole_to(user).where(CareTeam.id.in_(mine(user)), Case.stage.in_(ACTIVE), Case.id.not_in(there))
            .order_by(Case.id.desc()).limit(MOST))


def _waiting(cases):
    """The ids of the cases that stand on a waiting list, or were let go by a course that was cancelled, and have no seat since."""
    rows = Placement.select(Placement.case, Placement.state, Placement.leave_reason).where(Placement.case.in_(cases)).order_by(Placement.id)
    last = {row.case_id: row for row in rows}
    return {case for case, row in last.items() if row.state == PlacementState.WAITING or row.leave_reason == LeaveReason.BATCH_CANCELLED}


def _candidate(case, batch, known, claims, waits):
    told = signs(trade=batch.programme.trade, waits=waits, interests=known.interests, plans=known.plans, answers=known.answers,
                 age=case.client.years(clock.today()))
    return Candidate(outlook(case, batch, clashes=clashes_with(batch, [dates for _, *dates in claims]), known=known), told)
