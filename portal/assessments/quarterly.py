"""The quarterly list of special considerations: on screen, on paper, and as a table for managers."""
from flask import Blueprint, abort, g, request
from flask_babel import force_locale

from portal import audit, clock, papers
from portal.access import needs
from portal.assessments.quarter import counted, heads, lines, named, quarters, summed
from portal.audit import Event
from portal.export_forms import HandedForm
from portal.exports import Export
from portal.office.models import Office, Official
from portal.papers import paper_of
from portal.rules.quarter import quarter_of, read
from portal.rules.roles import May
from portal.spreadsheet import download
from portal.web import page, see_other

bp = Blueprint("quarter", __name__, url_prefix="/quarters")


def chosen(written):
    """The Quarter that the address names; a page that is not found for anything else."""
    return read(written) or abort(404)


@bp.get("/")
@needs(May.READ_CASES)
def index():
    """This quarter, or the one that was chosen in the list."""
    return _shown(read(request.args.get("quarter")) or quarter_of(clock.today()))


def _shown(quarter):
    found = lines(g.user, quarter)
    audit.note(Event.LISTED, by=g.user, list="consideration", count=len(found))
    return page("assessments/considerations/quarter.html", quarter=quarter, name=named(quarter), lines=found, reasons=counted(found),
                totals=summed(found), quarters=[(str(each), named(each)) for each in sorted({*quarters(g.user), quarter}, reverse=True)])


@bp.post("/<quarter>/prints")
@needs(May.PRINT)
def make(quarter):
    """Count one more copy, then show it."""
    one, office = chosen(quarter), Office.current()
    copy = papers.printed(office, kind(one), by=g.user, paper=paper_of(request.form) or office.paper)
    return see_other("assessments.considerations.quarter.copy", quarter=quarter, copy=copy.copy)


@bp.get("/<quarter>/prints/<int:copy>")
@needs(May.PRINT)
def copy(quarter, copy):
    one, office = chosen(quarter), Office.current()
    row = papers.copy_of(office, kind(one), copy, g.user)
    found = lines(g.user, one)
    audit.note(Event.READ, office, by=g.user, print=copy, list="consideration", count=len(found))
    with force_locale("id"):
        return page("print/considerations.html", name=named(one), lines=found, reasons=counted(found), totals=summed(found), size=row.paper,
                    print=papers.last_line(row, named(one), g.user), official=Official.head(), quarter=one)


@bp.route("/<quarter>/export", methods=["GET", "POST"])
@needs(May.EXPORT)
def export(quarter):
    """The same as a table, by the numbers of the cases alone."""
    one, form = chosen(quarter), HandedForm()
    if left := form.makes(exported, one):
        with force_locale("id"):
            return download(heads(), [line.row for line in lines(g.user, one)], left.kind, f"pertimbangan-khusus-{one}", left.mark)
    return page("assessments/considerations/export.html", form=form, quarter=one, name=named(one))


def exported(quarter, *, by, **leaving):
    """The Export that numbers the list as this person sees it."""
    return Export.handed(by=by, listed="consideration", count=len(lines(by, quarter)), quarter=quarter, **leaving)


def kind(quarter):
    """What a printing of this quarter's list is counted as."""
    return f"considerations_{quarter}"
