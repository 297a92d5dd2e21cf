"""Saving a page as it is filled in: the form's token says that a page of ours sent it, its pen that it knows what it replaces."""
from flask import abort, request

from portal.access import typed
from portal.labels import label
from portal.rules.drafts import Keeping
from portal.tokens import FormToken
from portal.web import id_of

QUIET = (Keeping.OVERTAKEN, Keeping.SAVED)
STATUS = {Keeping.UNKNOWN: 404, Keeping.TOO_LARGE: 413}
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


def keep(make, save, *, path, by):
    """What a page is told that could not be saved, or None once it is.

    `make` is the class of its form, or what builds one; `save(form, pen)` saves it; `path` is the address at which it was opened, whose
    draft is let go.
    """
    pen, turn = request.form.get("pen", ""), request.form.get("turn", 0, type=id_of)
    told, token = FormToken.judge(request.form["form_token"], by, typed(), pen, turn)
    if token and token.path != path:
        abort(404)
    if told in QUIET:
        return "", 204
    if told is not Keeping.KEPT:
        return str(label(told)), STATUS.get(told, 409), PLAIN
    form = make(meta={"csrf": False})
    if not form.validate():
        return str(next(error for errors in form.errors.values() for error in errors)), 422, PLAIN
    save(form, pen)
    token.write(None, pen, turn)
    return None
