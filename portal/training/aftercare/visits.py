"""Which visits after a training are asked for, of the cases that a person sees whole."""
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from portal import clock
from portal.db import db, quoted
from portal.rules import followup as rules
from portal.rules.lifecycle import ClosingReason, Stage
from portal.rules.placement import FINISHED, TAUGHT
from portal.training.aftercare.followups import FollowUp, ended, within_reach
from portal.training.models import Placement

# Of placements with their case: the training ended and did not go on, there is somebody to visit, and the last visit has not met them.
WAITS = (f"AND placement.state IN ({quoted(FINISHED)}) AND placement.ended_on IS NOT NULL AND \"case\".stage <> '{Stage.CANCELLED}' "
         f"AND (\"case\".closing_reason IS NULL OR \"case\".closing_reason <> '{ClosingReason.DIED}') "
         "AND NOT EXISTS (SELECT 1 FROM placement AS next WHERE next.follows_id = placement.id "
         f"AND next.state IN ({quoted(TAUGHT)})) AND NOT EXISTS (SELECT 1 FROM follow_up AS met WHERE met.placement_id = placement.id "
         f"AND met.cancelled = '' AND met.months = {rules.MONTHS[-1]} AND met.status <> '{rules.FollowUpStatus.NOT_FOUND}')")


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


def asked_since(source):
    """[(day from which a visit is asked for, placement id)] of what is asked for by today, for the list of work.

    `source`: placements with their case, SQL from FROM on, ending in conditions.
    """
    today, tries = clock.today(), {}
    rows = db.ask(f"SELECT placement.id, placement.ended_on {source} {WAITS} AND placement.ended_on <= ?",  # noqa: S608 our own names
                  [(today - rules.FIRST_WINDOW).isoformat()])
    for placement, *told in db.ask("SELECT placement_id, months, visited_on, status FROM follow_up WHERE cancelled = '' "  # noqa: S608 our own
                                   f"AND placement_id IN ({', '.join(str(id) for id, _ in rows) or 'NULL'}) ORDER BY visited_on, id", ()):
        tries.setdefault(placement, []).append(tuple(told))
    asked = [(_asking(ended_on, tuple(tries.get(id, ())), today), id) for id, ended_on in rows]
    return [(each.since, id) for each, id in asked if each and each.since <= today]


@lru_cache(maxsize=5000)
def _asking(ended_on, tries, today):
    """What is Asked after a training by tries as the database keeps them [(months, day, status)]."""
    told = [rules.Try(months, date.fromisoformat(on), status != rules.FollowUpStatus.NOT_FOUND) for months, on, status in tries]
    return rules.asking(date.fromisoformat(ended_on), told, today)


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
