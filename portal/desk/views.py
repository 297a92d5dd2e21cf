"""Pekerjaan saya: what waits for the person who looks, in the order in which it is due."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit, clock
from portal.access import needs
from portal.audit import Event
from portal.decisions.models import Decision
from portal.desk import news
from portal.desk.drafts import drafts_of
from portal.desk.tasks import Tasks
from portal.rules.roles import May, may
from portal.tokens import FormToken
from portal.web import page, say, see_other

bp = Blueprint("desk", __name__)


@bp.get("/")
@needs(May.USE)
def home():
    if not may(g.user.roles, May.READ_CASES):
        return page("desk/office.html", drafts=drafts_of(g.user), today=clock.today())
    decides = may(g.user.roles, May.DECIDE)
    everyones = decides and request.args.get("whose", "all") == "all"
    tasks = Tasks(g.user, everyones)
    audit.note(Event.LISTED, by=g.user, list="desk", count=len(tasks.rows))
    return page("desk/home.html", today=clock.today(), tasks=tasks, everyones=everyones, decides=decides, drafts=drafts_of(g.user),
                decisions=list(Decision.waiting_for(g.user).limit(8)), proposals=news.proposals_of(g.user), grants=news.grants(g.user),
                glimpses=news.glimpses(g.user))


@bp.post("/drafts/<int:id>/discarding")
@needs(May.USE)
def discard(id):
    FormToken.drafts_of(g.user).where(FormToken.id == id).get().discard()
    say(gettext("Draf dibuang."))
    return see_other("desk.home")
