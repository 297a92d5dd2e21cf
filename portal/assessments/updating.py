"""The pages of the proposal to put DT-SEN right: to whom it went, what became of it, or that there is nothing to propose."""
from flask import Blueprint, g

from portal.access import needs, opened
from portal.assessments.considering_forms import OutcomeForm, ProposalForm
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.forms import StepForm
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("updates", __name__, url_prefix="/updates")


@bp.route("/<int:id>/proposal", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def proposal(id):
    update = opened(DtsenUpdate, id)
    form = ProposalForm(obj=update)
    if form.changes(update.propose):
        return _back(update)
    return page("assessments/considerations/proposal.html", update=update, case=update.case, form=form)


@bp.route("/<int:id>/outcome", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def outcome(id):
    update = opened(DtsenUpdate, id)
    form = OutcomeForm(seen=update.version)
    if form.changes(update.settle):
        return _back(update)
    return page("assessments/considerations/outcome.html", update=update, case=update.case, form=form)


@bp.post("/<int:id>/dropping")
@needs(May.WRITE_CASES)
def dropping(id):
    update, form = opened(DtsenUpdate, id), StepForm()
    update.drop(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    return _back(update)


def _back(update):
    return see_other("assessments.considerations.show", id=update.consideration_id)
