"""Rekap: the figures of a period, each with the list behind it."""
from flask import Blueprint, abort, g, request

from portal.access import needs
from portal.exports import Export
from portal.recap import (
    budget,
    clocks,
    deciles,
    flow,
    leaving,
    out,
    papers,
    people,
    referrals,
    registers,
    reports,
    services,
    spm,
    spm_views,
    tickets,
    timeliness,
    training,
    yearly,
)
from portal.recap.asked import scope
from portal.recap.behind import Behind
from portal.recap.chosen import Chosen
from portal.recap.forms import DaysForm
from portal.recap.front import Front
from portal.recap.showing import Showing
from portal.recap.tables import TABLES
from portal.recap.wording import figure, period_words
from portal.rules.roles import May
from portal.web import page

bp = Blueprint("recap", __name__, url_prefix="/recap")
bp.add_app_template_filter(figure)
bp.add_app_template_global(period_words)
bp.add_app_template_global(scope, "scope")
for each in (papers, out, leaving, yearly, spm_views):
    bp.register_blueprint(each.bp)
DECLARED = (clocks, deciles, flow, people, referrals, registers, reports, services, spm, tickets, training, timeliness, budget.SpmYear, Export)


@bp.get("/")
@needs(May.READ_FIGURES)
def index():
    return page("recap/index.html", front=Front(request.args, g.user))


@bp.get("/<name>")
@needs(May.READ_FIGURES)
def table(name):
    form = DaysForm(request.args if "since" in request.args else None)
    return page("recap/table.html", form=form, **Showing(chosen_of(name), g.user, form.period()).parts)


@bp.get("/<name>/list")
@needs(May.READ_CASES)
def behind(name):
    chosen = chosen_of(name)
    return page("recap/behind.html", listing=Behind(chosen, g.user, request.args), chosen=chosen)


def chosen_of(name):
    """What the address asks of the table that it names; a page that is not found where there is no such table."""
    return Chosen.of(TABLES[name] if name in TABLES else abort(404), request.args)
