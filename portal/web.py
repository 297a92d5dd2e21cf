"""What every page shares: whole or fragment, what its templates may use, navigation, and strict headers."""
import hashlib
import io
import re
from functools import lru_cache
from pathlib import Path

from flask import Flask, abort, current_app, flash, g, has_request_context, make_response, redirect, render_template, request, session, url_for
from flask_babel import Babel, get_locale
from flask_babel import lazy_gettext as _
from flask_login import current_user
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from htmx_flask.requests import HtmxAwareRequest
from werkzeug.routing import IntegerConverter

from portal import clock
from portal.db import db
from portal.labels import label
from portal.labels.marks import mark_of
from portal.phrases import clock_time, day, due, local_day, moment, month_of, rupiah, span_minutes, weekday, worded
from portal.rules.letter_number import spaced_nip
from portal.rules.names import initials
from portal.rules.nik import mask
from portal.rules.roles import May, may

SAFE = {"GET", "HEAD", "OPTIONS"}
STATIC = Path(__file__).parent / "static"
HEADERS = {
    "Server": "Sigap",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                               "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
NAVIGATION = (
    ("desk.home", _("Beranda"), "b", May.USE),
    ("reports.index", _("Laporan"), "l", May.READ_REPORTS),
    ("cases.index", _("Kasus"), "k", May.READ_CASES),
    ("decisions.index", _("Persetujuan"), "p", May.FOLLOW_DECISIONS),
    ("referrals.index", _("Rujukan"), "j", May.READ_CASES),
    ("training.index", _("Pelatihan"), "t", May.READ_TRAINING),
    ("clients.index", _("Klien"), "", May.READ_CASES),
    ("recap.index", _("Rekap"), "r", May.READ_FIGURES),
    ("accounts.index", _("Pengguna"), "u", May.MANAGE_USERS),
    ("office.show", _("Dinas"), "o", May.SET_UP_OFFICE),
    ("trail.index", _("Jejak audit"), "a", May.READ_TRAIL),
)
# Features that are read on the pages of a case.
UNDER = (dict.fromkeys(("casefile", "conferences", "assessments", "services", "correspondence"), "cases")
         | dict.fromkeys(("imports", "extracts"), "clients")
         | {"outreach": "reports", "letters": "referrals", "correspondence.certificates": "training"})
# Files stand under the record that carries them.
FILED = {"report": "reports", "client": "clients", "dtsen_check": "clients", "referral": "referrals"}
csrf = CSRFProtect()
babel = Babel()


class Sent(HtmxAwareRequest):
    """What was sent, files too, stays in memory (its size has a limit): of a list that is only looked at nothing touches the disk."""

    def _get_file_stream(self, total_content_length, content_type, filename=None, content_length=None):
        return io.BytesIO()


class Portal(Flask):
    """A changing request is one unit of work: returning commits, raising (abort included) rolls back."""

    def dispatch_request(self):
        if request.method in SAFE:
            return super().dispatch_request()
        with db.unit():
            response = self.make_response(super().dispatch_request())
            result = response.location or response.headers.get("HX-Redirect")
            if result and g.get("claimed"):
                g.claimed.lead_to(result)
        return response


class Id(IntegerConverter):
    """The id of a record in an address: plain digits from 1, no more than the database can hold."""

    regex = "[1-9][0-9]{0,17}"


def id_of(text):
    """The id that a question or a field carries, by the rule of addresses; 0, which nothing has, for anything else."""
    return int(text) if re.fullmatch(Id.regex, text) else 0


def page(template, fragment=None, status=None, **context):
    """The whole page, or the one part of it that htmx asked for; 422 when its form has errors. Commits before rendering."""
    db.settle()
    wants_fragment = fragment and request.htmx and not request.htmx.history_restore_request
    form = context.get("form")
    code = status or (422 if form is not None and form.errors else 200)
    response = make_response(render_template(fragment if wants_fragment else template, **context), code)
    response.vary.update(("HX-Request", "Cookie"))
    return response


def see_other(endpoint, **values):
    """After a change: the page to look at, by 303, or by HX-Redirect when htmx asked."""
    address = endpoint if endpoint.startswith("/") else url_for(endpoint, **values)
    if request.htmx:
        response = make_response("", 200)
        response.headers["HX-Redirect"] = address
        return response
    return redirect(address, 303)


def say(text, undo=None, seen=None):
    """A banner that stands until the next page; `undo` is the address that takes back what it speaks of, at the version `seen`."""
    flash((text, undo, seen) if undo else text)


@lru_cache(maxsize=64)
def asset(name):
    """The address of a static file with its content's hash, so that browsers may keep it for good."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


FILTERS = {"day": day, "local_day": local_day, "weekday": weekday, "moment": moment, "due": due, "month_of": month_of,
           "clock_time": clock_time, "rupiah": rupiah, "span_minutes": span_minutes, "initials": initials, "mask_nik": mask,
           "nip": spaced_nip, "label": label, "worded": worded}


def navigation():
    """The main links this person may follow: [(address, text, access key, current)]."""
    if g.get("user") is None:
        return []
    feature = request.blueprint if request.blueprint in UNDER else (request.endpoint or "").split(".")[0]
    feature = FILED.get((request.view_args or {}).get("kind"), "cases") if feature == "files" else UNDER.get(feature, feature)
    return [(url_for(endpoint), str(text), key, endpoint.split(".")[0] == feature)
            for endpoint, text, key, permission in NAVIGATION if may(g.user.roles, permission)]


def access_key_hint(letter):
    """How this browser presses an access key."""
    firefox = "Firefox/" in request.headers.get("User-Agent", "")
    return f"Alt+Shift+{letter.upper()}" if firefox else f"Alt+{letter.upper()}"


def surroundings():
    """What every template may use."""
    from portal.decisions.models import Decision
    from portal.office.models import Office
    user = g.get("user")
    return {
        "may": lambda permission: user is not None and may(user.roles, permission), "May": May,
        "office": Office.current(), "demo": current_app.config["DEMO"], "locale": str(get_locale()), "nav": navigation(),
        "user_size": user.size if user else "sedang", "now": clock.now(),
        "idle_seconds": current_app.config["IDLE_MINUTES"] * 60,
        "waiting": Decision.waiting_for(user).count() if user else 0, "unsafe_http": current_app.config.get("UNSAFE_HTTP", False),
    }


def choose_locale():
    """The reader's language; Indonesian where nobody reads (commands, the demo)."""
    user = g.get("user")
    if user:
        return user.language
    return session.get("language", "id") if has_request_context() else "id"


def know_user():
    """Who is signed in, asked once per request; Flask-Login knows."""
    g.user = g.claimed = g.office = g.asked = None
    if request.endpoint in ("static", "health.healthz"):
        return
    db.connect(reuse_if_open=True)
    if current_user.is_authenticated:
        g.user = current_user._get_current_object()
        g.session_mark = hashlib.sha256(g.user.session_key.encode()).hexdigest()[:8]


def from_own_pages():
    """A changing request comes from a page of ours; browsers say so, beside the form's token."""
    if request.method not in SAFE and request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(400)


def dress(response):
    """Headers on every answer, where a stricter one does not stand already; a page about people is never kept."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static" and response.status_code == 200:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    else:
        response.headers["Cache-Control"] = "no-store"
    return response


def install(app):
    """Put all of it on the app."""
    app.url_map.converters["int"] = Id
    Htmx(app)
    app.request_class = Sent
    babel.init_app(app, locale_selector=choose_locale)
    app.before_request(know_user)
    app.before_request(from_own_pages)
    csrf.init_app(app)
    app.context_processor(surroundings)
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.after_request(dress)
    app.jinja_env.globals.update(asset=asset, access_key_hint=access_key_hint, label=label, mark_of=mark_of)
