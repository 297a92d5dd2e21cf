"""The duty letter of a trip: issued once at a time, printed as often as needed, each copy counted."""
from flask import Blueprint, g
from flask_babel import force_locale, gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.forms import StepForm
from portal.letters.forms import IssueForm
from portal.letters.layout import on_paper
from portal.letters.sheet import printing
from portal.outreach.forms import PaperForm
from portal.outreach.models import Outreach
from portal.records import Print
from portal.rules.letter_kind import LetterKind
from portal.rules.outreach import TripState
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("papers", __name__, url_prefix="/<int:id>")


@bp.route("/letter", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def letter(id):
    """Number, date and signature are given here, once."""
    trip = opened(Outreach, id)
    form = IssueForm(data={"seen": trip.version, "code": trip.text["code"]})
    if form.changes(trip.issue):
        say(gettext("Surat tugas diterbitkan."))
        return see_other("outreach.show", id=id)
    return page("outreach/issue.html", form=form, trip=trip, text=trip.text)


@bp.post("/letter/cancellation")
@needs(May.ISSUE_LETTERS)
def withdraw(id):
    form = StepForm()
    at_work(Outreach, id).withdraw_letter(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Surat tugas dibatalkan. Nomornya tetap tercatat."))
    return see_other("outreach.show", id=id)


@bp.post("/prints")
@needs(May.PRINT)
def make(id):
    """Count one more copy, then show it."""
    trip, form = at_work(Outreach, id), PaperForm()
    if not form.validate_on_submit():
        say(gettext("Pilih ukuran kertasnya."))
        return see_other("outreach.show", id=id)
    made = Print.make(trip, "duty_letter", by=g.user, paper=form.paper.data)
    return see_other("outreach.papers.show", id=id, copy=made.id)


@bp.get("/prints/<int:copy>")
@needs(May.PRINT)
def show(id, copy):
    trip = at_work(Outreach, id)
    with force_locale("id"):
        made = printing(trip, copy, trip.letter.number if trip.letter else trip.title)
        audit.note(Event.READ, trip, by=g.user, print=made.copy)
        lying = on_paper(trip.text, LetterKind.DUTY, trip.letter, paper=made.paper, cancelled=trip.state == TripState.CANCELLED)
        return page("outreach/print_duty.html", trip=trip, print=made, **lying)
