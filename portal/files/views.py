"""The files of a case: seen, added, taken and cancelled by those who see the case whole."""
import io

from flask import Blueprint, g, send_file

from portal import audit
from portal.access import needs
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.files.forms import FileForm
from portal.files.models import File
from portal.forms import StepForm
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("files", __name__, url_prefix="/files")
SANDBOX = "default-src 'none'; sandbox"


@bp.get("/case/<int:case_id>")
@needs(May.READ_CASES)
def of_case(case_id):
    case = Case.whole_to(g.user).where(Case.id == case_id).get()
    audit.note(Event.LISTED, case, by=g.user, list="file")
    return _shown(case, FileForm())


@bp.post("/case/<int:case_id>")
@needs(May.WRITE_CASES)
def attach(case_id):
    case = Case.whole_to(g.user).where(Case.id == case_id).get()
    form = FileForm()
    if form.validate_on_submit() and form.attempt(File.attach, case, by=g.user, **form.values):
        return see_other("files.of_case", case_id=case.id)
    return _shown(case, form)


def _shown(case, form):
    return page("files/of_case.html", form=form, case=case, folder=Folder(case, g.user), files=list(File.of(case)))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def download(id):
    file = File.offered_to(g.user).where(File.id == id).get()
    response = send_file(io.BytesIO(file.read(by=g.user)), mimetype=file.mime, as_attachment=True, download_name=file.called)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


@bp.post("/<int:id>/cancellation")
@needs(May.WRITE_CASES)
def cancel(id):
    file, form = File.whole_to(g.user).where(File.id == id).get(), StepForm()
    file.cancel(by=g.user, reason=form.reason.data or "", seen=form.seen.data or None)
    return see_other("files.of_case", case_id=file.subject_id)
