"""The register of outgoing letters, one letter as it was issued, and numbers for letters that were written elsewhere."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal.access import at_work, needs, opened
from portal.decisions.models import Decision
from portal.export_forms import HandedForm
from portal.forms import StepForm
from portal.letters import settings_views
from portal.letters.booking_forms import BookingForm, CorrectionForm
from portal.letters.models import Letter
from portal.letters.register import Register
from portal.lists import Listing, search_for
from portal.rules.roles import May
from portal.spreadsheet import download
from portal.web import page, say, see_other

bp = Blueprint("letters", __name__, url_prefix="/letters")
bp.register_blueprint(settings_views.bp)


@bp.get("/")
@needs(May.READ_CASES)
def index():
    register = Register(g.user)
    listing = Listing(Letter, Letter.register(g.user), sorts={"number": Letter.place_order(), "date": Letter.date}, default="-number",
                      filters=register.filters, inside=Letter.whole_to(g.user))
    return page("letters/index.html", "letters/_list.html", listing=listing, register=register, why=Letter.cancellations(listing.rows))


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return search_for("letters.index")


@bp.route("/export", methods=["GET", "POST"])
@needs(May.EXPORT)
def export():
    """The register as the filters of the address narrow it, as a table; what concerns restricted records names neither subject nor receiver."""
    register, form = Register(g.user), HandedForm()
    if made := form.makes(register.exported):
        heads, rows, left = made
        return download(heads, rows, left.kind, "buku-surat-keluar", left.mark)
    return page("letters/export.html", form=form, register=register)


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    letter = opened(Letter, id)
    record = None if letter.is_outside else Decision.page_of(letter.about, letter.about_id)
    return page("letters/show.html", letter=letter, record=record, why=Letter.cancellations([letter]).get(letter.id))


@bp.route("/outside/new", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def book():
    """A number for a letter that is written elsewhere, or the place in the register of one that has its number."""
    form = BookingForm(data=_asked())
    if letter := form.makes(Letter.book_outside):
        say(gettext("Nomor %(number)s tercatat untuk surat ini.", number=letter.number))
        return see_other("letters.show", id=letter.id)
    return page("letters/book.html", form=form)


def _asked():
    """What the address says of a number that is not accounted for."""
    return {name: request.args.get(name, type=int) for name in ("book", "serial") if request.args.get(name, type=int)}


@bp.route("/<int:id>/booking", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def correct(id):
    letter = at_work(Letter, id).check_booked()
    form = CorrectionForm(obj=letter)
    if form.changes(letter.correct):
        say(gettext("Catatan surat tersimpan."))
        return see_other("letters.show", id=letter.id)
    return page("letters/correct.html", form=form, letter=letter)


@bp.post("/<int:id>/cancellation")
@needs(May.ISSUE_LETTERS)
def cancel(id):
    """Of a number that was booked; letters of Sigap are cancelled with the record that they were written for."""
    letter, form = at_work(Letter, id), StepForm()
    letter.cancel_booking(by=g.user, seen=form.seen.data, reason=form.reason.data)
    return see_other("letters.show", id=letter.id)
