"""The one click that says to which Sentra an approved consideration leads."""
from flask import Blueprint, g
from flask_babel import gettext

from portal.access import at_work, needs
from portal.assessments.considerations import Consideration
from portal.referrals import sentra
from portal.referrals.institutions import Institution
from portal.rules.referral import InstitutionKind
from portal.rules.roles import May
from portal.web import say, see_other

bp = Blueprint("sentra", __name__, url_prefix="/sentra")


@bp.post("/<int:consideration>/<int:institution>")
@needs(May.WRITE_CASES)
def draft(consideration, institution):
    asked = at_work(Consideration, consideration)
    place = Institution.active_ones().where(Institution.id == institution, Institution.kind == InstitutionKind.SENTRA).get()
    row = sentra.draft_for(asked, place, by=g.user)
    say(gettext("Draf rujukan ke Sentra dibuat. Periksa dan lengkapi sebelum diajukan."))
    return see_other("referrals.show", id=row.id)
