"""An assessment: one version of what is known of a client, answered page by page, submitted whole, accepted by someone else."""
from peewee import DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.assessments.instruments import Instrument
from portal.assessments.interview import CARRIED, Interview
from portal.assessments.results import freeze, tenths, thaw
from portal.assessments.suggested import services_of
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice, Json
from portal.decisions.models import Decision
from portal.records import Stale, Transition
from portal.rules import assessment as life
from portal.rules import decile, lifecycle, scoring, suggestions
from portal.rules.assessment import AssessmentKind, AssessmentState, AssessmentStep
from portal.rules.categories import SubType
from portal.rules.levels import Level
from portal.rules.narrative import NEEDED
from portal.rules.service import Spm


class Assessment(OfCase, Interview):
    """`n` counts the versions of a case. `result` and `advised` (the level) are frozen at submission; `needs` is {service code: needed},
    `dismissals` {service code: why a suggested one is not}.

    `proposed_level` is the officer's, `set_level` the manager's, only where it is another than the one put to them.

    What follows is registered: STARTED holds `function(assessment)` that prepares a new version, SUBMITTED
    `function(assessment, by, note)` that puts it to a manager, ACCEPTED and UNDONE `function(assessment, by)` for an acceptance
    and for taking it back, FOLLOWED `function(assessment) -> bool`, true when it is too late for that.
    """

    LIVES = {"state": life.LIFE}
    STARTED, SUBMITTED, ACCEPTED, UNDONE, FOLLOWED = [], [], [], [], []

    case = ForeignKeyField(Case, backref="assessments")
    n = IntegerField()
    kind = Choice(AssessmentKind)
    instrument = ForeignKeyField(Instrument, null=True)
    state = Choice(AssessmentState, default=AssessmentState.DRAFT)
    made_by = ForeignKeyField(User)
    age_on = DateField()
    sub_type = Choice(SubType, null=True)
    analysis = TextField(default="")
    recommendation = TextField(default="")
    needs = Json(default=dict)
    dismissals = Json(default=dict)
    proposed_level = Choice(Level, null=True)
    level_reason = TextField(default="")
    level_before = Choice(Level, null=True)
    sub_type_before = Choice(SubType, null=True)
    result = Json(null=True)
    advised = Choice(Level, null=True)
    set_level = Choice(Level, null=True)
    set_reason = TextField(default="")
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
    def last_put(cls, case):
        """The latest that stands as it was put to a manager, or None."""
        return cls.of(case).where(cls.state.in_(life.PUT)).first()

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
        for lay_out in cls.STARTED:
            lay_out(assessment)
        assessment.note_move("start", "", AssessmentState.DRAFT, by=by)
        return assessment

    @property
    def is_scored(self):
        return self.kind == AssessmentKind.SCORED

    @property
    def is_editable(self):
        return self.state in life.EDITABLE

    @property
    def score(self):
        """28,8 as it was submitted, or a dash."""
        return tenths(self.result["score"] if self.result else None)

    @property
    def return_reason(self):
        """What the manager wants changed, while it is given back; empty otherwise."""
        return Transition.last_of(self).reason if self.state == AssessmentState.RETURNED else ""

    @property
    def comments(self):
        """{number of a part: what the manager says of it}, while it is given back."""
        return said_of_parts(Decision.about(self).first() if self.state == AssessmentState.RETURNED else None)

    @property
    def given(self):
        """{item id: value}; None is *belum diketahui*, absent is not answered."""
        return {row.item: row.value for row in self.answers if not row.taken_back}

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
        return next(section for section in self.sections if section.page == page)

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
        if self.advised and not self.is_editable:
            return self.advised
        reading = self.reading()
        return (reading.level if reading else None) or self.case.level

    @property
    def level(self):
        """The level put to the manager: the officer's, or else the advised one."""
        return self.proposed_level or self.advised_level

    @property
    def final_level(self):
        """The level that counts: the one that the manager set instead, or else the one put to them."""
        return self.set_level or self.level

    @property
    def needed(self):
        """The basic services that this assessment says are needed."""
        return [spm for spm in Spm if self.needs.get(spm)]

    @property
    def dismissed(self):
        """{service code: why} of those that are not needed although something spoke for them."""
        return {spm: why for spm, why in self.dismissals.items() if why and self.needs.get(spm) is False}

    @property
    def religion(self):
        """Stands with the client; asked here with the rest."""
        return self.case.client.religion

    def tell(self, *, by, seen=None, religion=None, **told):
        """Write down what was told besides the scored answers; the religion, with the client."""
        life.may_edit(self.state)
        if religion not in (None, self.religion):
            self.case.client.correct(by=by, religion=religion)
        return self.change(by=by, seen=seen, **told)

    def weigh(self, *, by, seen=None, dtsen=None, needs=None, dismissals=None, rest=False, **weighed):
        """Write down needs, analysis and proposed level; `dtsen` = status, decile, checked_on, source of a look into DT-SEN.

        A need or a reason already written down stays when `needs` or `dismissals` does not speak of it.
        `rest`: what is still undecided then, and not suggested, is not needed.
        """
        life.may_edit(self.state)
        known = self.case.client.dtsen
        if dtsen and any(known is None or getattr(known, name) != value for name, value in dtsen.items()):
            decile.check(dtsen["status"], dtsen["decile"])
            self.case.client.check_dtsen(by=by, **dtsen)
        decided = self.needs | (needs or {})
        if rest:
            decided |= suggestions.rest(services_of(self), decided)
        return self.change(by=by, seen=seen, needs=decided, dismissals=self.dismissals | (dismissals or {}), **weighed)

    def said(self):
        """What the rule of submission asks about."""
        asked = life.unanswered(self.instrument.content, self.given) if self.is_scored else []
        proposed, advised = self.proposed_level, self.advised_level
        return {"unanswered_items": asked, "narrative": self.told_topics.get(NEEDED, ""), "needs_decided": all(spm in self.needs for spm in Spm),
                "dtsen_said": self.case.client.dtsen is not None,
                "unreasoned": suggestions.unreasoned(services_of(self), self.needs, self.dismissals),
                "level_reasoned": proposed in (None, advised) or bool(self.level_reason.strip())}

    def submit(self, *, by, seen=None, note=""):
        """Put the whole to a manager; the result is frozen and the act clock may stop. `seen` is the stamp looked at."""
        lifecycle.may_work(self.case.fresh().stage)
        if seen is not None and seen != self.stamp:
            raise Stale(self)
        life.may_submit(self.kind, **self.said())
        reading = self.reading()
        self.move(AssessmentStep.SUBMIT, by=by, result=freeze(reading) if reading else None, advised=self.advised_level,
                  submitted_at=clock.now())
        self.case.reached("assessed_at", self.submitted_at, by=by)
        for put in self.SUBMITTED:
            put(self, by, note)
        return self


def said_of_parts(decision):
    """{number of a part: comment} that came with the answer to a submission."""
    return {int(number): text for number, text in decision.answered.get("comments", {}).items()} if decision else {}
