"""One demo case on its way: the steps its people take, told in their words, each by the verb the screens use."""
from portal import clock
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.clients.models import Client
from portal.decisions.models import Decision
from portal.demo.told import Told
from portal.reports.models import Report
from portal.rules.approval import DecisionStep
from portal.rules.lifecycle import NoteKind, TryOutcome
from portal.rules.service import Spm


class Story:
    """The case with this number in the file. `by` is the officer who carries it; records are read anew at each step."""

    def __init__(self, town, number, by):
        self.town, self.told, self.by = town, Told(number), town[by]
        self.reports, self.clients, self.cases = [], [], []

    @property
    def report(self):
        """The first report."""
        return Report.get_by_id(self.reports[0])

    @property
    def client(self):
        """The first person."""
        return Client.get_by_id(self.clients[0])

    @property
    def case(self):
        """The first person's case."""
        return Case.get_by_id(self.cases[0])

    def receive(self, n=0, people=True):
        """The n-th report comes in, now."""
        named = self.told.people(clock.today()) if people else ()
        report = Report.receive(by=self.by, people=named, restricted=self.told.restricted, **self.told.report(n))
        self.reports.append(report.id)
        return report

    def triage(self):
        """The eight red flags are asked."""
        report = self.report
        return report.triage(self.told.flags(), by=self.by, alone_at_night=report.alone_at_night)

    def verify(self, **known):
        """Place and people are confirmed: nobody was known before. `known` is what was learnt of each."""
        for person in self.report.people:
            self.clients.append(person.becomes_client(by=self.by, **known).id)
        return self.report.verify(by=self.by)

    def open_case(self, n=0):
        """The n-th person gets a case."""
        case = Case.open_for(Client.get_by_id(self.clients[n]), by=self.by, report=self.report, **self.told.category())
        self.cases.append(case.id)
        return case

    def meet(self, text, *, case=None):
        """An officer meets the client in the field, now."""
        return (case or self.case).tried(TryOutcome.MET, by=self.by, place=self.told.report(0)["place"], text=text)

    def note(self, kind, text, **details):
        """Something happens and is written down."""
        return self.case.note(NoteKind(kind), text, by=self.by, **details)

    def assess(self, needs=(), *, case=None, **words):
        """A new assessment with the answers of the file, page by page, its DT-SEN check and the needs; still a draft."""
        assessment = Assessment.start(case or self.case, by=self.by)
        for section in assessment.sections:
            pages = assessment.instrument.content.on_page(section.page)
            section.answer({item.id: self.told.answers[item.id] for item in pages}, by=self.by)
        return assessment.weigh(by=self.by, dtsen=self.told.dtsen(clock.today()), needs={spm: spm in needs for spm in Spm}, **words)

    def submit(self, assessment, note=""):
        """The assessment is put to a manager."""
        return Assessment.get_by_id(assessment.id).submit(by=self.by, note=note)

    def decide(self, record, step=DecisionStep.APPROVE, *, by="manajer", reason=""):
        """A manager answers the open proposal about a record."""
        return Decision.open_about(record).decide(step, by=self.town[by], reason=reason)
