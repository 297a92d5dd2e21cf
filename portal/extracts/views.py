"""Lists from SIKS-NG: a template, a list to read, what it would change, and taking it over or back."""
from flask import Blueprint, g
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs
from portal.audit import Event
from portal.extracts import reading, shown, template
from portal.extracts.forms import ExtractForm, TickForm
from portal.extracts.models import Extract, ExtractRow
from portal.extracts.tidying import tidy_in_time
from portal.forms import StepForm
from portal.lists import Filter, Listing
from portal.rules.dtsen_extract import ExtractState
from portal.rules.dtsen_matching import Fate, Match
from portal.rules.imports import ListKind
from portal.rules.roles import May
from portal.spreadsheet import handed
from portal.web import page, say, see_other

bp = Blueprint("extracts", __name__, url_prefix="/extracts")
bp.before_app_request(tidy_in_time)


@bp.get("")
@needs(May.IMPORT_CLIENTS)
def index():
    listing = Listing(Extract, Extract.visible_to(g.user), sorts={"made": Extract.id}, default="-made")
    return page("extracts/index.html", listing=listing)


@bp.get("/template/<any(xlsx, csv):kind>")
@needs(May.IMPORT_CLIENTS)
def blank(kind):
    audit.note(Event.DOWNLOADED, by=g.user, what="extract_template", kind=kind)
    return handed(template.made(ListKind(kind)), ListKind(kind), "templat-daftar-dtsen")


@bp.route("/new", methods=["GET", "POST"])
@needs(May.IMPORT_CLIENTS)
def new():
    form = ExtractForm()
    if extract := form.makes(Extract.receive):
        reading.begin(extract, form.file.data.content)
        return see_other("extracts.show", id=extract.id)
    return page("extracts/new.html", form=form)


@bp.route("/<int:id>", methods=["GET", "POST"])
@needs(May.IMPORT_CLIENTS)
def show(id):
    extract = at_work(Extract, id)
    if extract.state == ExtractState.READING:
        return page("extracts/show.html", going=reading.is_going(extract), extract=extract)
    audit.note(Event.READ, extract, by=g.user)
    listing = Listing(ExtractRow, ExtractRow.of(extract), sorts={"new": ExtractRow.in_order(), "line": ExtractRow.line}, default="new", filters=[
        Filter("fate", gettext("Yang terjadi"), list(Fate), lambda value: ExtractRow.fate == value),
        Filter("way", gettext("Cara cocok"), list(Match), lambda value: ExtractRow.way == value)])
    changes = shown.changes(listing.rows)
    form = TickForm([each.row for each in changes if each.fate == Fate.FRESH], obj=extract)
    if done := form.changes(extract.choose):
        say(told(done))
        return see_other("extracts.show" if done.state == ExtractState.APPLIED else listing.url(listing.number), id=id)
    return page("extracts/show.html", going=False, listing=listing, changes=changes, form=form, **shown.sheet(extract))


def told(extract):
    """What became of the ticks that were sent."""
    if extract.state == ExtractState.APPLIED:
        return gettext("%(count)s pengecekan tercatat.", count=extract.applied)
    return gettext("Pilihan tersimpan. Belum ada yang dicatat.")


@bp.post("/<int:id>/cancellation")
@needs(May.IMPORT_CLIENTS)
def discard(id):
    at_work(Extract, id).discard(by=g.user, seen=StepForm().seen.data)
    return see_other("extracts.show", id=id)


@bp.post("/<int:id>/withdrawal")
@needs(May.IMPORT_CLIENTS)
def undo(id):
    form = StepForm()
    at_work(Extract, id).undo(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    return see_other("extracts.show", id=id)
