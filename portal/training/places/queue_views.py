"""The steps of the waiting list, and the page on which a batch is cancelled with what happens to its people."""
from flask import g, request
from flask_babel import gettext

from portal import audit
from portal.access import at_work, in_sight, needs
from portal.audit import Event
from portal.forms import StepForm
from portal.rules.roles import May
from portal.training.batches import Batch
from portal.training.frame import Frame
from portal.training.models import Placement
from portal.training.places.cancelling import call_off, leavers
from portal.training.places.cancelling_forms import CancellationForm
from portal.training.routes import bp
from portal.web import page, say, see_other


@bp.post("/batches/<int:id>/offers")
@needs(May.WRITE_TRAINING)
def offer(id):
    offered = in_sight(Batch, id).fill(by=g.user)
    say(gettext("Tempat kosong ditawarkan menurut urutan daftar tunggu.") if offered else
        gettext("Tidak ada tempat kosong, atau tidak ada yang menunggu."))
    return see_other("training.batch", id=id)


@bp.post("/placements/<int:id>/acceptance")
@needs(May.WRITE_TRAINING)
def accept(id):
    placement = at_work(Placement, id).accept(by=g.user, seen=StepForm().seen.data)
    say(gettext("Tawaran diterima: klien menjadi peserta angkatan ini."))
    return _back(placement)


def _back(placement):
    """To where the step was taken: the waiting list of the batch, or the placement's own page."""
    if "list" in request.args:
        return see_other("training.batch", id=placement.batch_id)
    return see_other("training.placement", id=placement.id)


def _explained(verb, sentence):
    """Take a step that needs a reason."""
    form = StepForm()
    placement = verb(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(sentence)
    return _back(placement)


@bp.post("/placements/<int:id>/deferral")
@needs(May.WRITE_TRAINING)
def stand_back(id):
    sentence = gettext("Klien kembali menunggu di akhir daftar; tempatnya ditawarkan kepada urutan berikutnya.")
    return _explained(at_work(Placement, id).stand_back, sentence)


@bp.post("/placements/<int:id>/priority")
@needs(May.DECIDE)
def prioritise(id):
    return _explained(at_work(Placement, id).prioritise, gettext("Klien didahulukan; alasannya tercatat."))


@bp.post("/placements/<int:id>/settlement")
@needs(May.WRITE_TRAINING)
def settle(id):
    return _explained(at_work(Placement, id).settle, gettext("Tindak lanjut tercatat."))


@bp.route("/batches/<int:id>/cancellation", methods=["GET", "POST"])
@needs(May.WRITE_TRAINING)
def cancel_batch(id):
    batch = Batch.counted_for(g.user, id)
    people = leavers(batch, g.user)
    form = CancellationForm.of(people, batch, g.user)
    if form.changes(call_off, batch):
        say(gettext("Angkatan %(number)s dibatalkan.", number=batch.number))
        return see_other("training.batch", id=id)
    audit.note(Event.LISTED, batch, by=g.user, list="placement", count=len(people))
    return page("training/cancellation.html", frame=Frame(batch), batch=batch, form=form, people=people)
