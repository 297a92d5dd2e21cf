"""Who and what may be known already: clients who may be a person of a report, and reports that may tell of the same event."""
from dataclasses import dataclass
from datetime import timedelta

from portal.accounts.teams import CareTeam, seen
from portal.clients.identity import name_score
from portal.clients.lookalikes import BY_TICKET, lookalikes_of
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules.matching import closeness, compare, may_be_one
from portal.rules.report import PersonOutcome, ReportState

WEEK = timedelta(days=7)
SHOWN = 5
MOST = 300


@dataclass(frozen=True)
class Match:
    """`found`, a person of another report, and how it compares to `person`: {Trait: Likeness}."""

    person: ReportPerson
    found: object
    traits: dict

    @property
    def rows(self):
        """[(Trait, Likeness)] in the order they are read."""
        return list(self.traits.items())


def known_clients(people, user):
    """{person: Lookalikes} with the likeliest clients first, for people not yet resolved; silent about what the user may not see."""
    pending = [person for person in people if person.outcome == PersonOutcome.PENDING]
    return dict(zip(pending, lookalikes_of([person.sought() for person in pending], user), strict=True)) if pending else {}


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


@BY_TICKET.append
def told_with(ticket, user):
    """The ids of the clients that the report with this ticket tells of, if that report exists for this person."""
    report = Report.with_ticket(ticket, user)
    return [person.client_id for person in report.people.where(ReportPerson.client.is_null(False))] if report else []
