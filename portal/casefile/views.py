"""The file of one case: its page and outline, its clocks explained, its closure and reopening, and its sheet of paper."""
from flask import Blueprint, abort, g, request
from flask_babel import force_locale

from portal import audit, papers
from portal.access import needs, opened
from portal.audit import Event
from portal.casefile import closure as closing
from portal.casefile import conferring, in_training, reporting, under_way, weighing
from portal.casefile import sheet as sheet_of
from portal.casefile.explaining import clock_page
from portal.casefile.forms import ClosureForm, ReopeningForm
from portal.casefile.page import CasePage, about_case
from portal.casefile.recent import Recent
from portal.cases.folder import Folder
from portal.cases.forms import GlassForm
from portal.cases.models import Case
from portal.conferences.asking import asked_for
from portal.decisions.models import Decision
from portal.office.models import Office, Region
from portal.papers import PrintForm
from portal.reports import message
from portal.rules.approval import DecisionKind
from portal.rules.clocks import Clock
from portal.rules.roles import May
from portal.web import id_of, page, see_other

bp = Blueprint("casefile", __name__, url_prefix="/cases")
bp.register_blueprint(reporting.bp)
TOLD = (conferring, under_way, weighing)


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    case = Case.visible_to(g.user).where(Case.id == id).get()
    audit.note(Event.READ, case, by=g.user, reach=case.reach(g.user))
    if not case.is_whole_to(g.user):
        return page("casefile/outline.html", case=case, form=GlassForm(number=case.number), district=Region.named(case.client.district))
    Recent.open(case, by=g.user)
    return page("casefile/show.html", "casefile/_timeline.html", view=CasePage(case, g.user), case=case)


@bp.get("/<string:number>")
@needs(May.READ_CASES)
def by_number(number):
    return see_other("casefile.show", id=Case.visible_to(g.user).where(Case.number == number.upper()).get().id)


@bp.get("/<int:id>/clocks/<clock>")
@needs(May.READ_CASES)
def clock(id, clock):
    case = opened(Case, id)
    if clock not in list(Clock):
        abort(404)
    return page("casefile/clock.html", case=case, **clock_page(case, Clock(clock), id_of(request.args["round"]) if "round" in request.args else None))


@bp.route("/<int:id>/closure", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def closure(id):
    case = Case.whole_to(g.user).where(Case.id == id).get()
    form = ClosureForm(obj=case)
    if form.validate_on_submit() and form.attempt(closing.propose, case, by=g.user, seen=form.seen.data or None, **form.values):
        return see_other("casefile.show", id=case.id)
    return page("casefile/closure.html", form=form, case=case, ends=closing.loose_ends(case), asked=asked_for(case),
                training=in_training.left_open(case), visited_until=in_training.visited_until(case),
                open=Decision.open_about(case, DecisionKind.CLOSURE))


@bp.route("/<int:id>/reopening", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def reopening(id):
    case = Case.whole_to(g.user).where(Case.id == id).get()
    form = ReopeningForm()
    if form.validate_on_submit() and (asked := form.attempt(closing.ask_to_reopen, case, by=g.user, **form.values)):
        return see_other("decisions.show", id=asked.id)
    return page("casefile/reopening.html", form=form, case=case, open=Decision.open_about(case, DecisionKind.REOPENING))


@bp.route("/<int:id>/prints", methods=["GET", "POST"])
@needs(May.PRINT)
def sheet(id):
    case = Case.whole_to(g.user).where(Case.id == id).get()
    form = PrintForm(paper=Office.current().paper)
    if form.validate_on_submit() and (copy := form.attempt(papers.printed, case, sheet_of.KIND, by=g.user, **form.values)):
        return see_other("casefile.copy", id=case.id, copy=copy.copy)
    return page("casefile/sheet.html", form=form, case=case, folder=Folder(case, g.user), copies=papers.copies(case, sheet_of.KIND))


@bp.route("/<int:id>/summary", methods=["GET", "POST"])
@needs(May.READ_CASES)
def summary(id):
    """Nothing is shown to copy before the trail knows."""
    case = opened(Case, id)
    form = message.MessageForm.about(case)
    text = message.shared(case, lambda case: about_case(case, g.user), form) if form.validate_on_submit() else ""
    return page("casefile/summary.html", case=case, form=form, text=text)


@bp.get("/<int:id>/prints/<int:copy>")
@needs(May.PRINT)
def copy(id, copy):
    case = Case.whole_to(g.user).where(Case.id == id).get()
    row = papers.copy_of(case, sheet_of.KIND, copy, g.user)
    audit.note(Event.READ, case, by=g.user, print=copy)
    with force_locale("id"):
        return page("print/case_sheet.html", **sheet_of.contents(case, row, g.user))
