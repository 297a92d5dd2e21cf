"""The people around a client, what was agreed to, and what DT-SEN said."""
from flask import g
from flask_babel import gettext

from portal import clock
from portal.access import needs
from portal.clients.forms import ConsentForm, DtsenForm, RelationForm, WithdrawalForm
from portal.clients.models import Client, Consent, Relation
from portal.clients.routes import bp
from portal.rules.roles import May
from portal.web import page, say, see_other


@bp.route("/<int:id>/relations", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def relation(id):
    client = Client.whole_to(g.user).where(Client.id == id).get()
    form = RelationForm()
    if form.validate_on_submit() and form.attempt(client.add_relation, by=g.user, **form.values):
        say(gettext("Hubungan tersimpan."))
        return see_other("clients.show", id=id, _anchor="family")
    return page("clients/relation.html", client=client, form=form, relation=None)


@bp.route("/relations/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def amend_relation(id):
    relation = Relation.whole_to(g.user).where(Relation.id == id).get()
    form = RelationForm(record=relation)
    if form.validate_on_submit() and form.attempt(relation.amend, by=g.user, seen=form.seen.data or None, **form.values):
        say(gettext("Hubungan tersimpan."))
        return see_other("clients.show", id=relation.client_id, _anchor="family")
    return page("clients/relation.html", client=relation.client, form=form, relation=relation)


@bp.route("/<int:id>/consents", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def consent(id):
    client = Client.whole_to(g.user).where(Client.id == id).get()
    form = ConsentForm(given_on=clock.today())
    if form.validate_on_submit() and form.attempt(client.record_consent, by=g.user, explained_by=g.user, **form.values):
        say(gettext("Persetujuan tersimpan."))
        return see_other("clients.show", id=id, _anchor="consents")
    return page("clients/consent.html", client=client, form=form)


@bp.route("/consents/<int:id>/withdrawal", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def withdrawal(id):
    consent = Consent.whole_to(g.user).where(Consent.id == id).get()
    form = WithdrawalForm(obj=consent, on=clock.today())
    if form.validate_on_submit() and form.attempt(consent.withdraw, by=g.user, seen=form.seen.data or None, on=form.on.data):
        say(gettext("Pencabutan tersimpan."))
        return see_other("clients.show", id=consent.client_id, _anchor="consents")
    return page("clients/withdrawal.html", client=consent.client, consent=consent, form=form)


@bp.route("/<int:id>/dtsen", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def dtsen(id):
    client = Client.whole_to(g.user).where(Client.id == id).get()
    form = DtsenForm(checked_on=clock.today())
    if form.validate_on_submit() and form.attempt(client.check_dtsen, by=g.user, **form.values):
        say(gettext("Hasil cek DT-SEN tersimpan."))
        return see_other("clients.show", id=id, _anchor="dtsen")
    return page("clients/dtsen.html", client=client, form=form)
