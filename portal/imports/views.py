"""Imports: a template, a list to check, its problems and people alike, the run, and the moment from which it exists."""
from flask import Blueprint, g

from portal import audit
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.cases.team import officers
from portal.fields import pairs
from portal.forms import StepForm
from portal.imports import problems, shown, template, work
from portal.imports.forms import AlikeForm, ListForm, RunForm
from portal.imports.models import ImportBatch, ImportRow
from portal.lists import Filter, Listing
from portal.rules.imports import ImportState, ListKind, Verdict
from portal.rules.roles import May
from portal.spreadsheet import handed
from portal.web import page, see_other

bp = Blueprint("imports", __name__, url_prefix="/imports")


@bp.get("")
@needs(May.IMPORT_CLIENTS)
def index():
    listing = Listing(ImportBatch, ImportBatch.visible_to(g.user), sorts={"made": ImportBatch.id}, default="-made", filters=[])
    return page("imports/index.html", listing=listing)


@bp.get("/template/<any(xlsx, csv):kind>")
@needs(May.IMPORT_CLIENTS)
def blank(kind):
    audit.note(Event.DOWNLOADED, by=g.user, what="import_template", kind=kind)
    return handed(template.made(ListKind(kind)), ListKind(kind), "templat-impor-klien")


@bp.route("/new", methods=["GET", "POST"])
@needs(May.IMPORT_CLIENTS)
def new():
    form = ListForm()
    batch = form.makes(ImportBatch.receive)
    if batch:
        work.begin(batch)
        return see_other("imports.show", id=batch.id)
    return page("imports/new.html", form=form)


@bp.get("/<int:id>")
@needs(May.IMPORT_CLIENTS)
def show(id):
    batch = at_work(ImportBatch, id)
    return page("imports/show.html", going=work.is_going(batch), **shown.sheet(batch, g.user))


@bp.post("/<int:id>/continuation")
@needs(May.IMPORT_CLIENTS)
def continuation(id):
    batch = at_work(ImportBatch, id).carry_on(by=g.user, seen=StepForm().seen.data)
    work.begin(batch)
    return see_other("imports.show", id=id)


@bp.get("/<int:id>/problems")
@needs(May.IMPORT_CLIENTS)
def problem_list(id):
    batch = opened(ImportBatch, id)
    listing = Listing(ImportRow, batch.troubled(), sorts={"line": ImportRow.line}, default="line", filters=[
        Filter("verdict", shown.VERDICT, [Verdict.BAD, Verdict.WARNED], lambda value: ImportRow.verdict == value)])
    found = [(row, problems.problems_of(row, batch.heads or {})) for row in listing.rows]
    return page("imports/problems.html", "imports/_problems.html", batch=batch, listing=listing, found=found)


@bp.get("/<int:id>/problems.csv")
@needs(May.IMPORT_CLIENTS)
def problem_file(id):
    batch = at_work(ImportBatch, id)
    audit.note(Event.DOWNLOADED, batch, by=g.user, what="problems")
    return handed(problems.as_csv(batch.troubled().iterator(), batch.heads or {}), ListKind.CSV, f"masalah-impor-{batch.id}")


@bp.route("/<int:id>/alike", methods=["GET", "POST"])
@needs(May.IMPORT_CLIENTS)
def alike(id):
    batch = opened(ImportBatch, id)
    listing = Listing(ImportRow, batch.alikes(), sorts={"line": ImportRow.line}, default="line")
    form = AlikeForm(listing.rows)
    if form.makes(batch.leave_out):
        return see_other(listing.url(listing.number))
    return page("imports/alike.html", batch=batch, listing=listing, form=form, people=shown.alike(listing.rows, g.user),
                choosing=batch.state == ImportState.CHECKED)


@bp.route("/<int:id>/run", methods=["GET", "POST"])
@needs(May.IMPORT_CLIENTS)
def run(id):
    batch = at_work(ImportBatch, id)
    form = RunForm(obj=batch)
    form.lead.choices = pairs(dict([*officers(), (g.user.id, g.user.name)]).items(), blank="")
    if form.changes(batch.run):
        work.begin(batch)
        return see_other("imports.show", id=id)
    return page("imports/run.html", form=form, **shown.sheet(batch, g.user))


@bp.post("/<int:id>/publication")
@needs(May.IMPORT_CLIENTS)
def publication(id):
    at_work(ImportBatch, id).go_live(by=g.user, seen=StepForm().seen.data)
    return see_other("imports.show", id=id)


@bp.post("/<int:id>/withdrawal")
@needs(May.IMPORT_CLIENTS)
def withdrawal(id):
    form = StepForm()
    at_work(ImportBatch, id).take_back(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    return see_other("imports.show", id=id)


@bp.post("/<int:id>/cancellation")
@needs(May.IMPORT_CLIENTS)
def discard(id):
    at_work(ImportBatch, id).discard(by=g.user, seen=StepForm().seen.data)
    return see_other("imports.show", id=id)
