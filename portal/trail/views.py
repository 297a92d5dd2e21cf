"""The trail as a page: who did what to which record, newest first, without contents."""
from flask import Blueprint
from flask_babel import gettext

from portal.access import needs
from portal.accounts.models import User
from portal.audit import Entry, Event
from portal.lists import Filter, Listing
from portal.rules.roles import May
from portal.trail.words import said
from portal.web import page

bp = Blueprint("trail", __name__, url_prefix="/trail")


@bp.get("/")
@needs(May.READ_TRAIL)
def index():
    names = User.names()
    listing = Listing(Entry, Entry.all(), sorts={"at": Entry.id}, default="-at", size=50, filters=[
        Filter("action", gettext("Perbuatan"), list(Event), lambda value: Entry.action == value),
        Filter("by", gettext("Orang"), [(str(key), name) for key, name in names.items()], lambda value: Entry.by == int(value)),
    ])
    return page("trail/index.html", "trail/_list.html", listing=listing, names=names, said=said)
