"""How a person comes into the office's portal, gets a new first password, leaves, and comes back."""
from portal import audit, clock
from portal.accounts import passwords
from portal.accounts.models import User
from portal.accounts.sessions import Session
from portal.accounts.teams import CareTeam, Member, in_force
from portal.audit import Event
from portal.db import db
from portal.rules import accounts, roles
from portal.rules.accounts import FIRST_PASSWORD, Why
from portal.rules.refused import Refused
from portal.rules.roles import Role


def admit(*, by, granted, **details):
    """(new account, its first password, which must be changed within 72 hours); the password is kept nowhere."""
    if not granted:
        raise Refused(Why.ROLE_NEEDED)
    password = passwords.first_password()
    user = User.add(by=by, password=password, granted=granted, password_until=clock.machine() + FIRST_PASSWORD, **details)
    return user, password


def first_admin(*, username, name, password):
    """The account that founds the office, made by whoever holds the set-up link; there is only one such moment."""
    db.lock()
    if User.admins().exists():
        raise Refused(Why.NAME_TAKEN)
    passwords.check(password, username, name)
    return User.add(by=None, username=username, name=name, password=password, granted=(Role.ADMIN,), must_change=False)


def reset(user, *, by):
    """A new first password for somebody else; all their sessions end."""
    if by.id == user.id:
        raise Refused(Why.OWN_ACCOUNT)
    password = passwords.first_password()
    user.set_password(password, by=by, must_change=True, until=clock.machine() + FIRST_PASSWORD)
    Session.end_all(user)
    return password


def renew(user, current, new):
    """One's own new password; every other session of theirs ends. A first password need not be typed again."""
    if not user.must_change_password and not user.knows(current):
        raise Refused(Why.WRONG_PASSWORD)
    passwords.check(new, user.username, user.name)
    if user.knows(new):
        raise Refused(Why.SAME_PASSWORD)
    user.set_password(new, by=user)
    Session.end_all(user, but=user.session_key)
    return user


def deactivate(user, *, by, successor=None, seen=None):
    """Close an account: sessions end, team memberships end, what it led passes to `successor`; its history stays."""
    db.lock()
    if user.is_last_admin:
        raise Refused(roles.Why.LAST_ADMIN)
    led = list(teams_led(user))
    takers = list(colleagues(user))
    accounts.may_leave(own=by.id == user.id, leads=len(led), successor=successor is not None, fit=successor in takers, colleagues=bool(takers))
    user.change(by=by, seen=seen, action=Event.DEACTIVATED, active=False)
    for team in led if successor else ():
        team.join(successor, by=by, lead=True)
    left = list(teams_of(user))
    Member.update(until=clock.now(), lead=False).where(Member.user == user, in_force()).execute()
    for team in left:
        audit.record(Event.LEFT_TEAM, team, by=by, member=user.id)
    Session.end_all(user)
    return user


def reactivate(user, *, by, seen=None):
    """Open the account again with a new first password; care teams take them in anew. Returns the password."""
    user.change(by=by, seen=seen, action=Event.REACTIVATED, active=True)
    return reset(user, by=by)


def teams_of(user):
    """The care teams this person is in now."""
    return CareTeam.select().join(Member).where(Member.user == user, in_force()).distinct()


def teams_led(user):
    """The care teams this person leads now."""
    return CareTeam.select().join(Member).where(Member.user == user, Member.lead, in_force()).distinct()


def colleagues(user):
    """Active officers and managers other than this person, by name: who may take over."""
    return User.everyone().where(User.active, User.id != user.id, User.holds(Role.OFFICER) | User.holds(Role.MANAGER)).order_by(User.name)
