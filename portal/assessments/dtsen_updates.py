"""The proposal to put DT-SEN right, which an approved consideration opens as a task."""
from peewee import CharField, DateField, ForeignKeyField, TextField

from portal import clock
from portal.assessments.considerations import APPROVAL_UNDONE, Consideration
from portal.cases.below import OfCase
from portal.cases.models import Case
from portal.db import Choice
from portal.office.programmes import open_to
from portal.records import Living
from portal.rules import dtsen_update as rules
from portal.rules import lifecycle
from portal.rules.decile import Programme
from portal.rules.dtsen_update import UpdateState, UpdateStep

AWAITED = (UpdateState.DUE, UpdateState.PROPOSED)


class DtsenUpdate(OfCase, Living):
    """`proposed_to` is the operator of the desa or kelurahan; nothing of the case waits for it."""

    LIVES = {"state": rules.LIFE}

    case = ForeignKeyField(Case, backref="dtsen_updates")
    consideration = ForeignKeyField(Consideration, backref="updates")
    state = Choice(UpdateState, default=UpdateState.DUE)
    opened_on = DateField()
    proposed_to = CharField(max_length=200, default="")
    proposed_on = DateField(null=True)
    decided_on = DateField(null=True)
    note = TextField(default="")

    @classmethod
    def joined(cls):
        return super().joined().select_extend(Consideration).join(Consideration)

    @classmethod
    def of(cls, consideration):
        """The one that stands for a consideration, or None; an undone approval leaves a dropped one behind."""
        return consideration.updates.order_by(cls.id.desc()).first()

    @classmethod
    def of_case(cls, case):
        """Those of a case, the newest first."""
        return cls.select().where(cls.case == case).order_by(cls.id.desc())

    @classmethod
    def awaited(cls, user):
        """Those that something is still to be done about, of the open cases this person sees whole, the oldest first."""
        return cls.whole_to(user).where(cls.state.in_(AWAITED), Case.stage.in_(lifecycle.OPEN)).order_by(cls.opened_on, cls.id)

    def propose(self, *, by, proposed_to, proposed_on, note="", seen=None):
        """The operator of the desa or kelurahan has the proposal; a declined one may be put again."""
        return self.move(UpdateStep.PROPOSE, by=by, seen=seen, proposed_to=proposed_to, proposed_on=proposed_on, decided_on=None, note=note)

    def settle(self, step, *, by, decided_on, note="", seen=None):
        """DT-SEN was updated, or the proposal was declined for a reason."""
        if self.state == UpdateState.PROPOSED:
            rules.check_outcome(proposed_on=self.proposed_on, decided_on=decided_on)
        return self.move(step, by=by, seen=seen, reason=note, decided_on=decided_on, note=note)

    def drop(self, *, by, reason, seen=None):
        """There is nothing to put right."""
        return self.move(UpdateStep.DROP, by=by, seen=seen, reason=reason, note=reason.strip())

    @property
    def due_on(self):
        """The day of what is to be done next, or None."""
        return rules.due_on(self.state, opened_on=self.opened_on, proposed_on=self.proposed_on)

    @property
    def is_open(self):
        return self.state in AWAITED

    @property
    def in_range(self):
        """The latest look into DT-SEN, if it finds the client within the rule of what was asked for; else None."""
        check, deciles = self.case.client.dtsen, open_to()[self.consideration.programme or Programme.ATENSI]
        found = check and rules.is_in_range(status=check.status, decile=check.decile, checked_on=check.checked_on, opened_on=self.opened_on,
                                            deciles=deciles)
        return check if found else None


@Consideration.APPROVED.append
def open_update(consideration, by):
    """Whoever is outside DT-SEN's rule today should not need an exception tomorrow."""
    DtsenUpdate.begin(by=by, case=consideration.case_id, consideration=consideration, opened_on=clock.today())


@Consideration.UNDONE.append
def drop_update(consideration, by):
    """What was proposed to the village already stands; what was only due is dropped."""
    row = DtsenUpdate.of(consideration)
    if row and row.state == UpdateState.DUE:
        row.drop(by=by, reason=APPROVAL_UNDONE)
