"""The pages of batches and programmes; those of placements and meetings stand beside."""
from flask import g, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal import audit
from portal.access import in_sight, needs
from portal.audit import Event
from portal.fields import pairs
from portal.forms import StepForm
from portal.labels import label
from portal.lists import Filter, Listing, search_for
from portal.rules.placement import BatchState, BatchStep
from portal.rules.roles import May
from portal.rules.trades import ProviderKind, Trade
from portal.training import meeting_views, placement_views, weighing
from portal.training.batches import Batch
from portal.training.fit import candidates_for
from portal.training.forms import BatchForm, ProgrammeForm
from portal.training.meetings import meetings_of, rates_of
from portal.training.models import Roll
from portal.training.programmes import Programme
from portal.training.routes import bp
from portal.web import page, say, see_other

__all__ = ["bp", "meeting_views", "placement_views", "weighing"]


@bp.get("/")
@needs(May.READ_TRAINING)
def index():
    listing = Listing(Batch, Batch.listed_to(g.user), default="-starts", sorts={
        "number": Batch.number, "programme": Programme.name, "starts": Batch.starts, "seats": Batch.seats}, filters=[
        Filter("state", _("Keadaan"), list(BatchState), lambda value: Batch.state == value),
        Filter("trade", _("Kejuruan"), list(Trade), lambda value: Programme.trade == value),
        Filter("provider", _("Penyelenggara"), list(ProviderKind), lambda value: Programme.provider_kind == value)])
    return page("training/index.html", "training/_list.html", listing=listing)


@bp.post("/search")
@needs(May.READ_TRAINING)
def search():
    return search_for("training.index")


@bp.route("/batches/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_batch():
    form = BatchForm(data={"programme": request.args.get("programme")})
    form.programme.choices = pairs(((each.id, f"{each.name} – {each.provider}") for each in Programme.offered()), gettext("Pilih program"))
    if batch := form.makes(Batch.plan):
        say(gettext("Angkatan tersimpan."))
        return see_other("training.batch", id=batch.id)
    return page("training/batch_form.html", form=form, batch=None)


@bp.get("/batches/<int:id>")
@needs(May.READ_TRAINING)
def batch(id):
    batch = Batch.listed_to(g.user).where(Batch.id == id).get()
    roll = Roll(batch, g.user)
    audit.note(Event.LISTED, batch, by=g.user, list="placement", count=len(roll.rows))
    return page("training/batch.html", batch=batch, roll=roll, rates=rates_of(batch), meetings=list(meetings_of(batch, g.user)))


@bp.route("/batches/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def edit_batch(id):
    batch = in_sight(Batch, id)
    form = BatchForm(obj=batch)
    del form.programme
    if form.changes(batch.correct):
        say(gettext("Angkatan tersimpan."))
        return see_other("training.batch", id=id)
    return page("training/batch_form.html", form=form, batch=batch)


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


@bp.post("/batches/<int:id>/cancellation")
@needs(May.WRITE_TRAINING)
def cancel_batch(id):
    return _go(id, BatchStep.CANCEL)


@bp.get("/batches/<int:id>/candidates")
@needs(May.WRITE_TRAINING)
def candidates(id):
    batch = Batch.listed_to(g.user).where(Batch.id == id).get()
    found = candidates_for(batch, g.user)
    audit.note(Event.LISTED, batch, by=g.user, list="cases", count=len(found))
    return page("training/candidates.html", batch=batch, found=found)


@bp.get("/programmes")
@needs(May.READ_TRAINING)
def programmes():
    listing = Listing(Programme, Programme.visible_to(g.user), default="name", sorts={
        "name": Programme.name, "provider": Programme.provider}, filters=[
        Filter("trade", _("Kejuruan"), list(Trade), lambda value: Programme.trade == value),
        Filter("provider", _("Penyelenggara"), list(ProviderKind), lambda value: Programme.provider_kind == value)])
    return page("training/programmes.html", "training/_programmes.html", listing=listing)


@bp.route("/programmes/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_programme():
    form = ProgrammeForm()
    if programme := form.makes(Programme.begin):
        say(gettext("Program tersimpan. Buka angkatan pertamanya."))
        return see_other("training.new_batch", programme=programme.id)
    return page("training/programme_form.html", form=form, programme=None)


@bp.route("/programmes/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def edit_programme(id):
    programme = in_sight(Programme, id)
    form = ProgrammeForm(obj=programme)
    if form.changes(programme.correct):
        say(gettext("Program tersimpan."))
        return see_other("training.programmes")
    return page("training/programme_form.html", form=form, programme=programme)
