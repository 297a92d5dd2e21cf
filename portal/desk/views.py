"""Pekerjaan saya: what waits for the person who looks, in the order in which it is due."""
from flask import Blueprint, g, request, url_for
from flask_babel import gettext

from portal import audit, clock
from portal.access import needs, typed
from portal.accounts.delegations import Delegation
from portal.audit import Event
from portal.clients.twins import how_many
from portal.decisions.models import Decision
from portal.desk import care, correspondence, dated, dtsen, news, referrals, tellings, training
from portal.desk.drafts import SHOWN, answer, drafts_of
from portal.desk.tasks import Tasks
from portal.desk.unfinished import unfinished
from portal.rules.roles import May, may
from portal.tokens import FormToken
from portal.web import csrf, id_of, page, say, see_other

bp = Blueprint("desk", __name__)
TASKS = (care, correspondence, dated, dtsen, referrals, tellings, training)


@bp.get("/")
@needs(May.USE)
def home():
    if not may(g.user.roles, May.READ_CASES):
        return page("desk/office.html", drafts=drafts_of(g.user, SHOWN), today=clock.today())
    decides = may(g.user.roles, May.DECIDE)
    everyones = decides and request.args.get("whose", "all") == "all"
    tasks = Tasks(g.user, everyones)
    audit.note(Event.LISTED, by=g.user, list="desk", count=len(tasks.rows))
    return page("desk/home.html", acting=Delegation.today() if decides else [], today=clock.today(), tasks=tasks, everyones=everyones,
                decides=decides, drafts=drafts_of(g.user, SHOWN), unfinished=unfinished(g.user) if may(g.user.roles, May.WRITE_CASES) else [],
                decisions=Decision.pressing(g.user, 8), proposals=news.proposals_of(g.user), grants=news.grants(g.user),
                glimpses=news.glimpses(g.user), twins=how_many(g.user))


@bp.get("/drafts")
@needs(May.USE)
def drafts():
    return page("desk/drafts.html", drafts=drafts_of(g.user))


# The form's own key proves that one of our pages sent this, and outlives a sign-in in another tab, which a session's token does not.
@bp.post("/drafts")
@csrf.exempt
@needs(May.USE)
def keep():
    turn = request.form.get("turn", 0, type=id_of)
    return answer(*FormToken.keep(request.form["form_token"], g.user, typed(), request.form.get("pen", ""), turn))


@bp.post("/drafts/<int:id>/discarding")
@needs(May.USE)
def discard(id):
    FormToken.drafts_of(g.user).where(FormToken.id == id).get().discard()
    say(gettext("Draf dibuang."), undo=url_for("desk.restore", id=id))
    return see_other("desk.home")


@bp.post("/drafts/<int:id>/restoring")
@needs(May.USE)
def restore(id):
    FormToken.discarded_of(g.user).where(FormToken.id == id).get().restore()
    say(gettext("Draf kembali."))
    return see_other("desk.home")
