"""Tables on paper: each copy is counted, and is of exactly what was chosen when it was made."""
from flask import Blueprint, g, request
from flask_babel import force_locale

from portal import audit, papers
from portal.access import needs
from portal.audit import Event
from portal.office.models import Office, Official
from portal.papers import paper_of
from portal.recap.asked import Asked
from portal.recap.drawn import picture_of, plotted
from portal.recap.sheets import Sheet
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("papers", __name__)


@bp.post("/<name>/prints")
@needs(May.READ_FIGURES)
def make(name):
    """Count one more copy, then show it."""
    asked, office = Asked.now(name), Office.current()
    copy = papers.printed(office, asked.kind, by=g.user, paper=paper_of(request.form) or office.paper)
    return see_other("recap.papers.copy", name=name, copy=copy.copy, **asked.arguments)


@bp.get("/<name>/prints/<int:copy>")
@needs(May.READ_FIGURES)
def copy(name, copy):
    asked, office = Asked.now(name), Office.current()
    row = papers.copy_of(office, asked.kind, copy, g.user)
    audit.note(Event.READ, office, by=g.user, print=copy, list=name, period=asked.chosen.period, circle=asked.circle)
    with force_locale("id"):
        picture = picture_of(plotted(asked.filled, g.user, discreet=asked.is_discreet))
        return page("print/recap.html", asked=asked, chosen=asked.chosen, picture=picture, sheet=Sheet(asked.filled, row.paper), size=row.paper,
                    print=papers.last_line(row, str(asked.chosen.table.title), g.user), official=Official.head())
