"""One printable page: how each job is done in few steps, the access keys, the words, and whom to ask."""
from flask import Blueprint

from portal.access import public
from portal.accounts.models import User
from portal.help.jobs import JOBS, KEYS, WORDS
from portal.web import page

bp = Blueprint("help", __name__)


@bp.get("/help")
@public
def index():
    return page("help/index.html", jobs=JOBS, keys=KEYS, words=WORDS, admins=list(User.admins()))
