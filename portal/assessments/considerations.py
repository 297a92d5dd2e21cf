"""A special consideration: a client outside the decile rule, put to a manager and then coordinated with the ministry's Sentra."""
from flask_babel import force_locale
from peewee import CharField, DateField, DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice
from portal.decisions.models import Decision
from portal.office.openings import grouped, openings
from portal.records import Living
from portal.rules import consideration as life
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.consideration import ConsiderationReason, ConsiderationState, ConsiderationStep, CoordinationState, CoordinationStep
from portal.rules.decile import DtsenStatus, Programme
from portal.rules.life import WhyNot
from portal.rules.refused import Refused

APPROVAL_UNDONE = "Persetujuan pertimbangan khusus diurungkan."  # kept in the record, and records speak Indonesian


class Consideration(OfCase, Living):
    """`programme` is what it was asked for and opens (empty: all); `coordination` begins with the approval.

    Later features register in RELIED what makes taking the approval back too late, as `function(consideration) -> bool`;
    in APPROVED and UNDONE what follows, as `function(consideration, by)`; in BESIDE what the page shows of theirs, as
    (template, `function(consideration, user) -> {name: value}`); in ANSWERS what came of it outside, as
    `function(considerations) -> {id: words}`.
    """

    LIVES = {"state": life.LIFE, "coordination": life.COORDINATION}
    RELIED, APPROVED, UNDONE, BESIDE, ANSWERS = [], [], [], [], []

    case = ForeignKeyField(Case, backref="considerations")
    programme = Choice(Programme, null=True)
    reason = Choice(ConsiderationReason)
    text = TextField(default="")
    state = Choice(ConsiderationState, default=ConsiderationState.REQUESTED)
    made_by = ForeignKeyField(User)
    asked_at = DateTimeField(null=True, index=True)
    coordination = Choice(CoordinationState, null=True)
    institution = CharField(max_length=200, default="")
    contact = CharField(max_length=200, default="")
    coordinated_on = DateField(null=True)
    answer = TextField(default="")
    answered_on = DateField(null=True)

    @classmethod
    def joined(cls):
        return super().joined().select_extend(User).join(User, on=cls.made_by)

    @classmethod
    def of(cls, case):
        """Those of a case, the newest first."""
        return cls.select(cls, User).join(User).where(cls.case == case).order_by(cls.id.desc())

    @classmethod
    def request(cls, case, *, by, reason, text, programme=None):
        """Ask a manager; the rule wants a DT-SEN check first and one request at a time."""
        cls._may(case, reason, text, programme)
        asked = cls.begin(by=by, case=case, reason=reason, text=text, programme=programme, made_by=by, asked_at=clock.now())
        asked.note_move(ConsiderationStep.REQUEST, "", ConsiderationState.REQUESTED, by=by)
        asked._propose(by)
        return asked

    @classmethod
    def _may(cls, case, reason, text, programme, but=None):
        lifecycle.may_work(case.fresh().stage)
        check, others = case.client.dtsen, [(each.state, each.programme) for each in cls.of(case) if each != but]
        life.may_request(status=check.status if check else DtsenStatus.NOT_CHECKED, reason=reason, text=text, others=others, programme=programme)

    def request_again(self, *, by, reason, text, programme=None, seen=None):
        """Put a returned one once more, as it is told now."""
        self._may(self.case, reason, text, programme, but=self)
        self.change(by=by, seen=seen, reason=reason, text=text, programme=programme)
        self.move(ConsiderationStep.REQUEST, by=by)
        self._propose(by)
        return self

    def _propose(self, by):
        case, check = self.case, self.case.client.dtsen
        Decision.ask(DecisionKind.CONSIDERATION, self, self.told, by=by, care_team=case.care_team, number=case.number, heading=case.heading,
                     note=self.text, urgent=self.reason == ConsiderationReason.EMERGENCY,
                     asked={"status": str(check.status), "decile": check.decile})

    @property
    def told(self):
        """What a manager reads of it; whose check was cancelled meanwhile has none."""
        check = self.case.client.dtsen
        known = [check.status, check.decile, check.checked_on] if check else [DtsenStatus.NOT_CHECKED, None, None]
        return [["Kasus", self.case.number], *zip(("DT-SEN", "Desil", "Diperiksa tanggal"), known, strict=True),
                ["Program", self.programme or "Semua program kementerian"], ["Alasan", self.reason], ["Penjelasan", self.text],
                ["Aturan yang berlaku", self._rules()]]

    def _rules(self):
        """The decile rule of what is asked for, as it stands today."""
        with force_locale("id"):
            return "\n".join(each.sentence for each in grouped(openings(self.case.client.dtsen, programmes=self.opens)))

    @property
    def opens(self):
        """The programmes that an approval opens."""
        return life.opened_by(self.programme)

    def give_up(self, *, by, seen=None):
        """A returned one is not asked again; one that waits for the manager is withdrawn through its proposal."""
        if not self.is_returned:
            raise Refused(WhyNot.NOT_FROM_HERE, state=self.state)
        return self.move(ConsiderationStep.WITHDRAW, by=by, seen=seen)

    def coordinate(self, *, by, institution, contact, coordinated_on, seen=None):
        """Whom at the Sentra we spoke to, and when; only after the approval."""
        if self.coordination != CoordinationState.OPEN:
            raise Refused(WhyNot.NOT_FROM_HERE, state=self.coordination or self.state)
        return self.change(by=by, seen=seen, institution=institution, contact=contact, coordinated_on=coordinated_on)

    def record_answer(self, *, by, answer, answered_on, seen=None):
        """What the Sentra answered ends the coordination."""
        if self.coordination is None:
            raise Refused(WhyNot.NOT_FROM_HERE, state=self.state)
        return self.move(CoordinationStep.ANSWER, by=by, seen=seen, column="coordination", answer=answer, answered_on=answered_on)

    @property
    def contacted(self):
        """Whom we spoke to, or whom the referral that it led to is for: what the form of the coordination begins with."""
        led = None if self.institution else self.referrals.first()
        place = {"institution": led.institution.name, "contact": led.institution.contact} if led else {}
        return {"seen": self.version, "institution": self.institution, "contact": self.contact, "coordinated_on": self.coordinated_on} | place

    @property
    def heard(self):
        """What came of it outside, as the referral tells it: what the form of the answer begins with."""
        return "; ".join(words for tell in self.ANSWERS for words in tell([self]).values())

    @property
    def may_coordinate(self):
        return self.coordination == CoordinationState.OPEN

    @property
    def is_returned(self):
        return self.state == ConsiderationState.RETURNED

    @property
    def is_relied_on(self):
        """Whether somebody outside has heard of the approval, or a service rests on it."""
        return bool(self.institution) or self.coordination == CoordinationState.ANSWERED or any(relies(self) for relies in self.RELIED)


def entitlement(case, programme):
    """The Opening for this client of one ministry programme (None: a basic service, which asks nothing)."""
    return dict(entitlements(case, [programme]))[programme]


def entitlements(case, programmes=tuple(Programme)):
    """[(programme, Opening)] by the rules in force, the latest DT-SEN check and the approved considerations of the case."""
    return list(zip(programmes, openings(case.client.dtsen, approved_for(case), programmes), strict=True))


def approved_for(case):
    """The programmes that approved considerations of the case open."""
    return {programme for each in case.considerations.where(Consideration.state == ConsiderationState.APPROVED) for programme in each.opens}


STEPS = {DecisionStep.RETURN: ConsiderationStep.RETURN, DecisionStep.REFUSE: ConsiderationStep.REFUSE,
         DecisionStep.WITHDRAW: ConsiderationStep.WITHDRAW}


@Decision.effect(DecisionKind.CONSIDERATION)
def consideration_decided(decision, step, by):
    """An approval opens the coordination with the Sentra; an undone one comes back to be told better."""
    consideration = Consideration.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        lifecycle.may_work(consideration.case.stage)
        consideration.move(ConsiderationStep.APPROVE, by=by, coordination=CoordinationState.OPEN)
        follow(Consideration.APPROVED, consideration, by)
    elif step == DecisionStep.UNDO:
        consideration.move(ConsiderationStep.UNDO, by=by, coordination=None)
        follow(Consideration.UNDONE, consideration, by)
    else:
        consideration.move(STEPS[step], by=by, reason=decision.reason)


def follow(registered, consideration, by):
    """What later features do when an approval is given or taken back."""
    for function in registered:
        function(consideration, by)


Decision.SUBJECTS["consideration"] = "assessments.considerations.show"
Decision.MAKERS[DecisionKind.CONSIDERATION] = lambda decision: {Consideration.get_by_id(decision.subject_id).made_by_id}
Decision.UNDOABLE[DecisionKind.CONSIDERATION] = lambda decision: not Consideration.get_by_id(decision.subject_id).is_relied_on
