"""The pages of a placement: what fits a case, the proposal, the result, the visits after the end, and what became of all."""
from flask import g
from flask_babel import gettext

from portal import audit, clock
from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.decisions.models import Decision
from portal.forms import StepForm
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.fit import guardian_may_harm, known_answers, outlook_for, outlooks_of
from portal.training.followups import FollowUp, visit_of, visits_due, visits_of
from portal.training.meetings import rates_of
from portal.training.models import Placement
from portal.training.outcomes import outcomes_for
from portal.training.placement_forms import DepartureForm, FollowUpForm, ProposalForm, ResultForm
from portal.training.proposals import propose
from portal.training.routes import bp
from portal.training.sentences import lines
from portal.web import page, say, see_other


@bp.get("/case/<int:case_id>")
@needs(May.READ_TRAINING)
def of_case(case_id):
    case = at_work(Case, case_id)
    placements = list(Placement.whole_to(g.user).where(Placement.case == case).order_by(Placement.id.desc()))
    outlooks = outlooks_of(case) if case.is_open else []
    audit.note(Event.LISTED, case, by=g.user, list="placement", count=len(placements))
    return page("training/of_case.html", case=case, folder=Folder(case, g.user), placements=placements, outlooks=outlooks)


@bp.route("/case/<int:case_id>/batches/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def place(case_id, id):
    case = at_work(Case, case_id)
    batch = Batch.listed_to(g.user).where(Batch.id == id).get()
    outlook = outlook_for(case, batch)
    form = ProposalForm.of(known_answers(case.client)).narrow(outlook.asked)
    if placement := form.makes(propose, batch, case):
        say(gettext("Usulan dikirim ke manajer."))
        return see_other("training.placement", id=placement.id)
    audit.note(Event.READ, case, by=g.user, part="training")
    return page("training/place.html", form=form, case=case, batch=batch, outlook=outlook, harm=guardian_may_harm(case.client))


@bp.get("/placements/<int:id>")
@needs(May.READ_TRAINING)
def placement(id):
    placement = opened(Placement, id)
    return page("training/placement.html", placement=placement, folder=Folder(placement.case, g.user), lines=lines(placement.findings),
                visits=visits_of(placement), history=moves_of(placement),
                decision=Decision.about(placement).first(), rate=rates_of(placement.batch).get(id))


@bp.route("/placements/<int:id>/result", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def result(id):
    placement = opened(Placement, id)
    form = ResultForm(data={"ended_on": min(clock.today(), placement.batch.ends), "seen": placement.version})
    if form.changes(placement.finish):
        say(gettext("Hasil pelatihan tersimpan."))
        return see_other("training.placement", id=id)
    return page("training/result.html", form=form, placement=placement, case=placement.case)


@bp.route("/placements/<int:id>/departure", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def departure(id):
    placement = opened(Placement, id)
    form = DepartureForm(data={"ended_on": clock.today(), "seen": placement.version})
    if form.changes(placement.leave):
        say(gettext("Berhentinya peserta tercatat."))
        return see_other("training.placement", id=id)
    return page("training/departure.html", form=form, placement=placement, case=placement.case)


@bp.post("/placements/<int:id>/cancellation")
@needs(May.WRITE_TRAINING)
def cancel(id):
    form = StepForm()
    opened(Placement, id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Penempatan dibatalkan."))
    return see_other("training.placement", id=id)


@bp.route("/placements/<int:id>/follow-ups/<int:months>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def follow_up(id, months):
    placement = opened(Placement, id)
    visit = visit_of(placement, months)
    form = FollowUpForm.of(visit, clock.today())
    if form.changes(FollowUp.write, placement, months):
        say(gettext("Kunjungan tersimpan."))
        return see_other("training.placement", id=id)
    return page("training/follow_up.html", form=form, placement=placement, case=placement.case, visit=visit)


@bp.get("/outcomes")
@needs(May.READ_TRAINING)
def outcomes():
    visits = visits_due(g.user)
    audit.note(Event.LISTED, by=g.user, list="follow_up", count=len(visits))
    return page("training/outcomes.html", outcomes=outcomes_for(g.user), visits=visits)
