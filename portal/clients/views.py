"""The clients of the office: their list, the whole record or its outline, and each group of what is known."""
from flask import g, request
from flask_babel import gettext

from portal import audit
from portal.access import needs
from portal.accounts.teams import leads
from portal.audit import Event
from portal.clients import circle, places
from portal.clients.forms import GROUPS, AliasForm, GlassForm
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.clients.sheet import outline, sheet
from portal.lists import Filter, Listing
from portal.rules.client import ClientState
from portal.rules.nik import Sex
from portal.rules.roles import May
from portal.web import page, say, see_other
from portal.words import SearchQuery

__all__ = ["bp", "circle"]


@bp.get("")
@needs(May.READ_CASES)
def index():
    districts = places.names()
    sorts = {"number": Client.number, "district": Client.district}
    listing = Listing(Client, Client.visible_to(g.user), sorts=sorts, default="-number", filters=[
        Filter("district", gettext("Kecamatan"), list(districts.items()), lambda value: Client.district == value),
        Filter("sex", gettext("Kelamin"), list(Sex), lambda value: Client.sex == value),
        Filter("state", gettext("Status"), list(ClientState), lambda value: Client.state == value),
    ])
    owners = leads(row.care_team_id for row in listing.rows)
    return page("clients/index.html", "clients/_list.html", listing=listing, districts=districts, owners=owners)


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return see_other("clients.index", s=SearchQuery.keep(request.form.get("q", ""), g.user))


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    client = Client.visible_to(g.user).where(Client.id == id).get()
    audit.note(Event.READ, client, by=g.user)
    if client.is_whole_to(g.user):
        return page("clients/show.html", **sheet(client, g.user))
    return page("clients/outline.html", form=GlassForm(), **outline(client))


@bp.post("/<int:id>/glass")
@needs(May.READ_CASES)
def glass(id):
    client = Client.visible_to(g.user).where(Client.id == id).get()
    form = GlassForm()
    if form.validate_on_submit() and form.attempt(client.break_glass, by=g.user, reason=form.reason.data):
        return see_other("clients.show", id=id)
    return page("clients/outline.html", form=form, **outline(client))


@bp.post("/<int:id>/reveal")
@needs(May.READ_CASES)
def reveal(id):
    client = Client.whole_to(g.user).where(Client.id == id).get().reveal(by=g.user)
    return page("clients/show.html", **sheet(client, g.user, revealed=True))


@bp.route("/<int:id>/<any(identity, places, school, papers):group>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id, group):
    client = Client.whole_to(g.user).where(Client.id == id).get()
    form = GROUPS[group](record=client)
    many = places.offer(form) if "district" in form else False
    if many and "show_villages" in request.form:
        return page("clients/edit.html", "clients/_villages.html", client=client, group=group, form=form, many=many)
    if form.validate_on_submit() and form.attempt(client.correct, by=g.user, seen=form.seen.data or None, **form.values):
        say(gettext("Data klien tersimpan."))
        return see_other("clients.show", id=id, _anchor=group)
    return page("clients/edit.html", client=client, group=group, form=form, many=many)


@bp.route("/<int:id>/aliases", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def alias(id):
    client = Client.whole_to(g.user).where(Client.id == id).get()
    form = AliasForm()
    if form.validate_on_submit() and form.attempt(client.add_alias, form.name.data, by=g.user):
        say(gettext("Nama lain tersimpan."))
        return see_other("clients.show", id=id, _anchor="identity")
    return page("clients/alias.html", client=client, form=form)
