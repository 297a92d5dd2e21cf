"""The pages on which a case and a batch find each other: what fits a case, who fits a batch, and the proposal."""
from flask import g
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.fitting.candidates import MOST, candidates_for
from portal.training.fitting.comings import comings_of
from portal.training.fitting.fit import outlooks_of
from portal.training.fitting.proposal_form import ProposalForm, SupervisionForm
from portal.training.fitting.proposals import propose, supervise
from portal.training.fitting.proposing import Proposing
from portal.training.frame import Frame
from portal.training.models import Placement
from portal.training.routes import bp
from portal.web import page, say, see_other


@bp.get("/case/<int:case_id>")
@needs(May.READ_TRAINING)
def of_case(case_id):
    case = at_work(Case, case_id)
    placements = list(Placement.whole_to(g.user).where(Placement.case == case).order_by(Placement.id.desc()))
    outlooks = outlooks_of(case) if case.is_open else []
    audit.note(Event.LISTED, case, by=g.user, list="placement", count=len(placements))
    return page("training/of_case.html", case=case, folder=Folder(case, g.user), placements=placements, outlooks=outlooks, comings=comings_of(case))


@bp.route("/case/<int:case_id>/batches/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def place(case_id, id):
    case = at_work(Case, case_id)
    batch = Batch.counted_for(g.user, id)
    proposing = Proposing(case, batch, g.user)
    form = ProposalForm.about(proposing)
    if placement := form.makes(propose, batch, case):
        say(gettext("Usulan dikirim ke manajer."))
        return see_other("training.placement", id=placement.id)
    audit.note(Event.READ, case, by=g.user, part="training")
    return page("training/place.html", form=form, case=case, batch=batch, proposing=proposing, outlook=proposing.outlook)


@bp.route("/placements/<int:id>/supervision", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def supervision(id):
    placement = opened(Placement, id)
    form = SupervisionForm(obj=placement)
    if form.changes(supervise, placement):
        say(gettext("Rencana pengawasan tersimpan."))
        return see_other("training.placement", id=id)
    return page("training/supervision.html", form=form, placement=placement, case=placement.case)


@bp.get("/batches/<int:id>/candidates")
@needs(May.WRITE_TRAINING)
def candidates(id):
    batch = Batch.counted_for(g.user, id)
    found = candidates_for(batch, g.user)
    audit.note(Event.LISTED, batch, by=g.user, list="cases", count=len(found))
    return page("training/candidates.html", frame=Frame(batch), batch=batch, found=found, most=MOST)
