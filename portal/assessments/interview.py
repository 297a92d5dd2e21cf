"""What the interview tells besides the scored answers: facts of the street and the family, strengths, and the client's own wishes."""
from peewee import BooleanField, CharField, IntegerField, TextField

from portal.db import Json
from portal.records import Living
from portal.rules.narrative import read

CARRIED = ("with_family", "places_and_hours", "daily_income", "income_goes_to", "street_reasons", "earlier_raids", "language", "parents",
           "siblings", "genogram", "strengths", "skill_interests")


class Interview(Living):
    """The told part of an assessment; `street_reasons` are StreetReasons, `daily_income` is whole rupiah.

    `sources` (Source) and `topics` {Topic: text} belong to one without a score; `narrative` is what such a one told before there were topics.
    """

    with_family = BooleanField(null=True)
    places_and_hours = TextField(default="")
    daily_income = IntegerField(null=True)
    income_goes_to = CharField(max_length=200, default="")
    street_reasons = Json(default=list)
    earlier_raids = TextField(default="")
    language = CharField(max_length=200, default="")
    parents = TextField(default="")
    siblings = TextField(default="")
    genogram = TextField(default="")
    strengths = TextField(default="")
    skill_interests = TextField(default="")
    child_wishes = TextField(default="")
    accompanied_by = CharField(max_length=200, default="")
    safe_place = BooleanField(null=True)
    sources = Json(default=list)
    topics = Json(default=dict)
    narrative = TextField(default="")

    @property
    def told_topics(self):
        """{topic: text} as it is read."""
        return read(self.topics, self.narrative)
