"""Several children in one go: one report that names them all."""
from flask import request
from flask_babel import gettext

from portal.access import needs
from portal.clients import places
from portal.reports.many_forms import ManyForm
from portal.reports.models import Report
from portal.reports.routes import bp
from portal.rules.roles import May
from portal.web import page, say, see_other


@bp.route("/many", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def many():
    return rows_of(ManyForm(), Report.receive)


def rows_of(form, verb, trip=None):
    """The page of quick rows, and the one report that `verb` makes of them; `trip`: on which they were met."""
    desa = places.offer(form)
    if "show_villages" in request.form:
        return page("reports/many.html", "clients/_villages.html", form=form, many=desa, trip=trip)
    if "add_rows" in request.form:
        form.add_rows()
    elif report := form.makes(verb):
        say(gettext("Laporan %(number)s tersimpan dengan %(count)s orang.", number=report.number, count=len(report.persons)))
        return see_other("reports.triage", id=report.id)
    return page("reports/many.html", form=form, many=desa, trip=trip)
