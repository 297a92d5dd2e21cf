"""When the office is open: its usual week from a day on, and special weeks such as those of Ramadan from one day to another."""
from datetime import date

from peewee import CharField, DateField

from portal import clock
from portal.accounts.models import User
from portal.audit import Entry, Event
from portal.db import Json, db
from portal.office.models import Office
from portal.records import Record
from portal.rules import opening_hours as rules
from portal.rules.office import check_week
from portal.rules.opening_hours import Span
from portal.rules.refused import Refused
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
        return list(cls.standing().order_by(cls.until.is_null().desc(), cls.since, cls.id))

    @classmethod
    def standing(cls):
        """Those that count, as a question."""
        return cls.select().where(cls.withdrawn == "")

    @classmethod
    def every(cls):
        """All, also those withdrawn, the latest days first."""
        return cls.select().order_by(cls.since.desc(), cls.id.desc())

    @classmethod
    def usual(cls, day=None):
        """The usual row in force on a local day (default today)."""
        day = day or clock.today()
        return [row for row in cls.rows() if row.until is None and row.since <= day][-1]

    @classmethod
    def week(cls, day=None):
        """The usual week: {weekday: (opens, closes)}."""
        return cls.usual(day).days

    @staticmethod
    def weekday_hours(day, rows):
        """(opens, closes) of a local day by these rows, whether or not it is a day off; None where they have no such weekday."""
        fitting = [row for row in rows if row.since <= day <= (row.until or day)]
        return fitting[-1].days.get(day.weekday()) if fitting else None

    @property
    def days(self):
        """{weekday: (opens, closes)}."""
        return {int(weekday): tuple(times) for weekday, times in self.hours.items()}

    @property
    def span(self):
        """The days of a special week."""
        return Span(self.since, self.until)

    @property
    def may_go(self):
        """Whether it may be withdrawn: a special week, or a usual one that has not begun."""
        return not self.withdrawn and (self.until is not None or self.since > clock.today())

    @classmethod
    def found(cls, hours, *, by):
        """The week with which an office begins, for all times, in place of the one that most keep."""
        check_week(hours)
        return cls.usual(ALWAYS).change(by=by, hours=plain(hours))

    @classmethod
    def replace(cls, hours, *, by, seen=None, since=None):
        """Set the usual week {weekday: (opens, closes)} from `since` (default today) on; days left out are closed. `seen`: the office's version."""
        since = since or clock.today()
        check_week(hours)
        rules.check_usual(since, today=clock.today())
        db.lock()
        if cls.week(since) == hours:
            Office.current().check_seen(seen)
            return cls.usual(since)
        Office.current().touch(by=by, seen=seen)
        return cls.begin(by=by, action=Event.SETTING_CHANGED, since=since, hours=plain(hours))

    @classmethod
    def special(cls, *, by, name, since, until, hours):
        """Another week from one day to another, both counted; it beats the usual one."""
        db.lock()
        cls._check(Span(since, until), hours)
        return cls.begin(by=by, action=Event.SETTING_CHANGED, name=name, since=since, until=until, hours=plain(hours))

    def correct(self, *, by, name, since, until, hours, seen=None):
        """Write down better when a special week is and how long its days are."""
        db.lock()
        self._check_stands()
        self._check(Span(since, until), hours, but=self)
        return self.change(by=by, seen=seen, action=Event.SETTING_CHANGED, name=name, since=since, until=until, hours=plain(hours))

    def withdraw(self, reason, *, by, seen=None):
        """It counts no more; what is written stays, with why. The same again changes nothing."""
        if self.withdrawn and self.withdrawn == reason:
            return self
        self._check_stands()
        rules.check_withdrawal(reason, since=self.since, special=self.until is not None, today=clock.today())
        return self.change(by=by, seen=seen, action=Event.SETTING_CHANGED, withdrawn=reason)

    def _check_stands(self):
        if self.withdrawn:
            raise Refused(rules.Why.WITHDRAWN)

    @classmethod
    def _check(cls, span, hours, but=None):
        check_week(hours)
        others = [(row.name, row.span) for row in cls.rows() if row.until and row != but]
        rules.check_special(span, hours, today=clock.today(), others=others)


def plain(hours):
    """{weekday: (opens, closes)} as the row keeps it."""
    return {str(weekday): list(times) for weekday, times in hours.items()}


def writers():
    """{id of a row: (who, when)} of the last who wrote each down or changed it; nobody wrote those of the founding."""
    table = WorkHours._meta.table_name
    people = User.select(User.id, User.name)
    names = {user.id: user.name for user in people}
    rows = Entry.select().where(Entry.subject == table, Entry.action == str(Event.SETTING_CHANGED)).order_by(Entry.id)
    return {row.subject_id: (names.get(row.by, ""), row.at) for row in rows}


def usual_at_founding(by):
    """An office begins with the hours that most keep, for all times."""
    WorkHours.begin(by=by, since=ALWAYS, hours=plain({day: (opens.strftime("%H.%M"), closes.strftime("%H.%M"))
                                                     for day, (opens, closes) in DEFAULT_HOURS.items()}))


Office.FOUNDED.append(usual_at_founding)
