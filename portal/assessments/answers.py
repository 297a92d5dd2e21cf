"""The answers of a scored assessment: its pages, each with its note and sources, and one row for each answered item."""
from peewee import BooleanField, CharField, ForeignKeyField, IntegerField, TextField

from portal import audit
from portal.assessments.models import Assessment
from portal.audit import Event
from portal.db import Json
from portal.records import Record, Stale
from portal.rules import assessment as life
from portal.rules import scoring
from portal.rules.drafts import hand, knows
from portal.rules.interview import Source

UNKNOWN = "unknown"


class Section(Record):
    """One page of the instrument in one assessment, with a version of its own, so that two people can share the work.

    `pen` is the page that wrote it last (rules.drafts), for whose own words it is never too late.
    """

    assessment = ForeignKeyField(Assessment, backref="sections")
    page = IntegerField()
    note = TextField(default="")
    sources = Json(default=dict)
    pen = CharField(max_length=20, default="")

    class Meta:
        indexes = ((("assessment", "page"), True),)

    def answer(self, answers, *, by, seen=None, note="", sources=None, taken_back=(), pen=""):
        """Keep the page: `answers` {item id: value or None}, `sources` {domain: [Source]}; what is not given stays, but `taken_back`.

        Stale when somebody else wrote since `seen`. What stands already is not written again.
        """
        life.may_edit(self.assessment.state)
        if not knows(pen, self.pen, seen=seen and int(seen), version=self.version):
            raise Stale(self)
        content, known = self.assessment.instrument.content, self.assessment.given
        scoring.score(content, answers, age=None, sub_type=None)
        fresh = {item: value for item, value in answers.items() if item not in known or known[item] != value}
        told = {name: value for name, value in {"note": note, "sources": sources or {}}.items() if getattr(self, name) != value}
        gone = [item for item in taken_back if item in known]
        if fresh or told or gone:
            self._keep(told, fresh, gone, by=by, pen=pen)
        return self

    def _keep(self, told, fresh, gone, *, by, pen):
        self._write(told | {"pen": hand(pen)[:20]}, by=by, seen=None)
        for item, value in fresh.items():
            Answer.keep(self.assessment, item, value, by=by)
        for item in gone:
            Answer.take_back(self.assessment, item, by=by)
        audit.record(Event.CHANGED, self, by=by, fields=[*sorted(told), *sorted(fresh), *sorted(gone)])

    @property
    def stands(self):
        """{field of the page: what it would hold now}, for whoever looked at an older one."""
        given = self.assessment.given
        items = {item.id: given.get(item.id, "") for item in self.assessment.instrument.content.on_page(self.page)}
        told = {item: UNKNOWN if value is None else str(value) for item, value in items.items()}
        return told | {f"sources_{domain}": [Source(each) for each in chosen] for domain, chosen in self.sources.items()}


class Answer(Record):
    """The answer to one item; an empty value is *belum diketahui*, a missing row or one `taken_back` is not answered."""

    assessment = ForeignKeyField(Assessment, backref="answers")
    item = CharField(max_length=10)
    value = IntegerField(null=True)
    taken_back = BooleanField(default=False)

    class Meta:
        indexes = ((("assessment", "item"), True),)

    @classmethod
    def keep(cls, assessment, item, value, *, by):
        """Write the answer down, or correct the one that stands; within the trail of its page."""
        row = cls.get_or_none(cls.assessment == assessment, cls.item == item)
        if row is None:
            return cls.create(assessment=assessment, item=item, value=value)
        now = {"value": value, "taken_back": False}
        return row._write({name: each for name, each in now.items() if getattr(row, name) != each}, by=by, seen=None)

    @classmethod
    def take_back(cls, assessment, item, *, by):
        """It was a mistake: the item is not answered any more; within the trail of its page."""
        cls.get(cls.assessment == assessment, cls.item == item)._write({"taken_back": True}, by=by, seen=None)


@Assessment.STARTED.append
def lay_out(assessment):
    """A scored assessment has a section for each page of its instrument."""
    for page in assessment.instrument.content.pages if assessment.instrument else ():
        Section.create(assessment=assessment, page=page.number)
