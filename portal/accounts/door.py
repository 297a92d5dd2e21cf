"""The door: who this is, answered in the same words and the same time whatever was wrong."""
from datetime import timedelta

from flask import current_app, g, session
from flask_login import login_user

from portal import audit, clock
from portal.accounts.models import User, nobody_knows
from portal.accounts.passwords import DEMO_PASSWORD
from portal.accounts.sessions import LoginTry, Session, fingerprint
from portal.audit import Event
from portal.rules import accounts, passwords
from portal.rules.refused import Refused


def let_in(username, password, address):
    """The active person whose name and password these are, or Refused."""
    wait = LoginTry.wait_until(username, address)
    if wait:
        raise Refused(passwords.Why.WAIT, at=told(wait))
    user = User.get_or_none(User.username == username)
    knows = user.knows(password) if user else nobody_knows(password)
    demo_only = password == DEMO_PASSWORD and not current_app.config["DEMO"]
    if not knows or not user.active or demo_only:
        raise Refused(accounts.Why.NO_MATCH)
    if user.must_change_password and accounts.lapsed(user.password_until, clock.machine()):
        raise Refused(accounts.Why.LAPSED)
    return user


def told(moment):
    """A moment to wait for, naive UTC, as the office's clock says it: whole minutes, never too early."""
    return clock.local(moment + timedelta(seconds=59)).strftime("%H.%M")


def note_failure(why, username, address):
    """Count a failed try and put it on the trail; one that only has to wait is not counted again."""
    if why == accounts.Why.NO_MATCH:
        LoginTry.note(username, address, succeeded=False)
    if why != passwords.Why.WAIT:
        audit.note(Event.SIGN_IN_FAILED, User.get_or_none(User.username == username), by=None, why=why)


def welcome(user, address):
    """A new session for this person; whatever the browser carried before is gone."""
    LoginTry.note(user.username, address, succeeded=True)
    session.clear()
    login_user(Session.begin(user, address))
    g.session_mark = fingerprint(user.session_key)[:8]
    audit.record(Event.SIGNED_IN, user, by=user)
    return user
