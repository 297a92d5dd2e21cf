"""What is written down around a case: its reports, categories, levels, contacts, notes, and the rounds before a reopening."""
from flask_babel import gettext
from peewee import BooleanField, CharField, DateField, DateTimeField, DeferredForeignKey, ForeignKeyField, TextField

from portal import clock
from portal.accounts.models import User
from portal.db import Choice, Json
from portal.records import Record
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.rules import clocks
from portal.rules.categories import Category, SubType
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, NoteKind, Stage, TryOutcome


class CaseReport(Record):
    """A report that speaks of a case."""

    case = DeferredForeignKey("Case", backref="case_reports")
    report = ForeignKeyField(Report, backref="case_reports")

    class Meta:
        indexes = ((("case", "report"), True),)


class CaseCategory(Record):
    """The category of a case from a day on."""

    case = DeferredForeignKey("Case", backref="category_history")
    category = Choice(Category)
    additional = Json(default=list)
    sub_type = Choice(SubType, null=True)
    since = DateField()
    by = ForeignKeyField(User)


class LevelChange(Record):
    """The level in force from a moment on. `source`: triage, assessment or manager."""

    case = DeferredForeignKey("Case", backref="level_history")
    level = Choice(Level)
    at = DateTimeField()
    by = ForeignKeyField(User)
    source = CharField(max_length=20)
    reason = TextField(default="")

    @classmethod
    def raise_of(cls, case, level):
        """When the case was raised to this level, now in force (naive UTC), or None."""
        told = cls.select(cls.level, cls.at).where(cls.case == case).order_by(cls.at, cls.id)
        return clocks.raised_to(level, list(told.tuples()))


class Try(Record):
    """One attempt to meet somebody in the field: the client of a case or, before there is one, a person of a report."""

    case = DeferredForeignKey("Case", null=True, backref="tries")
    person = ForeignKeyField(ReportPerson, null=True, backref="tries")
    outcome = Choice(TryOutcome)
    at = DateTimeField()
    place = CharField(max_length=200, default="")
    who_met = CharField(max_length=200, default="")
    help_given = TextField(default="")
    text = TextField(default="")
    made_by = ForeignKeyField(User)

    @property
    def told(self):
        """What happened, in one line: the place, who was met, the help, the words."""
        met = gettext("Bertemu: %(who)s", who=self.who_met) if self.who_met else ""
        helped = gettext("Bantuan segera: %(help)s", help=self.help_given) if self.help_given else ""
        return ". ".join(part for part in (self.place, met, helped, self.text) if part)


class Note(Record):
    """Something that happened, told on the timeline."""

    case = DeferredForeignKey("Case", backref="notes")
    kind = Choice(NoteKind)
    at = DateTimeField()
    text = TextField()
    participants = TextField(default="")
    made_by = ForeignKeyField(User)

    def amend(self, *, by, at, text):
        """Tell it better; the words before stay in the revisions."""
        clocks.check_moment(at, t0=at, now=clock.now())
        return self.change(by=by, at=at, text=text)


class Round(Record):
    """What the clocks of a case said before it was reopened: they run anew, and the old ones are kept."""

    case = DeferredForeignKey("Case", backref="rounds")
    level = Choice(Level)
    t0 = DateTimeField()
    found_at = DateTimeField(null=True)
    met_at = DateTimeField(null=True)
    assessed_at = DateTimeField(null=True)
    served_at = DateTimeField(null=True)
    finished_at = DateTimeField(null=True)
    closing_reason = Choice(ClosingReason, null=True)
    closing_from = Choice(Stage, null=True)
    taken_back = BooleanField(default=False)
    is_open = False
