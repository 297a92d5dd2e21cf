"""Whom a trip looks for, by their case or as a person of a report, and the one try it made of each."""
from peewee import ForeignKeyField

from portal.accounts.teams import CareTeam, seen, whole
from portal.cases.contacts import sought
from portal.cases.history import Try
from portal.cases.models import Case
from portal.labels import label
from portal.outreach.models import Outreach
from portal.records import Record
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules import lifecycle, numbers
from portal.rules import outreach as rules
from portal.rules.numbers import Book
from portal.rules.outreach import Finding, Purpose
from portal.rules.refused import Refused
from portal.rules.report import PersonOutcome

AFTER = (Finding.SHELTERED, Finding.REFERRED)
SETTLED = (PersonOutcome.NOT_FOUND, PersonOutcome.NOT_NEEDED)


class Target(Record):
    """One client with a case, or one person of a report; `attempt` is what came of it on this trip."""

    trip = ForeignKeyField(Outreach, backref="targets")
    case = ForeignKeyField(Case, null=True, backref="trips")
    person = ForeignKeyField(ReportPerson, null=True, backref="trips")
    attempt = ForeignKeyField(Try, null=True, backref="targets")

    @classmethod
    def whole_to(cls, user):
        """Those whose case or report this person sees whole: whoever works on it may tell what became of it."""
        cases = Case.select(Case.id).join(CareTeam).where(whole(user))
        people = ReportPerson.select(ReportPerson.id).join(Report).join(CareTeam).where(whole(user))
        return cls.select().where(cls.case.in_(cases) | cls.person.in_(people))

    @classmethod
    def of(cls, trip, user):
        """Those of one trip that exist for this person, each with its record and its try, in a fixed number of questions."""
        rows = list(cls.select().where(cls.trip == trip).order_by(cls.id))
        cases = {case.id: case for case in Case.visible_to(user).where(Case.id.in_([row.case_id for row in rows]))}
        people = {person.id: person for person in ReportPerson.select(ReportPerson, Report, CareTeam).join(Report).join(CareTeam)
                  .where(seen(user), ReportPerson.id.in_([row.person_id for row in rows]))}
        attempts = {each.id: each for each in Try.select().where(Try.id.in_([row.attempt_id for row in rows]))}
        told = [row for row in rows if row.case_id in cases or row.person_id in people]
        for row in told:
            row.case, row.person, row.attempt = cases.get(row.case_id), people.get(row.person_id), attempts.get(row.attempt_id)
        return told

    @classmethod
    def open_reports(cls, trip):
        """The reports a trip follows that are not hidden: their numbers may stand on paper."""
        people = cls.select(cls.person).where(cls.trip == trip, cls.person.is_null(False))
        return list(Report.select().join(CareTeam).where(
            Report.id.in_(ReportPerson.select(ReportPerson.report).where(ReportPerson.id.in_(people))), ~CareTeam.restricted).order_by(Report.id))

    @property
    def names(self):
        """Every name of whom is sought."""
        client = self.case.client if self.case else self.person.client
        return [*([self.person.name] if self.person and self.person.name else []), *(client.names if client else [])]

    @property
    def record(self):
        """The case, or the report the person stands in."""
        return self.case or self.person.report

    def name_for(self, user):
        """Who it is for those who see the record whole, initials for the rest."""
        if self.case:
            return self.case.name_for(user)
        return self.person.called if self.person.report.is_whole_to(user) else self.person.initials

    def running_case(self, user):
        """The case that a try of this person counts for now: whom it looks for may have become a client with one since."""
        return self.case or running_of(self.person, user)

    @property
    def usual_place(self):
        """Where they are usually seen: the place that a form offers."""
        return self.case.client.usual_place if self.case else self.person.report.place

    def tell(self, finding, *, by, at, help_given="", seen=None, **told):
        """What became of it: one try, on the case where there is one. `told`: place, who_met and text."""
        self.trip.check_tells(at)
        if self.fresh().attempt_id:
            raise Refused(rules.Why.ALREADY_TOLD)
        attempt = tried(self.running_case(by), self.person, finding, by=by, at=at, help_given=help_given, **told)
        return self.change(by=by, seen=seen, attempt=attempt)


def tried(case, person, finding, *, by, help_given="", **told):
    """One try of the case or, before there is one, of the person; shelter and referral are met, and said as the help given."""
    after = str(label(finding)) if finding in AFTER else ""
    told["help_given"] = ". ".join(part for part in (after, help_given) if part)
    outcome = rules.tried(finding)
    return case.tried(outcome, by=by, **told) if case else sought(person, outcome, by=by, **told)


def tell_of(person, finding, *, by, **told):
    """The same without a trip."""
    return tried(running_of(person, by), person, finding, by=by, **told)


def running_of(person, user):
    """The running case of the client that a person of a report is, if this user sees it whole; else what is told stays with the report."""
    case = Case.running_of(person.client) if person.client else None
    return case if case and case.is_whole_to(user) else None


def suggested(record, user):
    """The plan of a trip as a form offers it: for a case or a report, that is where and what for; None is a patrol."""
    told = {"lead": str(user.id), "purpose": Purpose.PATROL}
    if isinstance(record, Case):
        told |= {"purpose": Purpose.SEARCH, "points": [{"district": record.client.district, "place": record.client.usual_place}]}
    if isinstance(record, Report):
        told |= {"purpose": Purpose.AFTER_REPORT, "points": [{"district": record.district, "place": record.place}]}
    return told


def failures(cases, people):
    """({case id: failed tries}, {person id: failed tries}): all trips and visits together, in one question."""
    tries = list(Try.select().where(Try.case.in_([case.id for case in cases]) | Try.person.in_([person.id for person in people])))
    of_cases = {case.id: [each.outcome for each in tries if each.case_id == case.id and each.at >= case.started] for case in cases}
    of_people = {person.id: [each.outcome for each in tries if each.person_id == person.id] for person in people}
    return [{key: lifecycle.failed_tries(outcomes) for key, outcomes in each.items()} for each in (of_cases, of_people)]


def seek(trip, number, *, by, seen=None):
    """Let a trip look for the client of a case, or for everybody of a report who is not settled, by the exact number."""
    rules.may_seek(trip.fresh().state)
    found = _numbered(number, by)
    known = {(each.case_id, each.person_id) for each in trip.targets}
    if isinstance(found, Case):
        lifecycle.may_work(found.stage)
        wanted = [{"case": found}]
    else:
        wanted = [{"person": person} for person in found.persons if person.outcome not in SETTLED]
    if not wanted:
        raise Refused(rules.Why.NOBODY_TO_SEEK)
    fresh = [each for each in wanted if (getattr(each.get("case"), "id", None), getattr(each.get("person"), "id", None)) not in known]
    if not fresh:
        raise Refused(rules.Why.ALREADY_SOUGHT)
    return [Target.begin(by=by, trip=trip, **each) for each in fresh]


def _numbered(number, user):
    """The case or report with this number that the person works on."""
    read = numbers.read(number)
    model = {Book.CASE: Case, Book.REPORT: Report}.get(read[0]) if read else None
    found = model and model.whole_to(user).where(model.number == numbers.say(*read)).first()
    if not found:
        raise Refused(rules.Why.NO_SUCH_NUMBER)
    return found
