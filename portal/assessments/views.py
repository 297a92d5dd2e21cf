"""Assessments of a case: the versions, the pages of the form, the check before submission, and the whole as it was put."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.assessments import acceptance, answers, considering, instrument_views, live, papers, reviewing, submission, weighing
from portal.assessments.comparison import Comparison
from portal.assessments.considerations import Consideration
from portal.assessments.forms import SubmitForm
from portal.assessments.gaps import gaps, unknown
from portal.assessments.models import Assessment
from portal.assessments.parts import contents, part_of, parts_of
from portal.assessments.reading import Numbers, programmes
from portal.assessments.telling import told
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.forms import StepForm
from portal.rules.assessment import AssessmentStep, hindrance
from portal.rules.roles import May
from portal.tokens import FormToken
from portal.web import csrf, id_of, page, say, see_other

bp = Blueprint("assessments", __name__, url_prefix="/assessments")
bp.register_blueprint(considering.bp)
bp.register_blueprint(instrument_views.bp)
bp.register_blueprint(papers.bp)
EFFECTS = (acceptance, answers, submission, reviewing, weighing)


@bp.get("/case/<int:case_id>")
@needs(May.READ_CASES)
def of_case(case_id):
    case = at_work(Case, case_id)
    audit.note(Event.LISTED, case, by=g.user, list="assessment")
    versions = list(Assessment.of(case))
    return page("assessments/of_case.html", case=case, folder=Folder(case, g.user), versions=versions,
                hindrance=hindrance(case.stage, [each.state for each in versions]), considerations=list(Consideration.of(case)),
                programmes=programmes(case))


@bp.post("/case/<int:case_id>/start")
@needs(May.WRITE_CASES)
def start(case_id):
    case = at_work(Case, case_id)
    assessment = Assessment.start(case, by=g.user)
    return see_other("assessments.part", id=assessment.id, n=1)


@bp.route("/<int:id>/pages/<int:n>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def part(id, n):
    assessment = opened(Assessment, id)
    parts = parts_of(assessment)
    chosen = part_of(parts, n)
    form, go = chosen.form(), request.form.get("go", type=id_of)
    if form.validate_on_submit() and form.attempt(chosen.keep, form, by=g.user, pen=request.form.get("pen", "")):
        if chosen.stays(form):
            return see_other("assessments.part", id=id, n=n, _anchor="needs")
        following = go or n + 1
        return see_other("assessments.part", id=id, n=following) if following <= len(parts) else see_other("assessments.review", id=id)
    if not (assessment.is_editable or form.is_submitted()):
        return see_other("assessments.show", id=id)
    return page("assessments/part.html", assessment=assessment, parts=parts, part=chosen, contents=contents(assessment, parts, chosen), form=form,
                beside=chosen.beside(form), numbers=Numbers(assessment), programmes=programmes(assessment.case))


# The form's own key proves that one of our pages sent this, as for a draft.
@bp.post("/<int:id>/pages/<int:n>/answers")
@csrf.exempt
@needs(May.WRITE_CASES)
def keep(id, n):
    assessment = at_work(Assessment, id)
    chosen = part_of([part for part in parts_of(assessment) if part.is_live], n)
    return live.keep(chosen, by=g.user) or page("assessments/_kept.html", **live.now(assessment, chosen))


@bp.get("/<int:id>/continuation")
@needs(May.WRITE_CASES)
def resume(id):
    return see_other(live.onward(at_work(Assessment, id), g.user))


@bp.route("/<int:id>/review", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def review(id):
    assessment = opened(Assessment, id)
    form = SubmitForm(seen=assessment.stamp)
    if form.changes(assessment.submit):
        FormToken.discard_all(g.user, request.path)
        say(gettext("Asesmen diajukan. Manajer akan menelaahnya."))
        return see_other("assessments.show", id=id)
    if not (assessment.is_editable or form.is_submitted()):
        return see_other("assessments.show", id=id)
    if not form.is_submitted():  # a note that was carried on goes with what the page shows now
        form.seen.data = assessment.stamp
    parts = parts_of(assessment)
    return page("assessments/review.html", assessment=assessment, parts=parts, part=None, contents=contents(assessment, parts), form=form,
                gaps=gaps(assessment, parts), unknown=unknown(Numbers(assessment), parts), told=told(assessment),
                numbers=Numbers(assessment), programmes=programmes(assessment.case))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    assessment = opened(Assessment, id)
    return page("assessments/show.html", assessment=assessment, case=assessment.case, folder=Folder(assessment.case, g.user),
                numbers=Numbers(assessment), history=moves_of(assessment), told=told(assessment), programmes=programmes(assessment.case),
                **reviewing.so_far(assessment))


@bp.get("/case/<int:case_id>/comparison")
@needs(May.READ_CASES)
def comparison(case_id):
    case = at_work(Case, case_id)
    chosen = Comparison.of(case, request.args)
    for assessment in chosen.pair:
        audit.note(Event.READ, assessment, by=g.user)
    return page("assessments/comparison.html", case=case, folder=Folder(case, g.user), comparison=chosen)


@bp.post("/<int:id>/cancellation")
@needs(May.WRITE_CASES)
def cancellation(id):
    assessment = opened(Assessment, id)
    form = StepForm()
    assessment.move(AssessmentStep.CANCEL, by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    return see_other("assessments.of_case", case_id=assessment.case_id)
