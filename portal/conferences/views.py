"""Case conferences: those of a case, one of them, its steps, and what became of its decisions."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.conferences import papers
from portal.conferences.asking import asked_for
from portal.conferences.forms import SettleForm, SignForm
from portal.conferences.models import Conference
from portal.conferences.resolutions import Resolution
from portal.conferences.sheet import form_of, new_form, sheet
from portal.forms import StepForm
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("conferences", __name__, url_prefix="/conferences")
bp.register_blueprint(papers.bp)


@bp.get("/case/<int:case_id>")
@needs(May.READ_CASES)
def of_case(case_id):
    case = at_work(Case, case_id)
    audit.note(Event.LISTED, case, by=g.user, list="conference")
    return page("conferences/of_case.html", case=case, folder=Folder(case, g.user), asked=asked_for(case), conferences=list(Conference.of(case)),
                resolutions=list(Resolution.of(case)))


@bp.route("/case/<int:case_id>/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new(case_id):
    case = at_work(Case, case_id)
    form = new_form(case)
    if not _more_rows(form) and (conference := form.makes(Conference.hold, case)):
        say(gettext("Pembahasan kasus tersimpan."))
        return see_other("conferences.show", id=conference.id)
    return page("conferences/form.html", form=form, case=case, conference=None, asked=asked_for(case))


def _more_rows(form):
    """Whether only more room was asked for."""
    asked = [name for name in ("add_guests", "add_resolutions") if name in request.form]
    for name in asked:
        getattr(form, name)()
    return asked


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    return page("conferences/show.html", **sheet(opened(Conference, id)))


@bp.route("/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id):
    conference = opened(Conference, id)
    form = form_of(conference)
    if not _more_rows(form) and form.changes(conference.amend):
        say(gettext("Pembahasan kasus tersimpan."))
        return see_other("conferences.show", id=id)
    return page("conferences/form.html", form=form, case=conference.case, conference=conference, asked=[])


@bp.post("/<int:id>/signature")
@needs(May.WRITE_CASES)
def signature(id):
    conference = at_work(Conference, id)
    form = SignForm(obj=conference)
    if form.changes(conference.sign):
        say(gettext("Tanda tangan tercatat. Simpan pindaian berita acaranya di berkas kasus."))
        return see_other("conferences.show", id=id)
    return page("conferences/show.html", **sheet(conference, sign=form))


@bp.post("/<int:id>/correction")
@needs(May.WRITE_CASES)
def correction(id):
    form = StepForm()
    at_work(Conference, id).correct(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Isinya dapat diperbaiki. Cetak dan tanda tangani lagi sesudahnya."))
    return see_other("conferences.show", id=id)


@bp.post("/<int:id>/cancellation")
@needs(May.WRITE_CASES)
def cancel(id):
    form = StepForm()
    at_work(Conference, id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Pembahasan kasus dibatalkan."))
    return see_other("conferences.show", id=id)


# A manager may be the one who saw to it, so that whoever sees the case whole tells what became of a decision.
@bp.route("/resolutions/<int:id>", methods=["GET", "POST"])
@needs(May.READ_CASES)
def resolution(id):
    row = opened(Resolution, id)
    form = SettleForm(obj=row)
    if form.changes(row.settle):
        say(gettext("Hasil keputusan tersimpan."))
        return see_other("conferences.show", id=row.conference_id)
    return page("conferences/resolution.html", row=row, case=row.case, form=form, history=moves_of(row))


@bp.post("/resolutions/<int:id>/reopening")
@needs(May.READ_CASES)
def reopening(id):
    row, form = at_work(Resolution, id), StepForm()
    row.reopen(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Keputusan dibuka lagi."))
    return see_other("conferences.resolution", id=id)
