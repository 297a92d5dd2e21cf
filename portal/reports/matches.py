"""Who and what may be known already: clients who may be a person of a report, and reports that may tell of the same event."""
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import or_

from portal.accounts.teams import CareTeam, seen
from portal.clients.identity import name_score
from portal.clients.models import Alias, Client
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.client import ClientState
from portal.rules.matching import Trait, closeness, compare, is_strong, may_be_one
from portal.rules.names import words
from portal.rules.report import PersonOutcome, ReportState
from portal.words import SearchWord

WEEK = timedelta(days=7)
SHOWN = 5
MOST = 300
STEM = 3


@dataclass(frozen=True)
class Match:
    """`found` (a client, or a person of another report) and how it compares to `person`: {Trait: Likeness}."""

    person: ReportPerson
    found: object
    traits: dict

    @property
    def rows(self):
        """[(Trait, Likeness)] in the order they are read."""
        return [(trait, self.traits[trait]) for trait in Trait]

    @property
    def strong(self):
        """Whether it is likelier than not that both are one person."""
        return is_strong(self.traits)


def known_clients(people, user):
    """{person id: Matches} with the likeliest clients first, for people not yet resolved; silent about what the user may not see."""
    pending = [person for person in people if person.outcome == PersonOutcome.PENDING]
    candidates = _candidates(pending, user) if pending else []
    names = _other_names(candidates)
    return {person.id: _best(person, candidates, names) for person in pending}


def same_events(report, user):
    """Matches with people of other reports that exist for this person: the same kecamatan within a week, or the same NIK."""
    people = report.persons
    near = (Report.district == report.district) & Report.received_at.between(report.received_at - WEEK, report.received_at + WEEK)
    numbers = [person.nik for person in people if person.nik]
    others = (ReportPerson.select(ReportPerson, Report, CareTeam).join(Report).join(CareTeam)
              .where(seen(user), Report.id != report.id, Report.state != ReportState.CANCELLED, near | ReportPerson.nik.in_(numbers))
              .order_by(Report.received_at.desc()).limit(MOST))
    found = [match for other in others for person in people if (match := _event(person, other))]
    return sorted(found, key=lambda match: -closeness(match.traits))[:SHOWN]


def _event(person, other):
    near = person.report.district == other.report.district and abs(person.report.received_at - other.report.received_at) <= WEEK
    traits = compare(person.described(), other.described(), name_score(person.name, other.name))
    return Match(person, other, traits) if may_be_one(traits, lately=near) else None


def _candidates(people, user):
    """Clients with the same NIK, or with a word that starts like one of the names: one question for all of them."""
    numbers = [person.nik for person in people if person.nik]
    stems = {word[:STEM] for person in people for word in words(person.name) if len(word) >= STEM}
    conditions = [Client.nik.in_(numbers)] if numbers else []
    if stems:
        begins = reduce(or_, [(SearchWord.word >= stem) & (SearchWord.word < stem + "\U0010ffff") for stem in sorted(stems)])
        conditions.append(Client.id.in_(SearchWord.select(SearchWord.subject_id).where(SearchWord.subject == "client", begins)))
    if not conditions:
        return []
    return list(Client.visible_to(user).where(Client.state == ClientState.ACTIVE, reduce(or_, conditions)).order_by(Client.id.desc()).limit(MOST))


def _other_names(clients):
    """{client id: [name, …]} of every name each goes by."""
    names = {client.id: [client.name, client.alias] for client in clients}
    for alias in Alias.select().where(Alias.client.in_(list(names))) if names else ():
        names[alias.client_id].append(alias.name)
    return names


def _best(person, candidates, names):
    matches = []
    for client in candidates:
        scores = [score for name in names[client.id] if (score := name_score(person.name, name)) is not None]
        traits = compare(person.described(), client.described(), max(scores, default=None))
        if may_be_one(traits):
            matches.append(Match(person, client, traits))
    return sorted(matches, key=lambda match: -closeness(match.traits))[:SHOWN]
