"""casefile."""
from flask import Blueprint

bp = Blueprint("casefile", __name__, url_prefix="/casefile")
