"""Outreach trips: their list, one trip, its plan, its steps, whom it looks for and what it found."""
from functools import partial

from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit, clock
from portal.access import at_work, in_sight, needs, opened
from portal.accounts.models import User
from portal.audit import Event
from portal.cases.models import Case
from portal.clients import places
from portal.forms import StepForm
from portal.lists import Filter, Listing, search_for
from portal.outreach import finding, papers, told
from portal.outreach.forms import LeavingForm, ReturnForm, SeekForm, TripForm
from portal.outreach.models import Outreach
from portal.outreach.sheet import sheet
from portal.outreach.targets import seek, suggested
from portal.reports.models import Report
from portal.rules.outreach import Purpose, Shift, TripState, TripStep
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other

bp = Blueprint("outreach", __name__, url_prefix="/outreach")
__all__ = ["bp", "told"]
for part in (finding, papers):
    bp.register_blueprint(part.bp)


@bp.get("/")
@needs(May.READ_REPORTS)
def index():
    districts = places.names()
    filters = [
        Filter("state", gettext("Keadaan"), TripState, lambda value: Outreach.state == value),
        Filter("purpose", gettext("Tujuan"), Purpose, lambda value: Outreach.purpose == value),
        Filter("shift", gettext("Giliran"), Shift, lambda value: Outreach.shift == value),
        Filter("district", gettext("Kecamatan"), list(districts.items()), lambda value: Outreach.passing(value)),
    ]
    listing = Listing(Outreach, Outreach.visible_to(g.user), sorts={"planned": Outreach.planned_on}, default="-planned", filters=filters)
    return page("outreach/index.html", "outreach/_list.html", listing=listing, districts=districts, people=User.names())


@bp.post("/search")
@needs(May.READ_REPORTS)
def search():
    return search_for("outreach.index")


@bp.route("/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new():
    wanted = _wanted()
    form = TripForm(data=suggested(wanted, g.user)).offer(Outreach.may_go())
    if "add_rows" in request.form:
        form.add_rows()
    elif trip := form.makes(partial(Outreach.plan, restricted=wanted is not None and wanted.care_team.restricted)):
        if wanted:
            seek(trip, wanted.number, by=g.user)
        say(gettext("Penjangkauan tersimpan."))
        return see_other("outreach.show", id=trip.id)
    return page("outreach/form.html", form=form, trip=None, wanted=wanted)


def _wanted():
    """The case or report that the address asks to look for, if it names one."""
    for name, model in (("case", Case), ("report", Report)):
        if name in request.args:
            return at_work(model, id_of(request.args[name]))
    return None


@bp.get("/<int:id>")
@needs(May.READ_REPORTS)
def show(id):
    trip = in_sight(Outreach, id)
    audit.note(Event.READ, trip, by=g.user)
    return page("outreach/show.html", form=SeekForm(obj=trip), **sheet(trip, g.user))


@bp.route("/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id):
    trip = opened(Outreach, id)
    form = TripForm.of(trip).offer(Outreach.may_go())
    if "add_rows" in request.form:
        form.add_rows()
    elif form.changes(trip.amend):
        say(gettext("Penjangkauan tersimpan."))
        return see_other("outreach.show", id=id)
    return page("outreach/form.html", form=form, trip=trip, wanted=None)


@bp.post("/<int:id>/targets")
@needs(May.WRITE_CASES)
def look_for(id):
    trip = at_work(Outreach, id)
    form = SeekForm(obj=trip)
    if form.changes(_sought, trip):
        say(gettext("Ditambahkan ke daftar yang dicari."))
        return see_other("outreach.show", id=id)
    return page("outreach/show.html", form=form, **sheet(trip, g.user))


def _sought(trip, *, by, number, seen=None):
    return seek(trip, number, by=by)


@bp.route("/<int:id>/departure", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def departure(id):
    return _step(id, LeavingForm, "leave", TripStep.LEAVE)


@bp.route("/<int:id>/return", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def come_back(id):
    return _step(id, ReturnForm, "come_back", TripStep.COME_BACK)


def _step(id, kind, verb, step):
    """The form of a step, or the step taken."""
    trip = opened(Outreach, id)
    form = kind(data={"seen": trip.version, "at": clock.now(), "ended_at": clock.now()})
    if form.changes(getattr(trip, verb)):
        say(gettext("Penjangkauan tersimpan."))
        return see_other("outreach.show", id=id)
    return page("outreach/step.html", form=form, trip=trip, step=step)


@bp.post("/<int:id>/cancellation")
@needs(May.WRITE_CASES)
def cancel(id):
    form = StepForm()
    at_work(Outreach, id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Penjangkauan dibatalkan."))
    return see_other("outreach.show", id=id)


