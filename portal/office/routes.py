"""The address under which the pages about the office stand."""
from flask import Blueprint

bp = Blueprint("office", __name__)
