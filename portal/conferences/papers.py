"""The minutes of a case conference on paper, each copy counted, and the empty form to take along."""
from flask import Blueprint, g, request
from flask_babel import force_locale

from portal import audit, papers
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.conferences import blank, minutes
from portal.conferences.models import Conference
from portal.conferences.sheet import minutes_form
from portal.office.models import Office
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("papers", __name__)


@bp.route("/<int:id>/prints", methods=["GET", "POST"])
@needs(May.PRINT)
def make(id):
    """Count one more copy, then show it."""
    conference = opened(Conference, id)
    form = minutes_form(conference)
    if form.validate_on_submit() and (copy := form.attempt(minutes.printed, conference, by=g.user, **form.values)):
        return see_other("conferences.papers.show", id=id, copy=copy.copy)
    return page("conferences/print.html", form=form, conference=conference, case=conference.case, copies=papers.copies(conference, minutes.KIND),
                named=minutes.names_in(conference, g.user))


@bp.get("/<int:id>/prints/<int:copy>")
@needs(May.PRINT)
def show(id, copy):
    conference = at_work(Conference, id)
    row = papers.copy_of(conference, minutes.KIND, copy, g.user)
    audit.note(Event.READ, conference, by=g.user, print=copy)
    with force_locale("id"):
        return page("print/conference_minutes.html", **minutes.contents(conference, row, g.user))


@bp.route("/blank-form", methods=["GET", "POST"])
@needs(May.PRINT)
def blank_form():
    """The empty form tells of nobody: that it was printed is counted, looking at it is not."""
    paper = papers.paper_of(request.values) or Office.current().paper
    if request.method == "POST":
        audit.record(Event.PRINTED, by=g.user, kind="blank_conference", paper=paper)
        return see_other("conferences.papers.blank_form", paper=paper)
    with force_locale("id"):
        return page("print/blank_conference.html", size=paper, **blank.contents())
