"""Whose turn it is: what a page says of a place that has no seat yet, or whose batch was cancelled."""
from dataclasses import dataclass
from datetime import date

from portal.office.opening import calendar
from portal.rules.placement import PlacementState
from portal.rules.queue import answer_due


@dataclass(frozen=True)
class Turn:
    """`rank` in the queue (None: passed over, or not in it), `due` the day by which an offer should be answered, whether this person may put
    the child first, and whether an answer is asked after the batch was cancelled."""

    rank: int | None = None
    due: date | None = None
    may_prioritise: bool = False
    awaits_answer: bool = False


def turn_of(placement, user):
    """The Turn of one placement as this person sees it."""
    waits = placement.state == PlacementState.WAITING
    rank = placement.rank_for(user) if waits else None
    return Turn(rank, due_of(placement), may_prioritise=placement.may_be_first(user, rank), awaits_answer=placement.awaits_answer)


def due_of(placement):
    """The day by which an offered seat should be answered, or None."""
    if placement.state != PlacementState.OFFERED or placement.offered_on is None:
        return None
    return answer_due(placement.offered_on, calendar()).date()
