"""Every error as a page that helps: what happened, who can, what to do, and what was typed still there."""
import logging
import secrets
from urllib.parse import urlsplit

from flask import current_app, g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from peewee import DoesNotExist, Model, OperationalError
from werkzeug.exceptions import HTTPException, SecurityError
from wtforms import FieldList, HiddenField, RadioField
from wtforms.widgets import TextArea, TextInput

from portal import access, audit
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Busy, Full, db
from portal.fields import PickField
from portal.labels import label, sentence
from portal.phrases import moment, shown
from portal.records import Revision, Stale
from portal.rules.refused import Refused
from portal.rules.roles import every_role, may
from portal.tokens import AlreadySaved
from portal.web import say

logger = logging.getLogger("sigap")


def _error(template, status, **context):
    db.abandon()
    return make_response(render_template(f"errors/{template}.html", **context), status)


def refused(error):
    _note_refusal(error.why)
    typed = [(field.label.text, field.data) for field in g.get("form") or () if isinstance(field.widget, TextArea) and field.data]
    return _error("refused", 409, why=sentence(error), typed=typed, back=_where_it_opened())


def stale(error):
    """Both versions side by side, and who was faster."""
    _note_refusal("stale")
    form, stands = g.get("form"), getattr(error.record, "stands", {})
    rows = [(field.label.text, _said(field, field.data), _said(field, stands.get(field.short_name, getattr(error.record, field.short_name, None))))
            for field in form or () if field.short_name in stands or hasattr(error.record, field.short_name)
            or (isinstance(field.widget, (TextInput, TextArea)) and field.data)]
    kept = access.kept(request.form.get("form_token", ""))
    return _error("stale", 409, rows=rows, kept=kept, both=kept if stands else None, again=_where_it_opened(), **_who_was_faster(error.record, form))


def _said(field, value):
    """A value that this field could hold, in words."""
    if isinstance(field, FieldList):
        return "; ".join(said for said in (_row(field[0].form, row) for row in value) if said)
    if isinstance(field, PickField) or type(field) is RadioField:
        key = str(value.id if isinstance(value, Model) else value)
        return next((choice.label for choice in field.choices if choice.value == key), "")
    return shown(value)


def _row(form, row):
    """What stands in one row of a form, or of a record, in words."""
    if isinstance(row, dict):
        row = [_said(form[name], value) for name, value in row.items() if not isinstance(form[name], HiddenField)]
    return ", ".join(said for said in map(shown, row) if said) if isinstance(row, list) else str(row)


def _who_was_faster(record, form):
    """The last change of the row, if it came after what the person had looked at."""
    last, seen = Revision.last_of(record), form.seen.data if form else None
    if last is None or not seen or last.version < int(seen):
        return {}
    return {"by": User.names().get(last.by), "at": moment(last.at)}


def _where_it_opened():
    """The address to open the form anew: its own, or the page whose button was pressed."""
    if request.method == "POST" and "GET" in request.url_rule.methods:
        return request.full_path.rstrip("?")
    return urlsplit(request.referrer or "").path or url_for("desk.home")


def already_saved(error):
    if error.elsewhere:
        say(gettext("Formulir ini sudah disimpan dari halaman lain. Isian kedua tidak ikut tersimpan; inilah yang tersimpan."))
    return redirect(error.result or url_for("desk.home"), 303)


def csrf_failed(error):
    """Keep what was typed as a draft and open its form again; without a form, say what to do."""
    if g.get("user") is None:
        return access.to_sign_in()
    back = access.kept(request.form.get("form_token", ""))
    if back:
        say(gettext("Halaman ini sudah lama terbuka. Isian Anda masih ada: periksa, lalu simpan sekali lagi."))
        return redirect(back, 303)
    return _error("bad_request", 400)


def database_trouble(error):
    """Locked: try again in a moment. Full: say so. The text is in the browser's form still."""
    logger.error("database: %s", type(error.__context__ or error).__name__)
    told = f"{error} {error.__context__}".lower()
    if isinstance(error, Busy) or "locked" in told or "busy" in told:
        response = _error("unavailable", 503)
        response.headers["Retry-After"] = "5"
        return response
    if isinstance(error, Full) or "full" in told or "disk i/o" in told:
        return _error("unavailable", 507, full=True)
    return crashed(error)


def http_error(error):
    """Each in words."""
    if isinstance(error, SecurityError):  # called by a name that is not the server's own: no page of ours has an address there
        return make_response(f"{error.code} {error.name}\n", error.code, {"Content-Type": "text/plain"})
    if error.code == 403:
        return forbidden()
    pages = {400: "bad_request", 404: "not_found", 405: "not_found", 413: "too_large"}
    if error.code in pages:
        return _error(pages[error.code], error.code)
    return error if error.code < 400 else _error("bad_request", error.code)


def forbidden():
    """Which roles may open what this person may not."""
    _note_refusal("forbidden")
    permission = getattr(current_app.view_functions[request.endpoint], "access", None)
    return _error("forbidden", 403, holders=[label(role) for role in every_role() if may({role}, permission)])


def crashed(error):
    """A fault of ours: a ticket on the page and in the log, never the data."""
    ticket = secrets.token_hex(3)
    logger.error("fault %s at %s", ticket, request.endpoint, exc_info=error)
    return _error("server", 500, ticket=ticket)


def _note_refusal(why):
    db.abandon()
    audit.note(Event.REFUSED, by=g.get("user"), why=str(why), endpoint=request.endpoint or "")
    db.settle()


def install(app):
    """One handler for each kind of error."""
    handlers = {Refused: refused, Stale: stale, AlreadySaved: already_saved, CSRFError: csrf_failed, HTTPException: http_error,
                OperationalError: database_trouble, Busy: database_trouble, Full: database_trouble,
                DoesNotExist: lambda error: _error("not_found", 404), OverflowError: lambda error: _error("not_found", 404)}
    for kind, handler in handlers.items():
        app.register_error_handler(kind, handler)
    app.register_error_handler(500, lambda error: crashed(getattr(error, "original_exception", None) or error))
