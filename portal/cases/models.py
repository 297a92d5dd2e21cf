"""A case: one client carried by one care team through few stages; every move is written down."""
from peewee import CharField, DateTimeField, ForeignKeyField

from portal import audit, clock
from portal.accounts.teams import Guarded
from portal.audit import Event
from portal.cases.contacts import Contacted
from portal.cases.history import CaseCategory, CaseReport, LevelChange, Note
from portal.clients.models import Client
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.records import Counter
from portal.reports.models import Report
from portal.rules import clocks, lifecycle
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.categories import Category, SpmType, SubType, has_sub_type, suggested_spm
from portal.rules.levels import Level, higher
from portal.rules.lifecycle import CaseStep, ClosingReason, Stage
from portal.rules.numbers import Book, bare, say
from portal.rules.report import ReportState
from portal.words import SearchWord

MILESTONES = ("found_at", "met_at", "assessed_at", "served_at", "finished_at")
SUGGESTED = "suggested"


class Case(Contacted, Guarded):
    """`t0` is when the report reached the office. The milestones are what the four clocks stop at, the earliest told.
    `raised_at` is when the level in force was raised to what it is, as the level's history says.

    UNDER_WAY: [function(case) -> moments] of the later features at which a service, a referral or a training place began.
    MISTAKEN: [function(case, by, reason)] of what falls away with a case that was written down by mistake.
    """

    LIVES = {"stage": lifecycle.LIFE}
    UNDER_WAY, MISTAKEN = [], []

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
    raised_at = DateTimeField(null=True)
    closing_reason = Choice(ClosingReason, null=True)
    closing_from = Choice(Stage, null=True)

    class Meta:
        indexes = ((("finished_at", "level", "t0"), False), (("finished_at", "raised_at"), False))

    @classmethod
    def open_for(cls, client, *, by, report, category, additional=(), sub_type=None, spm_type=SUGGESTED, lead=None, at=None):
        """Open the one case of a client out of a verified report that names them; the team is the client's.

        `spm_type` None is outside the SPM; left out, it is what the category suggests.
        """
        db.lock()
        lifecycle.may_open_case(cls.open_numbers(client), verified=report.state == ReportState.VERIFIED,
                                named=report.people.where(report.people.model.client == client).exists())
        lifecycle.check_sub_type(has_sub_type([category, *additional]), sub_type)
        year, serial = Counter.next(Book.CASE)
        case = cls.begin(by=by, care_team=client.care_team, number=say(Book.CASE, year, serial), client=client, level=report.level,
                         category=category, additional=[str(each) for each in additional], sub_type=sub_type,
                         spm_type=suggested_spm(category) if spm_type == SUGGESTED else spm_type, t0=report.received_at,
                         opened_at=at or clock.now())
        case.note_move("open", "", Stage.OUTREACH, by=by, at=at)
        client.care_team.join(lead or by, by=by, lead=True)
        LevelChange.create(case=case, level=report.level, at=report.received_at, by=by, source="triage")
        CaseCategory.create(case=case, category=category, additional=case.additional, sub_type=sub_type, since=clock.today(), by=by)
        for each in (report, *report.merged_reports):
            case.join_report(each, by=by)
        case.take_over_tries(by=by)
        case.reindex()
        return case

    def reindex(self):
        """A case is found by its own number, and through the names and numbers that its client has now."""
        SearchWord.index(self, codes=(self.number, bare(self.number)))
        return self

    @classmethod
    def open_numbers(cls, client):
        """The number of the client's case that is not over, in a list."""
        return [case.number for case in (cls.running_of(client),) if case]

    @classmethod
    def running_of(cls, client):
        """The client's case that is not over, or None."""
        return client.cases.where(cls.stage.in_(lifecycle.OPEN)).first()

    @classmethod
    def visible_to(cls, user):
        """Cases that exist for this person, whole or in outline, each with its client."""
        return super().visible_to(user).select_extend(Client).join_from(cls, Client)

    @classmethod
    def whole_to(cls, user):
        """Cases this person sees whole, each with its client."""
        return super().whole_to(user).select_extend(Client).join_from(cls, Client)

    def join_report(self, report, *, by):
        """One more report speaks of this case: t0 is the earliest, what verified it found it, the more serious level counts."""
        lifecycle.may_work(self.stage)
        db.lock()
        CaseReport.get_or_create(case=self, report=report)
        audit.record(Event.CHANGED, self, by=by, fields=["reports"])
        if self.care_team.restricted and not report.care_team.restricted:
            report.care_team.restrict(by=by)
        self._start_earlier(report.received_at, by=by)
        self.set_level(higher(self.level, report.level), by=by, source="triage")
        verified = report.moment_of("verify")
        if verified:
            self.reached("found_at", verified, by=by)
        return self

    def _start_earlier(self, moment, *, by):
        """Move t0 back to `moment`, but not into a round that was closed before."""
        last = self.rounds.order_by(self.rounds.model.id.desc()).first()
        if moment < self.t0 and (last is None or last.finished_at is None or moment > last.finished_at):
            self.change(by=by, t0=moment)

    def reached(self, milestone, moment, *, by):
        """A clock's stop event happened at `moment` (naive UTC); the earliest told counts. What was before a reopening is of that round."""
        if moment < self.t0 and self.rounds.exists():
            return
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

    @property
    def reports(self):
        """Every report that speaks of this case, the earliest first."""
        return Report.select().join(CaseReport).where(CaseReport.case == self).order_by(Report.received_at)

    def reports_for(self, user):
        """Those of its reports that this person sees whole: a restricted one stays with its own team."""
        return Report.whole_to(user).join_from(Report, CaseReport).where(CaseReport.case == self).order_by(Report.received_at)

    def name_for(self, user):
        """The client's name for those who see the case whole, initials for the rest."""
        return self.client.called if self.is_whole_to(user) else self.client.initials

    def classify(self, *, by, category, additional=(), sub_type=None, spm_type=SUGGESTED, seen=None):
        """Set the category, dated; the earlier one stays in the history. `spm_type` as in `open_for`."""
        lifecycle.may_work(self.stage)
        lifecycle.check_sub_type(has_sub_type([category, *additional]), sub_type)
        codes, before = [str(each) for each in additional], self.version
        self.change(by=by, seen=seen, category=category, additional=codes, sub_type=sub_type,
                    spm_type=suggested_spm(category) if spm_type == SUGGESTED else spm_type)
        if self.version == before:
            return self
        CaseCategory.create(case=self, category=category, additional=codes, sub_type=sub_type, since=clock.today(), by=by)
        return self

    def set_level(self, level, *, by, source, reason="", at=None):
        """Put another level in force from `at`; the clocks read the history."""
        if level == self.level:
            return self
        LevelChange.create(case=self, level=level, at=at or clock.now(), by=by, source=source, reason=reason)
        return self.change(by=by, level=level, raised_at=LevelChange.raise_of(self, level))

    def propose_level(self, level, *, by, reason):
        """Ask a manager for another level than triage or assessment gave."""
        lifecycle.may_work(self.stage)
        lifecycle.check_level(self.level, level)
        return Decision.ask(DecisionKind.LEVEL_CHANGE, self, self.level_told(level, reason), by=by, care_team=self.care_team,
                            number=self.number, heading=self.heading, note=reason, asked={"level": level, "before": self.level})

    def level_told(self, level, reason):
        """What a manager reads of another level."""
        return [["Kasus", self.number], ["Tingkat sekarang", self.level], ["Tingkat diusulkan", level], ["Alasan", reason]]

    @property
    def heading(self):
        """Number and initials: what may stand in a title or an inbox."""
        return f"{self.number} · {self.client.initials}"

    def note(self, kind, text, *, by, at=None, participants=""):
        """Write down what happened; it may be older than the report, but not in the future."""
        lifecycle.may_note(self.stage)
        moment = at or clock.now()
        clocks.check_moment(moment, t0=moment, now=clock.now())
        return Note.begin(by=by, case=self, kind=kind, text=text, at=moment, made_by=by, participants=participants)

    def cancel(self, *, by, reason, seen=None):
        """Written down by mistake; what it holds stays readable."""
        self.move(CaseStep.CANCEL, by=by, reason=reason, seen=seen)
        for follow in self.MISTAKEN:
            follow(self, by, reason)
        return self

    def first_service(self, moment, *, by):
        """A service or referral is under way: the act clock may stop, and planning becomes intervention."""
        self.reached("served_at", moment, by=by)
        if self.stage == Stage.PLANNING:
            self.move(CaseStep.START_SERVICE, by=by, at=moment)
        elif self.stage == Stage.MONITORING:
            self.move(CaseStep.RESUME, by=by, at=moment)

    def service_taken_back(self, *, by):
        """A service was written down by mistake: what is really under way says when the act clock stopped, if it did."""
        real = [moment for tell in self.UNDER_WAY for moment in tell(self)]
        counted = [max(moment, self.t0) for moment in real if moment >= self.t0 or not self.rounds.exists()]
        return self.change(by=by, served_at=min(counted, default=None))

    def _after(self, column, step):
        return lifecycle.after(self.stage, step, reason="-", closing_from=self.closing_from)


@Decision.effect(DecisionKind.LEVEL_CHANGE)
def level_decided(decision, step, by):
    """An approved level is in force from the moment of approval; an undone one gives way to the level before."""
    case = Case.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        lifecycle.may_work(case.stage)
        case.set_level(Level(decision.asked["level"]), by=by, source="manager", reason=decision.note)
    elif step == DecisionStep.UNDO:
        case.set_level(Level(decision.asked["before"]), by=by, source="manager")


# The level approved can be taken back only while no other has followed it.
Decision.UNDOABLE[DecisionKind.LEVEL_CHANGE] = lambda decision: Case.get_by_id(decision.subject_id).level == decision.asked["level"]
Decision.SUBJECTS["case"] = "casefile.show"
