"""What one search finds in every kind of record, through the eyes of the person who looks."""
from itertools import chain, zip_longest

from portal.cases.models import Case
from portal.clients.models import Client
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.client import ClientState
from portal.rules.numbers import Book
from portal.seeking import MOST, Seeking, among, closest
from portal.words import subject_of

# A case names its client and is where the work is, so it comes first.
KINDS = {"cases": Case, "clients": Client, "reports": Report, "referrals": Referral, "institutions": Institution}
BOOKS = {Book.CASE: "cases", Book.CLIENT: "clients", Book.REPORT: "reports", Book.REFERRAL: "referrals"}
INSIDE = ("clients", "reports")
SUBJECTS = [subject_of(model) for model in KINDS.values()] + [subject_of(KINDS[kind], inside=True) for kind in INSIDE]
SHOWN = 8


class Search:
    """`ids`: {kind: ids of the records that exist for this person, the closest first}, at most MOST of each. An exact number shuts words out."""

    def __init__(self, text, user):
        self.seeking, self.user = Seeking(text, SUBJECTS), user
        self.ids = self._numbered() or self._worded()

    @property
    def total(self):
        return sum(map(len, self.ids.values()))

    @property
    def is_one(self):
        """Whether a number led to one record and no other."""
        return bool(self.seeking.sought.code) and self.total == 1

    @property
    def is_full(self):
        """Whether there may be more than were looked for."""
        return any(len(ids) >= MOST for ids in self.ids.values())

    def first(self, most=SHOWN):
        """The same, cut to `most` together, with something of every kind."""
        turns = zip_longest(*([(kind, id) for id in ids] for kind, ids in self.ids.items()))
        chosen = [each for each in chain.from_iterable(turns) if each][:most]
        return {kind: [id for each, id in chosen if each == kind] for kind in KINDS}

    def _numbered(self):
        """The records that carry the whole number typed; a NIK or telephone also leads to what hangs on its clients."""
        exact, sought = self.seeking.numbered, self.seeking.sought
        kinds = [BOOKS[sought.book]] if sought.book in BOOKS else KINDS
        found = dict.fromkeys(KINDS, ()) | {kind: among(self.rows(kind), exact.get(subject_of(KINDS[kind]))) for kind in kinds}
        for kind in INSIDE:
            within = exact.get(subject_of(KINDS[kind], inside=True))
            found[kind] = [*found[kind], *among(KINDS[kind].whole_to(self.user), within)]
        if found["clients"] and not sought.names_record:
            found = self._with_clients(found)
        found = {kind: list(dict.fromkeys(ids))[:MOST] for kind, ids in found.items()}
        return found if any(found.values()) else None

    def _worded(self):
        """By the words themselves, and where nobody is found, by words spelt like them."""
        found = self._by_words(KINDS)
        inside = self.seeking.ids(Report, Report.whole_to(self.user), inside=True)
        if not found["clients"] and not found["institutions"]:
            nothing = not inside and not any(found.values())
            found |= self._by_words(KINDS if nothing else ["clients"], alike=True)
        ranked = closest({subject_of(KINDS[kind]): ids for kind, ids in found.items()}, self.seeking.terms)
        found = {kind: ranked[subject_of(model)] for kind, model in KINDS.items()}
        found["reports"] += inside
        return {kind: list(dict.fromkeys(ids))[:MOST] for kind, ids in self._with_clients(found).items()}

    def _by_words(self, kinds, alike=False):
        """{kind: ids}; a case has no words but its client's."""
        return {kind: [] if kind == "cases" else self.seeking.ids(KINDS[kind], self.rows(kind), own=kind == "referrals", alike=alike)
                for kind in kinds}

    def rows(self, kind):
        """What exists for this person. A number leads to a client whatever became of them."""
        if kind == "clients":
            clients = Client.visible_to(self.user)
            return clients if self.seeking.sought.names_record else clients.where(Client.state == ClientState.ACTIVE)
        if kind == "referrals":
            return Referral.whole_to(self.user)
        return Institution.everything() if kind == "institutions" else KINDS[kind].visible_to(self.user)

    def _with_clients(self, found):
        """The cases and reports that speak of the clients found, whatever those were called when it was written."""
        clients = {id: at for at, id in enumerate(found["clients"][:MOST])}
        if not clients:
            return found
        cases = Case.visible_to(self.user).select(Case.id, Case.client).where(Case.client.in_(list(clients))).order_by(Case.id.desc())
        reports = (Report.visible_to(self.user).select(Report.id, ReportPerson.client).join_from(Report, ReportPerson)
                   .where(ReportPerson.client.in_(list(clients))).order_by(Report.id.desc()))
        return found | {"cases": [*found["cases"], *_in_order(cases, clients)], "reports": [*found["reports"], *_in_order(reports, clients)]}


def _in_order(pairs, clients):
    """The first of each pair, in the order of the clients that stand second."""
    return [id for id, _ in sorted(pairs.tuples(), key=lambda pair: clients[pair[1]])]
