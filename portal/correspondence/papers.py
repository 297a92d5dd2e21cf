"""A letter on paper, each copy counted; a draft says so across it."""
from flask import Blueprint, g
from flask_babel import force_locale, gettext

from portal import audit
from portal.access import needs
from portal.audit import Event
from portal.correspondence.forms import PaperForm
from portal.correspondence.writing import Writing
from portal.letters.layout import on_paper
from portal.letters.sheet import printing
from portal.records import Print
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("papers", __name__, url_prefix="/<int:id>/prints")


@bp.post("")
@needs(May.PRINT)
def make(id):
    """Count one more copy, then show it."""
    writing, form = Writing.at_work(id), PaperForm()
    if not form.validate_on_submit():
        say(gettext("Pilih ukuran kertasnya."))
        return see_other("correspondence.show", id=id)
    writing.check_copies()
    made = Print.make(writing.letter, str(writing.kind), by=g.user, paper=form.paper.data, reveal=writing.tells_numbers)
    return see_other("correspondence.papers.show", id=id, copy=made.id)


@bp.get("/<int:copy>")
@needs(May.PRINT)
def show(id, copy):
    writing = Writing.at_work(id)
    letter = writing.letter
    made = printing(letter, copy, letter.number or writing.matter.number)
    writing.check_copies()
    audit.note(Event.READ, letter, by=g.user, print=made.copy)
    with force_locale("id"):
        lying = on_paper(writing.text, writing.kind, None if writing.is_draft else letter, paper=made.paper, cancelled=writing.is_cancelled)
        return page("correspondence/print.html", writing=writing, print=made, **lying)
