"""The parts of a result page: one for each kind of record, the first of each, or one kind page by page."""
from dataclasses import dataclass
from math import ceil

from flask import url_for
from flask_babel import gettext

from portal.search.hits import gather
from portal.search.models import KINDS
from portal.seeking import MOST

SIZE = 25
FIRST = 8


def title(kind):
    """What a kind of record is called."""
    return {"cases": gettext("Kasus"), "clients": gettext("Klien"), "reports": gettext("Laporan"), "referrals": gettext("Rujukan"),
            "institutions": gettext("Lembaga")}[kind]


@dataclass
class Part:
    """The hits of one kind; as a page it knows its neighbours."""

    kind: str
    total: int
    hits: list
    token: str = ""
    number: int = 1

    @property
    def title(self):
        return title(self.kind)

    @property
    def full(self):
        """Whether there may be more than are shown on all pages."""
        return self.total >= MOST

    @property
    def pages(self):
        return max(1, ceil(self.total / SIZE))

    @property
    def first(self):
        return (self.number - 1) * SIZE + 1

    @property
    def last(self):
        return min(self.number * SIZE, self.total)

    def url(self, number):
        return url_for("search.show", s=self.token, kind=self.kind, page=number if number > 1 else None)


def live(search):
    """The few that are shown while somebody types."""
    return _parts(search, gather(search, search.first()))


def overview(search, token):
    """The first hits of every kind that has any."""
    return _parts(search, gather(search, {kind: ids[:FIRST] for kind, ids in search.ids.items()}), token)


def one_kind(search, token, kind, number):
    """One page of the hits of one kind."""
    ids = search.ids[kind]
    number = min(max(1, number), max(1, ceil(len(ids) / SIZE)))
    chosen = dict.fromkeys(KINDS, []) | {kind: ids[(number - 1) * SIZE:number * SIZE]}
    return Part(kind, len(ids), gather(search, chosen)[kind], token, number)


def kinds(search, token, kind):
    """[(address, words, chosen)] of everything and of each kind that has any."""
    counted = [(name, gettext("%(kind)s (%(count)s)", kind=title(name), count=count_of(ids))) for name, ids in search.ids.items() if ids]
    return [(url_for("search.show", s=token), gettext("Semua"), not kind)] + [
        (url_for("search.show", s=token, kind=name), words, name == kind) for name, words in counted]


def count_of(ids):
    """How many there are, as far as they were looked for."""
    return f"{MOST}+" if len(ids) >= MOST else str(len(ids))


def shown(parts):
    """How many hits stand in all parts together."""
    return sum(len(part.hits) for part in parts)


def _parts(search, hits, token=""):
    return [Part(kind, len(search.ids[kind]), each, token) for kind, each in hits.items() if each]
