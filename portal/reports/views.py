"""Reports as they come in: their list, and the whole record or its outline."""
from flask import abort, g, request
from flask_babel import gettext

from portal import audit
from portal.access import at_work, in_sight, needs, opened
from portal.accounts.teams import leads
from portal.audit import Event
from portal.clients import places
from portal.clients.forms import GlassForm
from portal.lists import Filter, Listing, search_for
from portal.office.opening import timing
from portal.reports import many, papers, quick, resolving, steps, weighing
from portal.reports.deadline import explained, find_clock
from portal.reports.forms import CorrectionForm
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.reports.routes import bp
from portal.reports.sheet import outline, sheet
from portal.rules.channels import Channel
from portal.rules.levels import Level
from portal.rules.report import ReportState, ReportStep
from portal.rules.roles import May
from portal.web import page, say, see_other

__all__ = ["bp", "many", "papers", "quick", "resolving", "steps", "weighing"]


@bp.get("")
@needs(May.READ_REPORTS)
def index():
    districts = places.names()
    sorts = {"number": Report.number, "received": Report.received_at}
    listing = Listing(Report, Report.visible_to(g.user), inside=Report.whole_to(g.user), sorts=sorts, default="-received", filters=[
        Filter("state", gettext("Status"), list(ReportState), lambda value: Report.state == value),
        Filter("district", gettext("Kecamatan"), list(districts.items()), lambda value: Report.district == value),
        Filter("channel", gettext("Lewat"), list(Channel), lambda value: Report.channel == value),
        Filter("level", gettext("Tingkat"), list(Level), lambda value: Report.level == value),
    ])
    hours, rows = timing(), listing.rows
    return page("reports/index.html", "reports/_list.html", listing=listing, districts=districts, people=ReportPerson.of(rows),
                owners=leads(row.care_team_id for row in rows), clocks={row.id: find_clock(row, hours) for row in rows})


@bp.post("/search")
@needs(May.READ_REPORTS)
def search():
    return search_for("reports.index")


@bp.get("/<int:id>")
@needs(May.READ_REPORTS)
def show(id):
    report = in_sight(Report, id)
    audit.note(Event.READ, report, by=g.user)
    if report.is_whole_to(g.user):
        return page("reports/show.html", **sheet(report, g.user))
    return page("reports/outline.html", form=GlassForm(), **outline(report))


@bp.get("/<int:id>/clock")
@needs(May.READ_REPORTS)
def clock(id):
    report = opened(Report, id)
    view = explained(report, timing(), report.moment_of(ReportStep.VERIFY)) or abort(404)
    return page("reports/clock.html", report=report, view=view)


@bp.post("/<int:id>/glass")
@needs(May.READ_REPORTS)
def glass(id):
    report = in_sight(Report, id)
    form = GlassForm()
    if form.makes(report.break_glass):
        return see_other("reports.show", id=id)
    return page("reports/outline.html", form=form, **outline(report))


@bp.post("/<int:id>/reveal")
@needs(May.READ_REPORTS)
def reveal(id):
    report = at_work(Report, id).reveal(by=g.user)
    return page("reports/show.html", **sheet(report, g.user, revealed=True))


@bp.route("/<int:id>/correction", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def correction(id):
    report = opened(Report, id)
    form = CorrectionForm(record=report)
    many = places.offer(form)
    if "show_villages" in request.form:
        return page("reports/correction.html", "clients/_villages.html", report=report, form=form, many=many, taken=None)
    if form.changes(report.correct):
        say(gettext("Laporan tersimpan."))
        return see_other("reports.show", id=id)
    return page("reports/correction.html", report=report, form=form, many=many, taken=Report.with_ticket(form.ticket.data, g.user, but=id))
