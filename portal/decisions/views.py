"""What waits for a manager, one proposal as it was put, and the answer to it."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit
from portal.access import in_sight, needs
from portal.accounts.delegations import Delegation
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.decisions.forms import answer_to
from portal.decisions.models import Decision
from portal.decisions.queue import Queue, Today, named, narrowed
from portal.decisions.several import Together
from portal.lists import Filter, Listing, search_for
from portal.rules.approval import VERDICTS, DecisionKind, DecisionState
from portal.rules.roles import May
from portal.rules.then_now import differing
from portal.web import page, see_other

bp = Blueprint("decisions", __name__, url_prefix="/decisions")


@bp.get("/")
@needs(May.FOLLOW_DECISIONS)
def index():
    return inbox() if g.user.may(May.DECIDE) else every()


def inbox():
    """What waits for this person, and the first of it ready to be decided."""
    queue = Queue(g.user)
    first = queue.rows[0] if queue.rows else None
    if first:
        audit.note(Event.READ, first, by=g.user)
    return page("decisions/inbox.html", acting=Delegation.today(), queue=queue, done=named(g.user, "done"), narrowed=queue.narrowed,
                decided=None if queue.all else Today(g.user), **_shown(first, answer_to(first, obj=first)))


@bp.get("/all")
@needs(May.FOLLOW_DECISIONS)
def every():
    own = Decision.asked_by_me(g.user)
    filters = [
        Filter("state", gettext("Keadaan"), [("open", gettext("Menunggu keputusan")), ("decided", gettext("Sudah selesai"))],
               lambda value: (Decision.state == DecisionState.OPEN) == (value == "open")),
        Filter("kind", gettext("Jenis"), DecisionKind, lambda value: Decision.kind == value),
        Filter("by", gettext("Diajukan oleh"), [("me", gettext("saya")), ("others", gettext("orang lain"))],
               lambda value: own if value == "me" else ~own),
    ]
    listing = Listing(Decision, Decision.visible_to(g.user), default="-asked", filters=filters,
                      sorts={"asked": Decision.asked_at, "number": Decision.number, "kind": Decision.kind, "state": Decision.state})
    return page("decisions/all.html", "decisions/_all.html", listing=listing)


@bp.post("/search")
@needs(May.FOLLOW_DECISIONS)
def search():
    return search_for("decisions.every")


@bp.route("/several", methods=["GET", "POST"])
@needs(May.DECIDE)
def several():
    together = Together(named(g.user, "id") or Queue(g.user).rows, g.user)
    form = together.form(sent=request.method == "POST")
    if form.validate_on_submit():
        return _results(together.decide(form))
    together.note_reading()
    return page("decisions/several.html", form=form, together=together, rows=together.rows(form), narrowed=narrowed())


def _results(outcomes):
    """Back to the inbox when all went through; else what became of each answer, with what was typed."""
    if any(outcome.why for outcome in outcomes):
        return page("decisions/results.html", status=409, outcomes=outcomes)
    return see_other("decisions.index", done=[outcome.decision.id for outcome in outcomes])


@bp.get("/<int:id>")
@needs(May.FOLLOW_DECISIONS)
def show(id):
    decision = in_sight(Decision, id)
    audit.note(Event.READ, decision, by=g.user)
    return page("decisions/show.html", "decisions/_detail.html", narrowed=narrowed(), **_shown(decision, answer_to(decision, obj=decision)))


@bp.get("/<int:id>/now")
@needs(May.FOLLOW_DECISIONS)
def now(id):
    decision = in_sight(Decision, id)
    audit.note(Event.READ, decision, by=g.user)
    lines = decision.beside_now(g.user)
    return page("decisions/now.html", decision=decision, lines=lines, changed=differing(lines or ()))


@bp.post("/<int:id>/answer")
@needs(May.FOLLOW_DECISIONS)
def answer(id):
    decision = in_sight(Decision, id)
    form = answer_to(decision)
    if not form.validate_on_submit():
        return page("decisions/show.html", narrowed=narrowed(), **_shown(decision, form))
    if form.attempt(decision.decide, form.step.data, by=g.user, seen=form.seen.data or None, reason=form.reason.data or "",
                    looked=form.looked.data, answered=form.answered):
        return see_other("decisions.index", done=decision.id, **narrowed()) if form.step.data in VERDICTS else see_other("decisions.show", id=id)
    return page("decisions/show.html", status=409, narrowed=narrowed(), refusal=form.form_errors.pop(), **_shown(in_sight(Decision, id), form))


def _shown(decision, form):
    """What the pages need to show one proposal, or none."""
    if not decision:
        return {"decision": None, "form": form, "panel": None}
    panel, needs_of = Decision.PANELS.get(decision.kind, (None, lambda decision, user: {}))
    record = Decision.page_of(decision.subject, decision.subject_id)
    return {"decision": decision, "form": form, "record": record, "offered": decision.offered_to(g.user), "warnings": decision.warnings(g.user),
            "history": moves_of(decision), "panel": panel, "explains": False, **needs_of(decision, g.user)}
