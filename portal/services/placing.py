"""The pages of a child's place away from the parents: proposing it, how it stands, looking again, and its end."""
from flask import Blueprint, g
from flask_babel import gettext

from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.conferences.asking import asked_for
from portal.decisions.models import Decision
from portal.forms import StepForm
from portal.rules.roles import May
from portal.services.outside import OutsideCare
from portal.services.outside_forms import OutsideForm, ReviewForm
from portal.web import page, say, see_other

bp = Blueprint("outside", __name__, url_prefix="/outside")


@bp.route("/case/<int:case_id>/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new(case_id):
    case, form = at_work(Case, case_id), OutsideForm()
    if placement := form.makes(OutsideCare.propose, case):
        return see_other("services.outside.show", id=placement.id)
    return page("services/outside/propose.html", case=case, form=form, placement=None, asked=asked_for(case))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    placement = opened(OutsideCare, id)
    return page("services/outside/show.html", placement=placement, service=placement.service, case=placement.case,
                folder=Folder(placement.case, g.user), history=moves_of(placement), decision=Decision.about(placement).first(),
                asked=asked_for(placement.case))


@bp.route("/<int:id>/proposal", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def again(id):
    placement = opened(OutsideCare, id)
    form = OutsideForm(obj=placement, data=placement.planned)
    if form.changes(placement.propose_again):
        return see_other("services.outside.show", id=id)
    return page("services/outside/propose.html", case=placement.case, form=form, placement=placement, asked=asked_for(placement.case))


@bp.route("/<int:id>/review", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def review(id):
    placement = opened(OutsideCare, id)
    form = ReviewForm(seen=placement.version)
    if form.changes(placement.review):
        say(gettext("Peninjauan tersimpan."))
        return see_other("services.outside.show", id=id)
    return page("services/outside/review.html", placement=placement, case=placement.case, form=form)


@bp.post("/<int:id>/end")
@needs(May.WRITE_CASES)
def end(id):
    placement, form = opened(OutsideCare, id), StepForm()
    placement.end(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    return see_other("services.outside.show", id=id)
