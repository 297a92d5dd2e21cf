"""The search box of every page: what it shows while somebody types, and the page of everything found."""
from flask import Blueprint, g, request

from portal import audit
from portal.access import needs
from portal.audit import Event
from portal.lists import search_for
from portal.rules.roles import May
from portal.rules.sought import is_enough
from portal.search.guesses import guesses
from portal.search.models import KINDS, Search
from portal.search.parts import kinds, live, one_kind, overview, shown
from portal.web import id_of, page
from portal.words import SearchQuery

bp = Blueprint("search", __name__, url_prefix="/search")


@bp.post("/")
@needs(May.READ_CASES)
def find():
    return search_for("search.show")


@bp.post("/live")
@needs(May.READ_CASES)
def typed():
    text = request.form.get("q", "")
    if not is_enough(text):
        return page("search/_typed.html", parts=[], search=None)
    search = Search(text, g.user)
    parts = live(search)
    if parts:
        audit.note(Event.SEARCHED, by=g.user, count=shown(parts))
    return page("search/_typed.html", parts=parts, search=search, guesses=guesses(search))


@bp.get("/")
@needs(May.READ_CASES)
def show():
    token, kind = request.args.get("s", ""), request.args.get("kind", "")
    text = SearchQuery.text_of(token, g.user)
    if not text:
        return page("search/show.html", text="", parts=[], search=None)
    search = Search(text, g.user)
    parts = [one_kind(search, token, kind, request.args.get("page", 1, type=id_of))] if kind in KINDS else overview(search, token)
    audit.note(Event.SEARCHED, by=g.user, count=shown(parts))
    return page("search/show.html", text=text, search=search, parts=parts, kind=kind, kinds=kinds(search, token, kind),
                guesses=guesses(search))
