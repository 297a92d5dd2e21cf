"""The pages of a placement: how it stands, leaving early, and its cancellation."""
from flask import g
from flask_babel import gettext

from portal import clock
from portal.access import needs, opened
from portal.accounts.history import moves_of
from portal.cases.folder import Folder
from portal.decisions.models import Decision
from portal.forms import StepForm
from portal.rules.roles import May
from portal.training.aftercare.followups import milestones_of
from portal.training.attendance.presence import presence_of
from portal.training.attendance.presence_due import absence_of
from portal.training.fitting.comings import coming_of
from portal.training.fitting.rechecking import is_watched, worse_now
from portal.training.fitting.sentences import lines
from portal.training.models import Placement
from portal.training.places.placement_forms import DepartureForm
from portal.training.places.turns import turn_of
from portal.training.routes import bp
from portal.web import page, say, see_other


@bp.get("/placements/<int:id>")
@needs(May.READ_TRAINING)
def placement(id):
    placement = opened(Placement, id)
    return page("training/placement.html", placement=placement, folder=Folder(placement.case, g.user), lines=lines(placement.findings),
                milestones=milestones_of(placement), history=moves_of(placement), turn=turn_of(placement, g.user),
                decision=Decision.about(placement).first(), rate=presence_of(placement).rate,
                coming=coming_of(placement), worse=worse_now(placement), watched=is_watched(placement), absence=absence_of(placement))


@bp.route("/placements/<int:id>/departure", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def departure(id):
    placement = opened(Placement, id)
    form = DepartureForm(data={"ended_on": clock.today(), "seen": placement.version})
    if form.changes(placement.leave):
        say(gettext("Berhentinya peserta tercatat."))
        return see_other("training.placement", id=id)
    return page("training/departure.html", form=form, placement=placement, case=placement.case)


@bp.post("/placements/<int:id>/cancellation")
@needs(May.WRITE_TRAINING)
def cancel(id):
    form = StepForm()
    opened(Placement, id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Penempatan dibatalkan."))
    return see_other("training.placement", id=id)
