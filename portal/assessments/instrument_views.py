"""The pages of the published instruments: which one counts when, what each asks and how it counts, what it changed, and its answers as a table."""
from flask import Blueprint, g

from portal import clock
from portal.access import needs
from portal.assessments import versions
from portal.assessments.exporting import ExportForm, exported
from portal.assessments.instruments import Instrument
from portal.rules.roles import May
from portal.spreadsheet import download
from portal.web import page

bp = Blueprint("instruments", __name__, url_prefix="/instruments")


@bp.get("/")
@needs(May.USE)
def index():
    return page("assessments/instruments/index.html", rows=versions.listed(g.user))


@bp.get("/<int:id>")
@needs(May.USE)
def show(id):
    one = Instrument.every().where(Instrument.id == id).get()
    return page("assessments/instruments/show.html", one=one, content=one.content, changes=versions.told(one.changes))


@bp.route("/<int:id>/export", methods=["GET", "POST"])
@needs(May.EXPORT)
def export(id):
    one = Instrument.every().where(Instrument.id == id).get()
    form = ExportForm(since=clock.today().replace(month=1, day=1), until=clock.today())
    if made := form.makes(exported, one):
        heads, rows, export = made
        return download(heads, rows, export.kind, f"asesmen-versi-{one.edition}", export.mark)
    return page("assessments/instruments/export.html", one=one, form=form)
