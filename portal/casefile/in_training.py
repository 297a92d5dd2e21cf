"""How a case stands in training: what is to be done about it now, what became of it, and both on its line of events."""
from datetime import datetime, time

from flask_babel import gettext

from portal import clock
from portal.casefile.timeline import Timeline, address
from portal.labels import label
from portal.phrases import day
from portal.rules.placement import FINISHED, PlacementState
from portal.rules.timeline import Event, EventKind
from portal.training.aftercare.followups import FollowUp, milestones_of
from portal.training.aftercare.visits import visits_asked
from portal.training.attendance.presence_due import absent_three_of
from portal.training.batches import Batch
from portal.training.fitting.comings import comings_of
from portal.training.models import Placement
from portal.training.programmes import Programme

NOON = time(12)  # of what is told by its day only


def owed(case):
    """What the rule of the next steps asks about training, in a fixed number of questions while no course of the case was cancelled."""
    rows = list(Placement.joined().where(Placement.case == case))
    offered = [row for row in rows if row.state == PlacementState.OFFERED]
    released = [row for row in rows if row.awaits_answer]
    return {
        "placements": len(Placement.open_of(case)), "training_due": len(offered) + len(released) + len(absent_three_of(case)),
        "own_word_due": any(coming.is_due for coming in comings_of(case)),
        "visits_due": len(visits_asked(None, among=Placement.joined().where(Placement.case == case))),
    }


def way_to_own_word(case):
    """Where the client's own word is written down."""
    return next(coming.way for coming in comings_of(case) if coming.is_due)


def left_open(case):
    """[sentence] on what training leaves to be said before the case is closed."""
    return [gettext("Angkatan %(course)s dibatalkan dan kelanjutannya bagi klien belum dicatat.", course=row.batch.heading)
            for row in Placement.joined().where(Placement.case == case) if row.awaits_answer]


def visited_until(case):
    """The last day on which a visit after a training falls due, or None: the visits go on when the case is closed."""
    rows = Placement.joined().where(Placement.case == case, Placement.state.in_(FINISHED))
    latest = max((each.due for row in rows for each in milestones_of(row)), default=None)
    return latest if latest and latest >= clock.today() else None


def told(case, user):
    """[(placement, how it stands in words)] of a case, with what the visits since have found."""
    rows = list(Placement.visible_to(user).where(Placement.case == case).order_by(Placement.id))
    latest = {each.placement_id: each for each in FollowUp.counted().where(FollowUp.placement.in_(rows))}
    return [(row, said(row, latest.get(row.id))) for row in rows]


def said(placement, visit):
    """How a placement stands: its state and day, certificate and tools, and the latest visit; without where anybody works or lives."""
    told = [str(label(placement.state))]
    if placement.leave_reason:
        told.append(str(label(placement.leave_reason)).lower())
    if placement.ended_on:
        told.append(day(placement.ended_on))
    parts = [", ".join(told)]
    parts += [gettext("sertifikat %(number)s", number=placement.certificate)] if placement.certificate else []
    parts += [gettext("alat: %(toolkit)s", toolkit=placement.toolkit)] if placement.toolkit else []
    if visit:
        parts.append(gettext("bimbingan lanjut %(day)s: %(status)s", day=day(visit.visited_on), status=str(label(visit.status)).lower()))
    return "; ".join(parts)


def placements(case):
    return Placement.select(Placement, Batch, Programme).join(Batch).join(Programme).where(Placement.case == case)


@Timeline.source
def follow_ups(case):
    """The visits after a training, each on its day; where somebody works or lives is told on the visit's own page."""
    rows = FollowUp.counted().select_extend(Placement).join(Placement).where(Placement.case == case)
    return [Event(at=min(clock.utc(datetime.combine(each.visited_on, NOON)), clock.now()), kind=EventKind.TRAINING,
                  title=gettext("Bimbingan lanjut %(months)s bulan: %(status)s", months=each.months, status=label(each.status)), text=each.note,
                  by=each.made_by_id, url=address("training.placement", id=each.placement_id), dated=True) for each in rows]


Timeline.follow(Placement, EventKind.TRAINING, lambda row: row.batch.programme.name, rows=placements, endpoint="training.placement")
