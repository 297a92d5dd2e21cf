"""The gate every request passes, the tag a view carries through it, and the ways to one row: closed unless named open."""
from flask import abort, current_app, g, redirect, request, url_for

from portal import audit
from portal.audit import Event
from portal.db import db
from portal.rules.roles import May, may
from portal.tokens import FormToken

PUBLIC = object()
UNSENT = {"csrf_token", "form_token", "password", "pen", "turn"}


def needs(permission):
    """Tag a view with the permission it needs; a typo is an error at import."""
    permission = May(permission)

    def tag(view):
        view.access = permission
        return view
    return tag


def public(view):
    """Tag a view as open to nobody in particular."""
    view.access = PUBLIC
    return view


def at_work(model, id):
    """The row of this id, for a person who sees it whole and so may work on it; anybody else finds nothing."""
    return model.whole_to(g.user).where(model.id == id).get()


def in_sight(model, id):
    """The row of this id as far as it exists for this person, whole or in outline."""
    return model.visible_to(g.user).where(model.id == id).get()


def opened(model, id):
    """As `at_work`; that it was looked at is on the trail."""
    row = at_work(model, id)
    if request.method == "GET":
        audit.note(Event.READ, row, by=g.user)
    return row


def gate():
    """Let the request through, send it to sign in, or refuse it."""
    if request.endpoint is None:
        return None
    access = getattr(current_app.view_functions[request.endpoint], "access", None)
    if access is PUBLIC:
        return None
    if g.user is None:
        return to_sign_in()
    if access is None or not may(g.user.roles, access):
        abort(403)
    if g.user.must_change_password and request.endpoint not in ("accounts.password", "accounts.sign_out", "accounts.language"):
        return redirect(url_for("accounts.password"), 303)
    return None


def to_sign_in():
    """Nobody is signed in: keep what was typed as a draft of its form, then ask who this is."""
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    key = request.form.get("form_token", "")
    if request.method == "POST" and key:
        back = kept(key)
    address = url_for("accounts.sign_in", next=back) if back else url_for("accounts.sign_in")
    if request.htmx:
        return "", 401, {"HX-Redirect": address}
    return redirect(address, 303)


def kept(key):
    """Keep the form being sent as a draft; the address that carries it on, or None when no form is known by this key."""
    with db.unit():
        form = FormToken.keep_draft(key, typed(), request.form.get("pen", ""))
    return form.address if form else None


def typed():
    """What was typed into the form being sent, {name: [values]}; never a password, nor the form's own bookkeeping."""
    return {name: request.form.getlist(name) for name in request.form if name not in UNSENT}


def install(app):
    """Refuse to start when a view carries no tag; then stand before every view."""
    public(app.view_functions["static"])
    untagged = sorted(name for name, view in app.view_functions.items() if not hasattr(view, "access"))
    if untagged:
        raise RuntimeError(f"No access declared for: {', '.join(untagged)}")
    app.before_request(gate)
