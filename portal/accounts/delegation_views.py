"""Who acts for whom, now, soon and before; the form of a new order, and its early end."""
from flask import Blueprint, g
from flask_babel import gettext

from portal.access import needs
from portal.accounts.delegation_forms import DelegationForm, EndingForm
from portal.accounts.delegations import Delegation
from portal.lists import Filter, Listing
from portal.rules.delegation import DelegationState, records, records_others
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("delegations", __name__, url_prefix="/accounts/delegations")


@bp.get("/")
@needs(May.SEE_DELEGATIONS)
def index():
    states = [DelegationState.RUNNING, DelegationState.COMING, DelegationState.OVER, DelegationState.ENDED]
    listing = Listing(Delegation, Delegation.all(), sorts={"since": Delegation.since}, default="-since",
                      filters=[Filter("state", gettext("Keadaan"), states, Delegation.in_state)])
    return page("accounts/delegations/index.html", listing=listing, rows=Delegation.with_states(listing.rows), records=records(g.user.held_roles))


@bp.route("/new", methods=["GET", "POST"])
@needs(May.SEE_DELEGATIONS)
def new():
    own = not records_others(g.user.held_roles)
    form = DelegationForm(data={"post": g.user.title} if own else None)
    if form.makes(Delegation.record):
        say(gettext("Pelimpahan wewenang tercatat. Berlaku dari tanggal mulainya dan berakhir sendiri."))
        return see_other(".index")
    return page("accounts/delegations/new.html", form=form, own=own)


@bp.route("/<int:id>/ending", methods=["GET", "POST"])
@needs(May.SEE_DELEGATIONS)
def end(id):
    row = Delegation.all().where(Delegation.id == id).get()
    row.check_endable(g.user)
    form = EndingForm(obj=row)
    if form.changes(row.end):
        say(gettext("Pelimpahan wewenang diakhiri."))
        return see_other(".index")
    return page("accounts/delegations/end.html", form=form, row=row)
