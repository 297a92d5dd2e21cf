"""The pages of the visits after a training: each attempt, what waits to be visited, and what became of all."""
from flask import g
from flask_babel import gettext

from portal import audit
from portal.access import needs, opened
from portal.audit import Event
from portal.forms import StepForm
from portal.labels import label
from portal.rules.followup import FollowUpStatus
from portal.rules.roles import May
from portal.rules.training_outcome import Aim
from portal.training.aftercare.followup_forms import Chosen, FollowUpForm
from portal.training.aftercare.followups import FollowUp, milestone_of
from portal.training.aftercare.outcomes import outcomes_by, years_ended
from portal.training.aftercare.sightings import reports_since
from portal.training.aftercare.visits import visits_open
from portal.training.models import Placement
from portal.training.routes import bp
from portal.web import page, say, see_other

MOST = 100


@bp.route("/placements/<int:id>/follow-ups/<int:months>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def follow_up(id, months):
    placement = opened(Placement, id)
    milestone = milestone_of(placement, months)
    form = FollowUpForm(data={"visited_on": milestone.latest_day})
    if row := form.makes(FollowUp.write, placement, months):
        say(_after(row))
        return see_other("training.placement", id=id)
    return page("training/follow_up.html", form=form, placement=placement, case=placement.case, milestone=milestone,
                reports=reports_since(placement, g.user))


def _after(row):
    """What is said once a visit is saved; who is back on the street is not left at that."""
    if row.status == FollowUpStatus.BACK_ON_STREET:
        return gettext("Kunjungan tersimpan. Bicarakan langkah berikutnya dengan tim kasus: penjangkauan, kasus dibuka kembali, atau pelatihan lain.")
    if row.status == FollowUpStatus.NOT_FOUND:
        return gettext("Kunjungan tersimpan. Sigap mengingatkan untuk mencarinya lagi setelah 30 hari.")
    return gettext("Kunjungan tersimpan.")


@bp.route("/visits/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def visit(id):
    row = opened(FollowUp, id)
    placement = opened(Placement, row.placement_id)
    form = FollowUpForm(obj=row)
    if form.changes(row.correct):
        say(gettext("Kunjungan tersimpan."))
        return see_other("training.placement", id=row.placement_id)
    return page("training/visit.html", form=form, visit=row, placement=placement, case=placement.case)


@bp.post("/visits/<int:id>/cancellation")
@needs(May.WRITE_TRAINING)
def visit_cancellation(id):
    form = StepForm()
    row = opened(FollowUp, id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Catatan kunjungan dibatalkan."))
    return see_other("training.placement", id=row.placement_id)


@bp.get("/visits")
@needs(May.READ_TRAINING)
def visits():
    waiting = visits_open(g.user)
    asked, coming = ([each for each in waiting if each.is_asked == now] for now in (True, False))
    shown = asked[:MOST]
    audit.note(Event.LISTED, by=g.user, list="follow_up", count=len(shown) + len(coming[:MOST]))
    return page("training/visits.html", asked=shown, coming=coming[:MOST], total=len(asked))


@bp.get("/outcomes")
@needs(May.READ_TRAINING)
def outcomes():
    chosen = Chosen(years_ended(g.user))
    rows = outcomes_by(chosen.group, g.user, year=chosen.year, sex=chosen.sex)
    audit.note(Event.LISTED, by=g.user, list="outcome", count=len(rows))
    return page("training/outcomes.html", chosen=chosen, outcomes=rows, aims=list(Aim), heads=[(label(aim), "number") for aim in Aim])
