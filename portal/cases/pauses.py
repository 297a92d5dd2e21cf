"""A pause stops the clocks of a case from its approval on; asked by the team, decided by a manager."""
from peewee import DateField, DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.cases.models import Case
from portal.db import Choice
from portal.decisions.models import Decision
from portal.records import Record
from portal.rules import clocks, lifecycle
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.lifecycle import PauseReason


class Pause(Record):
    """`asked_from` is the wish (empty: from the approval), `began_at` what became of it; `ended_at` is empty while it lasts."""

    case = ForeignKeyField(Case, backref="pauses")
    reason = Choice(PauseReason)
    note = TextField(default="")
    asked_at = DateTimeField()
    asked_from = DateTimeField(null=True)
    review_on = DateField(null=True)
    began_at = DateTimeField(null=True)
    ended_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("ended_at", "review_on"), False),)

    @classmethod
    def ask(cls, case, *, by, reason, asked_from=None, review_on=None, note=""):
        """Ask a manager to stop the clocks of a case; `asked_from` (naive UTC) lies between the start of today and now."""
        lifecycle.may_pause(case.stage, paused=cls.running(case) is not None)
        now = clock.now()
        _start(asked_from, asked_at=now, approved_at=now)
        pause = cls.begin(by=by, case=case, reason=reason, asked_at=now, asked_from=asked_from, review_on=review_on, note=note)
        Decision.ask(DecisionKind.PAUSE, case, pause.told, by=by, care_team=case.care_team, number=case.number, heading=case.heading, note=note)
        return pause

    @property
    def told(self):
        """What a manager reads of it; a pause in force says when it began."""
        return [["Kasus", self.case.number], ["Alasan penangguhan", self.reason], ["Berlaku sejak", self.began_at or self.asked_from or "disetujui"],
                ["Ditinjau lagi", self.review_on], ["Catatan", self.note]]

    @classmethod
    def asked_by(cls, decision):
        """The pause that a proposal asked for."""
        return (cls.select().where(cls.case == decision.subject_id, cls.asked_at <= decision.asked_at).order_by(cls.id.desc())).get()

    @classmethod
    def running(cls, case):
        """The pause in force, or None."""
        return case.pauses.where(cls.began_at.is_null(False), cls.ended_at.is_null()).first()

    @classmethod
    def to_end(cls, case):
        """The pause in force; DoesNotExist when the clocks run."""
        return case.pauses.where(cls.began_at.is_null(False), cls.ended_at.is_null()).get()

    @classmethod
    def latest(cls, case):
        """The pause asked for last, or None."""
        return case.pauses.order_by(cls.id.desc()).first()

    def end(self, *, by, seen=None, at=None):
        """The clocks run on from `at` (naive UTC, default now)."""
        return self.change(by=by, seen=seen, ended_at=at or clock.now())

    @classmethod
    def resume(cls, case, ended_at, *, by):
        """What ended a pause at this moment is undone: it lasts on, without a gap."""
        for pause in case.pauses.where(cls.began_at.is_null(False), cls.ended_at == ended_at):
            pause.change(by=by, ended_at=None)

    @property
    def decision(self):
        """The proposal that asked for it, with who decided; None for one that nobody was asked about."""
        return (Decision.about(self.case).where(Decision.kind == DecisionKind.PAUSE, Decision.asked_at >= self.asked_at)
                .order_by(Decision.asked_at, Decision.id).first())


def _start(wanted, *, asked_at, approved_at):
    """When a pause begins (naive UTC): the days of the rule are the office's own."""
    local = clocks.pause_from(wanted and clock.local(wanted), asked_at=clock.local(asked_at), approved_at=clock.local(approved_at))
    return clock.utc(local)


@Decision.effect(DecisionKind.PAUSE)
def pause_decided(decision, step, by):
    """An approved pause begins at the day asked for, an undone one never was."""
    case = Case.get_by_id(decision.subject_id)
    pause = Pause.latest(case)
    if step == DecisionStep.APPROVE:
        lifecycle.may_pause(case.stage, paused=Pause.running(case) is not None)
        pause.change(by=by, began_at=_start(pause.asked_from, asked_at=pause.asked_at, approved_at=clock.now()))
    elif step == DecisionStep.UNDO:
        pause.change(by=by, began_at=None)


# Nothing leaves the office on a pause, so its approval can be taken back until a later one has been asked for.
Decision.UNDOABLE[DecisionKind.PAUSE] = lambda decision: Pause.latest(Case.get_by_id(decision.subject_id)).asked_at <= decision.asked_at
