"""The address under which the pages about clients stand."""
from flask import Blueprint

bp = Blueprint("clients", __name__, url_prefix="/clients")
