"""Signing in and out, one's own password and preferences, and the users of the office."""
import re

from flask import Blueprint, current_app, g, redirect, request, session, url_for
from flask_babel import gettext
from flask_login import logout_user

from portal import audit
from portal.access import needs, public
from portal.accounts import admission, delegation_views, door
from portal.accounts.forms import DeactivationForm, NewUserForm, PasswordForm, RolesForm, SignInForm, UserDetails
from portal.accounts.models import User
from portal.accounts.sessions import Session
from portal.audit import Event
from portal.forms import StepForm
from portal.lists import Filter, Listing
from portal.rules.roles import May, every_role
from portal.web import page, say, see_other

bp = Blueprint("accounts", __name__)
bp.register_blueprint(delegation_views.bp)
OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x1f]*")
LANGUAGES = ("id", "en")
SIZES = ("rapat", "sedang", "besar")


def own_path(text):
    """The address when it is one of ours, else home."""
    return text if text and OWN_PATH.fullmatch(text) else url_for("desk.home")


@bp.route("/login", methods=["GET", "POST"])
@public
def sign_in():
    back = own_path(request.args.get("next"))
    if g.user:
        return see_other(back)
    form = SignInForm()
    if form.validate_on_submit() and (user := form.attempt(door.let_in, form.name, form.password.data, request.remote_addr)):
        door.welcome(user, request.remote_addr)
        return see_other(back)
    return page("accounts/sign_in.html", form=form, back=request.args.get("next"), founded=User.admins().exists())


@bp.post("/logout")
@needs(May.USE)
def sign_out():
    Session.end(g.user.session_key)
    audit.record(Event.SIGNED_OUT, g.user, by=g.user)
    logout_user()
    session.clear()
    response = redirect(url_for("accounts.sign_in"), 303)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.delete_cookie(current_app.config["SESSION_COOKIE_NAME"])
    return response


@bp.route("/accounts/password", methods=["GET", "POST"])
@needs(May.USE)
def password():
    form = PasswordForm()
    if form.validate_on_submit() and form.attempt(admission.renew, g.user, form.known, form.password.data):
        say(gettext("Sandi baru berlaku. Sesi Anda di komputer lain sudah ditutup."))
        return see_other("desk.home")
    return page("accounts/password.html", form=form)


@bp.post("/accounts/language")
@public
def language():
    chosen = request.form.get("language")
    if chosen in LANGUAGES and g.user:
        g.user.change(by=g.user, language=chosen)
    elif chosen in LANGUAGES:
        session["language"] = chosen
    return see_other(own_path(request.form.get("next")))


@bp.post("/accounts/size")
@needs(May.USE)
def size():
    if request.form.get("size") in SIZES:
        g.user.change(by=g.user, size=request.form["size"])
    return see_other(own_path(request.form.get("next")))


@bp.get("/accounts")
@needs(May.MANAGE_USERS)
def index():
    states = [("active", gettext("Aktif")), ("left", gettext("Nonaktif"))]
    listing = Listing(User, User.everyone(), sorts={"name": User.name, "username": User.username}, default="name", filters=[
        Filter("role", gettext("Peran"), every_role(), User.granted),
        Filter("state", gettext("Akun"), states, lambda state: User.active == (state == "active"))])
    return page("accounts/index.html", listing=listing, people=User.learn_roles(listing.rows))


@bp.route("/accounts/new", methods=["GET", "POST"])
@needs(May.MANAGE_USERS)
def new():
    form = NewUserForm()
    if made := form.makes(admission.admit):
        g.claimed.lead_to(url_for(".show", id=made[0].id))
        return slip(*made)
    return page("accounts/new.html", form=form)


@bp.get("/accounts/<int:id>")
@needs(May.MANAGE_USERS)
def show(id):
    user = one(id)
    return page("accounts/show.html", user=user, last_seen=Session.last_seen(user))


@bp.route("/accounts/<int:id>/edit", methods=["GET", "POST"])
@needs(May.MANAGE_USERS)
def edit(id):
    user = one(id)
    form = UserDetails(obj=user)
    if form.changes(user.change):
        return see_other(".show", id=id)
    return page("accounts/edit.html", form=form, user=user)


@bp.route("/accounts/<int:id>/roles", methods=["GET", "POST"])
@needs(May.MANAGE_USERS)
def roles(id):
    user = one(id)
    form = RolesForm(data={"roles": user.held_roles, "seen": user.version})
    if form.changes(user.set_roles):
        return see_other(".show", id=id)
    return page("accounts/roles.html", form=form, user=user)


@bp.post("/accounts/<int:id>/first-password")
@needs(May.MANAGE_USERS)
def reset(id):
    user = one(id)
    return slip(user, admission.reset(user, by=g.user))


@bp.route("/accounts/<int:id>/deactivation", methods=["GET", "POST"])
@needs(May.MANAGE_USERS)
def deactivate(id):
    user = one(id)
    form = DeactivationForm(obj=user)
    form.offer(admission.colleagues(user))
    if form.changes(admission.deactivate, user):
        say(gettext("Akun %(name)s dinonaktifkan. Riwayatnya tetap tersimpan.", name=user.name))
        return see_other(".show", id=id)
    return page("accounts/deactivate.html", form=form, user=user, led=admission.teams_led(user).count(), joined=admission.teams_of(user).count())


@bp.post("/accounts/<int:id>/reactivation")
@needs(May.MANAGE_USERS)
def reactivate(id):
    user, form = one(id), StepForm()
    return slip(user, admission.reactivate(user, by=g.user, seen=form.seen.data))


def one(id):
    return User.everyone().where(User.id == id).get()


def slip(user, first_password):
    """The paper that carries a first password: shown once, as the answer itself, and kept nowhere."""
    return page("accounts/slip.html", user=user, first_password=first_password)
