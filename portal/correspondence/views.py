"""Letters about a record, and one letter: begun, worded with its preview beside it, issued, cancelled."""
from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit
from portal.access import needs
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.cases.folder import Folder
from portal.correspondence import attached, certificates, courses, papers, tickets, told
from portal.correspondence.forms import BeginForm, PaperForm, SignForm, WordingForm
from portal.correspondence.listing import letters_of
from portal.correspondence.matters import Matter
from portal.correspondence.writing import Writing
from portal.forms import StepForm
from portal.labels import label
from portal.phrases import moment
from portal.rules.correspondence import SORTS, About, names_nobody
from portal.rules.letter_kind import LetterKind
from portal.rules.roles import May
from portal.web import page, say, see_other

__all__ = ["bp", "courses", "tickets", "told"]
bp = Blueprint("correspondence", __name__, url_prefix="/correspondence")
bp.register_blueprint(papers.bp)
bp.register_blueprint(certificates.bp)
RECORD = f"/<any({', '.join(About)}):about>/<int:id>"


@bp.get(RECORD)
@needs(May.READ_CASES)
def of(about, id):
    """The letters about a record, and the kinds that can be written about it."""
    matter = Matter.at_work(about, id)
    letters = letters_of(matter, g.user)
    audit.note(Event.LISTED, matter.record, by=g.user, list="letter", count=len(letters))
    folder = Folder(matter.case, g.user) if about == About.CASE else None
    return page("correspondence/of.html", matter=matter, letters=letters, case=matter.case, folder=folder, written=list(SORTS))


@bp.route(f"{RECORD}/new/<any({', '.join(SORTS)}):kind>", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def new(about, id, kind):
    """What the office's words need to know first; then a draft."""
    matter, kind = Matter.at_work(about, id), LetterKind(kind)
    if request.method == "GET":
        matter.check_new(kind)
    form = BeginForm.of(kind, matter)
    if writing := form.makes(Writing.begin, matter, kind):
        say(gettext("Konsep surat dibuat. Periksa kata-katanya sebelum diterbitkan."))
        return see_other("correspondence.wording", id=writing.letter.id)
    return page("correspondence/new.html", form=form, matter=matter, kind=kind, case=matter.case)


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    writing = Writing.opened(id)
    return page("correspondence/show.html", form=PaperForm.usual(), history=_history(writing), **shown(writing))


@bp.route("/<int:id>/wording", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def wording(id):
    """The words of a draft with the letter beside them; `preview` shows it as it is typed and keeps nothing."""
    writing = Writing.opened(id)
    writing.check_draft()
    form = WordingForm.of(writing)
    if "add_rows" in request.form:
        form.add_rows()
    elif "preview" not in request.form and form.changes(writing.word):
        say(gettext("Surat tersimpan."))
        return see_other("correspondence.show", id=id)
    return page("correspondence/wording.html", "correspondence/_preview.html", form=form,
                **shown(writing.typed(**form.shown) if form.is_submitted() else writing))


@bp.route("/<int:id>/issue", methods=["GET", "POST"])
@needs(May.ISSUE_LETTERS)
def issue(id):
    """Number, date and signature are given here, once."""
    writing = Writing.opened(id)
    if request.method == "GET":
        writing.check_draft()
    form = SignForm(data={"seen": writing.letter.version, "code": writing.letter.code})
    if form.changes(writing.issue):
        say(gettext("%(kind)s diterbitkan dengan nomor %(number)s.", kind=label(writing.kind), number=writing.letter.number))
        return see_other("correspondence.show", id=id)
    form.looked.data = writing.looked
    return page("correspondence/issue.html", form=form, **shown(writing))


@bp.post("/<int:id>/cancellation")
@needs(May.ISSUE_LETTERS)
def cancellation(id):
    form = StepForm()
    Writing.at_work(id).cancel(by=g.user, seen=form.seen.data, reason=form.reason.data or "")
    say(gettext("Surat dibatalkan."))
    return see_other("correspondence.show", id=id)


def _history(writing):
    """Its moves for the timeline, the newest first, down to the day it was begun."""
    letter = writing.letter
    moves = [{"title": label(move.state), "at": moment(move.occurred_at), "by": move.person.name, "text": move.reason, "url": None}
             for move in reversed(moves_of(letter))]
    return [*moves, {"title": gettext("Konsep dibuat"), "at": moment(letter.made_at), "by": letter.made_by.name, "text": "", "url": None}]


def shown(writing):
    """What the pages of one letter show."""
    return {"writing": writing, "letter": writing.letter, "matter": writing.matter, "case": writing.matter.case, "text": writing.text,
            "agreement": writing.agreement, "names_nobody": names_nobody(writing.kind, writing.matter.about), "held_back": writing.held_back,
            "attached": attached.shown(writing)}
