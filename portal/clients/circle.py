"""The people around a client."""
from flask import g
from flask_babel import gettext

from portal.access import needs, opened
from portal.clients.family_forms import RelationForm
from portal.clients.models import Client, Relation
from portal.clients.routes import bp
from portal.rules.roles import May
from portal.web import page, say, see_other


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
