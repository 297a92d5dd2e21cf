"""What waits for a manager, one proposal as it was put, and the answer to it."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit
from portal.access import in_sight, needs
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.decisions.forms import answer_to
from portal.decisions.models import Decision
from portal.lists import Filter, Listing, search_for
from portal.rules.approval import DecisionKind, DecisionState, DecisionStep
from portal.rules.roles import May
from portal.web import id_of, page, see_other

bp = Blueprint("decisions", __name__, url_prefix="/decisions")

VERDICTS = {DecisionStep.APPROVE, DecisionStep.RETURN, DecisionStep.REFUSE}
AT_ONCE = 30


@bp.get("/")
@needs(May.FOLLOW_DECISIONS)
def index():
    return inbox() if g.user.may(May.DECIDE) else every()


def inbox():
    """What waits for this person, and the first of it ready to be decided."""
    queue = Decision.waiting_for(g.user)
    rows = list(queue.limit(AT_ONCE))
    audit.note(Event.LISTED, by=g.user, list="decision", count=len(rows))
    first = rows[0] if rows else None
    if first:
        audit.note(Event.READ, first, by=g.user)
    return page("decisions/inbox.html", rows=rows, total=queue.count(), done=Decision.seen_by(g.user, request.args.get("done", type=id_of)),
                **_shown(first, answer_to(first, obj=first)))


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


@bp.get("/<int:id>")
@needs(May.FOLLOW_DECISIONS)
def show(id):
    decision = in_sight(Decision, id)
    audit.note(Event.READ, decision, by=g.user)
    return page("decisions/show.html", "decisions/_detail.html", **_shown(decision, answer_to(decision, obj=decision)))


@bp.post("/<int:id>/answer")
@needs(May.FOLLOW_DECISIONS)
def answer(id):
    decision = in_sight(Decision, id)
    form = answer_to(decision)
    if not form.validate_on_submit():
        return page("decisions/show.html", **_shown(decision, form))
    decision.decide(form.step.data, by=g.user, seen=form.seen.data or None, reason=form.reason.data or "", looked=form.looked.data,
                    answered=form.answered)
    if form.step.data in VERDICTS:
        return see_other("decisions.index", done=decision.id)
    return see_other("decisions.show", id=decision.id)


def _shown(decision, form):
    """What the pages need to show one proposal, or none."""
    if not decision:
        return {"decision": None, "form": form, "panel": None}
    panel, needs_of = Decision.PANELS.get(decision.kind, (None, lambda decision, user: {}))
    record = Decision.page_of(decision.subject, decision.subject_id)
    return {"decision": decision, "form": form, "record": record, "offered": decision.offered_to(g.user),
            "history": moves_of(decision), "panel": panel, "explains": False, **needs_of(decision, g.user)}
