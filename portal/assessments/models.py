"""An assessment: one version of what is known of a client, answered page by page, submitted whole, accepted by someone else."""
from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import audit, clock
from portal.accounts.models import User
from portal.assessments.instruments import Instrument
from portal.assessments.interview import CARRIED, Interview
from portal.assessments.results import freeze, tenths, thaw
from portal.assessments.snapshot import snapshot
from portal.audit import Event
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice, Json
from portal.decisions.models import Decision
from portal.records import Record, Stale, Transition
from portal.rules import assessment as life
from portal.rules import decile, lifecycle, scoring
from portal.rules.approval import DecisionKind
from portal.rules.assessment import AssessmentKind, AssessmentState, AssessmentStep
from portal.rules.categories import SubType
from portal.rules.levels import Level
from portal.rules.service import Spm


class Assessment(OfCase, Interview):
    """`n` counts the versions of a case. `result` is frozen at submission; `needs` is {service code: needed}.

    Later features register what follows: ACCEPTED and UNDONE hold `function(assessment, by)` for an acceptance and for
    taking it back, FOLLOWED holds `function(assessment) -> bool`, true when it is too late for that.
    """

    LIVES = {"state": life.LIFE}
    ACCEPTED, UNDONE, FOLLOWED = [], [], []

    case = ForeignKeyField(Case, backref="assessments")
    n = IntegerField()
    kind = Choice(AssessmentKind)
    instrument = ForeignKeyField(Instrument, null=True)
    state = Choice(AssessmentState, default=AssessmentState.DRAFT)
    made_by = ForeignKeyField(User)
    age_on = DateField()
    narrative = TextField(default="")
    sub_type = Choice(SubType, null=True)
    analysis = TextField(default="")
    recommendation = TextField(default="")
    needs = Json(default=dict)
    proposed_level = Choice(Level, null=True)
    level_reason = TextField(default="")
    level_before = Choice(Level, null=True)
    sub_type_before = Choice(SubType, null=True)
    result = Json(null=True)
    submitted_at = DateTimeField(null=True)
    accepted_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("case", "n"), True),)

    @classmethod
    def joined(cls):
        return super().joined().select_extend(User).join(User, on=cls.made_by)

    @classmethod
    def of(cls, case):
        """The versions of a case, the newest first."""
        return cls.select(cls, User).join(User).where(cls.case == case).order_by(cls.n.desc())

    @classmethod
    def start(cls, case, *, by):
        """A new version: scored with the instrument in force for a child, else narrative; lasting facts come along."""
        stage, earlier = case.fresh().stage, list(cls.of(case))
        life.may_start(stage, [each.state for each in earlier])
        today = clock.today()
        kind = life.kind_for(case.category, case.client.years(today))
        instrument = Instrument.current() if kind == AssessmentKind.SCORED else None
        carried = {name: getattr(earlier[0], name) for name in CARRIED} if earlier else {}
        assessment = cls.begin(by=by, case=case, n=len(earlier) + 1, kind=kind, instrument=instrument, age_on=today, made_by=by,
                               sub_type=case.sub_type, **carried)
        for page in instrument.content.pages if instrument else ():
            Section.create(assessment=assessment, page=page.number)
        assessment.note_move("start", "", AssessmentState.DRAFT, by=by)
        return assessment

    @property
    def is_scored(self):
        return self.kind == AssessmentKind.SCORED

    @property
    def is_editable(self):
        return self.state in life.EDITABLE

    @property
    def is_running(self):
        """Whether it still has to be finished or decided: the next version waits for that."""
        return self.state in life.RUNNING

    @property
    def score(self):
        """28,8 as it was submitted, or a dash."""
        return tenths(self.result["score"] if self.result else None)

    @property
    def return_reason(self):
        """What the manager wants changed, while it is given back; empty otherwise."""
        return Transition.last_of(self).reason if self.state == AssessmentState.RETURNED else ""

    @property
    def given(self):
        """{item id: value}; None is *belum diketahui*, absent is not answered."""
        return {row.item: row.value for row in self.answers}

    @property
    def years(self):
        """The age on the assessment's day, or None."""
        return self.case.client.years(self.age_on)

    @property
    def previous(self):
        """The version before this one that was accepted, or None."""
        return (Assessment.select().where(Assessment.case == self.case_id, Assessment.n < self.n, Assessment.state == AssessmentState.ACCEPTED)
                .order_by(Assessment.n.desc()).first())

    def section(self, page):
        """The section of one page of the instrument."""
        return self.sections.where(Section.page == page).get()

    @property
    def stamp(self):
        """A number that changes with every change of the assessment or of one of its pages."""
        return str(self.version + sum(section.version for section in self.sections))

    def reading(self):
        """What the answers come to: frozen once submitted, worked out until then; None without a score."""
        if not self.is_scored:
            return None
        if self.result and not self.is_editable:
            return thaw(self.result)
        return scoring.score(self.instrument.content, self.given, age=self.years, sub_type=self.sub_type)

    @property
    def advised_level(self):
        """The level that the rules advise: the instrument's, or the case's own where nothing is scored."""
        reading = self.reading()
        return (reading.level if reading else None) or self.case.level

    @property
    def level(self):
        """The level put to the manager: the officer's, or else the advised one."""
        return self.proposed_level or self.advised_level

    @property
    def needed(self):
        """The basic services that this assessment says are needed."""
        return [spm for spm in Spm if self.needs.get(spm)]

    def tell(self, *, by, seen=None, **told):
        """Write down what was told besides the scored answers."""
        life.may_edit(self.state)
        return self.change(by=by, seen=seen, **told)

    def weigh(self, *, by, seen=None, dtsen=None, needs=None, **weighed):
        """Write down needs, analysis and proposed level; `dtsen` = status, decile, checked_on, source of a look into DT-SEN.

        A need already decided stays when `needs` does not speak of it.
        """
        life.may_edit(self.state)
        known = self.case.client.dtsen
        if dtsen and any(known is None or getattr(known, name) != value for name, value in dtsen.items()):
            decile.check(dtsen["status"], dtsen["decile"])
            self.case.client.check_dtsen(by=by, **dtsen)
        return self.change(by=by, seen=seen, needs=self.needs | (needs or {}), **weighed)

    def said(self):
        """What the rule of submission asks about."""
        asked = life.unanswered(self.instrument.content, self.given) if self.is_scored else []
        proposed, advised = self.proposed_level, self.advised_level
        return {"unanswered_items": asked, "narrative": self.narrative, "needs_decided": all(spm in self.needs for spm in Spm),
                "dtsen_said": self.case.client.dtsen is not None,
                "level_reasoned": proposed in (None, advised) or bool(self.level_reason.strip())}

    def submit(self, *, by, seen=None, note=""):
        """Put the whole to a manager; the result is frozen and the act clock may stop. `seen` is the stamp looked at."""
        lifecycle.may_work(self.case.fresh().stage)
        if seen is not None and seen != self.stamp:
            raise Stale(self)
        life.may_submit(self.kind, **self.said())
        reading, level = self.reading(), self.level
        self.move(AssessmentStep.SUBMIT, by=by, result=freeze(reading) if reading else None, submitted_at=clock.now())
        self.case.reached("assessed_at", self.submitted_at, by=by)
        Decision.ask(DecisionKind.ASSESSMENT, self, snapshot(self, reading, level), by=by, care_team=self.case.care_team,
                     number=self.case.number, heading=self.case.heading, note=note, urgent=level == Level.EMERGENCY)
        return self


class Section(Record):
    """One page of the instrument in one assessment, with a version of its own, so that two people can share the work."""

    assessment = ForeignKeyField(Assessment, backref="sections")
    page = IntegerField()
    note = TextField(default="")
    sources = Json(default=dict)

    class Meta:
        indexes = ((("assessment", "page"), True),)

    def answer(self, answers, *, by, seen=None, note="", sources=None):
        """Keep the page: `answers` {item id: value or None}, `sources` {domain: [Source]}; what is not given stays."""
        life.may_edit(self.assessment.state)
        content, known = self.assessment.instrument.content, self.assessment.given
        scoring.score(content, answers, age=None, sub_type=None)
        fresh = {item: value for item, value in answers.items() if item not in known or known[item] != value}
        self._write({"note": note, "sources": sources or {}}, by=by, seen=seen)
        for item, value in fresh.items():
            Answer.keep(self.assessment, item, value, known=item in known, by=by)
        audit.record(Event.CHANGED, self, by=by, fields=["note", "sources", *sorted(fresh)])
        return self


class Answer(Record):
    """The answer to one item; an empty value is *belum diketahui*, a missing row is not answered."""

    assessment = ForeignKeyField(Assessment, backref="answers")
    item = CharField(max_length=10)
    value = IntegerField(null=True)

    class Meta:
        indexes = ((("assessment", "item"), True),)

    @classmethod
    def keep(cls, assessment, item, value, *, known, by):
        """Write the answer down, or correct the one known; within the trail of its page."""
        if known:
            return cls.get(cls.assessment == assessment, cls.item == item)._write({"value": value}, by=by, seen=None)
        return cls.create(assessment=assessment, item=item, value=value)
