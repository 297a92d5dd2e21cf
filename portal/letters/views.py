"""The book of outgoing letters, and one letter as it was issued."""
from flask import Blueprint, g
from flask_babel import gettext

from portal.access import needs, opened
from portal.decisions.models import Decision
from portal.letters.models import Letter
from portal.lists import Filter, Listing, search_for
from portal.rules.letter import LetterState
from portal.rules.roles import May
from portal.web import page

bp = Blueprint("letters", __name__, url_prefix="/letters")


@bp.get("/")
@needs(May.READ_CASES)
def index():
    filters = [
        Filter("year", gettext("Tahun"), [(str(year), str(year)) for year in Letter.years(g.user)], lambda value: Letter.year == int(value)),
        Filter("state", gettext("Keadaan"), [LetterState.ISSUED, LetterState.CANCELLED], lambda value: Letter.state == value),
    ]
    place = Letter.year * 100_000 + Letter.serial
    listing = Listing(Letter, Letter.register(g.user), sorts={"number": place, "date": Letter.date}, default="-number", filters=filters)
    return page("letters/index.html", "letters/_list.html", listing=listing)


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return search_for("letters.index")


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    letter = opened(Letter, id)
    return page("letters/show.html", letter=letter, record=Decision.page_of(letter.about, letter.about_id))
