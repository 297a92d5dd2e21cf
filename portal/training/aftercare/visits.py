"""Which visits after a training are asked for, of the cases that a person sees whole."""
from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.rules import followup as rules
from portal.training.aftercare.followups import FollowUp, ended, within_reach
from portal.training.models import Placement


@dataclass(frozen=True)
class OpenVisit:
    """A visit that one placement waits for, asked from `since` on; `tries` so many found nobody since the person was last met."""

    placement: Placement
    months: int
    since: date
    due: date
    tries: int
    last: FollowUp | None

    @property
    def again(self):
        """Whether somebody went already and found nobody."""
        return self.tries > 0

    @property
    def is_asked(self):
        return self.since <= clock.today()


def visits_asked(user, among=None):
    """The OpenVisits asked for by today, who waits longest first. `among`: placements as of Placement.whole_to, default all of these."""
    return [visit for visit in visits_open(user, among) if visit.is_asked]


def visits_open(user, among=None):
    """The same with those whose window is open and who are asked for later."""
    waiting = (Placement.whole_to(user) if among is None else among).where(
        ended(), within_reach(), Placement.ended_on <= clock.today() - rules.FIRST_WINDOW, Placement.id.not_in(_met_at_last()))
    rows = {}
    for row in FollowUp.counted().where(FollowUp.placement.in_(waiting.select(Placement.id))):
        rows.setdefault(row.placement_id, []).append(row)
    found = [_open(placement, rows.get(placement.id, [])) for placement in waiting]
    return sorted((visit for visit in found if visit), key=lambda visit: (visit.since, visit.placement.id))


def _met_at_last():
    """Whom the last visit met: of them nothing is asked any more."""
    return FollowUp.counted().where(FollowUp.months == rules.MONTHS[-1], FollowUp.status != rules.FollowUpStatus.NOT_FOUND).order_by().select(
        FollowUp.placement)


def _open(placement, rows):
    """The OpenVisit that is asked of one placement, or None before the first window and where the milestone is settled."""
    tries = [each.as_try for each in rows]
    asked = rules.asking(placement.ended_on, tries, clock.today())
    if asked is None:
        return None
    return OpenVisit(placement, asked.months, asked.since, rules.months_after(placement.ended_on, asked.months), rules.in_vain(tries),
                 rows[-1] if rows else None)
