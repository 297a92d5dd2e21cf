"""A pause stops the clocks of a case from its approval on; asked by the team, decided by a manager."""
from peewee import DateField, DateTimeField, ForeignKeyField, TextField

from portal import clock
from portal.cases.models import Case
from portal.db import Choice
from portal.decisions.models import Decision
from portal.records import Record
from portal.rules import lifecycle
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.lifecycle import PauseReason


class Pause(Record):
    """`began_at` is the approval, back to the asked day at most; `ended_at` is empty while it lasts."""

    case = ForeignKeyField(Case, backref="pauses")
    reason = Choice(PauseReason)
    note = TextField(default="")
    asked_from = DateTimeField()
    review_on = DateField(null=True)
    began_at = DateTimeField(null=True)
    ended_at = DateTimeField(null=True)

    @classmethod
    def ask(cls, case, *, by, reason, asked_from, review_on=None, note=""):
        """Ask a manager to stop the clocks of a case."""
        lifecycle.may_pause(case.stage)
        pause = cls.begin(by=by, case=case, reason=reason, asked_from=asked_from, review_on=review_on, note=note)
        snapshot = [["Kasus", case.number], ["Alasan jeda", reason], ["Catatan", note]]
        Decision.ask(DecisionKind.PAUSE, pause, snapshot, by=by, care_team=case.care_team, number=case.number, heading=case.heading, note=note)
        return pause

    @classmethod
    def running(cls, case):
        """The pause in force, or None."""
        return case.pauses.where(cls.began_at.is_null(False), cls.ended_at.is_null()).first()

    def end(self, *, by, seen=None):
        """The clocks run on from now."""
        return self.change(by=by, seen=seen, ended_at=clock.now())


# Nothing leaves the office on a pause, so its approval can be taken back at any time.
Decision.UNDOABLE[DecisionKind.PAUSE] = lambda decision: True


@Decision.effect(DecisionKind.PAUSE)
def pause_decided(decision, step, by):
    """An approved pause begins at the day asked for, an undone one never was."""
    pause = Pause.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        pause.change(by=by, began_at=min(pause.asked_from, clock.now()))
    elif step == DecisionStep.UNDO:
        pause.change(by=by, began_at=None)
