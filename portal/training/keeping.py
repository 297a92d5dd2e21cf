"""Who looks after a batch knows its people as far as their care teams let that person in, and hands on the batch, not the sight of the cases."""
from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.rules.placement import PlacementState
from portal.training.batches import Batch
from portal.training.models import Placement

BEFORE_SEAT = (PlacementState.PROPOSED, PlacementState.RETURNED, PlacementState.WAITING, PlacementState.OFFERED)


def hand_over(batch, by):
    """Somebody else looks after it: who joined care teams for that leaves them, and each team lets the next one in by itself."""
    for placement in Placement.select().where(Placement.batch == batch, Placement.keeper_joins):
        CareTeam.part(placement.because, by=by)
        placement.change(by=by, keeper_joins=False)


def let_nobody_in(team, by):
    """The case was restricted: who keeps the batch joins its team only where that is said again, knowing it."""
    coming = Placement.select().join(Case).where(Case.care_team == team, Placement.keeper_joins, Placement.state.in_(BEFORE_SEAT))
    for placement in coming:
        placement.change(by=by, keeper_joins=False)


def unknown_to_keeper(batch, roll, user):
    """Those with a seat whom this person sees whole, and the keeper of the batch only in outline or not at all."""
    keeper = batch.keeper
    if batch.is_over or keeper is None or keeper == user:
        return []
    return [row for row in roll.seated if row.is_whole_to(user) and not row.is_whole_to(keeper)]


Batch.HANDED.append(hand_over)
CareTeam.HIDDEN.append(let_nobody_in)
