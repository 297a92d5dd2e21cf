"""Lists of people that leave the office: asked for with a purpose and a recipient, made in the background, fetched by who asked."""
from flask import Blueprint, abort, g, request
from flask_babel import gettext

from portal.access import at_work, needs
from portal.export_forms import LeavingForm
from portal.exports import Export
from portal.lists import Filter, Listing
from portal.recap import making
from portal.recap.tables import TABLES
from portal.recap.wording import period_words
from portal.rules.export import Purpose, Recipient
from portal.rules.period import read
from portal.rules.roles import May
from portal.spreadsheet import handed
from portal.web import page, see_other

bp = Blueprint("leaving", __name__)


@bp.route("/<name>/list/export", methods=["GET", "POST"])
@needs(May.EXPORT)
def ask(name):
    table = TABLES[name] if name in TABLES else abort(404)
    asked, ids = making.behind(table, request.args, g.user)
    form = LeavingForm()
    if export := form.makes(Export.ask, name, asked, len(ids)):
        making.begin(export)
        return see_other("recap.leaving.show", id=export.id)
    return page("recap/exports/ask.html", form=form, table=table, asked=asked, period=period_words(read(asked["period"])), total=len(ids),
                heads=[str(head) for head, _read in table.source.exported])


@bp.get("/exports")
@needs(May.EXPORT)
def index():
    listing = Listing(Export, Export.visible_to(g.user), sorts={"made": Export.id}, default="-made", filters=[
        Filter("purpose", gettext("Untuk"), list(Purpose), lambda value: Export.purpose == value),
        Filter("recipient", gettext("Diberikan kepada"), list(Recipient), lambda value: Export.recipient == value)])
    return page("recap/exports/index.html", listing=listing, contents=making.contents)


@bp.get("/exports/<int:id>")
@needs(May.EXPORT)
def show(id):
    export = at_work(Export, id)
    going, done = making.progress(export)
    return page("recap/exports/show.html", export=export, going=going, done=done, contents=making.contents(export))


@bp.post("/exports/<int:id>/continuation")
@needs(May.EXPORT)
def continuation(id):
    making.begin(at_work(Export, id).carry_on(by=g.user))
    return see_other("recap.leaving.show", id=id)


@bp.post("/exports/<int:id>/file")
@needs(May.EXPORT)
def file(id):
    export = at_work(Export, id)
    return handed(export.fetch(by=g.user), export.kind, f"{export.number}-{export.listed}")


@bp.post("/exports/<int:id>/cancellation")
@needs(May.EXPORT)
def cancel(id):
    """It is not wanted any more, made or not."""
    at_work(Export, id).let_go(by=g.user)
    return see_other("recap.leaving.show", id=id)
