"""Looks into DT-SEN: a new one, the page of one with its proof, putting it right in sight, and cancelling what was a mistake."""
from flask import g, request
from flask_babel import gettext

from portal import audit, clock
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.clients.check_forms import CorrectionForm, DtsenForm
from portal.clients.check_sheet import sheet
from portal.clients.dtsen import DtsenCheck
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.forms import StepForm
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other


@bp.route("/<int:id>/dtsen", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def dtsen(id):
    client = opened(Client, id)
    case = client.cases.where(client.cases.model.id == request.args.get("case", 0, type=id_of)).first()
    form = DtsenForm(checked_on=clock.today())
    if check := form.makes(client.check_dtsen):
        say(gettext("Hasil cek DT-SEN tersimpan."))
        if "attach" in request.form:
            return see_other("files.of", kind="dtsen_check", id=check.id)
        return see_other("casefile.show", id=case.id) if case else see_other("clients.show", id=id)
    return page("clients/dtsen.html", client=client, form=form, case=case)


@bp.get("/dtsen/<int:id>")
@needs(May.READ_CASES)
def check(id):
    return page("clients/check.html", **sheet(opened(DtsenCheck, id)))


@bp.post("/dtsen/<int:id>/reveal")
@needs(May.READ_CASES)
def reveal_check(id):
    check = at_work(DtsenCheck, id)
    audit.record(Event.REVEALED, check, by=g.user, fields=["family_card"])
    return page("clients/check.html", **sheet(check, revealed=True))


@bp.route("/dtsen/<int:id>/correction", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def correct_check(id):
    check = opened(DtsenCheck, id)
    form = CorrectionForm(record=check)
    if form.changes(check.correct):
        say(gettext("Perbaikan tersimpan. Yang semula tetap terbaca di halaman ini."))
        return see_other("clients.check", id=id)
    return page("clients/correct_check.html", check=check, client=check.client, form=form)


@bp.post("/dtsen/<int:id>/cancellation")
@needs(May.WRITE_CASES)
def cancel_check(id):
    form = StepForm()
    at_work(DtsenCheck, id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    return see_other("clients.check", id=id)
