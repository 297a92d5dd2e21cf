"""A case: one client carried by one care team through few stages; every move is written down."""
from peewee import CharField, DateField, DateTimeField, ForeignKeyField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.accounts.teams import Guarded
from portal.audit import Event
from portal.clients.models import Client
from portal.db import Choice, Json
from portal.decisions.models import Decision
from portal.records import Counter, Record
from portal.reports.models import Report
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind
from portal.rules.categories import Category, SpmType, SubType
from portal.rules.levels import Level
from portal.rules.lifecycle import CaseStep, ClosingReason, NoteKind, Stage, TryOutcome
from portal.rules.numbers import Book, say
from portal.words import SearchWord

MILESTONES = ("found_at", "met_at", "assessed_at", "served_at", "finished_at")


class Case(Guarded):
    """`t0` is when the report reached the office. The milestones are what the four clocks stop at, the earliest told."""

    LIVES = {"stage": lifecycle.LIFE}

    number = CharField(max_length=20, unique=True)
    client = ForeignKeyField(Client, backref="cases")
    stage = Choice(Stage, default=Stage.OUTREACH)
    level = Choice(Level)
    category = Choice(Category)
    additional = Json(default=list)
    sub_type = Choice(SubType, null=True)
    spm_type = Choice(SpmType, null=True)
    t0 = DateTimeField(index=True)
    opened_at = DateTimeField()
    found_at = DateTimeField(null=True)
    met_at = DateTimeField(null=True)
    assessed_at = DateTimeField(null=True)
    served_at = DateTimeField(null=True)
    finished_at = DateTimeField(null=True)
    closing_reason = Choice(ClosingReason, null=True)
    closing_from = Choice(Stage, null=True)

    @classmethod
    def open_for(cls, client, *, by, report, category, additional=(), sub_type=None, spm_type=None, lead=None, at=None):
        """Open the one case of a client out of a verified report; the team is the client's."""
        open_now = [case.number for case in client.cases.where(cls.stage.not_in((Stage.CLOSED, Stage.CANCELLED)))]
        lifecycle.may_open_case(open_now)
        year, serial = Counter.next(Book.CASE)
        case = cls.begin(by=by, care_team=client.care_team, number=say(Book.CASE, year, serial), client=client, level=report.level,
                         category=category, additional=[str(each) for each in additional], sub_type=sub_type, spm_type=spm_type,
                         t0=report.received_at, opened_at=at or clock.now())
        case.note_move("open", "", Stage.OUTREACH, by=by, at=at)
        client.care_team.join(lead or by, by=by, lead=True)
        LevelChange.create(case=case, level=report.level, at=report.received_at, by=by, source="triage")
        CaseCategory.create(case=case, category=category, additional=case.additional, sub_type=sub_type, since=clock.today(), by=by)
        case.join_report(report, by=by)
        SearchWord.index(case, case.number, client.number, client.name, client.alias, client.nik or "")
        return case

    def join_report(self, report, *, by):
        """One more report speaks of this case: t0 is the earliest, and what verified it found it."""
        CaseReport.get_or_create(case=self, report=report)
        audit.record(Event.CHANGED, self, by=by, fields=["reports"])
        if report.received_at < self.t0:
            self.change(by=by, t0=report.received_at)
        verified = report.moment_of("verify")
        if verified:
            self.reached("found_at", verified, by=by)

    def reached(self, milestone, moment, *, by):
        """A clock's stop event happened at `moment` (naive UTC); the earliest told counts."""
        moment = max(moment, self.t0)
        known = getattr(self, milestone)
        if known is None or moment < known:
            self.change(by=by, **{milestone: moment})

    @property
    def lead(self):
        return self.care_team.lead

    @property
    def is_open(self):
        return lifecycle.is_open(self.stage)

    @property
    def categories(self):
        """The main category and the additional ones."""
        return [self.category, *(Category(code) for code in self.additional)]

    def classify(self, *, by, category, additional=(), sub_type=None, spm_type=None, seen=None):
        """Set the category, dated; the earlier one stays in the history."""
        codes = [str(each) for each in additional]
        self.change(by=by, seen=seen, category=category, additional=codes, sub_type=sub_type, spm_type=spm_type)
        CaseCategory.create(case=self, category=category, additional=codes, sub_type=sub_type, since=clock.today(), by=by)
        return self

    def set_level(self, level, *, by, source, reason="", at=None):
        """Put another level in force from `at`; the clocks read the history."""
        if level == self.level:
            return self
        LevelChange.create(case=self, level=level, at=at or clock.now(), by=by, source=source, reason=reason)
        return self.change(by=by, level=level)

    def propose_level(self, level, *, by, reason):
        """Ask a manager for another level than triage or assessment gave."""
        snapshot = [["Kasus", self.number], ["Tingkat sekarang", self.level], ["Tingkat diusulkan", level], ["Alasan", reason]]
        return Decision.ask(DecisionKind.LEVEL_CHANGE, self, snapshot, by=by, care_team=self.care_team, number=self.number,
                            heading=self.heading, note=reason, asked={"level": level})

    @property
    def heading(self):
        """Number and initials: what may stand in a title or an inbox."""
        return f"{self.number} · {self.client.initials}"

    def tried(self, outcome, *, by, at=None, place="", text=""):
        """One field contact: the child is met, is not found, or refuses. Meeting moves the case to assessment."""
        moment = at or clock.now()
        attempt = Try.begin(by=by, case=self, outcome=outcome, at=moment, place=place, text=text, made_by=by)
        if outcome == TryOutcome.MET and self.stage == Stage.OUTREACH:
            self.move(CaseStep.MET, by=by, at=moment)
        if outcome == TryOutcome.MET or lifecycle.tries_exhausted(each.outcome for each in self.tries):
            self.reached("met_at", moment, by=by)
        return attempt

    def note(self, kind, text, *, by, at=None, participants=""):
        """Write down what happened."""
        return Note.begin(by=by, case=self, kind=kind, text=text, at=at or clock.now(), made_by=by, participants=participants)

    def first_service(self, moment, *, by):
        """A service or referral is under way: the act clock may stop, and planning becomes intervention."""
        self.reached("served_at", moment, by=by)
        if self.stage == Stage.PLANNING:
            self.move(CaseStep.START_SERVICE, by=by, at=moment)
        elif self.stage == Stage.MONITORING:
            self.move(CaseStep.RESUME, by=by, at=moment)

    def _after(self, column, step):
        return lifecycle.after(self.stage, step, reason="-", closing_from=self.closing_from)


class CaseReport(Record):
    """A report that speaks of a case."""

    case = ForeignKeyField(Case, backref="case_reports")
    report = ForeignKeyField(Report, backref="case_reports")

    class Meta:
        indexes = ((("case", "report"), True),)


class CaseCategory(Record):
    """The category of a case from a day on."""

    case = ForeignKeyField(Case, backref="category_history")
    category = Choice(Category)
    additional = Json(default=list)
    sub_type = Choice(SubType, null=True)
    since = DateField()
    by = ForeignKeyField(User)


class LevelChange(Record):
    """The level in force from a moment on. `source`: triage, assessment or manager."""

    case = ForeignKeyField(Case, backref="level_history")
    level = Choice(Level)
    at = DateTimeField()
    by = ForeignKeyField(User)
    source = CharField(max_length=20)
    reason = TextField(default="")


class Try(Record):
    """One attempt to meet the client in the field."""

    case = ForeignKeyField(Case, backref="tries")
    outcome = Choice(TryOutcome)
    at = DateTimeField()
    place = CharField(max_length=200, default="")
    text = TextField(default="")
    made_by = ForeignKeyField(User)


class Note(Record):
    """Something that happened, told on the timeline."""

    case = ForeignKeyField(Case, backref="notes")
    kind = Choice(NoteKind)
    at = DateTimeField()
    text = TextField()
    participants = TextField(default="")
    made_by = ForeignKeyField(User)


@Decision.effect(DecisionKind.LEVEL_CHANGE)
def level_decided(decision, step, by):
    """An approved level is in force from the moment of approval."""
    if step == "approve":
        Case.get_by_id(decision.subject_id).set_level(Level(decision.asked["level"]), by=by, source="manager", reason=decision.note)
