"""Days on which the office is closed or open against the national list; a row that was written never changes, a later one for the day counts."""
from datetime import date
from functools import lru_cache

import holidays
from peewee import CharField, DateField, DateTimeField, ForeignKeyField

from portal import audit, clock
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, db
from portal.office.hours import WorkHours
from portal.records import Table
from portal.rules import days_off as rules
from portal.rules.workdays import DayStanding


class Holiday(Table):
    """What the office says of one local day, and by which order."""

    day = DateField(index=True)
    standing = Choice(DayStanding)
    name = CharField(max_length=120)
    source = CharField(max_length=200, default="")
    made_by = ForeignKeyField(User)
    made_at = DateTimeField()

    @classmethod
    def amend(cls, *, by, day, standing, name="", source=""):
        """Say something of one day; what was said before stays written. The same again says nothing new."""
        db.lock()
        said = cls.latest().get(day)
        if said and (said.standing, said.name, said.source) == (standing, name, source):
            return said
        rules.check(day, standing, name, source, today=clock.today(), said=said and said.standing,
                    national=day in days_off(), opens=WorkHours.weekday_hours(day, WorkHours.rows()))
        row = cls.create(day=day, standing=standing, name=name, source=source, made_by=by, made_at=clock.now())
        audit.record(Event.SETTING_CHANGED, row, by=by, standing=standing, fields=audit.telling({"day": day, "name": name, "source": source}))
        return row

    def follow_list(self, source, *, by):
        """Let the day be again what the national list says; of a day that is past, by whose word."""
        return type(self).amend(by=by, day=self.day, standing=DayStanding.NATIONAL, source=source if self.day < clock.today() else "")

    @classmethod
    def latest(cls):
        """{day: the row that counts}, in one question."""
        return {row.day: row for row in cls.select().order_by(cls.id)}

    @classmethod
    def every(cls):
        """All of them in the order of writing, each with who wrote it."""
        return list(cls.select(cls, User).join(User).order_by(cls.id))

    @classmethod
    def named(cls, id):
        """The row of this id; DoesNotExist when there is none."""
        return cls.get_by_id(id)


@lru_cache(maxsize=1)
def days_off():
    """{date: name} of every holiday of the republic and *cuti bersama*; a year is worked out when first asked for."""
    return holidays.Indonesia(categories=("public", "government"), language="id")


def national(year):
    """{date: name} of one year of that list."""
    days_off().get(date(year, 1, 1))
    return {day: name for day, name in sorted(days_off().items()) if day.year == year}
