"""The search box of every page."""
from flask import Blueprint, g, request

from portal import clock
from portal.access import needs
from portal.lists import search_for
from portal.rules.roles import May
from portal.search.models import found
from portal.web import page
from portal.words import SearchQuery

bp = Blueprint("search", __name__, url_prefix="/search")


@bp.post("/")
@needs(May.READ_CASES)
def find():
    return search_for("search.show")


@bp.get("/")
@needs(May.READ_CASES)
def show():
    text = SearchQuery.text_of(request.args.get("s", ""), g.user)
    return page("search/show.html", text=text, rows=found(text, g.user, clock.today()) if text else {})
