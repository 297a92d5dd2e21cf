"""What brothers and sisters have in common is typed once: taken over from the record of one of them, shown first."""
from flask import abort, g
from flask_babel import gettext

from portal.access import at_work, needs, opened
from portal.clients.family import COLUMNS, copy_from, siblings_of, to_copy
from portal.clients.family_forms import CopyForm
from portal.clients.models import Client
from portal.clients.routes import bp
from portal.fields import pairs
from portal.labels import label
from portal.rules.family import shared
from portal.rules.roles import May
from portal.web import page, say, see_other


@bp.route("/<int:id>/kin/<int:other>", methods=["GET", "POST"])
@needs(May.WRITE_CASES)
def kin(id, other):
    client, sibling = at_work(Client, id), opened(Client, other)
    if sibling not in siblings_of(client, g.user):
        abort(404)
    people = to_copy(client, sibling, g.user)
    form = CopyForm(taken=missing(client, sibling), people=[each.relation.id for each in people if shared(each.kind)])
    form.taken.choices = pairs((each, label(each)) for each in offered(client, sibling))
    form.people.choices = pairs((each.relation.id, f"{label(each.kind)}: {each.name}") for each in people)
    if form.makes(copy_from, client, sibling):
        say(gettext("Data dari %(number)s tersalin.", number=sibling.number))
        return see_other("clients.show", id=id)
    return page("clients/kin.html", client=client, sibling=sibling, form=form, filled=filled(client, sibling))


def offered(client, sibling):
    """What the sibling's record tells and this one does not, or tells otherwise."""
    return [each for each, columns in COLUMNS.items() if any(getattr(sibling, column) not in ("", getattr(client, column)) for column in columns)]


def missing(client, sibling):
    """Of that, what this record lacks altogether: ticked beforehand."""
    return [each for each in offered(client, sibling) if not any(getattr(client, column) for column in COLUMNS[each])]


def filled(client, sibling):
    """The words of what this record tells otherwise, and taking over would replace."""
    return [label(each) for each in offered(client, sibling) if each not in missing(client, sibling)]
