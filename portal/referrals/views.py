"""Referrals: the list, those of a case, one with both its lives, its content, and putting it to a manager."""
from datetime import timedelta

from flask import Blueprint, g
from flask_babel import gettext

from portal import audit, clock
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
from portal.referrals import directory, papers, steps, text
from portal.referrals.forms import PaperForm, ReferralForm
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.letter_number import Secrecy
from portal.rules.referral import AnswerState, PaperState, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("referrals", __name__, url_prefix="/referrals")
for part in (directory, papers, steps):
    bp.register_blueprint(part.bp)

MINIMUM = (Shared.NAME, Shared.BIRTH, Shared.SEX, Shared.CATEGORY)
ANSWER_DAYS = 7


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
    return page("referrals/index.html", "referrals/_list.html", listing=listing)


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return search_for("referrals.index")


@bp.get("/case/<int:case_id>")
@needs(May.READ_CASES)
def of_case(case_id):
    case = at_work(Case, case_id)
    rows = list(Referral.of(case))
    audit.note(Event.LISTED, case, by=g.user, list="referral", count=len(rows))
    return page("referrals/of_case.html", case=case, rows=rows, folder=Folder(case, g.user))


@bp.route("/case/<int:case>/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new(case):
    case = at_work(Case, case)
    form = ReferralForm(data=_beginning()).offer(list(Institution.active_ones()))
    if row := form.makes(Referral.draft, case):
        say(gettext("Rujukan tersimpan. Periksa, lalu ajukan ke manajer."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/form.html", form=form, case=case, row=None)


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    row = opened(Referral, id)
    return page("referrals/show.html", row=row, decision=row.decision, letter=row.letter, text=row.text, history=_events(row),
                printing=PaperForm.of(row, Office.current().paper))


@bp.route("/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id):
    row = opened(Referral, id)
    row.check_editable()
    form = ReferralForm(obj=row).offer(Institution.to_choose(row.institution_id))
    if form.changes(row.amend):
        say(gettext("Rujukan tersimpan."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/form.html", form=form, case=row.case, row=row)


@bp.route("/<int:id>/submission", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def submission(id):
    """Everything that leaves the office, to be looked through once more before a manager is asked."""
    row = opened(Referral, id)
    form = StepForm(obj=row)
    if form.validate_on_submit() and form.attempt(row.submit, by=g.user, seen=form.seen.data):
        say(gettext("Rujukan diajukan. Manajer akan memutuskannya."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/submission.html", form=form, row=row, facts=text.proposal(row), text=row.text,
                consents=list(row.case.client.consents_in_force()))


def _events(row):
    """Both lives for the timeline, the newest first, down to the day it was begun."""
    moves = [{"title": label(move.state), "at": moment(move.occurred_at), "by": move.person.name, "text": move.reason, "url": None}
             for move in reversed(moves_of(row))]
    begun = {"title": gettext("Dibuat"), "at": moment(row.made_at), "by": row.made_by.name, "text": "", "url": None}
    return [*moves, begun]


def _beginning():
    """What a new referral starts from: the least of the identity, a secret letter, an answer within a week."""
    return {"shared": list(MINIMUM), "secrecy": Secrecy.SECRET, "answer_by": clock.today() + timedelta(ANSWER_DAYS),
            "copies": gettext("Arsip")}
