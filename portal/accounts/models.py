"""A user: one person of the office with one or more roles; never deleted, only deactivated."""
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from flask_login import UserMixin
from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField

from portal import audit, clock
from portal.audit import Event
from portal.db import Choice, db
from portal.records import Record, Table
from portal.rules import accounts, roles
from portal.rules.refused import Refused
from portal.rules.roles import Role, Why, granting

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
DUMMY = HASHER.hash("nobody has this password")


class User(UserMixin, Record):
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

    @property
    def roles(self):
        """The roles in force now, read once per object."""
        if "_roles" not in self.__dict__:
            now = clock.now()
            rows = UserRole.select().where(UserRole.user == self, (UserRole.until.is_null()) | (UserRole.until > now))
            self.__dict__["_roles"] = frozenset(row.role for row in rows)
        return self.__dict__["_roles"]

    def may(self, permission):
        return roles.may(self.roles, permission)

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

    def grant(self, role, *, by):
        """Give a role; nobody changes their own (decisions: an admin can't change own roles)."""
        if by is not None and by.id == self.id:
            raise Refused(Why.OWN_ROLES)
        if role in self.roles:
            return
        UserRole.create(user=self, role=role, granted_by=by.id if by else None, since=clock.now())
        audit.record(Event.ROLE_GRANTED, self, by=by, role=role)
        self.__dict__.pop("_roles", None)

    def end_role(self, role, *, by):
        """Take a role away from today; the last admin stays."""
        if by.id == self.id:
            raise Refused(Why.OWN_ROLES)
        db.lock()
        if role == Role.ADMIN and self.is_last_admin:
            raise Refused(Why.LAST_ADMIN)
        UserRole.update(until=clock.now()).where(UserRole.user == self, UserRole.role == role, UserRole.until.is_null()).execute()
        audit.record(Event.ROLE_ENDED, self, by=by, role=role)
        self.__dict__.pop("_roles", None)

    def set_roles(self, roles, *, by, seen=None):
        """Exactly these roles from now on, at least one; what is new is granted, what is gone ends."""
        if not roles:
            raise Refused(accounts.Why.ROLE_NEEDED)
        before, wanted = self.roles, set(roles)
        if wanted != before:
            self.touch(by=by, seen=seen)
        for role in Role:
            if role in wanted - before:
                self.grant(role, by=by)
            elif role in before - wanted:
                self.end_role(role, by=by)
        return self

    @property
    def is_last_admin(self):
        return Role.ADMIN in self.roles and not self.admins().where(User.id != self.id).exists()

    @classmethod
    def everyone(cls):
        """All people, those who left too."""
        return cls.select()

    @classmethod
    def holds(cls, role):
        """The condition of holding this role now."""
        return cls.id.in_(UserRole.select(UserRole.user).where(UserRole.role == role, UserRole.until.is_null()))

    @classmethod
    def learn_roles(cls, users):
        """Read the roles of many people at once, for lists; returns the same people."""
        users, held = list(users), {}
        for row in UserRole.select().where(UserRole.user.in_([user.id for user in users]), UserRole.until.is_null()):
            held.setdefault(row.user_id, set()).add(row.role)
        for user in users:
            user.__dict__["_roles"] = frozenset(held.get(user.id, ()))
        return users

    @classmethod
    def with_role(cls, role):
        """Active people who hold this role now, by name."""
        return cls.select().where(cls.active, cls.holds(role)).order_by(cls.name)

    @classmethod
    def who_may(cls, permission):
        """Active people whose roles grant this now, by name."""
        holders = UserRole.select(UserRole.user).where(UserRole.role.in_(granting(permission)), UserRole.until.is_null())
        return cls.select().where(cls.active, cls.id.in_(holders)).order_by(cls.name)

    @classmethod
    def names(cls):
        """Every account's id with its person's name, for lists: {id: name}."""
        return {row.id: row.name for row in cls.select(cls.id, cls.name).order_by(cls.name)}

    @classmethod
    def admins(cls):
        return cls.with_role(Role.ADMIN)

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


class UserRole(Table):
    """A role of a person, dated, with who granted it."""

    user = ForeignKeyField(User, backref="grants")
    role = Choice(Role)
    granted_by = ForeignKeyField(User, null=True)
    since = DateTimeField()
    until = DateTimeField(null=True)


def nobody_knows(password):
    """Spend the time a wrong password costs, for names that do not exist."""
    try:
        HASHER.verify(DUMMY, password)
    except VerifyMismatchError:
        return False
