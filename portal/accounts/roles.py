"""What a person may do: the roles that were granted to them, and those that somebody lends them today."""
from peewee import SQL, DateTimeField, DeferredForeignKey

from portal import audit, clock
from portal.audit import Event
from portal.db import Choice, db
from portal.records import Table
from portal.rules import accounts, roles
from portal.rules.delegation import Lent
from portal.rules.refused import Refused
from portal.rules.roles import Role, Why, granting

NOTHING = SQL("NULL")


class UserRole(Table):
    """A role of a person, dated, with who granted it."""

    user = DeferredForeignKey("User", backref="grants")
    role = Choice(Role)
    granted_by = DeferredForeignKey("User", null=True, backref="+")
    since = DateTimeField()
    until = DateTimeField(null=True)

    @classmethod
    def in_force(cls):
        """The condition of grants that have not ended."""
        return cls.until.is_null() | (cls.until > clock.now())


class Roled:
    """For a User.

    LENDING: {role: table} of the roles that one may hold for another; see accounts.delegations.
    """

    LENDING = {}

    @property
    def roles(self):
        """The roles in force now: granted, or lent by a delegation that runs today."""
        return self.held_roles | {each.role for each in self.lent}

    @property
    def held_roles(self):
        """The roles that were granted and have not ended: what is given, taken and handed down."""
        return self._known[0]

    @property
    def lent(self):
        """What others lend this person today, each a Lent."""
        return self._known[1]

    @property
    def _known(self):
        if "_roles" not in self.__dict__:
            self.learn_roles([self])
        return self.__dict__["_roles"]

    def forget_roles(self):
        """Ask again: a role may have ended, or the day of a delegation, since they were read. Returns the person."""
        self.__dict__.pop("_roles", None)
        return self

    def may(self, permission):
        return roles.may(self.roles, permission)

    def grant(self, role, *, by):
        """Give a role; nobody changes their own (decisions: an admin can't change own roles)."""
        if by is not None and by.id == self.id:
            raise Refused(Why.OWN_ROLES)
        if role in self.held_roles:
            return
        UserRole.create(user=self, role=role, granted_by=by.id if by else None, since=clock.now())
        audit.record(Event.ROLE_GRANTED, self, by=by, role=role)
        self.forget_roles()

    def end_role(self, role, *, by):
        """Take a role away from today; the last admin stays."""
        if by.id == self.id:
            raise Refused(Why.OWN_ROLES)
        db.lock()
        if role == Role.ADMIN and self.is_last_admin:
            raise Refused(Why.LAST_ADMIN)
        UserRole.update(until=clock.now()).where(UserRole.user == self, UserRole.role == role, UserRole.until.is_null()).execute()
        audit.record(Event.ROLE_ENDED, self, by=by, role=role)
        self.forget_roles()

    def set_roles(self, roles, *, by, seen=None):
        """Exactly these roles from now on, at least one; what is new is granted, what is gone ends."""
        if not roles:
            raise Refused(accounts.Why.ROLE_NEEDED)
        before, wanted = self.held_roles, set(roles)
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
        return Role.ADMIN in self.held_roles and not self.admins().where(type(self).id != self.id).exists()

    @classmethod
    def granted(cls, *wanted):
        """The condition of holding one of these roles now by a grant of one's own."""
        return cls.id.in_(UserRole.select(UserRole.user).where(UserRole.role.in_(wanted), UserRole.in_force()))

    @classmethod
    def holds(cls, *wanted):
        """The condition of holding one of these roles now, granted or lent."""
        condition = cls.granted(*wanted)
        for role in set(wanted) & set(cls.LENDING):
            condition |= cls.id.in_(cls.LENDING[role].lending().select(cls.LENDING[role].user))
        return condition

    @classmethod
    def learn_roles(cls, users):
        """Read the roles of many people at once, granted and lent; returns the same people. Every request asks this, so it is light: one
        statement, and one more only where somebody is written down as acting today."""
        users, granted, lent = list(users), {}, {}
        for user, role, order, principal in cls._written([user.id for user in users]):
            if order is None:
                granted.setdefault(user, set()).add(Role(role))
            else:
                lent.setdefault(user, []).append(Lent(order, principal, Role(role)))
        running = cls._running(lent.values())
        for user in users:
            theirs = tuple(each for each in lent.get(user.id, ()) if each in running)
            user.__dict__["_roles"] = frozenset(granted.get(user.id, ())), theirs
        return users

    @classmethod
    def _written(cls, ids):
        """Every grant to these people, and every order in its days: (user, role, id of the order or None, principal)."""
        rows = UserRole.select(UserRole.user, UserRole.role, NOTHING, NOTHING).where(UserRole.user.in_(ids), UserRole.in_force())
        for role, lending in cls.LENDING.items():
            rows = rows.union_all(lending.written_for(ids).select(lending.user, SQL(f"'{role}'"), lending.id, lending.principal))
        return rows.tuples()

    @classmethod
    def _running(cls, written):
        """Those that give something today, of the lists of Lent that are written down."""
        written = {each for some in written for each in some}
        asked = {role: {each.id for each in written if each.role == role} for role in cls.LENDING} if written else {}
        sure = {(role, row.id) for role, ids in asked.items() for row in cls.LENDING[role].lending().where(cls.LENDING[role].id.in_(ids))}
        return {each for each in written if (each.role, each.id) in sure}

    @classmethod
    def with_role(cls, role):
        """Active people who hold this role now, by name."""
        return cls.select().where(cls.active, cls.holds(role)).order_by(cls.name)

    @classmethod
    def who_may(cls, permission):
        """Active people whose roles grant this now, by name."""
        return cls.select().where(cls.active, cls.holds(*granting(permission))).order_by(cls.name)

    @classmethod
    def admins(cls):
        return cls.with_role(Role.ADMIN)
