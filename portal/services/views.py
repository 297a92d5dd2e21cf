"""The plan of a case and what was given: the table, one service, and the steps of its life."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.assessments.reading import programmes
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.forms import StepForm
from portal.rules.roles import May
from portal.rules.service import ServiceStep, Spm
from portal.services import following, placing, weighing
from portal.services.forms import DeliveryForm, GivenForm, NeedsForm, NewForm, PlanForm
from portal.services.models import Service
from portal.services.outside import OutsideCare
from portal.services.plan import Plan
from portal.services.planning import need_all, plan_all, take_up
from portal.services.planning_forms import NEEDS, PlanningForm, offered
from portal.services.siblings import Beside, planned
from portal.web import id_of, page, say, see_other

bp = Blueprint("services", __name__, url_prefix="/services")
bp.register_blueprint(placing.bp)
EFFECTS = (following, weighing)
ENDINGS = {"no-need": ServiceStep.FIND_UNNEEDED, "refusal": ServiceStep.DECLINE, "cancellation": ServiceStep.CANCEL}


@bp.get("/case/<int:case_id>")
@needs(May.READ_CASES)
def of_case(case_id):
    case = at_work(Case, case_id)
    audit.note(Event.LISTED, case, by=g.user, list="service")
    return page("services/of_case.html", case=case, folder=Folder(case, g.user), plan=Plan(case), beside=Beside(case, g.user),
                outside=list(OutsideCare.of(case)), may_monitor=Service.may_monitor(case))


@bp.route("/case/<int:case_id>/planning", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def planning(case_id):
    case = at_work(Case, case_id)
    plan, beside = Plan(case), Beside(case, g.user)
    sibling = beside.case_of(request.args.get("like", 0, type=id_of))
    form = PlanningForm(data=offered(plan.needed, planned(sibling) if sibling else ()))
    if "add_rows" in request.form:
        form.add_rows()
    elif form.makes(plan_all, case):
        say(gettext("Rencana tersimpan."))
        return see_other("services.of_case", case_id=case_id)
    return page("services/planning.html", case=case, form=form, plan=plan, beside=beside, sibling=sibling, rest=len(plan.needed) - NEEDS,
                programmes=programmes(case))


@bp.route("/case/<int:case_id>/needs", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def need(case_id):
    case, form = at_work(Case, case_id), NeedsForm()
    if form.makes(need_all, case):
        say(gettext("Kebutuhan tersimpan. Rencanakan di bawah ini."))
        return see_other("services.of_case", case_id=case_id)
    return page("services/needs.html", case=case, form=form)


@bp.post(f"/case/<int:case_id>/needs/<any({', '.join(Spm)}):spm>")
@needs(May.WRITE_CASES)
def dismissed(case_id, spm):
    case = at_work(Case, case_id)
    take_up(case, Spm(spm), by=g.user, assessment=Plan(case).assessment)
    say(gettext("Kebutuhan tersimpan. Rencanakan di bawah ini."))
    return see_other("services.of_case", case_id=case_id)


@bp.route("/case/<int:case_id>/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new(case_id):
    case, form = at_work(Case, case_id), NewForm()
    if form.makes(Service.propose, case):
        say(gettext("Rencana tersimpan."))
        return see_other("services.of_case", case_id=case_id)
    return page("services/new.html", case=case, form=form, goals=Plan(case).goals, programmes=programmes(case))


@bp.route("/case/<int:case_id>/given", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def given(case_id):
    case, form = at_work(Case, case_id), GivenForm()
    if form.makes(Service.give, case):
        say(gettext("Layanan tercatat."))
        return see_other("services.of_case", case_id=case_id)
    return page("services/given.html", case=case, form=form, programmes=programmes(case))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    service = opened(Service, id)
    return page("services/show.html", service=service, case=service.case, history=moves_of(service), steps=service.steps(),
                placement=service.placements.first(), origin=Plan(service.case).origin(service))


@bp.route("/<int:id>/plan", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def plan(id):
    service = opened(Service, id)
    form = PlanForm(obj=service, who=str(service.owner_id or ""))
    if form.changes(service.plan):
        say(gettext("Rencana tersimpan."))
        return see_other("services.of_case", case_id=service.case_id)
    return page("services/plan.html", service=service, case=service.case, form=form, goals=Plan(service.case).goals)


@bp.route("/<int:id>/delivery", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def delivery(id):
    service = opened(Service, id)
    form = DeliveryForm(obj=service)
    if form.changes(service.deliver):
        say(gettext("Layanan tercatat."))
        return see_other("services.of_case", case_id=service.case_id)
    return page("services/delivery.html", service=service, case=service.case, form=form)


@bp.post("/<int:id>/repetition")
@needs(May.WRITE_CASES)
def repetition(id):
    service = at_work(Service, id)
    service.again(by=g.user)
    say(gettext("Diberikan lagi dan tercatat."))
    return see_other("services.of_case", case_id=service.case_id)


@bp.post("/<int:id>/<any('no-need', refusal, cancellation):ending>")
@needs(May.WRITE_CASES)
def closure(id, ending):
    service, form = opened(Service, id), StepForm()
    service.end(ENDINGS[ending], by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Layanan ditutup dengan alasannya."))
    return see_other("services.show", id=id)


@bp.post("/case/<int:case_id>/monitoring")
@needs(May.WRITE_CASES)
def monitoring(case_id):
    case, form = at_work(Case, case_id), StepForm()
    Service.monitor(case, by=g.user, seen=form.seen.data)
    say(gettext("Kasus masuk monitoring."))
    return see_other("services.of_case", case_id=case_id)
