"""The pages of special considerations: asking, the coordination with the Sentra, and its answer."""
from flask import Blueprint, g

from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.assessments import considered, quarterly, updating
from portal.assessments.considerations import Consideration
from portal.assessments.considering_forms import ConsiderationForm, CoordinationForm, SentraAnswerForm
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.assessments.reading import programmes
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.conferences.asking import asked_for
from portal.decisions.models import Decision
from portal.forms import StepForm
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("considerations", __name__, url_prefix="/considerations")
bp.register_blueprint(updating.bp)
bp.register_blueprint(quarterly.bp)
PANELS = (considered,)


@bp.route("/case/<int:case_id>/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new(case_id):
    case = at_work(Case, case_id)
    form = ConsiderationForm()
    if asked := form.makes(Consideration.request, case):
        return see_other("assessments.considerations.show", id=asked.id)
    return _request_page(form, case)


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    consideration = opened(Consideration, id)
    beside = [(template, about(consideration, g.user)) for template, about in Consideration.BESIDE]
    return page("assessments/considerations/show.html", consideration=consideration, case=consideration.case, update=DtsenUpdate.of(consideration),
                folder=Folder(consideration.case, g.user), history=moves_of(consideration), decision=Decision.about(consideration).first(),
                asked=asked_for(consideration.case), beside=beside)


@bp.route("/<int:id>/request", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def again(id):
    consideration = opened(Consideration, id)
    form = ConsiderationForm(obj=consideration)
    if form.changes(consideration.request_again):
        return see_other("assessments.considerations.show", id=id)
    return _request_page(form, consideration.case, consideration)


def _request_page(form, case, consideration=None):
    return page("assessments/considerations/request.html", case=case, form=form, consideration=consideration, programmes=programmes(case),
                asked=asked_for(case))


@bp.post("/<int:id>/withdrawal")
@needs(May.WRITE_CASES)
def withdrawal(id):
    opened(Consideration, id).give_up(by=g.user, seen=StepForm().seen.data)
    return see_other("assessments.considerations.show", id=id)


@bp.route("/<int:id>/coordination", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def coordination(id):
    consideration = opened(Consideration, id)
    form = CoordinationForm(data=consideration.contacted)
    if form.changes(consideration.coordinate):
        return see_other("assessments.considerations.show", id=id)
    return page("assessments/considerations/coordination.html", consideration=consideration, case=consideration.case, form=form)


@bp.route("/<int:id>/answer", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def answer(id):
    consideration = opened(Consideration, id)
    form = SentraAnswerForm(data={"seen": consideration.version, "answer": consideration.heard})
    if form.changes(consideration.record_answer):
        return see_other("assessments.considerations.show", id=id)
    return page("assessments/considerations/answer.html", consideration=consideration, case=consideration.case, form=form)
