"""The files of a record: seen, added, taken and cancelled by those who see the record whole; and how much room there is for them."""
import io

from flask import Blueprint, abort, g, send_file
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs
from portal.audit import Event
from portal.cases.folder import Folder
from portal.files import filed
from portal.files.forms import FileForm, LimitForm
from portal.files.models import File
from portal.files.room import link, photo_stand, room
from portal.files.subjects import SUBJECTS, called, places, subject_of
from portal.forms import StepForm
from portal.office.models import Office
from portal.rules.roles import May
from portal.web import page, say, see_other

__all__ = ["bp", "filed"]
bp = Blueprint("files", __name__, url_prefix="/files")
bp.app_context_processor(lambda: {"files_of": link, "room": room})
SANDBOX = "default-src 'none'; sandbox"


@bp.get("/<kind>/<int:id>")
@needs(May.READ_CASES)
def of(kind, id):
    record = carrier(kind, id)
    audit.note(Event.LISTED, record, by=g.user, list="file")
    return shown(record, FileForm())


@bp.post("/<kind>/<int:id>")
@needs(May.WRITE_CASES)
def attach(kind, id):
    record, form = carrier(kind, id), FileForm()
    if form.makes(File.attach, record):
        return see_other("files.of", kind=kind, id=id)
    return shown(record, form)


def carrier(kind, id):
    """The record that carries the files, for who sees it whole."""
    if kind not in SUBJECTS:
        abort(404)
    return at_work(SUBJECTS[kind].model, id)


def shown(record, form):
    kind = record._meta.table_name
    folder = Folder(record, g.user) if kind == "case" else None
    return page("files/of.html", form=form, record=record, kind=kind, called=called(record), subject=subject_of(record), folder=folder,
                files=list(File.of(record)), others=list(File.beside(record, g.user)), places=places(record, g.user), photo=photo_stand(record))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def download(id):
    return sent(File.offered_to(g.user).where(File.id == id).get(), as_attachment=True)


@bp.get("/<int:id>/look")
@needs(May.READ_CASES)
def look(id):
    file = File.pictures_for(g.user).where(File.id == id).get()
    return page("files/look.html", file=file, kind=file.subject, called=called(file.record))


@bp.get("/<int:id>/picture")
@needs(May.READ_CASES)
def picture(id):
    return sent(File.pictures_for(g.user).where(File.id == id).get(), as_attachment=False)


def sent(file, as_attachment):
    """The bytes as an answer that can do nothing in a browser."""
    data = file.read(by=g.user, shown=not as_attachment)
    response = send_file(io.BytesIO(data), mimetype=file.mime, as_attachment=as_attachment, download_name=file.called)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


@bp.post("/<int:id>/cancellation")
@needs(May.WRITE_CASES)
def cancel(id):
    file, form = at_work(File, id), StepForm()
    file.cancel(by=g.user, reason=form.reason.data or "", seen=form.seen.data or None)
    return see_other("files.of", kind=file.subject, id=file.subject_id)


@bp.route("/limit", methods=["GET", "POST"])
@needs(May.SET_UP_OFFICE)
def limit():
    form = LimitForm(obj=Office.current())
    if form.changes(Office.current().amend):
        say(gettext("Batas berkas tersimpan."))
        return see_other("office.show")
    return page("files/limit.html", form=form)
