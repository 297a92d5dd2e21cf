"""A batch is cancelled with what happens to its people: each is proposed for another course, or let go with a task for their team."""
from dataclasses import dataclass, field

from flask_babel import force_locale, gettext

from portal.cases.models import Case
from portal.labels import label
from portal.rules.placement import CONCLUDED, UNSETTLED, BatchState, BatchStep
from portal.rules.refused import Refused
from portal.training.batches import Batch
from portal.training.fitting.asked import answers_of, standings
from portal.training.fitting.fit import clashes_with, outlook
from portal.training.fitting.proposals import propose
from portal.training.fitting.rechecking import answers_now
from portal.training.models import Placement, claims_of


@dataclass(frozen=True)
class Leaver:
    """Somebody in a batch without a result: `courses` are the other Batches they could be proposed for; None where this person may not propose."""

    placement: Placement
    courses: list | None = field(default=None)

    @property
    def name(self):
        """The name of their field on the form."""
        return f"to_{self.placement.id}"

    def called(self, user):
        """Who it is and how they stand in the batch, as this person may name them."""
        return f"{self.placement.name_for(user)} · {self.placement.case.number} · {label(self.placement.state)}"


def leavers(batch, user):
    """[Leaver] of those in the batch whom this person sees, who has a seat first; in a fixed number of questions."""
    rows = list(Placement.visible_to(user).where(Placement.batch == batch, Placement.state.in_(UNSETTLED))
                .order_by(Placement.seated_on.is_null(), Placement.queue_no, Placement.id))
    own = [row for row in rows if row.is_whole_to(user) and row.case.is_open]
    courses = [each for each in Batch.joinable() if each.id != batch.id]
    known, claims, done = standings([row.case for row in own]), claims_of([row.case.client_id for row in own]), _done([row.case_id for row in own])
    able = {row.id: [course for course in courses if (row.case_id, course.id) not in done and _could_join(row, course, known, claims)] for row in own}
    return [Leaver(row, able.get(row.id)) for row in rows]


def _done(cases):
    """{(case id, batch id)} of the courses that these cases have finished."""
    rows = Placement.select(Placement.case, Placement.batch).where(Placement.case.in_(cases), Placement.state.in_(CONCLUDED))
    return set(rows.tuples())


def _could_join(placement, course, known, claims):
    busy = [dates for batch, *dates in claims.get(placement.case.client_id, ()) if batch != placement.batch_id]
    return outlook(placement.case, course, answers_of(placement), clashes_with(course, busy), known[placement.case_id]).may_propose


def call_off(batch, *, by, reason, onward=None, seen=None):
    """Cancel a batch. `onward` {placement id: id of another Batch}: who is proposed there; everybody else is released.

    Refused as a whole where a rule stands against one of the proposals; the refusal's `field` says whose.
    """
    batch = batch.fresh().go(BatchStep.CANCEL, by=by, seen=seen, reason=reason)
    for id, course in (onward or {}).items():
        _onward(Placement.get_by_id(id), Batch.get_by_id(course), by=by, reason=reason)
    return batch


def give_up(case, by, reason):
    """The case was written down by mistake: its seats and places on a list are for others, and nothing is left to decide."""
    for placement in Placement.open_of(case):
        placement.let_go(BatchState.OPEN, by=by, reason=reason)


def _onward(placement, course, *, by, reason):
    """A new proposal with what was answered for the first and not taken back since; a manager decides as ever."""
    with force_locale("id"):
        why = gettext("Pindahan dari angkatan %(number)s yang dibatalkan: %(reason)s", number=placement.batch.number, reason=reason)
    try:
        propose(course, placement.case, by=by, answers=answers_now(placement), reason=why, keeper_joins=False, follows=placement)
    except Refused as refused:
        refused.detail["field"] = f"to_{placement.id}"
        raise


Case.MISTAKEN.append(give_up)
