"""The pages on which a referral is written and changed, and what they show beside the form while it is filled in."""
import json

from flask import g, request
from flask_babel import gettext

from portal.access import at_work, kept, needs, opened
from portal.cases.models import Case
from portal.referrals.models import Referral
from portal.referrals.routes import bp
from portal.referrals.writing import Writing
from portal.rules.client import ConsentKind
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other


@bp.route("/case/<int:case>/new", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def new(case):
    """`institution` may name the place that somebody has in mind."""
    writing = Writing(at_work(Case, case), g.user)
    if request.form.get("then"):
        return detour(writing)
    if row := writing.form.makes(Referral.draft, writing.case):
        say(gettext("Rujukan tersimpan. Periksa, lalu ajukan ke manajer."))
        return see_other("referrals.show", id=row.id)
    return shown(writing)


@bp.route("/<int:id>/edit", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id):
    row = opened(Referral, id)
    row.check_editable()
    writing = Writing(row.case, g.user, row)
    if request.form.get("then"):
        return detour(writing)
    if writing.form.changes(row.amend):
        say(gettext("Rujukan tersimpan."))
        return see_other("referrals.show", id=row.id)
    return shown(writing)


@bp.post("/case/<int:case>/destination")
@needs(May.WRITE_CASES)
def destination(case):
    """What the chosen institution asks for and what speaks against it, for the form being filled in; what follows from it fills what is empty."""
    writing = begun(case)
    response = shown(writing, "referrals/_destination.html")
    response.headers["HX-Trigger"] = json.dumps({"fill": writing.follows})
    return response


@bp.post("/case/<int:case>/leaving")
@needs(May.WRITE_CASES)
def leaving(case):
    """What would leave the office, for the form being filled in."""
    return shown(begun(case), "referrals/_leaving.html")


def begun(case):
    """The form that stands on somebody's screen, of a new referral or of one of this case that is being changed."""
    case = at_work(Case, case)
    row = Referral.of(case).where(Referral.id == id_of(request.args.get("referral", ""))).first()
    return Writing(case, g.user, row)


def shown(writing, part=None):
    return page("referrals/form.html", part, writing=writing, form=writing.form, case=writing.case, row=writing.row)


def detour(writing):
    """What was typed waits as a draft while a consent or an institution is written down; from there the way leads back to it."""
    back = kept(request.form.get("form_token", ""))
    if request.form["then"] == "institution":
        return see_other("referrals.institutions.new", back=back)
    place = writing.place.id if writing.place else None
    return see_other("clients.consent", id=writing.case.client_id, kind=ConsentKind.SHARING, institution=place, back=back)
