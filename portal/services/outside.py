"""A child's place away from the parents: why, with whom, what the child thinks, who agreed, and when it is looked at again."""
from peewee import DateField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.clients.family import circle_of
from portal.db import Choice
from portal.decisions.models import Decision
from portal.office.opening import calendar
from portal.records import Living
from portal.rules import lifecycle, outside_family
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.levels import Level
from portal.rules.lifecycle import NoteKind
from portal.rules.outside_family import CareState, CareStep
from portal.rules.referral_terms import paper_due
from portal.rules.service import ServiceState
from portal.services.models import Service

PLAN = ("what", "goal", "by_when", "owner")


class OutsideCare(OfCase, Living):
    """One for each service that is such a place. `impossible`: why the family can't; `kin_tried`: who of the kin was asked."""

    LIVES = {"state": outside_family.LIFE}

    case = ForeignKeyField(Case, backref="placements_outside")
    service = ForeignKeyField(Service, backref="placements", unique=True)
    state = Choice(CareState, default=CareState.FREE)
    impossible = TextField(default="")
    kin_tried = TextField(default="")
    child_view = TextField(default="")
    review_on = DateField()
    made_by = ForeignKeyField(User)

    @classmethod
    def joined(cls):
        return super().joined().select_extend(Service).join(Service, on=cls.service)

    @classmethod
    def of(cls, case):
        """Those of a case, each with its service."""
        return cls.select(cls, Service).join(Service).where(cls.case == case).order_by(cls.id)

    @classmethod
    def propose(cls, case, *, by, care, **told):
        """Plan such a place; unless it is with kin a manager is asked at once."""
        plan, why = _parted(told)
        cls._check(care, why)
        service = Service.need(case, by=by, care=care).plan(by=by, **plan)
        return cls.begin(by=by, case=case, service=service, made_by=by, **why)._ask(by)

    def propose_again(self, *, by, seen=None, care, **told):
        """Tell it better and, unless it is with kin, put it to the manager once more."""
        plan, why = _parted(told)
        outside_family.may_change(self.state)
        outside_family.may_retell(self.service.care, care, delivered=not self.service.is_pending)
        self._check(care, why)
        lifecycle.may_work(self.case.fresh().stage)
        self.change(by=by, seen=seen, **why)
        self._retell(care, plan, by=by)
        return self._ask(by)

    def _retell(self, care, plan, *, by):
        """What was planned is told anew; a child who is there already stays where they are."""
        if self.service.is_pending:
            self.service.plan(by=by, care=care, **plan)
        else:
            self.service.change(by=by, care=care, **plan)

    @staticmethod
    def _check(care, why):
        outside_family.check_told(care, **{name: why[name] for name in ("impossible", "kin_tried", "child_view")})
        outside_family.check_review(why["review_on"], clock.today())

    def _ask(self, by):
        """Put it to a manager, as it is told now; kin need nobody's leave."""
        case, service = self.case, self.service
        if not outside_family.needs_approval(service.care):
            return self if self.state == CareState.FREE else self.move(CareStep.TO_KIN, by=by)
        self.move(CareStep.REQUEST, by=by)
        Decision.ask(DecisionKind.OUTSIDE_FAMILY, self, self.told, by=by, care_team=case.care_team, number=case.number, heading=case.heading,
                     urgent=case.level == Level.EMERGENCY or service.state == ServiceState.DELIVERED)
        return self

    @property
    def told(self):
        """What a manager reads of it."""
        case, service = self.case, self.service
        return [["Kasus", case.number], ["Tingkat", case.level], ["Bentuk pengasuhan", service.care], ["Di mana atau oleh siapa", service.what],
                ["Mengapa keluarga tidak dapat mengasuh", self.impossible], ["Yang sudah dicoba pada kerabat", self.kin_tried],
                ["Pandangan anak", self.child_view], ["Tujuan", service.goal], ["Mulai paling lambat", service.by_when],
                ["Ditinjau paling lambat", self.review_on], ["Anak sudah di sana", service.state == ServiceState.DELIVERED]]

    @property
    def planned(self):
        """What stands with the service, as the form shows it."""
        service = self.service
        return {"care": service.care, "what": service.what, "goal": service.goal, "by_when": service.by_when, "who": service.owner_id}

    @property
    def is_there(self):
        return outside_family.is_there(self.state, self.service.state == ServiceState.DELIVERED)

    @property
    def may_change(self):
        """Whether it may be told anew and put again."""
        open_still = self.service.is_pending or self.is_there
        return open_still and self.state in outside_family.CHANGEABLE

    @property
    def waits(self):
        """Whether the child may not go yet."""
        return self.service.is_pending and outside_family.waits(self.service.care, self.state, self.case.level)

    def owed(self, today):
        """What is due for the child by now: [Owed]."""
        return outside_family.owed(self.service.care, self.state, delivered=self.service.state == ServiceState.DELIVERED, review_on=self.review_on,
                                   today=today)

    @property
    def approval_due(self):
        """The last working day for the approval of a child who went first."""
        return paper_due(clock.local(self.service.delivered_at), calendar()).date()

    def review(self, *, by, seen=None, text, review_on):
        """Somebody looked how the child is; until the next time. What was found stands on the timeline."""
        outside_family.may_review(self.state, self.service.state == ServiceState.DELIVERED)
        outside_family.check_review(review_on, clock.today())
        self.change(by=by, seen=seen, review_on=review_on)
        return self.case.note(NoteKind.VISIT, f"Peninjauan pengasuhan: {text}", by=by)

    def end(self, *, by, reason, seen=None):
        """The child has left: home, to kin, or elsewhere."""
        if self._clicked_twice(CareStep.END, by, seen):
            return self
        outside_family.may_close(self.state)
        outside_family.may_review(self.state, self.service.state == ServiceState.DELIVERED)
        return self.move(CareStep.END, by=by, seen=seen, reason=reason)


def _parted(told):
    """(what the service keeps, what the placement keeps)."""
    return {name: value for name, value in told.items() if name in PLAN}, {name: value for name, value in told.items() if name not in PLAN}


STEPS = {DecisionStep.APPROVE: CareStep.APPROVE, DecisionStep.RETURN: CareStep.RETURN, DecisionStep.REFUSE: CareStep.REFUSE,
         DecisionStep.WITHDRAW: CareStep.WITHDRAW, DecisionStep.UNDO: CareStep.UNDO}


@Decision.effect(DecisionKind.OUTSIDE_FAMILY)
def care_decided(decision, step, by):
    """The placement follows the decision; nothing is agreed to for a case that is over."""
    placement = OutsideCare.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        lifecycle.may_work(placement.case.stage)
    placement.move(STEPS[step], by=by, reason=decision.reason)


def undoable(decision):
    """Until the child has gone there."""
    placement = OutsideCare.get_by_id(decision.subject_id)
    return placement.state == CareState.APPROVED and placement.service.is_pending


def beside_decision(decision, user):
    """What the manager sees under the proposal: the family as it is known."""
    placement = OutsideCare.get_by_id(decision.subject_id)
    return {"placement": placement, "family": circle_of(placement.case.client, user)}


Decision.SUBJECTS["outside_care"] = "services.outside.show"
Decision.MAKERS[DecisionKind.OUTSIDE_FAMILY] = lambda decision: {OutsideCare.get_by_id(decision.subject_id).made_by_id}
Decision.UNDOABLE[DecisionKind.OUTSIDE_FAMILY] = undoable
Decision.PANELS[DecisionKind.OUTSIDE_FAMILY] = ("services/_decision_outside.html", beside_decision)
