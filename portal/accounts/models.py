"""A user: one person of the office with one or more roles; never deleted, only deactivated."""
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from flask_login import UserMixin
from peewee import BooleanField, CharField, DateTimeField

from portal.accounts.roles import Roled
from portal.audit import Event
from portal.db import db
from portal.records import Record
from portal.rules import accounts
from portal.rules.refused import Refused

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
DUMMY = HASHER.hash("nobody has this password")


class User(UserMixin, Roled, Record):
    """One person. `session_key` is set for the request that carries their session."""

    username = CharField(max_length=40, unique=True)
    name = CharField(max_length=120)
    title = CharField(max_length=120, default="")
    nip = CharField(max_length=18, default="")
    phone = CharField(max_length=20, default="")
    password = CharField(max_length=120)
    must_change_password = BooleanField(default=True)
    password_until = DateTimeField(null=True)
    active = BooleanField(default=True)
    language = CharField(max_length=2, default="id")
    size = CharField(max_length=6, default="sedang")

    session_key = None
    # Who this is follows from the row. The mixin compares sessions, and two people without one would be the same.
    __eq__, __ne__, __hash__ = Record.__eq__, Record.__ne__, Record.__hash__

    def get_id(self):
        return self.session_key

    @property
    def is_active(self):
        return self.active

    @classmethod
    def add(cls, *, by, username, name, password, granted, must_change=True, **details):
        """A new account with its first roles. `by` is None only for the first admin, made through the set-up link."""
        username, hashed = accounts.user_name(username), HASHER.hash(password)
        db.lock()
        if cls.select().where(cls.username == username).exists():
            raise Refused(accounts.Why.NAME_TAKEN)
        user = cls.begin(by=by, username=username, name=name, password=hashed, must_change_password=must_change, **details)
        for role in granted:
            user.grant(role, by=by)
        return user

    @classmethod
    def everyone(cls):
        """All people, those who left too."""
        return cls.select()

    @classmethod
    def names(cls):
        """Every account's id with its person's name, for lists: {id: name}."""
        return {row.id: row.name for row in cls.select(cls.id, cls.name).order_by(cls.name)}

    def knows(self, password):
        """Whether this is the password; takes the same time for a wrong one."""
        try:
            return HASHER.verify(self.password, password)
        except (VerifyMismatchError, InvalidHashError):
            return False

    def set_password(self, password, *, by, must_change=False, until=None):
        """Replace the password; `must_change` and `until` (naive UTC) make it a first password that lapses."""
        self.change(by=by, action=Event.PASSWORD_RESET if must_change else Event.PASSWORD_CHANGED,
                    password=HASHER.hash(password), must_change_password=must_change, password_until=until)


def nobody_knows(password):
    """Spend the time a wrong password costs, for names that do not exist."""
    try:
        HASHER.verify(DUMMY, password)
    except VerifyMismatchError:
        return False
