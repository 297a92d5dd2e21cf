"""A letter on paper, each copy counted; a draft says so across it."""
from flask import Blueprint, g
from flask_babel import force_locale, gettext

from portal import audit
from portal.access import needs
from portal.audit import Event
from portal.correspondence import attached
from portal.correspondence.certificates import sheet_of
from portal.correspondence.forms import PaperForm
from portal.correspondence.writing import Writing
from portal.letters.layout import on_paper
from portal.letters.sheet import printing
from portal.records import Print
from portal.rules.letter_kind import LetterKind
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
        if writing.kind == LetterKind.CERTIFICATE:
            return page("correspondence/certificate_print.html", writing=writing, certificates=[sheet_of(writing)], size=made.paper, printed=made)
        lying = on_paper(writing.text, writing.kind, None if writing.is_draft else letter, paper=made.paper, cancelled=writing.is_cancelled)
        return page("correspondence/print.html", writing=writing, print=made, attached=_attached(writing, made), **lying)


def _attached(writing, made):
    """The list that goes with it, for who printed it and nobody else: it says the names that this person may read."""
    return attached.shown(writing) if made.by == g.user else None
