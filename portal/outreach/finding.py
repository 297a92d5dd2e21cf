"""What a trip found: the result for each person who was looked for, and the children who were met."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal.access import needs, opened
from portal.clients import places
from portal.outreach.forms import FindingForm, MetForm
from portal.outreach.models import Outreach
from portal.outreach.targets import Target, tell_of
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
    form = MetForm(data={"district": trip.points[0][0], "place": trip.points[0][1]})
    many = places.offer(form)
    if "show_villages" in request.form:
        return page("reports/many.html", "clients/_villages.html", form=form, many=many, trip=trip)
    if "add_rows" in request.form:
        form.add_rows()
    elif report := form.makes(trip.meet):
        say(gettext("Laporan %(number)s tersimpan dengan %(count)s orang.", number=report.number, count=len(report.persons)))
        return see_other("reports.triage", id=report.id)
    return page("reports/many.html", form=form, many=many, trip=trip)


