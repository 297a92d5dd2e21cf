"""The pages of batches and programmes; those of placements and meetings stand beside."""
from flask import g, request
from flask_babel import gettext, pgettext
from flask_babel import lazy_gettext as _

from portal import audit, clock
from portal.access import in_sight, needs
from portal.audit import Event
from portal.forms import StepForm
from portal.labels import label
from portal.lists import Filter, Listing, search_for
from portal.rules.placement import BatchState, BatchStep
from portal.rules.roles import May
from portal.rules.trades import ProviderKind, Trade
from portal.training import programme_views, terms
from portal.training.aftercare import followup_views, result_views
from portal.training.attendance import meeting_views
from portal.training.attendance.presence import rates_of
from portal.training.batch_forms import BatchForm
from portal.training.batches import Batch
from portal.training.fitting import fit_views, weighing
from portal.training.fitting.rechecking import unsettled
from portal.training.frame import Frame
from portal.training.keeping import unknown_to_keeper
from portal.training.models import Roll
from portal.training.paper import papers
from portal.training.places import one_person, placement_views, queue_views
from portal.training.planning import planned
from portal.training.programmes import Programme
from portal.training.routes import bp
from portal.web import id_of, page, say, see_other

__all__ = ["bp", "fit_views", "followup_views", "meeting_views", "papers", "placement_views", "one_person", "programme_views", "queue_views",
           "result_views", "weighing"]


@bp.get("/")
@needs(May.READ_TRAINING)
def index():
    listing = Listing(Batch, Batch.listed_to(g.user), default="-starts", sorts={
        "number": Batch.number, "programme": Programme.name, "starts": Batch.starts, "seats": Batch.seats}, filters=[
        Filter("state", _("Keadaan"), list(BatchState), lambda value: Batch.state == value),
        Filter("trade", _("Kejuruan"), list(Trade), lambda value: Programme.trade == value),
        Filter("provider", _("Penyelenggara"), list(ProviderKind), lambda value: Programme.provider_kind == value),
        Filter("room", pgettext("banyak", "Tempat"), [("free", gettext("Masih ada tempat"))], lambda value: Batch.has_room()),
        Filter("keeper", _("Penanggung jawab"), [("me", gettext("Saya"))], lambda value: Batch.keeper == g.user)])
    return page("training/index.html", "training/_list.html", listing=listing)


@bp.post("/search")
@needs(May.READ_TRAINING)
def search():
    return search_for("training.index")


@bp.route("/batches/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_batch():
    """`programme`: which one it is of; `after`: the batch that it follows, with all but dates and seats taken over."""
    before = in_sight(Batch, id_of(request.args["after"])) if request.args.get("after") else None
    form = BatchForm.begun(g.user, Programme.offered(before), request.args.get("programme"), before)
    if batch := form.makes(Batch.plan):
        say(gettext("Angkatan tersimpan."))
        return see_other("training.batch", id=batch.id)
    return page("training/batch_form.html", form=form, batch=None, before=before)


@bp.get("/batches/<int:id>")
@needs(May.READ_TRAINING)
def batch(id):
    batch = Batch.counted_for(g.user, id)
    roll = Roll(batch, g.user)
    audit.note(Event.LISTED, batch, by=g.user, list="placement", count=len(roll.rows))
    return page("training/batch.html", frame=Frame(batch), batch=batch, today=clock.today(), terms=terms.short, roll=roll, rates=rates_of(batch),
                unsettled=unsettled(batch, g.user), unknown=unknown_to_keeper(batch, roll, g.user), **planned(batch))


@bp.route("/batches/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def edit_batch(id):
    batch = in_sight(Batch, id)
    form = BatchForm.about(batch)
    if form.changes(batch.correct):
        say(gettext("Angkatan tersimpan."))
        return see_other("training.batch", id=id)
    return page("training/batch_form.html", form=form, batch=batch, before=None)


def _go(id, step):
    form = StepForm()
    batch = in_sight(Batch, id).go(step, by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("%(number)s: %(state)s.", number=batch.number, state=label(batch.state)))
    return see_other("training.batch", id=id)


@bp.post("/batches/<int:id>/start")
@needs(May.WRITE_TRAINING)
def start(id):
    return _go(id, BatchStep.START)


@bp.post("/batches/<int:id>/end")
@needs(May.WRITE_TRAINING)
def end(id):
    return _go(id, BatchStep.END)
