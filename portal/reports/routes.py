"""The address under which the pages about reports stand."""
from flask import Blueprint

bp = Blueprint("reports", __name__, url_prefix="/reports")
