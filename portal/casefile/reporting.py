"""The pages of the social report: what it will say and how, and the copy that is printed."""
from flask import Blueprint, g
from flask_babel import force_locale

from portal import audit, papers
from portal.access import at_work, needs
from portal.audit import Event
from portal.casefile import social_report
from portal.casefile.report_forms import SocialReportForm
from portal.cases.models import Case
from portal.office.models import Office
from portal.rules.roles import May
from portal.web import page, see_other

bp = Blueprint("social_report", __name__, url_prefix="/<int:id>/social-report")


@bp.route("", methods=["GET", "POST"])
@needs(May.PRINT)
def options(id):
    case = at_work(Case, id)
    form = SocialReportForm(paper=Office.current().paper, initials=case.care_team.restricted)
    if form.validate_on_submit() and (copy := form.attempt(papers.printed, case, social_report.KIND, by=g.user, **form.values)):
        return see_other("casefile.social_report.copy", id=id, copy=copy.copy)
    return page("casefile/social_report.html", form=form, case=case, assessment=social_report.basis(case), lacking=social_report.lacking(case),
                sharing=social_report.sharing(case.client),
                copies=papers.copies(case, social_report.KIND))


@bp.get("/<int:copy>")
@needs(May.PRINT)
def copy(id, copy):
    case = at_work(Case, id)
    row = papers.copy_of(case, social_report.KIND, copy, g.user)
    audit.note(Event.READ, case, by=g.user, print=copy)
    with force_locale("id"):
        return page("print/social_report.html", **social_report.contents(case, row, g.user))
