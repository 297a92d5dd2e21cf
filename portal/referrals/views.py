"""Referrals: the list, those of a case, one with both its lives, its content, and putting it to a manager."""
from flask import g
from flask_babel import gettext

from portal import audit
from portal.access import at_work, needs, opened
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.forms import StepForm
from portal.labels import label
from portal.lists import Filter, Listing, search_for
from portal.office.models import Office
from portal.phrases import moment
from portal.referrals import directory, drafting, papers, sentra_views, steps, text, weighing
from portal.referrals.cautions import cautions
from portal.referrals.checklist import Checklist
from portal.referrals.foremost import foremost
from portal.referrals.forms import PaperForm
from portal.referrals.institutions import Institution
from portal.referrals.leaving import leaving
from portal.referrals.models import Referral
from portal.referrals.routes import bp
from portal.referrals.tasks import asked, nearest
from portal.referrals.writing import agreed
from portal.rules.referral import AnswerState, PaperState, ReferralKind
from portal.rules.roles import May, may
from portal.web import page, say, see_other

__all__ = ["bp", "drafting", "weighing"]
for part in (directory, papers, sentra_views, steps):
    bp.register_blueprint(part.bp)


@bp.get("/")
@needs(May.READ_CASES)
def index():
    filters = [
        Filter("paper", gettext("Surat"), PaperState, lambda value: Referral.paper_state == value),
        Filter("answer", gettext("Jawaban"), AnswerState, lambda value: Referral.answer_state == value),
        Filter("kind", gettext("Jenis"), ReferralKind, lambda value: Referral.kind == value),
        Filter("urgent", gettext("Mendesak"), [("yes", gettext("Ya"))], lambda value: Referral.urgent),
    ]
    listing = Listing(Referral, Referral.whole_to(g.user), default="-made", filters=filters,
                      sorts={"number": Referral.number, "made": Referral.made_at, "institution": Institution.name, "client": Case.number})
    return page("referrals/index.html", "referrals/_list.html", listing=listing, due=nearest(listing.rows, g.user))


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return search_for("referrals.index")


@bp.get("/case/<int:case_id>")
@needs(May.READ_CASES)
def of_case(case_id):
    case = at_work(Case, case_id)
    rows = list(Referral.whole_to(g.user).where(Referral.case == case).order_by(Referral.id.desc()))
    audit.note(Event.LISTED, case, by=g.user, list="referral", count=len(rows))
    return page("referrals/of_case.html", case=case, rows=rows, due=nearest(rows, g.user), folder=Folder(case, g.user))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    row = opened(Referral, id)
    return page("referrals/show.html", row=row, decision=row.decision, letter=row.letter, text=row.text, history=_events(row),
                asked=asked(row, row.owed, g.user), first=foremost(row), printing=PaperForm.of(row, Office.current().paper))


@bp.get("/<string:number>")
@needs(May.READ_CASES)
def by_number(number):
    """Where the code on a letter leads: to the form for the answer, while one is waited for."""
    row = Referral.whole_to(g.user).where(Referral.number == number.upper()).get()
    answers = may(g.user.roles, May.WRITE_CASES) and row.replies
    return see_other("referrals.steps.answer" if answers else "referrals.show", id=row.id)


@bp.route("/<int:id>/submission", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def submission(id):
    """Everything that leaves the office, to be looked through once more before a manager is asked."""
    row = opened(Referral, id)
    form = StepForm(obj=row)
    if form.validate_on_submit() and form.attempt(row.submit, by=g.user, seen=form.seen.data):
        say(gettext("Rujukan diajukan. Manajer akan memutuskannya."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/submission.html", form=form, row=row, case=row.case, facts=text.proposal(row), leaving=leaving(row),
                cautions=cautions(row), checklist=Checklist(row.case, row.institution, g.user, row.attached),
                **agreed(row.case.client, row.institution))


def _events(row):
    """Both lives for the timeline, the newest first, down to the day it was begun."""
    moves = [{"title": label(move.state), "at": moment(move.occurred_at), "by": move.person.name, "text": move.reason, "url": None}
             for move in reversed(moves_of(row))]
    begun = {"title": gettext("Dibuat"), "at": moment(row.made_at), "by": row.made_by.name, "text": "", "url": None}
    return [*moves, begun]

