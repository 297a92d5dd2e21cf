"""The pages of programmes: the list, one with its terms, its batches and what came of them, and writing it."""
from flask import g
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal.access import in_sight, needs
from portal.lists import Filter, Listing
from portal.referrals.institutions import Institution
from portal.rules.roles import May
from portal.rules.trades import ProviderKind, Trade
from portal.training import terms
from portal.training.aftercare.outcomes import outcome_of_programme
from portal.training.batches import Batch
from portal.training.programme_forms import ProgrammeForm
from portal.training.programmes import Programme
from portal.training.routes import bp
from portal.web import page, say, see_other


@bp.get("/programmes")
@needs(May.READ_TRAINING)
def programmes():
    listing = Listing(Programme, Programme.listed_to(g.user), default="name", sorts={
        "name": Programme.name, "provider": Programme.provider}, filters=[
        Filter("trade", _("Kejuruan"), list(Trade), lambda value: Programme.trade == value),
        Filter("provider", _("Penyelenggara"), list(ProviderKind), lambda value: Programme.provider_kind == value),
        Filter("active", _("Keadaan"), [("yes", gettext("Masih diselenggarakan")), ("no", gettext("Tidak lagi diselenggarakan"))],
               lambda value: Programme.active == (value == "yes"))])
    return page("training/programmes.html", "training/_programmes.html", listing=listing, terms=terms.short)


@bp.get("/programmes/<int:id>")
@needs(May.READ_TRAINING)
def programme(id):
    programme = in_sight(Programme, id)
    batches = Listing(Batch, Batch.listed_to(g.user).where(Batch.programme == programme), sorts={"starts": Batch.starts}, default="-starts")
    return page("training/programme.html", programme=programme, terms=terms, batches=batches,
                outcome=outcome_of_programme(programme, g.user))


@bp.route("/programmes/new", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def new_programme():
    form = ProgrammeForm().offer(Institution.to_choose(None))
    if programme := form.makes(Programme.begin):
        say(gettext("Program tersimpan. Buka angkatan pertamanya."))
        return see_other("training.new_batch", programme=programme.id)
    return page("training/programme_form.html", form=form, programme=None)


@bp.route("/programmes/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def edit_programme(id):
    programme = in_sight(Programme, id)
    form = ProgrammeForm(obj=programme).offer(Institution.to_choose(programme.institution_id))
    if form.changes(programme.correct):
        say(gettext("Program tersimpan."))
        return see_other("training.programme", id=id)
    return page("training/programme_form.html", form=form, programme=programme)
