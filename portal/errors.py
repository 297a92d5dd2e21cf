"""Every error as a page that helps: what happened, who can, what to do, and what was typed still there."""
import logging
import secrets
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlsplit

from flask import g, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from peewee import DoesNotExist, OperationalError
from werkzeug.exceptions import HTTPException

from portal import access, audit
from portal.audit import Event
from portal.db import Busy, db
from portal.labels import label, sentence
from portal.records import Revision, Stale
from portal.rules.refused import Refused
from portal.tokens import AlreadySaved
from portal.web import day, moment, say

logger = logging.getLogger("sigap")


def _error(template, status, **context):
    db.abandon()
    return make_response(render_template(f"errors/{template}.html", **context), status)


def refused(error):
    _note_refusal(error.why)
    return _error("refused", 409, why=sentence(error))


def stale(error):
    _note_refusal("stale")
    rows = [(field.label.text, shown(field.data), shown(getattr(error.record, field.short_name)))
            for field in g.get("form") or () if hasattr(error.record, field.short_name)]
    last = Revision.last_of(error.record)
    return _error("stale", 409, rows=rows, again=_where_it_opened(), at=moment(last.at) if last else None)


def _where_it_opened():
    """The address to open the form anew: its own, or the page whose button was pressed."""
    if "GET" in request.url_rule.methods:
        return request.full_path.rstrip("?")
    return urlsplit(request.referrer or "").path or url_for("desk.home")


def shown(value):
    """A value as people read it, to compare what was typed with what stands now."""
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(shown(each)) for each in value)
    return "" if value is None else str(value)


def already_saved(error):
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
    if "full" in told or "disk i/o" in told:
        return _error("unavailable", 507, full=True)
    return crashed(error)


def http_error(error):
    """403, 404, 405, 413 and the rest, each in words."""
    if error.code == 403:
        _note_refusal("forbidden")
    pages = {400: "bad_request", 403: "forbidden", 404: "not_found", 405: "not_found", 413: "too_large"}
    if error.code in pages:
        return _error(pages[error.code], error.code)
    return error if error.code < 400 else _error("bad_request", error.code)


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
                OperationalError: database_trouble, Busy: database_trouble, DoesNotExist: lambda error: _error("not_found", 404),
                OverflowError: lambda error: _error("not_found", 404)}
    for kind, handler in handlers.items():
        app.register_error_handler(kind, handler)
    app.register_error_handler(500, lambda error: crashed(getattr(error, "original_exception", None) or error))
