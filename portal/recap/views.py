"""Rekap: the figures of a period."""
from flask import Blueprint

from portal.recap import budget, exports

bp = Blueprint("recap", __name__, url_prefix="/recap")
TABLES = (budget.SpmYear, exports.Export)
