"""The clients of the office: their list, the whole record or its outline, and each group of what is known."""
from flask import g, request
from flask_babel import gettext

from portal import audit
from portal.access import at_work, in_sight, needs, opened
from portal.accounts.teams import leads
from portal.audit import Event
from portal.clients import checks, circle, consent_papers, consent_views, kin, merge_views, places, weighing
from portal.clients.family import cautions
from portal.clients.forms import GROUPS, AliasForm, GlassForm
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.clients.sheet import outline, sheet
from portal.lists import Filter, Listing, search_for
from portal.rules.client import ClientState
from portal.rules.nik import Sex
from portal.rules.roles import May
from portal.web import page, say, see_other

__all__ = ["bp", "checks", "circle", "consent_papers", "consent_views", "kin", "merge_views", "weighing"]
bp.app_context_processor(lambda: {"cautions_of": lambda client: cautions(client, g.user)})


@bp.get("")
@needs(May.READ_CASES)
def index():
    districts = places.names()
    sorts = {"number": Client.number, "district": Client.district}
    own = Client.visible_to(g.user).where(Client.state != ClientState.MERGED)
    listing = Listing(Client, own, inside=Client.whole_to(g.user), sorts=sorts, default="-number", filters=[
        Filter("district", gettext("Kecamatan"), list(districts.items()), lambda value: Client.district == value),
        Filter("sex", gettext("Kelamin"), list(Sex), lambda value: Client.sex == value),
        Filter("state", gettext("Status"), [ClientState.ACTIVE, ClientState.CANCELLED], lambda value: Client.state == value),
    ])
    owners = leads(row.care_team_id for row in listing.rows)
    return page("clients/index.html", "clients/_list.html", listing=listing, districts=districts, owners=owners)


@bp.post("/search")
@needs(May.READ_CASES)
def search():
    return search_for("clients.index")


@bp.get("/<int:id>")
@needs(May.READ_CASES)
def show(id):
    client = in_sight(Client, id)
    audit.note(Event.READ, client, by=g.user)
    if client.is_whole_to(g.user):
        return page("clients/show.html", **sheet(client, g.user))
    return page("clients/outline.html", form=GlassForm(), **outline(client))


@bp.post("/<int:id>/glass")
@needs(May.READ_CASES)
def glass(id):
    client = in_sight(Client, id)
    form = GlassForm()
    if form.makes(client.break_glass):
        return see_other("clients.show", id=id)
    return page("clients/outline.html", form=form, **outline(client))


@bp.post("/<int:id>/reveal")
@needs(May.READ_CASES)
def reveal(id):
    client = at_work(Client, id).reveal(by=g.user)
    return page("clients/show.html", **sheet(client, g.user, revealed=True))


@bp.route("/<int:id>/<any(identity, places, school, papers, history):group>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def edit(id, group):
    client = opened(Client, id)
    form = GROUPS[group](record=client)
    many = places.offer(form) if "district" in form else False
    if many and "show_villages" in request.form:
        return page("clients/edit.html", "clients/_villages.html", client=client, group=group, form=form, many=many)
    if form.changes(client.correct):
        say(gettext("Data klien tersimpan."))
        return see_other("clients.show", id=id)
    return page("clients/edit.html", client=client, group=group, form=form, many=many)


@bp.route("/<int:id>/aliases", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def alias(id):
    client = at_work(Client, id)
    form = AliasForm()
    if form.makes(client.add_alias):
        say(gettext("Nama lain tersimpan."))
        return see_other("clients.show", id=id)
    return page("clients/alias.html", client=client, form=form)
