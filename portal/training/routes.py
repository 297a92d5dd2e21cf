"""The one address under which the pages of training stand."""
from flask import Blueprint

bp = Blueprint("training", __name__, url_prefix="/training")
