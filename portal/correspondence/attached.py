"""The list that goes with a letter about a whole batch: a paper of its own beside it, for the letter is read by all who see courses."""
from typing import NamedTuple

from flask import g, request

from portal import audit
from portal.audit import Event
from portal.clients.sharing import stands
from portal.correspondence.courses import counted_in
from portal.rules.correspondence import About, may_be_named
from portal.training.attendance.presence import Presence
from portal.training.models import Placement
from portal.training.paper.rosters import Person


class Attached(NamedTuple):
    """`people` are Persons: in full where the place may be told of them and the reader sees their case whole. `unnamed`: how many of those whom
    the reader may name stand by initials, since nothing lets the place be told of them."""

    people: list
    unnamed: int

    @property
    def rows(self):
        """[(name or initials, L or P, age)] as the paper lists them."""
        return [(person.name, person.sex, person.age) for person in self.people]


def attached(writing, user):
    """What goes with the letter as this person may print it; None of a letter about anything but a batch."""
    if writing.matter.about != About.BATCH:
        return None
    place = writing.told["institution"]
    rows = list(_listed(writing).where(Placement.id.in_(Placement.visible_to(user).select(Placement.id))))
    known = stands([row.case.client for row in rows], place)
    named = {row.id for row in rows if may_be_named(known.get(row.case.client_id))}
    people = [Person(row, row.id in named and row.is_whole_to(user), Presence()) for row in rows]
    return Attached(people, sum(row.id not in named and row.is_whole_to(user) for row in rows))


def shown(writing):
    """The same for whoever looks now; that it was listed is on the trail."""
    told = attached(writing, g.user)
    if told and request.method == "GET":
        audit.note(Event.LISTED, writing.letter, by=g.user, list="placement", count=len(told.people))
    return told


def _listed(writing):
    """The placements that it counts: as they were at its issue, of a draft as they are."""
    frozen = writing.letter.wording.get("listed")
    if frozen is None:
        return counted_in(writing.matter.record)
    return Placement.joined().where(Placement.id.in_(frozen)).order_by(Placement.case, Placement.id)
