"""A programme: what is taught, by whom, and who is admitted; its batches are the courses that really take place."""
from peewee import BooleanField, CharField, ForeignKeyField, IntegerField, TextField, fn

from portal.db import Choice
from portal.phrases import lines
from portal.records import Record
from portal.referrals.institutions import Institution
from portal.rules.nik import Sex
from portal.rules.placement import OVER
from portal.rules.service import FundSource
from portal.rules.trades import ProviderKind, Trade
from portal.rules.training import Education, Marital


class Programme(Record):
    """Ages in whole years on the first day; None and "any" are no condition. `allowance` is rupiah per day present, `min_attendance` the
    percent wanted for passing, `content` what is taught, a line each; `provider` repeats the name of the `institution`, if it is in the directory."""

    # function(programme), which refuses terms under which somebody can't be in one of its courses.
    CHANGED = []

    trade = Choice(Trade)
    name = CharField(max_length=120)
    provider = CharField(max_length=120)
    provider_kind = Choice(ProviderKind)
    institution = ForeignKeyField(Institution, null=True, backref="programmes")
    place = CharField(max_length=200, default="")
    min_age = IntegerField(null=True)
    max_age = IntegerField(null=True)
    sex = Choice(Sex, null=True)
    education = Choice(Education, null=True)
    marital = Choice(Marital, default=Marital.ANY)
    boarding = BooleanField(default=False)
    health_letter = BooleanField(default=False)
    out_of_school = BooleanField(default=False)
    risky = BooleanField(default=False)
    work_practice = BooleanField(default=False)
    talent_only = BooleanField(default=False)
    admits_adults = BooleanField(default=False)
    hours_per_day = IntegerField(default=0)
    funding = Choice(FundSource, null=True)
    allowance = IntegerField(null=True)
    min_attendance = IntegerField(null=True)
    content = TextField(default="")
    active = BooleanField(default=True)

    @classmethod
    def visible_to(cls, user):
        """Every programme: they name nobody."""
        return cls.select()

    @classmethod
    def listed_to(cls, user):
        """Every programme with `still_open`, its batches that are not over, counted in the same statement."""
        batch = cls.batches.rel_model
        still = batch.select(fn.COUNT(batch.id)).where(batch.programme == cls.id, batch.state.not_in(OVER))
        return cls.select(cls, still.alias("still_open"))

    @classmethod
    def offered(cls, before=None):
        """The programmes that new batches may be made of, by name; among them that of the batch `before`, which one follows."""
        return cls.select().where(cls.active | (cls.id == (before.programme_id if before else None))).order_by(cls.name, cls.id)

    @property
    def subject(self):
        """The name as it follows the word "pelatihan" on paper, which many a name begins with itself."""
        first, _, rest = self.name.partition(" ")
        return rest if first.casefold() == "pelatihan" and rest else self.name

    @property
    def taught(self):
        """What is taught, line by line."""
        return lines(self.content)

    @property
    def children_only(self):
        """Whether only who is not yet 18 is admitted: no adults in the class, and no highest age that says otherwise."""
        return not self.admits_adults and self.max_age is None

    def correct(self, *, by, seen=None, **details):
        """Change the terms; what was found for placements already proposed stays frozen with them, but nobody may meet a stop of the law."""
        self.change(by=by, seen=seen, **details)
        for check in self.CHANGED:
            check(self)
        for batch in self.batches:
            batch.reindex()
        return self
