"""The pages of results: of a course, of one participant, and a result put right."""
from flask import g, request
from flask_babel import gettext

from portal import audit, clock
from portal.access import needs, opened
from portal.audit import Event
from portal.forms import StepForm
from portal.rules.placement import PlacementState
from portal.rules.roles import May
from portal.training.aftercare.followups import milestones_by_placement
from portal.training.aftercare.outcomes import outcome_of_batch
from portal.training.aftercare.result_forms import AmendForm, ResultForm, ResultsForm
from portal.training.aftercare.results import amend, conclude, conclude_all, reopen, results_of, row_of
from portal.training.batches import Batch
from portal.training.frame import Frame
from portal.training.models import Placement
from portal.training.routes import bp
from portal.web import page, say, see_other


@bp.get("/batches/<int:id>/results")
@needs(May.READ_TRAINING)
def results(id):
    batch = Batch.counted_for(g.user, id)
    rows = results_of(batch, g.user)
    audit.note(Event.LISTED, batch, by=g.user, list="placement", count=len(rows))
    milestones = milestones_by_placement([row.placement for row in rows])
    visited = [row for row in rows if milestones[row.placement.id] and row.placement.is_whole_to(g.user)]
    return page("training/results.html", frame=Frame(batch), batch=batch, rows=rows, outcome=outcome_of_batch(batch, g.user),
                milestones=milestones, visited=visited)


@bp.route("/batches/<int:id>/results/edit", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def write_results(id):
    batch = Batch.counted_for(g.user, id)
    rows = [row for row in results_of(batch, g.user) if row.placement.state == PlacementState.ACTIVE]
    form = ResultsForm.of(rows, min(clock.today(), batch.ends))
    if written := form.makes(conclude_all, [row.placement for row in rows]):
        say(_written(len(written), form.others_of(request.form)))
        return see_other("training.results", id=id)
    audit.note(Event.LISTED, batch, by=g.user, list="placement", count=len(rows))
    return page("training/results_form.html", frame=Frame(batch), batch=batch, form=form, rows=rows)


def _written(count, others):
    told = gettext("Hasil tersimpan untuk %(count)s peserta.", count=count)
    if others:
        told += " " + gettext("%(count)s peserta sudah mempunyai hasil dari orang lain; itu tidak diubah.", count=others)
    return told


@bp.route("/placements/<int:id>/result", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def result(id):
    placement = opened(Placement, id)
    row = row_of(placement)
    form = ResultForm(data={"ended_on": min(clock.today(), placement.batch.ends), "seen": placement.version, "allowance": row.due,
                            "practice_place": placement.practice_place}).narrow(row.programme)
    if form.changes(conclude, placement):
        say(gettext("Hasil pelatihan tersimpan."))
        return see_other("training.placement", id=id)
    return page("training/result.html", form=form, placement=placement, case=placement.case, row=row)


@bp.route("/placements/<int:id>/result/correction", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def result_correction(id):
    placement = opened(Placement, id)
    form = AmendForm(obj=placement).narrow_to(placement)
    if form.changes(amend, placement):
        say(gettext("Hasil pelatihan diperbaiki."))
        return see_other("training.placement", id=id)
    return page("training/result_correction.html", form=form, placement=placement, case=placement.case, row=row_of(placement))


@bp.post("/placements/<int:id>/result/reopening")
@needs(May.WRITE_TRAINING)
def result_reopening(id):
    form = StepForm()
    reopen(opened(Placement, id), by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Hasil dibatalkan; klien kembali menjadi peserta."))
    return see_other("training.placement", id=id)
