"""What a trip found: the result for each person who was looked for, and the children who were met."""
from flask import Blueprint, g
from flask_babel import gettext

from portal.access import needs, opened
from portal.outreach.forms import FindingForm, MetForm
from portal.outreach.models import Outreach
from portal.outreach.targets import Target, tell_of
from portal.reports.many import rows_of
from portal.reports.people import ReportPerson
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("finding", __name__)


@bp.route("/targets/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def result(id):
    target = opened(Target, id)
    form = FindingForm(data={"seen": target.version, "place": target.usual_place})
    if form.changes(target.tell):
        say(gettext("Hasil tersimpan."))
        return see_other("outreach.show", id=target.trip_id)
    return page("outreach/finding.html", form=form, target=target, trip=target.trip, person=target.person, case=target.running_case(g.user))


@bp.route("/people/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def visit(id):
    """A person of a report, visited without a trip."""
    person = opened(ReportPerson, id)
    form = FindingForm(data={"place": person.report.place})
    if form.makes(tell_of, person):
        say(gettext("Hasil tersimpan."))
        return see_other("reports.show", id=person.report_id)
    return page("outreach/finding.html", form=form, target=None, trip=None, person=person, case=None)


@bp.route("/<int:id>/met", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def met(id):
    """Several children at once: a raid of twelve is twelve quick rows."""
    trip = opened(Outreach, id)
    return rows_of(MetForm(data={"district": trip.points[0][0], "place": trip.points[0][1]}), trip.meet, trip)


