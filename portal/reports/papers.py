"""What leaves the desk about a report: the receipt for who reported, the blank form for the field, and a message to a colleague."""
from flask import g, request
from flask_babel import force_locale

from portal import audit, papers
from portal.access import at_work, needs, opened
from portal.audit import Event
from portal.office.models import Office
from portal.papers import paper_of
from portal.reports import blank, message, receipts
from portal.reports.models import Report
from portal.reports.routes import bp
from portal.rules.roles import May
from portal.web import page, see_other


@bp.get("/<string:number>")
@needs(May.READ_REPORTS)
def by_number(number):
    """Where the code on a paper leads."""
    return see_other("reports.show", id=Report.visible_to(g.user).where(Report.number == number.upper()).get().id)


@bp.post("/<int:id>/receipts")
@needs(May.PRINT)
def receipt(id):
    """Count one more copy, then show it."""
    report = at_work(Report, id)
    return see_other("reports.receipt_copy", id=id, copy=receipts.printed(report, by=g.user, paper=paper_of(request.form)).copy)


@bp.get("/<int:id>/receipts/<int:copy>")
@needs(May.PRINT)
def receipt_copy(id, copy):
    report = at_work(Report, id)
    row = papers.copy_of(report, receipts.KIND, copy, g.user)
    audit.note(Event.READ, report, by=g.user, print=copy)
    with force_locale("id"):
        return page("print/report_receipt.html", **receipts.contents(report, row, g.user))


@bp.route("/blank-form", methods=["GET", "POST"])
@needs(May.PRINT)
def blank_form():
    """The empty form tells of nobody: that it was printed is counted, looking at it is not."""
    paper = paper_of(request.values) or Office.current().paper
    if request.method == "POST":
        audit.record(Event.PRINTED, by=g.user, kind="blank_report", paper=paper)
        return see_other("reports.blank_form", paper=paper)
    with force_locale("id"):
        return page("print/blank_report.html", size=paper, **blank.contents())


@bp.route("/<int:id>/summary", methods=["GET", "POST"])
@needs(May.READ_REPORTS)
def summary(id):
    """Nothing is shown to copy before the trail knows."""
    report = opened(Report, id)
    form = message.MessageForm.about(report)
    text = message.shared(report, message.about_report, form) if form.validate_on_submit() else ""
    return page("reports/summary.html", report=report, form=form, text=text)
