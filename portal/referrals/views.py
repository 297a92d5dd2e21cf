"""Referrals: the list, those of a case, one with both its lives, its content, and putting it to a manager."""
from datetime import timedelta

from flask import Blueprint, g, request
from flask_babel import gettext

from portal import audit, clock
from portal.access import at_work, kept, needs, opened
from portal.accounts.history import moves_of
from portal.audit import Event
from portal.cases.folder import Folder
from portal.cases.models import Case
from portal.clients.agreed import line
from portal.clients.consents import Purpose
from portal.forms import StepForm
from portal.labels import label
from portal.lists import Filter, Listing, search_for
from portal.office.models import Office
from portal.phrases import moment
from portal.referrals import directory, papers, sentra_views, steps, text
from portal.referrals.forms import PaperForm, ReferralForm
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.client import ConsentKind
from portal.rules.letter_number import Secrecy
from portal.rules.referral import AnswerState, PaperState, ReferralKind
from portal.rules.referral_terms import ANSWER_DAYS, MINIMUM
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other

bp = Blueprint("referrals", __name__, url_prefix="/referrals")
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
    if request.form.get("then") == "consent":
        return consent_first(case.client)
    if row := form.makes(Referral.draft, case):
        say(gettext("Rujukan tersimpan. Periksa, lalu ajukan ke manajer."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/form.html", form=form, case=case, row=None, **agreed(case.client, form.institution.data))


@bp.get("/case/<int:case_id>/consent")
@needs(May.WRITE_CASES)
def consent(case_id):
    """What is on record for the institution that is being chosen."""
    case = at_work(Case, case_id)
    return page("referrals/consent.html", "referrals/_consent.html", case=case, **agreed(case.client, request.args.get("institution")))


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
    if request.form.get("then") == "consent":
        return consent_first(row.case.client)
    if form.changes(row.amend):
        say(gettext("Rujukan tersimpan."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/form.html", form=form, case=row.case, row=row, **agreed(row.case.client, form.institution.data))


@bp.route("/<int:id>/submission", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def submission(id):
    """Everything that leaves the office, to be looked through once more before a manager is asked."""
    row = opened(Referral, id)
    form = StepForm(obj=row)
    if form.validate_on_submit() and form.attempt(row.submit, by=g.user, seen=form.seen.data):
        say(gettext("Rujukan diajukan. Manajer akan memutuskannya."))
        return see_other("referrals.show", id=row.id)
    return page("referrals/submission.html", form=form, row=row, case=row.case, facts=text.proposal(row), text=row.text,
                **agreed(row.case.client, str(row.institution_id)))


def consent_first(client):
    """What was typed waits as a draft while the consent is written down; from there the way leads back to it."""
    return see_other("clients.consent", id=client.id, kind=ConsentKind.SHARING, institution=request.form.get("institution", 0, type=id_of) or None,
                     back=kept(request.form.get("form_token", "")))


def agreed(client, institution):
    """[(Purpose, words)] of sharing with the institution of this id; with every place on record while none is chosen."""
    place = Institution.everything().where(Institution.id == id_of(institution or "")).first()
    asked = [Purpose(ConsentKind.SHARING, place, client.consent(ConsentKind.SHARING, place))] if place else client.sharing_consents()
    return {"place": place, "sharing": [(each, line(each.stand, names=True)) for each in asked]}


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
