"""desk."""
from flask import Blueprint

from portal.access import needs
from portal.rules.roles import May
from portal.web import page

bp = Blueprint("desk", __name__)


@bp.get("/")
@needs(May.USE)
def home():
    return page("desk/home.html")
