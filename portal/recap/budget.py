"""What an office writes beside the figures of the minimum service standard: money, obstacles and what follows, for one type and year."""
from peewee import BigIntegerField, IntegerField, TextField

from portal.accounts.models import User
from portal.db import Choice, db
from portal.records import Record, Revision, Stale
from portal.rules.categories import SpmType
from portal.rules.spm import is_over


class SpmYear(Record):
    """`budget` and `realised` are whole rupiah; None: not written down yet."""

    # What is told of a type of which nobody has written anything.
    NOTHING = {"budget": None, "realised": None, "obstacles": "", "follow_up": ""}

    year = IntegerField()
    spm_type = Choice(SpmType)
    budget = BigIntegerField(null=True)
    realised = BigIntegerField(null=True)
    obstacles = TextField(default="")
    follow_up = TextField(default="")

    class Meta:
        indexes = ((("year", "spm_type"), True),)

    @classmethod
    def of(cls, year, spm_type):
        """What was written for a type and year, or None."""
        return cls.get_or_none(year=year, spm_type=spm_type)

    @classmethod
    def write(cls, year, spm_type, *, by, seen=None, **told):
        """Write it down the first time or anew; Stale when somebody else did so after the person looked."""
        db.lock()
        row = cls.of(year, spm_type)
        if row is None:
            return cls.begin(by=by, year=year, spm_type=spm_type, **told)
        if seen is None:
            raise Stale(row)
        return row.change(by=by, seen=seen, **told)

    @property
    def told(self):
        """{name: value} of what is written by hand."""
        return {name: getattr(self, name) for name in self.NOTHING}

    @property
    def is_over(self):
        """Whether more was spent than budgeted."""
        return is_over(self.budget, self.realised)

    @property
    def earlier(self):
        """[(name of who replaced it, when, {name: value} of what stood before)], the latest first."""
        names = User.names()
        rows = Revision.select().where(Revision.subject == self._meta.table_name, Revision.subject_id == self.id).order_by(Revision.version.desc())
        return [(names.get(row.by, ""), row.at, row.values) for row in rows]
