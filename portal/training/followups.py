"""Who ended a training is visited after one, three, six and twelve months, and what was found is written down."""
from dataclasses import dataclass
from datetime import date, timedelta

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.db import Choice, db
from portal.records import Record
from portal.rules import followup as rules
from portal.rules.followup import FollowUpStatus
from portal.rules.placement import FINISHED
from portal.training.models import Placement

SHORTEST_MONTH = timedelta(days=28)


class FollowUp(Record):
    """The visit due so many `months` after the end; `income` is rupiah a month."""

    placement = ForeignKeyField(Placement, backref="follow_ups")
    months = IntegerField()
    visited_on = DateField()
    status = Choice(FollowUpStatus)
    income = IntegerField(null=True)
    place = CharField(max_length=200, default="")
    uses_skill = BooleanField(null=True)
    note = TextField(default="")
    made_by = ForeignKeyField(User)

    class Meta:
        indexes = ((("placement", "months"), True),)

    @classmethod
    def known(cls, placement, months):
        """What the visit found, or None while it is not written down."""
        return cls.select().where(cls.placement == placement, cls.months == months).first()

    @classmethod
    def write(cls, placement, months, *, by, seen=None, **found):
        """Write down what a visit found; once more corrects it."""
        rules.may_visit(placement.ended_on, found["visited_on"], clock.today())
        db.lock()
        known = cls.known(placement, months)
        if known:
            return known.change(by=by, seen=seen, **found)
        return cls.begin(by=by, placement=placement, months=months, made_by=by, **found)


@dataclass(frozen=True)
class Visit:
    """One of the four visits of one placement: when it is due and what it found (None: not written down)."""

    placement: Placement
    months: int
    due: date
    found: FollowUp | None

    @property
    def is_late(self):
        return self.found is None and self.due <= clock.today()


def visits_of(placement):
    """The Visits of one placement in their order; none while the training runs."""
    found = {each.months: each for each in placement.follow_ups}
    return [Visit(placement, months, due, found.get(months)) for months, due in placement.follow_up_dates().items()]


def visit_of(placement, months):
    """The Visit due after so many months; DoesNotExist when there is none."""
    for visit in visits_of(placement):
        if visit.months == months:
            return visit
    raise FollowUp.DoesNotExist


def visits_due(user):
    """The Visits due by today and not written down, of the cases this person sees whole, the oldest first."""
    today = clock.today()
    ended = list(Placement.whole_to(user).where(Placement.state.in_(FINISHED), Placement.ended_on <= today - SHORTEST_MONTH))
    done = {}
    for row in FollowUp.select(FollowUp.placement, FollowUp.months).where(FollowUp.placement.in_(ended)):
        done.setdefault(row.placement_id, set()).add(row.months)
    late = [Visit(each, months, each.follow_up_dates()[months], None)
            for each in ended for months in rules.overdue(each.ended_on, done.get(each.id, ()), today)]
    return sorted(late, key=lambda visit: visit.due)
