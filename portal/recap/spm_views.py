"""The page on which an office writes down the money, the obstacles and what follows of one type of the standard in one year."""
from flask import Blueprint, abort, g
from flask_babel import gettext

from portal import clock
from portal.access import needs
from portal.recap.budget import SpmYear
from portal.recap.spending import noted_by_services
from portal.recap.spm_forms import SpmYearForm
from portal.rules.categories import SpmType
from portal.rules.period import FIRST_YEAR, year_of
from portal.rules.roles import May
from portal.web import page, say, see_other

bp = Blueprint("spm", __name__, url_prefix="/spm")


@bp.route("/<int:year>/<spm_type>", methods=["GET", "POST"])
@needs(May.DECIDE)
def year(year, spm_type):
    """Written by a manager, whose office answers for it."""
    kind = kind_of(year, spm_type)
    row = SpmYear.of(year, kind)
    form = SpmYearForm(obj=row)
    if form.validate_on_submit() and (row := form.attempt(SpmYear.write, year, kind, by=g.user, seen=form.seen.data, **form.values)):
        say(gettext("Tersimpan. Realisasi lebih besar daripada anggaran: periksa kedua angkanya.") if row.is_over else gettext("Tersimpan."))
        return see_other("recap.table", name="spm", period=year)
    days = year_of(clock.today().replace(year=year, month=1, day=1))
    return page("recap/spm_year.html", year=year, kind=kind, row=row, form=form, noted=noted_by_services(days, g.user).get(kind, 0))


def kind_of(year, written):
    """The type that the address names; a page that is not found for another, and for a year of which nothing can be known."""
    if written not in set(SpmType) or not FIRST_YEAR <= year <= clock.today().year + 1:
        abort(404)
    return SpmType(written)
