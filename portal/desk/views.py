"""Pekerjaan saya: what waits for the person who looks, in the order in which it is due."""
from flask import Blueprint, g, request, url_for
from flask_babel import force_locale, gettext

from portal import audit, clock, papers
from portal.access import needs, typed
from portal.accounts.delegations import Delegation
from portal.audit import Event
from portal.clients.twins import how_many
from portal.decisions.models import Decision
from portal.desk import care, conferring, correspondence, dated, dtsen, keeping, news, owed, referrals, running, slip, tellings, training
from portal.desk.aside import recents, timeliness
from portal.desk.drafts import SHOWN, answer, drafts_of
from portal.desk.keeping import Kept
from portal.desk.part import Part
from portal.desk.tasks import Tasks
from portal.desk.unfinished import unfinished
from portal.desk.waiting import MOST, Waiting
from portal.papers import paper_of
from portal.rules.due import SHOWN as PARTS
from portal.rules.roles import May, may
from portal.tokens import FormToken
from portal.web import csrf, id_of, page, say, see_other

PRESSING = 5
bp = Blueprint("desk", __name__)
TASKS = (care, conferring, correspondence, dated, dtsen, keeping, owed, referrals, running, tellings, training)


@bp.get("/")
@needs(May.USE)
def home():
    if not may(g.user.roles, May.READ_CASES):
        return page("desk/office.html", drafts=drafts_of(g.user, SHOWN), today=clock.today())
    tasks = asked()
    decides = may(g.user.roles, May.DECIDE)
    audit.note(Event.LISTED, by=g.user, list="desk", count=len(tasks.rows))
    return page("desk/home.html", acting=Delegation.today() if decides else [], today=clock.today(), tasks=tasks, waits=Waiting(tasks),
                decides=decides, drafts=drafts_of(g.user, SHOWN), unfinished=unfinished(tasks) if may(g.user.roles, May.WRITE_CASES) else [],
                decisions=Decision.pressing(g.user, PRESSING), proposals=news.proposals_of(g.user), grants=news.grants(g.user),
                glimpses=news.glimpses(g.user), twins=how_many(g.user), recents=recents(g.user), timeliness=timeliness(g.user))


@bp.get("/tasks")
@needs(May.READ_CASES)
def part():
    """One part of the days in full: `?when=late`, today, week."""
    when = next((each for each in PARTS if each == request.args.get("when")), PARTS[0])
    found = Part(asked(), when, request.args.get("page", 1, type=int) or 1)
    audit.note(Event.LISTED, by=g.user, list="desk", count=len(found.rows))
    return page("desk/part.html", part=found, parts=PARTS, tasks=found.tasks)


@bp.get("/waiting")
@needs(May.READ_CASES)
def waiting():
    """Everything that waits for others."""
    tasks = asked()
    found = Waiting(tasks, most=MOST)
    audit.note(Event.LISTED, by=g.user, list="desk", count=len(found.rows))
    return page("desk/waiting.html", waits=found, tasks=tasks)


@bp.get("/retention")
@needs(May.DECIDE)
def retention():
    return page("desk/retention.html", listing=Kept(g.user))


@bp.post("/slip")
@needs(May.PRINT)
def make_slip():
    """Count one more copy, then show it."""
    row = slip.printed(g.user, paper_of(request.form))
    return see_other("desk.slip_copy", copy=row.copy, whose=asked().whose)


@bp.get("/slip/<int:copy>")
@needs(May.PRINT)
def slip_copy(copy):
    row, tasks = papers.copy_of(g.user, slip.KIND, copy, g.user), asked()
    audit.note(Event.LISTED, by=g.user, list="desk", count=tasks.count, print=copy)
    with force_locale("id"):
        return page("print/day_slip.html", **slip.contents(tasks, row))


def asked():
    """The tasks that the address asks for: a manager's are everybody's unless only their own are asked for."""
    return Tasks(g.user, may(g.user.roles, May.DECIDE) and request.values.get("whose", "all") == "all")


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
