"""The one office that this installation serves, its places, officials and opening hours."""
import re

from flask import g, has_request_context
from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, chunked

from portal import clock
from portal.accounts import passwords, teams
from portal.accounts.models import User
from portal.audit import Event
from portal.db import Choice, db
from portal.office.regions import DESA, KECAMATAN
from portal.records import Record, Table
from portal.rules.attachment import USUAL_LIMIT
from portal.rules.office import OFFSET, Paper, TimeZone, Why
from portal.rules.referral_due import USUAL
from portal.rules.refused import Refused
from portal.rules.signature import HEADING, mode_of
from portal.rules.ticket import REPLY_DAYS

ROWS_AT_ONCE = 200


class Office(Record):
    """One row: whose portal this is. `unit` shapes the letter numbers, `file_limit` are megabytes; later features put `function(by)` into FOUNDED."""

    FOUNDED = []

    government = CharField(max_length=120)
    name = CharField(max_length=120, default="Dinas Sosial")
    address = CharField(max_length=200, default="")
    phone = CharField(max_length=60, default="")
    email = CharField(max_length=120, default="")
    place = CharField(max_length=80, default="")
    region = CharField(max_length=5)
    zone = Choice(TimeZone)
    paper = Choice(Paper, default=Paper.F4)
    unit = CharField(max_length=20, default="DINSOS")
    file_limit = IntegerField(default=USUAL_LIMIT)
    open_to_officers = BooleanField(default=False)
    reply_days = IntegerField(default=REPLY_DAYS)
    answer_hours = IntegerField(default=USUAL.hours)
    answer_days = IntegerField(default=USUAL.days)
    feedback_days = IntegerField(default=USUAL.feedback)
    demo = BooleanField(default=False)

    @classmethod
    def current(cls):
        """The office, or None before set-up; a request asks once."""
        if not has_request_context():
            return cls.select().first()
        if g.get("office") is None:
            g.office = cls.select().first()
        return g.office

    @classmethod
    def set_up(cls, *, by, places, **details):
        """Found the office and load the kecamatan and desa of its regency: `places` = [(code, name, level, parent)]."""
        office = cls.begin(by=by, action=Event.SET_UP, **details)
        for batch in chunked(places, ROWS_AT_ONCE):
            Region.insert_many(batch, fields=[Region.code, Region.name, Region.level, Region.parent]).execute()
        office.take_effect()
        for follow in cls.FOUNDED:
            follow(by)
        return office

    @property
    def regency(self):
        """The regency or city as sentences name it: Kabupaten Sleman."""
        return re.sub(r"(?i)^pemerintah\s+", "", self.government).strip()

    def take_effect(self):
        """Let the clock, the need-to-know rule and the rule on passwords follow this office's settings."""
        clock.set_offset(OFFSET[self.zone])
        teams.set_open_office(self.open_to_officers)
        passwords.know_office(self.government, self.name, self.place)

    def amend(self, *, by, seen=None, **details):
        """Change the letterhead or a setting; the region stays, for every record speaks of its places."""
        self.change(by=by, seen=seen, action=Event.SETTING_CHANGED, **details)
        db.work.after.append(self.take_effect)
        return self


class Region(Table):
    """A kecamatan or a desa/kelurahan of the office's regency, by its Kemendagri code."""

    code = CharField(max_length=13, unique=True)
    name = CharField(max_length=80)
    level = CharField(max_length=10)
    parent = CharField(max_length=13, index=True)

    @classmethod
    def districts(cls):
        """The kecamatan, by code."""
        return cls.select().where(cls.level == KECAMATAN).order_by(cls.code)

    @classmethod
    def villages(cls, district=None):
        """The desa and kelurahan, of one kecamatan or of all, by code."""
        query = cls.select().where(cls.level == DESA)
        return (query.where(cls.parent == district) if district else query).order_by(cls.code)

    @classmethod
    def counts(cls):
        """(how many kecamatan, how many desa and kelurahan)."""
        return cls.districts().count(), cls.villages().count()

    @classmethod
    def named(cls, code):
        """The name behind a code; empty when there is none."""
        row = cls.get_or_none(cls.code == code) if code else None
        return row.name if row else ""

    @classmethod
    def names(cls):
        """Every code of the office with its name, for lists: {code: name}."""
        return {row.code: row.name for row in cls.select(cls.code, cls.name)}


class Official(Record):
    """Somebody whose name stands under letters; dated, so that old letters keep their signer."""

    name = CharField(max_length=120)
    title = CharField(max_length=120)
    rank = CharField(max_length=80, default="")
    nip = CharField(max_length=18, default="")
    user = ForeignKeyField(User, null=True)
    since = DateField()
    until = DateField(null=True)

    @classmethod
    def in_office(cls, day=None):
        """The officials who may sign on that local day (default today), the newest first."""
        day = day or clock.today()
        return cls.select().where(cls.since <= day, cls.until.is_null() | (cls.until >= day)).order_by(cls.id.desc())

    @classmethod
    def head(cls, day=None):
        """Whoever heads the office on that day, or stands in for the head; None when nobody is written down as that."""
        return next((each for each in cls.in_office(day) if mode_of(each.title) in HEADING), None)

    @classmethod
    def all_times(cls):
        """Everybody who ever signed, the newest first."""
        return cls.select().order_by(cls.until.is_null().desc(), cls.id.desc())

    @classmethod
    def appoint(cls, *, by, since=None, **details):
        return cls.begin(by=by, since=since or clock.today(), **details)

    def correct(self, *, by, seen=None, **details):
        """Write down better who this is; who has left did so after coming."""
        self._check_days(details["since"], self.until)
        return self.change(by=by, seen=seen, **details)

    def leave(self, *, by, until=None, seen=None):
        """Their name stands under no letter dated after this day (default today)."""
        until = until or clock.today()
        self._check_days(self.since, until)
        return self.change(by=by, seen=seen, until=until)

    @staticmethod
    def _check_days(since, until):
        if until and until < since:
            raise Refused(Why.LEFT_BEFORE_START)
