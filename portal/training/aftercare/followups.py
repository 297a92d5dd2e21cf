"""The visits in the year after a training: each attempt is kept, and four milestones say what is known and what still asks."""
from dataclasses import dataclass
from datetime import date

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.models import User
from portal.cases.models import Case
from portal.db import Choice, db
from portal.records import Record
from portal.rules import followup as rules
from portal.rules.followup import FollowUpStatus, Standing, Try
from portal.rules.lifecycle import ClosingReason, Stage
from portal.rules.placement import FINISHED, TAUGHT
from portal.rules.refused import Refused
from portal.training.models import Placement


class FollowUp(Record):
    """One visit for the milestone of so many `months`; `income` is rupiah a month, `cancelled` says why it was written by mistake."""

    placement = ForeignKeyField(Placement, backref="follow_ups")
    months = IntegerField()
    visited_on = DateField()
    status = Choice(FollowUpStatus)
    income = IntegerField(null=True)
    place = CharField(max_length=200, default="")
    uses_skill = BooleanField(null=True)
    note = TextField(default="")
    made_by = ForeignKeyField(User)
    cancelled = TextField(default="")

    @classmethod
    def whole_to(cls, user):
        """The visits of the placements whose case this person sees whole."""
        return cls.select().where(cls.placement.in_(Placement.whole_to(user).select(Placement.id)))

    @classmethod
    def counted(cls):
        """The visits that were not cancelled, the oldest first."""
        return cls.select().where(cls.cancelled == "").order_by(cls.visited_on, cls.id)

    @classmethod
    def write(cls, placement, months, *, by, **told):
        """Write down one more visit; earlier ones of the same milestone stay."""
        db.lock()
        check(placement, months, **told)
        return cls.begin(by=by, placement=placement, months=months, made_by=by, **told)

    def correct(self, *, by, seen=None, **told):
        """Put right what was written down; what stood there stays readable in the revisions."""
        self._check_kept()
        check(self.placement, self.months, **told)
        return self.change(by=by, seen=seen, **told)

    def cancel(self, *, by, reason, seen=None):
        """Written by mistake: it stays readable and counts no more. A second click changes nothing."""
        if self.cancelled and self.cancelled == reason.strip():
            return self
        self._check_kept()
        if not reason.strip():
            raise Refused(rules.Why.REASON_NEEDED)
        return self.change(by=by, seen=seen, cancelled=reason.strip())

    def _check_kept(self):
        if self.cancelled:
            raise Refused(rules.Why.STRUCK)

    @property
    def found(self):
        return self.status != FollowUpStatus.NOT_FOUND

    @property
    def as_try(self):
        """What the rules of asking know of it."""
        return Try(self.months, self.visited_on, self.found)


def check(placement, months, *, visited_on, status, income=None, place="", uses_skill=None, **_told):
    """Refused when the visit belongs to no ended training, not to this milestone, or tells what nobody can have said."""
    rules.may_visit(placement.ended_on if placement.follow_up_dates() else None, months, visited_on, clock.today())
    rules.check_told(status, income=income, place=place, uses_skill=uses_skill)


@dataclass(frozen=True)
class Milestone:
    """One of the four of a placement: its window and what its visits (`attempts`, the oldest first) found."""

    placement: Placement
    months: int
    due: date
    opens: date
    closes: date | None
    asks_on: date | None
    standing: Standing
    attempts: list

    @property
    def found(self):
        """The latest visit that met the person, or None."""
        return next((each for each in reversed(self.attempts) if each.found), None)

    @property
    def may_write(self):
        """Whether a visit that counts for it can have taken place by now."""
        return self.opens <= clock.today()

    @property
    def latest_day(self):
        """The latest day up to now on which a visit counts for it."""
        return min(clock.today(), self.closes) if self.closes else clock.today()


def milestones_of(placement):
    """The Milestones of one placement in their order; none while the training runs, nor where it went on in another batch."""
    return milestones_by_placement([placement])[placement.id]


def milestones_by_placement(placements):
    """{placement id: its Milestones} of many placements, in two statements."""
    ids = [each.id for each in placements]
    gone = {row.follows_id for row in went_on().where(Next.follows.in_(ids))}
    rows = {}
    for row in FollowUp.counted().where(FollowUp.placement.in_(ids)):
        rows.setdefault(row.placement_id, []).append(row)
    return {each.id: [milestone(each, months, rows.get(each.id, [])) for months in each.follow_up_dates()] if each.id not in gone else []
            for each in placements}


def milestone(placement, months, rows):
    """The Milestone of so many months; `rows` are all the placement's visits that count."""
    ended, tries = placement.ended_on, [each.as_try for each in rows]
    opens, closes = rules.window(ended, months)
    return Milestone(placement, months, rules.months_after(ended, months), opens, closes, rules.asks_on(ended, months, tries),
                     rules.standing(ended, months, tries, clock.today()), [each for each in rows if each.months == months])


def milestone_of(placement, months):
    """The Milestone of so many months; DoesNotExist when there is none."""
    for each in milestones_of(placement):
        if each.months == months:
            return each
    raise FollowUp.DoesNotExist


Next = Placement.alias()


def went_on():
    """The placements in which a training that was cut short went on, as a query of which they follow."""
    return Next.select(Next.follows).where(Next.follows.is_null(False), Next.state.in_(TAUGHT))


def ended():
    """As a condition: the training ended, and did not go on in another batch."""
    return Placement.state.in_(FINISHED) & Placement.ended_on.is_null(False) & Placement.id.not_in(went_on())


def within_reach():
    """As a condition: there is still somebody to visit, and the record was no mistake."""
    return (Case.stage != Stage.CANCELLED) & (Case.closing_reason.is_null() | (Case.closing_reason != ClosingReason.DIED))


def refile(placement, *, by):
    """After the end of a training was put right, each visit counts for the milestone of its day; Refused when one came before all of them."""
    for row in FollowUp.counted().where(FollowUp.placement == placement):
        months = rules.milestone_on(placement.ended_on, row.visited_on)
        if months is None:
            raise Refused(rules.Why.VISIT_TOO_EARLY, day=f"{row.visited_on:%d-%m-%Y}")
        row.change(by=by, months=months)
