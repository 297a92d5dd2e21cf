"""What stands beside the eight questions of triage: the report, its clock, and who each person may be."""
from dataclasses import dataclass

from portal.clients import places
from portal.office.opening import timing
from portal.reports.deadline import find_clock
from portal.reports.matches import known_clients
from portal.rules.matching import Trait
from portal.rules.report import PersonOutcome, ReportStep

COMPARED = (Trait.NAME, Trait.SEX, Trait.BIRTH, Trait.NIK, Trait.PLACE)
MOST_TABLES = 3  # trait by trait; a page with more people than these stays light and says it in words


@dataclass(frozen=True)
class Choice:
    """One person not yet settled and the clients they may be; `table`: compared trait by trait; `first`: the one whom the access keys choose for."""

    person: object
    matches: list
    table: bool
    first: bool


def desk(report, user, choosing):
    """The page beside the form; `choosing` is the form by which a person is linked to a client."""
    people = report.persons
    pending = [person for person in people if person.outcome == PersonOutcome.PENDING]
    matches = known_clients(pending, user)
    choices = [Choice(person, matches.get(person, []), number < MOST_TABLES, number == 0) for number, person in enumerate(pending)]
    return {
        "report": report, "where": places.where(report), "clock": find_clock(report, timing(), report.moment_of(ReportStep.VERIFY)),
        "choices": choices, "settled": [person for person in people if person.outcome != PersonOutcome.PENDING], "choosing": choosing,
        "districts": places.names(), "traits": COMPARED,
    }
