"""When the office is open: its usual week from a day on, and special weeks such as those of Ramadan from one day to another."""
from datetime import date

from peewee import CharField, DateField

from portal import clock
from portal.db import Json
from portal.office.models import Office
from portal.records import Record
from portal.rules.office import check_week
from portal.rules.workdays import DEFAULT_HOURS

ALWAYS = date(2000, 1, 1)


class WorkHours(Record):
    """A week {weekday as text: [opens, closes]}, HH.MM local, from `since` on; without `until` it is the usual one. A withdrawn row says why."""

    since = DateField()
    until = DateField(null=True)
    name = CharField(max_length=120, default="")
    hours = Json()
    withdrawn = CharField(max_length=200, default="")

    @classmethod
    def rows(cls):
        """Those that count, the usual ones first, each kind in the order in which the later wins."""
        return list(cls.select().where(cls.withdrawn == "").order_by(cls.until.is_null().desc(), cls.since, cls.id))

    @classmethod
    def usual(cls, day=None):
        """The usual row in force on a local day (default today)."""
        day = day or clock.today()
        return [row for row in cls.rows() if row.until is None and row.since <= day][-1]

    @classmethod
    def week(cls, day=None):
        """The usual week: {weekday: (opens, closes)}."""
        return cls.usual(day).days

    @property
    def days(self):
        """{weekday: (opens, closes)}."""
        return {int(weekday): tuple(times) for weekday, times in self.hours.items()}

    @classmethod
    def replace(cls, hours, *, by, seen=None, since=None):
        """Set the usual week {weekday: (opens, closes)} from `since` (default today) on; days left out are closed. `seen`: the office's version."""
        check_week(hours)
        Office.current().touch(by=by, seen=seen)
        return cls.begin(by=by, since=since or clock.today(), hours=plain(hours))


def plain(hours):
    """{weekday: (opens, closes)} as the row keeps it."""
    return {str(weekday): list(times) for weekday, times in hours.items()}


def usual_at_founding(by):
    """An office begins with the hours that most keep, for all times."""
    WorkHours.begin(by=by, since=ALWAYS, hours=plain({day: (opens.strftime("%H.%M"), closes.strftime("%H.%M"))
                                                     for day, (opens, closes) in DEFAULT_HOURS.items()}))


Office.FOUNDED.append(usual_at_founding)
