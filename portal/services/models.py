"""A service of a case: needed, then planned, then delivered, or closed with a reason; the services by goal are the plan."""
from peewee import JOIN, CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.assessments.considerations import entitlement
from portal.assessments.models import Assessment
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice, db
from portal.labels import label
from portal.records import DOUBLE_CLICK, Living
from portal.rules import lifecycle, outside_family
from portal.rules import service as life
from portal.rules.decile import Programme
from portal.rules.decile import Why as WhyShut
from portal.rules.lifecycle import CaseStep, Stage
from portal.rules.outside_family import CareKind
from portal.rules.refused import Refused
from portal.rules.service import FundSource, ServiceState, ServiceStep, Spm, Unit


class Service(OfCase, Living):
    """`spm` names a basic service, `programme` one of the ministry's, `care` who takes the child in; `what` says more.

    `rupiah` is whole rupiah.
    """

    LIVES = {"state": life.LIFE}

    case = ForeignKeyField(Case, backref="services")
    assessment = ForeignKeyField(Assessment, null=True, backref="services")
    spm = Choice(Spm, null=True)
    programme = Choice(Programme, null=True)
    care = Choice(CareKind, null=True)
    what = CharField(max_length=200, default="")
    goal = CharField(max_length=200, default="")
    state = Choice(ServiceState, default=ServiceState.NEEDED)
    quantity = IntegerField(null=True)
    unit = Choice(Unit, null=True)
    rupiah = IntegerField(null=True)
    fund = Choice(FundSource, null=True)
    by_when = DateField(null=True)
    owner = ForeignKeyField(User, null=True, backref="services_owned")
    delivered_at = DateTimeField(null=True)
    delivered_by = ForeignKeyField(User, null=True, backref="services_delivered")
    evidence = TextField(default="")
    closing_reason = TextField(default="")
    made_by = ForeignKeyField(User)

    class Meta:
        indexes = ((("state", "by_when"), False),)

    @classmethod
    def of(cls, case):
        """The services of a case by goal, each with who sees to it and who gave it."""
        giver = User.alias()
        return (cls.select(cls, User, giver).join(User, JOIN.LEFT_OUTER, on=cls.owner).switch(cls)
                .join(giver, JOIN.LEFT_OUTER, on=(cls.delivered_by == giver.id), attr="delivered_by").where(cls.case == case)
                .order_by(cls.goal == "", cls.goal, cls.id))

    @classmethod
    def waiting_in(cls, case):
        """The services of a case that are neither given nor closed, those of the assessment first."""
        return cls.of(case).where(cls.state.in_(life.PENDING)).order_by(cls.assessment.is_null(), cls.spm, cls.id)

    @classmethod
    def need(cls, case, *, by, spm=None, programme=None, care=None, **details):
        """One more service that this client needs; no stage of an open case has to be waited for."""
        lifecycle.may_work(case.fresh().stage)
        life.check_kind(spm, programme, care)
        service = cls.begin(by=by, case=case, spm=spm, programme=programme, care=care, made_by=by, **details)
        service.note_move("need", "", ServiceState.NEEDED, by=by)
        return service

    @classmethod
    def propose(cls, case, *, by, spm=None, programme=None, **plan):
        """A service that is planned from the start."""
        return cls.need(case, by=by, spm=spm, programme=programme).plan(by=by, **plan)

    @classmethod
    def give(cls, case, *, by, spm=None, programme=None, what="", goal="", **given):
        """A service that was given before anybody planned it, as in an emergency."""
        return cls.need(case, by=by, spm=spm, programme=programme, what=what, goal=goal).deliver(by=by, **given)

    @property
    def kind(self):
        """What it is: a basic service, else a programme, else care away from the parents."""
        return self.spm or self.programme or self.care

    @property
    def name(self):
        """The words of its kind."""
        return label(self.kind)

    @property
    def is_pending(self):
        return self.state in life.PENDING

    @property
    def is_overdue(self):
        return life.is_overdue(self.state, self.by_when, clock.today())

    @property
    def care_state(self):
        """How the care away from the parents stands with the manager; None for any other service."""
        asked = self.placements.first() if self.care else None
        return asked.state if asked else None

    def plan(self, *, by, seen=None, **plan):
        """Set goal, amount, day and person; a planned one can be planned anew until it is delivered."""
        self._check(plan)
        outside_family.may_change(self.care_state)
        if self.state == ServiceState.PLANNED:
            return self.change(by=by, seen=seen, **plan)
        return self.move(ServiceStep.PLAN, by=by, seen=seen, **plan)

    def deliver(self, *, by, seen=None, at=None, giver=None, **given):
        """It was given at `at` (naive UTC, default now): the act clock may stop, and the case moves to intervention."""
        moment = at or clock.now()
        self._check(given, delivered_on=clock.local(moment).date())
        outside_family.may_deliver(self.care, self.care_state, self.case.level)
        self.move(ServiceStep.DELIVER, by=by, seen=seen, at=moment, delivered_at=moment, delivered_by=giver or by, **given)
        self.case.first_service(moment, by=by)
        return self

    def again(self, *, by):
        """The same was given once more, just now, as meals are; a second click gives nothing."""
        life.check_again(self.state)
        db.lock()
        lately = Service.select().where(Service.case == self.case_id, Service.made_by == by, Service.spm == self.spm, Service.what == self.what,
                                        Service.programme == self.programme, Service.id != self.id, Service.state == ServiceState.DELIVERED,
                                        Service.delivered_at >= clock.now() - DOUBLE_CLICK).first()
        same = {name: getattr(self, name) for name in ("quantity", "unit", "rupiah", "fund")}
        return lately or Service.give(self.case, by=by, spm=self.spm, programme=self.programme, what=self.what, goal=self.goal, **same)

    @classmethod
    def referred(cls, case, *, by, at, number):
        """A referral of the case went out at `at`: the need for one is met by it."""
        if case.fresh().is_open:
            for service in cls.select().where(cls.case == case, cls.spm == Spm.SPM13, cls.programme.is_null(), cls.state.in_(life.PENDING)):
                service.deliver(by=by, at=at, evidence=f"Rujukan {number}")

    def end(self, step, *, by, reason, seen=None):
        """No longer needed, declined by the client, or written down wrongly; with a reason."""
        if self._clicked_twice(step, by, seen):
            return self
        lifecycle.may_work(self.case.fresh().stage)
        life.after(self.state, step, reason=reason)
        outside_family.may_close(self.care_state)
        was_given = self.state == ServiceState.DELIVERED
        self.move(step, by=by, seen=seen, reason=reason, closing_reason=reason.strip())
        if was_given:
            self.case.fresh().service_taken_back(by=by)
        return self

    def _check(self, told, delivered_on=None):
        """Refused when the case is over, the amounts are wrong, or a ministry programme is not open to this client."""
        lifecycle.may_work(self.case.fresh().stage)
        amount = {name: told.get(name, getattr(self, name)) for name in ("quantity", "rupiah", "unit")}
        faults = life.check(self.spm, amount["quantity"], amount["rupiah"], delivered_on, today=clock.today(),
                            t0_on=clock.local(self.case.t0).date(), unit=amount["unit"], meal_days_before=self._meal_days())
        if faults:
            raise Refused(faults[0])
        if self.programme and self.state == ServiceState.NEEDED:
            self._check_open()

    def _check_open(self):
        """Refused when the programme is shut to this client; what was planned while it was open stays open."""
        opening = entitlement(self.case, self.programme)
        if not opening.is_open:
            raise Refused(WhyShut.SHUT, sentence=opening.sentence)

    def _meal_days(self):
        """The days of meals that this case was given already, without this service."""
        if self.spm != Spm.SPM03:
            return 0
        given = Service.select().where(Service.case == self.case_id, Service.spm == Spm.SPM03, Service.state == ServiceState.DELIVERED,
                                       Service.id != self.id)
        return sum(service.quantity or 0 for service in given if service.unit in (None, Unit.DAY))

    @classmethod
    def all_settled(cls, case):
        """Whether nothing of this case still waits to be given."""
        return not cls.select().where(cls.case == case, cls.state.in_(life.PENDING)).exists()

    @classmethod
    def may_monitor(cls, case):
        """Whether monitoring can be offered now."""
        return case.stage == Stage.INTERVENTION and cls.all_settled(case)

    @classmethod
    def monitor(cls, case, *, by, seen=None):
        """All is given or closed: the case is watched from now on."""
        lifecycle.may_monitor(cls.all_settled(case))
        return case.move(CaseStep.MONITOR, by=by, seen=seen)
