"""The papers of a course and of a visit after it: what can be printed, each copy counted, and the figures of a course as a table."""
from flask import abort, g, request
from flask_babel import force_locale

from portal import audit
from portal.access import at_work, in_sight, needs, opened
from portal.audit import Event
from portal.office.models import Office
from portal.papers import copy_of, last_line, paper_of
from portal.papers import printed as counted
from portal.rules import batch_paper as rules
from portal.rules.roles import May
from portal.spreadsheet import download
from portal.training.batches import Batch
from portal.training.frame import Frame
from portal.training.models import Placement
from portal.training.paper import follow_up_form, printing
from portal.training.paper.exporting import exported
from portal.training.paper.paper_forms import BatchExportForm, BatchPaperForm
from portal.training.routes import bp
from portal.web import page, see_other

# function(batch, user) -> (fragment, what it shows) of later features that have papers of a course, or None.
BESIDE = []


@bp.route("/batches/<int:id>/papers", methods=["GET", "POST"])
@needs(May.PRINT)
def papers(id):
    """Count one more copy, then show it."""
    batch = in_sight(Batch, id)
    form = BatchPaperForm.of(batch)
    if copy := form.makes(printing.printed, batch):
        return see_other("training.paper_copy", id=id, kind=copy.kind, copy=copy.copy)
    return page("training/papers.html", frame=Frame(batch), batch=batch, form=form, made=printing.made(batch),
                beside=[told for each in BESIDE if (told := each(batch, g.user))])


@bp.get("/batches/<int:id>/papers/<kind>/<int:copy>")
@needs(May.PRINT)
def paper_copy(id, kind, copy):
    batch, asked = in_sight(Batch, id), rules.read(kind) or abort(404)
    row = copy_of(batch, kind, copy, g.user)
    audit.note(Event.READ, batch, by=g.user, print=copy, kind=kind)
    with force_locale("id"):
        template, told = printing.drawn(batch, asked, row, g.user)
        return page(template, **told)


@bp.route("/batches/<int:id>/export", methods=["GET", "POST"])
@needs(May.EXPORT)
def export(id):
    batch = in_sight(Batch, id)
    form = BatchExportForm()
    if made := form.makes(exported, batch):
        heads, rows, left = made
        return download(heads, rows, left.kind, f"angkatan-{batch.number}", left.mark)
    return page("training/export.html", frame=Frame(batch), batch=batch, form=form)


@bp.route("/follow-ups/blank-form", methods=["GET", "POST"])
@needs(May.PRINT)
def blank_follow_up():
    """The empty form tells of nobody: that it was printed is counted, looking at it is not."""
    paper = paper_of(request.values) or Office.current().paper
    if request.method == "POST":
        audit.record(Event.PRINTED, by=g.user, kind=follow_up_form.KIND, paper=paper)
        return see_other("training.blank_follow_up", paper=paper)
    with force_locale("id"):
        return page("print/follow_up.html", size=paper, **follow_up_form.contents())


@bp.post("/placements/<int:id>/follow-ups/<int:months>/papers")
@needs(May.PRINT)
def follow_up_paper(id, months):
    """Count one more form to take along to this visit, then show it."""
    placement = at_work(Placement, id)
    kind = follow_up_form.kind_of(placement, months)
    row = counted(placement, kind, by=g.user, paper=paper_of(request.form) or Office.current().paper)
    return see_other("training.follow_up_copy", id=id, months=months, copy=row.copy)


@bp.get("/placements/<int:id>/follow-ups/<int:months>/papers/<int:copy>")
@needs(May.PRINT)
def follow_up_copy(id, months, copy):
    placement = opened(Placement, id)
    row = copy_of(placement, follow_up_form.kind_of(placement, months), copy, g.user)
    with force_locale("id"):
        return page("print/follow_up.html", size=row.paper, print=last_line(row, placement.case.number, g.user),
                    **follow_up_form.contents(placement, months))
