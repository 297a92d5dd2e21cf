"""Signing in and out, one's own password and preferences, and the users of the office."""
import re

from flask import Blueprint, current_app, g, redirect, request, session, url_for
from flask_babel import gettext
from flask_login import login_user, logout_user

from portal import audit, clock
from portal.access import needs, public
from portal.accounts.forms import SignInForm
from portal.accounts.models import User, nobody_knows
from portal.accounts.sessions import LoginTry, Session
from portal.audit import Event
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("accounts", __name__, url_prefix="/accounts")
OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x1f]*")
DEMO_PASSWORD = "sigap-demo"


@bp.route("/login", methods=["GET", "POST"], endpoint="sign_in")
@public
def sign_in():
    return "login"


@bp.post("/sign-out")
@needs(May.USE)
def sign_out():
    Session.end(g.user.session_key)
    audit.record(Event.SIGNED_OUT, g.user, by=g.user)
    logout_user()
    session.clear()
    return redirect(url_for("accounts.sign_in"), 303)
