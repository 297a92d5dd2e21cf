"""The yearly report: a year and a form are chosen, it is put together in the background, and printed as one document."""
from flask import Blueprint, abort, g, request
from flask_babel import force_locale

from portal import audit, clock, papers
from portal.access import needs
from portal.audit import Event
from portal.labels import label
from portal.office.models import Office, Official
from portal.papers import paper_of
from portal.recap import report
from portal.recap.asked import asked_circle, scope
from portal.rules.export import Circle
from portal.rules.period import read
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("yearly", __name__, url_prefix="/yearly")
OFFERED = 5  # years to choose from


def checked(year):
    """A year that can be reported on; a page that is not found for any other."""
    return year if read(f"{year:04}") else abort(404)


def mine(year, circle, copy):
    """The printing of this copy, for whoever made it."""
    return papers.copy_of(Office.current(), report.kind_of(checked(year), circle), copy, g.user)


@bp.get("")
@needs(May.READ_FIGURES)
def index():
    """Of the year before this one, unless another is chosen."""
    return see_other("recap.yearly.show", year=request.args.get("year", type=int) or clock.today().year - 1)


@bp.get("/<int:year>")
@needs(May.READ_FIGURES)
def show(year):
    this_year = clock.today().year
    return page("recap/yearly.html", year=checked(year), years=range(this_year, this_year - OFFERED, -1), chapters=report.chapters())


@bp.post("/<int:year>/prints")
@needs(May.READ_FIGURES)
def make(year):
    """Count one more copy, and put it together."""
    office, kind = Office.current(), report.kind_of(checked(year), asked_circle())
    row = papers.printed(office, kind, by=g.user, paper=paper_of(request.form) or office.paper)
    report.begin(row)
    return see_other("recap.yearly.copy", year=year, circle=asked_circle(), copy=row.copy)


@bp.get("/<int:year>/<any(outside, own):circle>/<int:copy>")
@needs(May.READ_FIGURES)
def copy(year, circle, copy):
    """The document once it is put together; until then how far that is."""
    row = mine(year, circle, copy)
    made = report.at_hand(row)
    if made is None:
        return page("recap/yearly_making.html", year=year, circle=circle, copy=copy, progress=report.progress(row))
    office = Office.current()
    audit.note(Event.READ, office, by=g.user, print=copy, list="yearly", year=year, circle=circle)
    with force_locale("id"):
        return page("print/yearly.html", report=made, year=year, size=row.paper, outside=circle == "outside", leaves_as=label(Circle(circle)),
                    scope=scope(g.user), print=papers.last_line(row, f"{year}", g.user), official=Official.head())


@bp.post("/<int:year>/<any(outside, own):circle>/<int:copy>/continuation")
@needs(May.READ_FIGURES)
def continuation(year, circle, copy):
    """Put it together once more, as after a new start; no further copy is counted."""
    row = mine(year, circle, copy)
    audit.record(Event.CHANGED, Office.current(), by=g.user, print=row.copy, list="yearly", fields=["resumed"])
    report.begin(row)
    return see_other("recap.yearly.copy", year=year, circle=circle, copy=copy)
