"""A session is a row: it ends when idle, when too old, when its person is deactivated, or when somebody ends it."""
import hashlib
import secrets
from datetime import timedelta

from flask import current_app
from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField

from portal import clock
from portal.accounts.models import User
from portal.db import db
from portal.records import Table
from portal.rules.passwords import CROWD_TIME, crowded, throttle

A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BACKWARDS = timedelta(minutes=5)


def fingerprint(key):
    """What the database keeps of a session key."""
    return hashlib.sha256(key.encode()).hexdigest()


class Session(Table):
    """One sign-in of one person on one computer."""

    hash = CharField(max_length=64, unique=True)
    user = ForeignKeyField(User, backref="sessions")
    began_at = DateTimeField()
    seen_at = DateTimeField()
    ended_at = DateTimeField(null=True)
    address = CharField(max_length=45, default="")

    @classmethod
    def begin(cls, user, address):
        """A new session; returns the user carrying its key for Flask-Login."""
        key, now = secrets.token_urlsafe(32), clock.machine()
        cls.create(hash=fingerprint(key), user=user, began_at=now, seen_at=now, address=address or "")
        user.session_key = key
        return user

    @classmethod
    def user_of(cls, key):
        """The active person behind a key, or None; says `seen` at most once a minute."""
        row = cls.select(cls, User).join(User).where(cls.hash == fingerprint(key), cls.ended_at.is_null()).first()
        if row is None or not row.user.active or not row.alive(clock.machine()):
            return None
        row.touch()
        row.user.session_key = key
        return row.user

    def alive(self, now):
        """Neither idle nor too old, nor seen in the future (a clock that jumped back)."""
        idle = timedelta(minutes=current_app.config["IDLE_MINUTES"])
        absolute = timedelta(hours=current_app.config["ABSOLUTE_HOURS"])
        return now - self.seen_at < idle and now - self.began_at < absolute and self.seen_at - now < BACKWARDS

    def touch(self):
        now = clock.machine()
        if now - self.seen_at >= A_MINUTE:
            with db.unit():
                Session.update(seen_at=now).where(Session.id == self.id).execute()

    @classmethod
    def last_seen(cls, user):
        """When this person was last seen (naive UTC), or None."""
        last = cls.select(cls.seen_at).where(cls.user == user).order_by(cls.seen_at.desc()).first()
        return last.seen_at if last else None

    @classmethod
    def end(cls, key):
        cls.update(ended_at=clock.machine()).where(cls.hash == fingerprint(key)).execute()

    @classmethod
    def end_all(cls, user, but=None):
        """End every session of a person, except the one with key `but`."""
        live = (cls.user == user) & cls.ended_at.is_null()
        cls.update(ended_at=clock.machine()).where(live & (cls.hash != fingerprint(but)) if but else live).execute()


class LoginTry(Table):
    """One attempt to sign in, for throttling; bookkeeping, not the trail."""

    username = CharField(max_length=40, index=True)
    address = CharField(max_length=45, default="")
    at = DateTimeField(index=True)
    succeeded = BooleanField(default=False)

    @classmethod
    def wait_until(cls, username, address):
        """The moment (naive UTC) before which this name from this address may not try again, or None."""
        now = clock.machine()
        waits = [throttle(*cls._failures(username, address or "", now), now), crowded(cls._failed_at(address or "", now), now)]
        return max((wait for wait in waits if wait), default=None)

    @classmethod
    def _failures(cls, username, address, now):
        """(how many failures since the last success within the hour, when the last one was)."""
        recent = cls.select().where(cls.username == username[:40], cls.address == address, cls.at > now - AN_HOUR).order_by(cls.id)
        failures, last = 0, None
        for attempt in recent:
            failures, last = (0, None) if attempt.succeeded else (failures + 1, attempt.at)
        return failures, last

    @classmethod
    def _failed_at(cls, address, now):
        """When this address failed lately, whatever the name."""
        return [attempt.at for attempt in cls.select(cls.at).where(cls.address == address, ~cls.succeeded, cls.at > now - CROWD_TIME)]

    @classmethod
    def note(cls, username, address, succeeded):
        """Count one attempt; what is older than a day is let go."""
        now = clock.machine()
        with db.unit():
            cls.delete().where(cls.at < now - A_DAY).execute()
            cls.create(username=username[:40], address=address or "", at=now, succeeded=succeeded)
