"""The people around a client, what was agreed to, and what DT-SEN said."""
from flask import g, request
from flask_babel import gettext

from portal import clock
from portal.access import needs, opened
from portal.clients.forms import ConsentForm, DtsenForm, RelationForm, WithdrawalForm
from portal.clients.models import Client, Consent, Relation
from portal.clients.routes import bp
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other


@bp.route("/<int:id>/relations", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def relation(id):
    client = opened(Client, id)
    form = RelationForm()
    if form.makes(client.add_relation):
        say(gettext("Hubungan tersimpan."))
        return see_other("clients.show", id=id)
    return page("clients/relation.html", client=client, form=form, relation=None)


@bp.route("/relations/<int:id>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def amend_relation(id):
    relation = opened(Relation, id)
    form = RelationForm(record=relation, number=relation.number_for(g.user))
    if form.changes(relation.amend):
        say(gettext("Hubungan tersimpan."))
        return see_other("clients.show", id=relation.client_id)
    return page("clients/relation.html", client=relation.client, form=form, relation=relation)


@bp.route("/<int:id>/consents", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def consent(id):
    client = opened(Client, id)
    form = ConsentForm(given_on=clock.today())
    if form.makes(client.record_consent):
        say(gettext("Persetujuan tersimpan."))
        return see_other("clients.show", id=id)
    return page("clients/consent.html", client=client, form=form)


@bp.route("/consents/<int:id>/withdrawal", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def withdrawal(id):
    consent = opened(Consent, id)
    form = WithdrawalForm(obj=consent, on=clock.today())
    if form.changes(consent.withdraw):
        say(gettext("Pencabutan tersimpan."))
        return see_other("clients.show", id=consent.client_id)
    return page("clients/withdrawal.html", client=consent.client, consent=consent, form=form)


@bp.route("/<int:id>/dtsen", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def dtsen(id):
    client = opened(Client, id)
    case = client.cases.where(client.cases.model.id == request.args.get("case", 0, type=id_of)).first()
    form = DtsenForm(checked_on=clock.today())
    if form.makes(client.check_dtsen):
        say(gettext("Hasil cek DT-SEN tersimpan."))
        return see_other("casefile.show", id=case.id) if case else see_other("clients.show", id=id)
    return page("clients/dtsen.html", client=client, form=form, case=case)
