"""The papers of an assessment: the blank form, for any case or for one, and the whole assessment as it stands."""
from flask import Blueprint, abort, g, request, url_for
from flask_babel import force_locale

from portal import audit, papers
from portal.access import at_work, needs, opened
from portal.assessments import blank as empty
from portal.assessments import filled
from portal.assessments.instruments import Instrument
from portal.assessments.models import Assessment
from portal.assessments.paper_forms import BlankForm
from portal.audit import Event
from portal.cases.models import Case
from portal.office.models import Office
from portal.papers import PrintForm, paper_of
from portal.rules.assessment import AssessmentKind, kind_for
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("papers", __name__)


@bp.route("/blank-form/<kind>", methods=["GET", "POST"])
@needs(May.PRINT)
def blank(kind):
    """The empty form tells of nobody: that it was printed is counted, looking at it is not."""
    if kind not in list(AssessmentKind):
        abort(404)
    paper = paper_of(request.values) or Office.current().paper
    if request.method == "POST":
        audit.record(Event.PRINTED, by=g.user, kind=empty.PAPER, paper=paper)
        return see_other("assessments.papers.blank", kind=kind, paper=paper)
    with force_locale("id"):
        return page("print/blank_assessment.html", size=paper, case=None, **empty.contents(AssessmentKind(kind), in_force(kind)))


@bp.route("/case/<int:case_id>/blank-form", methods=["GET", "POST"])
@needs(May.PRINT)
def case_blank(case_id):
    case = at_work(Case, case_id)
    form = BlankForm(kind=kind_for(case.category, case.client.years()), paper=Office.current().paper)
    if form.validate_on_submit() and (copy := form.attempt(blank_printed, case, by=g.user, **form.values)):
        return see_other("assessments.papers.case_blank_copy", case_id=case_id, kind=form.kind.data, copy=copy.copy)
    return page("assessments/print_blank.html", form=form, case=case)


def blank_printed(case, *, by, kind, paper):
    """Count one more blank form for this case."""
    return papers.printed(case, f"{empty.PAPER}_{kind}", by=by, paper=paper)


@bp.get("/case/<int:case_id>/blank-form/<kind>/<int:copy>")
@needs(May.PRINT)
def case_blank_copy(case_id, kind, copy):
    case = at_work(Case, case_id)
    row = papers.copy_of(case, f"{empty.PAPER}_{kind}", copy, g.user)
    audit.note(Event.READ, case, by=g.user, print=copy)
    with force_locale("id"):
        return page("print/blank_assessment.html", size=row.paper, case=case, print=papers.last_line(row, case.number, g.user),
                    qr=papers.qr(url_for("assessments.of_case", case_id=case_id, _external=True)),
                    **empty.contents(AssessmentKind(kind), in_force(kind)))


def in_force(kind):
    """The instrument that a blank form of this kind asks, or None."""
    return Instrument.current().content if kind == AssessmentKind.SCORED else None


@bp.route("/<int:id>/prints", methods=["GET", "POST"])
@needs(May.PRINT)
def options(id):
    assessment = at_work(Assessment, id)
    form = PrintForm(paper=Office.current().paper)
    if form.validate_on_submit() and (copy := form.attempt(papers.printed, assessment, filled.PAPER, by=g.user, **form.values)):
        return see_other("assessments.papers.copy", id=id, copy=copy.copy)
    return page("assessments/print.html", form=form, assessment=assessment, case=assessment.case, copies=papers.copies(assessment, filled.PAPER))


@bp.get("/<int:id>/prints/<int:copy>")
@needs(May.PRINT)
def copy(id, copy):
    assessment = opened(Assessment, id)
    row = papers.copy_of(assessment, filled.PAPER, copy, g.user)
    with force_locale("id"):
        return page("print/assessment.html", **filled.contents(assessment, row, g.user))
