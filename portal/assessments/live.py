"""Saving a page of answers as it is filled in: the form's token says that a page of ours sent it, its pen that it knows what it replaces."""
from flask import abort, request, url_for

from portal import clock
from portal.access import typed
from portal.assessments.gaps import address
from portal.assessments.models import Assessment
from portal.assessments.parts import contents, part_of, parts_of
from portal.assessments.reading import Numbers
from portal.labels import label
from portal.phrases import to_the_second
from portal.rules.drafts import Keeping
from portal.tokens import FormToken
from portal.web import id_of

QUIET = (Keeping.OVERTAKEN, Keeping.SAVED)
STATUS = {Keeping.UNKNOWN: 404, Keeping.TOO_LARGE: 413}
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


def keep(part, key, *, by):
    """What a page of answers is told that could not be saved, or None once it is saved; `key` is that of its form, whose draft is let go."""
    pen, turn = request.form.get("pen", ""), request.form.get("turn", 0, type=id_of)
    told, token = FormToken.judge(key, by, typed(), pen, turn)
    if token and token.path != url_for("assessments.part", id=part.assessment.id, n=part.number):
        abort(404)
    if told in QUIET:
        return "", 204
    if told is not Keeping.KEPT:
        return str(label(told)), STATUS.get(told, 409), PLAIN
    return _saved(part, token, pen, turn, by)


def _saved(part, token, pen, turn, by):
    form = part.form(meta={"csrf": False})
    if not form.validate():
        return str(next(error for errors in form.errors.values() for error in errors)), 422, PLAIN
    part.keep(form, by=by, pen=pen)
    token.write(None, pen, turn)
    return None


def now(assessment, part):
    """What the page shows of it: when it was saved, the version that stands, the numbers, and how far each part is."""
    parts = parts_of(Assessment.get_by_id(assessment.id))
    chosen = part_of(parts, part.number)
    return {"assessment": assessment, "part": chosen, "contents": contents(assessment, parts, chosen), "numbers": Numbers(assessment),
            "seen": assessment.section(part.page.number).version, "at": to_the_second(clock.machine())}


def onward(assessment, user):
    """Where this person goes on: the draft that they left, or the first part that lacks something, or the check of the whole."""
    draft = FormToken.drafts_of(user).where(FormToken.path.startswith(f"{url_for('assessments.show', id=assessment.id)}/pages/")).first()
    if draft:
        return draft.address
    wanting = next((part for part in parts_of(assessment) if part.comment or part.is_wanting), None)
    return address(wanting) if wanting else url_for("assessments.review", id=assessment.id)
