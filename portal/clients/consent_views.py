"""The pages of a client's consents: asking, one record, taking it back, and the forms on paper."""
from flask import g, request
from flask_babel import gettext

from portal import clock
from portal.access import needs, opened
from portal.accounts.views import own_path
from portal.clients.agreed import said
from portal.clients.consent_forms import ConsentForm, WithdrawalForm
from portal.clients.consents import Consent, colleagues
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.referrals.institutions import Institution
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other


@bp.route("/<int:id>/consents", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def consent(id):
    """`kind` and `institution` say what is asked for, `back` where somebody came from: a half-filled form waits there."""
    client = opened(Client, id)
    form = ConsentForm(kind=request.args.get("kind"), institution=str(request.args.get("institution", 0, type=id_of) or ""),
                       given_on=clock.today(), explained_by=str(g.user.id), decided_by=str(g.user.id))
    form.offer(g.user, people=client.circle(), places=Institution.active_ones(), **colleagues(g.user))
    back = request.args.get("back")
    if form.makes(client.record_consent):
        say(gettext("Persetujuan tersimpan."))
        return see_other(own_path(back)) if back else see_other("clients.show", id=id, _anchor="consents")
    return page("clients/consent.html", client=client, form=form, back=back and own_path(back), years=client.years())


@bp.get("/consents/<int:id>")
@needs(May.READ_CASES)
def agreement(id):
    consent = opened(Consent, id)
    return page("clients/agreement.html", client=consent.client, consent=consent)


@bp.route("/consents/<int:id>/withdrawal", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def withdrawal(id):
    consent = opened(Consent, id)
    form = WithdrawalForm(obj=consent, on=clock.today())
    if form.changes(consent.withdraw):
        say(gettext("Pencabutan tersimpan."))
        return see_other("clients.show", id=consent.client_id, _anchor="consents")
    return page("clients/withdrawal.html", client=consent.client, consent=consent, form=form, said=said(consent))
