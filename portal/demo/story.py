"""One demo case on its way: the steps its people take, told in their words, each by the verb the screens use."""
from datetime import date

from portal import clock
from portal.accounts.teams import CareTeam
from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.assessments.models import Assessment
from portal.casefile import closure
from portal.cases.models import Case
from portal.clients.models import Client
from portal.decisions.models import Decision
from portal.demo.errands import Errands
from portal.demo.stage import YEAR
from portal.demo.told import told
from portal.office.models import Official
from portal.outreach.models import Outreach
from portal.outreach.targets import seek
from portal.reports.models import Report
from portal.reports.reply import drafted
from portal.rules.approval import DecisionStep
from portal.rules.client import RelationKind
from portal.rules.consent import Manner
from portal.rules.decile import DtsenSource
from portal.rules.lifecycle import TryOutcome
from portal.rules.outreach import Purpose
from portal.rules.service import Spm
from portal.services.models import Service


class Story(Errands):
    """The case with this number in the file. `by` is the officer who carries it; records are read anew at each step."""

    def __init__(self, town, number, by):
        self.town, self.told, self.by = town, told(number), town[by]
        self.reports, self.clients, self.cases = [], [], []

    @property
    def report(self):
        """The first report."""
        return Report.get_by_id(self.reports[0])

    @property
    def client(self):
        """The first person."""
        return self.person(0)

    @property
    def case(self):
        """The first person's case."""
        return self.case_of(0)

    def person(self, n):
        return Client.get_by_id(self.clients[n])

    def case_of(self, n):
        return Case.get_by_id(self.cases[n])

    def receive(self, n=0, people=True, **ticket):
        """The n-th report comes in, now; `ticket`: what 171 tells of its own."""
        named = self.told.people(clock.today()) if people else ()
        report = Report.receive(by=self.by, people=named, restricted=self.told.restricted, **self.told.report(n), **ticket)
        self.reports.append(report.id)
        return report

    def triage(self):
        """The eight red flags are asked."""
        report = self.report
        report.triage(self.told.flags(), by=self.by, alone_at_night=report.alone_at_night)

    def verify(self, **known):
        """Place and people are confirmed: nobody was known before. `known` is what was learnt of each."""
        for person in self.report.people:
            self.clients.append(person.becomes_client(by=self.by, **known).id)
        self.report.verify(by=self.by)

    def is_really(self, **known):
        """Who the client is, known better now; the name used so far stays as a nickname."""
        self.client.correct(by=self.by, **known)

    def knows(self, name, kind, *, n=0, **details):
        """Somebody around the n-th person."""
        self.person(n).add_relation(by=self.by, name=name, kind=kind, **details)

    def mother_becomes_client(self, name, **details):
        """The mother is a client of her own, in the same hands; she may be the one who profits."""
        team = CareTeam.around(self.by, by=self.by)
        mother = Client.register(by=self.by, care_team=team, name=name, district=self.client.district, village=self.client.village, **details)
        self.client.add_relation(by=self.by, other=mother, kind=RelationKind.MOTHER, guardian=True, exploiter=True)

    def are_siblings(self):
        """The two clients of the story are sister and brother."""
        one, other = self.person(0), self.person(1)
        one.add_relation(by=self.by, other=other, kind=RelationKind.SIBLING)
        other.add_relation(by=self.by, other=one, kind=RelationKind.SIBLING)

    def consents(self, kind, basis, *, n=0, given_by="", institution=None, **details):
        """Consent, or the basis that stands in for it, today; `given_by` may be one of those the client has around, who signs."""
        person = self.person(n)
        giver = next((each for each in person.relations if given_by and each.name == given_by), None)
        signed = {"manner": Manner.SIGNED, "language": "Indonesia"} if giver else {}
        person.record_consent(by=self.by, kind=kind, basis=basis, given_on=clock.today(), given_by=given_by, giver=giver,
                              institution=self.town.institutions[institution] if institution else None, **signed | details)

    def check_dtsen(self, status, decile=None):
        """DT-SEN is looked up again, today."""
        self.client.check_dtsen(by=self.by, status=status, decile=decile, checked_on=clock.today(), source=DtsenSource.SIKS_NG)

    def open_case(self, n=0):
        """The n-th person gets a case."""
        case = Case.open_for(self.person(n), by=self.by, report=self.report, **self.told.category())
        self.cases.append(case.id)

    def meet(self, text, *, place=None, n=0):
        """An officer meets the client in the field, now; where the report said, unless told otherwise."""
        self.case_of(n).tried(TryOutcome.MET, by=self.by, place=place or self.told.report(0)["place"], text=text)

    def miss(self, place):
        """An officer looks for the client and does not find them."""
        self.case.tried(TryOutcome.NOT_FOUND, by=self.by, place=place)

    def answer_ticket(self):
        """171 is told what was done: the text that the record suggests."""
        self.report.answer_sender(drafted(self.report, self.by), by=self.by)

    def plan_trip(self, *, day, shift, points, outsiders=""):
        """A trip to look for the client, with its duty letter; `day` is "03-20"."""
        others = [user.id for user in Outreach.may_go() if user != self.by]
        trip = Outreach.plan(by=self.by, lead=self.by, crew=others, purpose=Purpose.SEARCH, planned_on=date.fromisoformat(f"{YEAR}-{day}"),
                             shift=shift,
                             points=points, outsiders=outsiders)
        seek(trip, self.case.number, by=self.by)
        return trip.issue(Official.head(), by=self.by)

    def go(self, trip):
        """The team of a trip sets out, now."""
        Outreach.get_by_id(trip.id).leave(by=self.by, at=clock.now())

    def tell(self, trip, finding, **told):
        """What became of the client on a trip, now."""
        trip.targets.get().tell(finding, by=self.by, at=clock.now(), **told)

    def come_home(self, trip, **told):
        """The team is back, now."""
        Outreach.get_by_id(trip.id).come_back(by=self.by, ended_at=clock.now(), **told)

    def note(self, kind, text, **details):
        """Something happens and is written down."""
        self.case.note(kind, text, by=self.by, **details)

    def begin_assessment(self, *, pages=None, n=0):
        """A new assessment, answered as far as that page (None: all)."""
        assessment = Assessment.start(self.case_of(n), by=self.by)
        for section in assessment.sections:
            if pages is None or section.page <= pages:
                asked = assessment.instrument.content.on_page(section.page)
                section.answer({item.id: self.told.answers[item.id] for item in asked}, by=self.by)
        return assessment

    def assess(self, needs=(), **words):
        """A whole assessment with its DT-SEN check and needs, not yet submitted."""
        return self.begin_assessment().weigh(by=self.by, dtsen=self.told.dtsen(clock.today()), needs={spm: spm in needs for spm in Spm}, **words)

    def submit(self, assessment):
        """The assessment is put to a manager."""
        Assessment.get_by_id(assessment.id).submit(by=self.by)

    def decide(self, record, step=DecisionStep.APPROVE, *, by="manajer", reason=""):
        """A manager answers the open proposal about a record."""
        Decision.open_about(record).decide(step, by=self.town[by], reason=reason)

    def ask_consideration(self, reason, text, programme=None):
        """A client outside the decile rule is put to a manager."""
        return Consideration.request(self.case, by=self.by, reason=reason, text=text, programme=programme)

    def coordinate(self, consideration, institution):
        """The Sentra is told of the approval, today."""
        place = self.town.institutions[institution]
        Consideration.get_by_id(consideration.id).coordinate(by=self.by, institution=place.name, contact=place.contact, coordinated_on=clock.today())

    def propose_update(self, consideration, whom):
        """The village's operator has the proposal to put DT-SEN right, today."""
        DtsenUpdate.of(consideration).propose(by=self.by, proposed_to=whom, proposed_on=clock.today())

    def propose_level(self, level, reason):
        """Ask a manager for another level."""
        self.case.propose_level(level, by=self.by, reason=reason)

    def monitor(self):
        """Everything planned is settled."""
        Service.monitor(self.case, by=self.by)

    def propose_closure(self, reason, text):
        """Ask a manager to close the case."""
        closure.propose(self.case, by=self.by, reason=reason, text=text)

    def ask_reopening(self, reason):
        """Ask a manager to take the closed case up again."""
        closure.ask_to_reopen(self.case, by=self.by, reason=reason)
