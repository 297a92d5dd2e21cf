"""How a course ended: the results of one or of all, what is due to each, and a wrong result put right."""
from dataclasses import dataclass

from portal.db import db
from portal.rules import followup, placement, training_result
from portal.rules.placement import PlacementState, PlacementStep
from portal.rules.refused import Refused
from portal.training.aftercare.followups import FollowUp, refile
from portal.training.attendance.presence import Presence, presence_of, presences_of
from portal.training.models import Placement


@dataclass(frozen=True)
class Row:
    """One participant with what the attendance says: days present, the rate, whether that is `short`, and the allowance `due`."""

    placement: Placement
    presence: Presence

    @property
    def programme(self):
        return self.placement.batch.programme

    @property
    def short(self):
        return training_result.is_short(self.presence.rate, self.programme.min_attendance)

    @property
    def due(self):
        return training_result.allowance_due(self.presence.present, self.programme.allowance)

    @property
    def proposed(self):
        return training_result.proposed(self.presence.rate, self.programme.min_attendance)


def results_of(batch, user):
    """The Rows of those who were in the course, as far as they exist for this person, by the number of their case."""
    there = Placement.visible_to(user).where(Placement.batch == batch, Placement.state.in_(placement.TAUGHT))
    known = presences_of(batch)
    return [Row(each, known.get(each.id, Presence())) for each in there.order_by(Placement.case)]


def row_of(one):
    """The Row of one placement."""
    return Row(one, presence_of(one))


def conclude(one, step, *, by, ended_on, seen=None, certificate="", **details):
    """Passed or not passed, with what goes with it."""
    training_result.check_certificate(step == PlacementStep.PASS, certificate)
    return one.finish(step, by=by, ended_on=ended_on, seen=seen, certificate=certificate, **details)


def conclude_all(roster, *, by, ended_on, toolkit, rows):
    """The results of a course on one day: `rows` is [(placement id, step, details)]; the toolkit goes to who passed and got no other one."""
    db.lock()
    if not rows:
        raise Refused(training_result.Why.NOTHING_CHOSEN)
    those = {each.id: each for each in roster}
    for id, step, details in rows:
        if step == PlacementStep.PASS and not details["toolkit"]:
            details = {**details, "toolkit": toolkit}
        conclude(those[id], step, by=by, ended_on=ended_on, **details)
    return rows


def amend(one, *, by, reason, ended_on, seen=None, state=PlacementState.LEFT_EARLY, certificate="", **details):
    """Put a wrong result right: what stood there stays in the history, and the visits follow another day of the end."""
    db.lock()
    training_result.may_amend(one.state, reason)
    training_result.check_certificate(state == PlacementState.PASSED, certificate)
    one.check_end(ended_on)
    one.move(training_result.AMENDING[state], by=by, seen=seen, reason=reason, ended_on=ended_on, certificate=certificate, **details)
    refile(one, by=by)
    return one


def reopen(one, *, by, reason, seen=None):
    """Somebody is still in the course: the result was written by mistake."""
    db.lock()
    one.check(PlacementStep.REOPEN)
    one.check_seat()
    if one.room().those(*placement.KNOWN).where(Placement.case == one.case_id, Placement.id != one.id).exists():
        raise Refused(placement.Why.ALREADY_THERE)
    if FollowUp.counted().where(FollowUp.placement == one).exists():
        raise Refused(followup.Why.VISITED)
    return one.move(PlacementStep.REOPEN, by=by, seen=seen, reason=reason, ended_on=None, leave_reason=None, certificate="", toolkit="",
                    allowance=None)
