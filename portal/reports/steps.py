"""The steps of a report: triage, verification, and the doors it may leave by."""
from flask import g, request
from flask_babel import gettext

from portal import clock
from portal.access import needs, opened
from portal.reports import sight
from portal.reports.forms import CancellationForm, DispositionForm, KnownForm, LiftingForm, MergeForm, TriageForm, VerificationForm
from portal.reports.matches import same_events
from portal.reports.models import Report
from portal.reports.reply import drafted, reply_clock
from portal.reports.routes import bp
from portal.reports.telling import Telling, is_reachable, ready
from portal.reports.ticket_forms import ReplyForm, TellingForm
from portal.reports.triage import desk
from portal.rules.roles import May
from portal.rules.triage import Flag
from portal.web import page, say, see_other


@bp.route("/<int:id>/triage", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def triage(id):
    report = opened(Report, id)
    choosing, form = KnownForm(formdata=None), TriageForm(obj=report, **report.answers)
    weighed = report.weigh(**form.values)
    if "preview" in request.form:
        return page("reports/triage.html", "reports/_level.html", weighed=weighed, form=form, **desk(report, g.user, choosing))
    if form.changes(report.triage):
        left = len(Flag) - len(report.answers)
        say(gettext("Triase tersimpan, belum selesai: %(left)s dari 8 pertanyaan belum dijawab.", left=left) if left
            else gettext("Triase tersimpan."))
        return see_other("reports.show", id=id)
    return page("reports/triage.html", weighed=weighed, form=form, **desk(report, g.user, choosing))


@bp.route("/<int:id>/verification", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def verification(id):
    report = opened(Report, id)
    form = VerificationForm(obj=report)
    if form.changes(report.verify):
        say(gettext("Laporan %(number)s terverifikasi.", number=report.number))
        return see_other("reports.show", id=id)
    return page("reports/verification.html", report=report, form=form, people=report.persons)


@bp.route("/<int:id>/merge", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def merge(id):
    report = opened(Report, id)
    form = MergeForm(obj=report)
    if form.changes(report.merge_into_numbered):
        say(gettext("Laporan %(number)s digabung.", number=report.number))
        return see_other("reports.show", id=id)
    return page("reports/merge.html", report=report, form=form, events=same_events(report, g.user))


@bp.route("/<int:id>/disposition", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def disposition(id):
    report = opened(Report, id)
    form = DispositionForm(obj=report)
    if form.changes(report.propose):
        say(gettext("Usulan dikirim. Manajer akan memutuskan."))
        return see_other("reports.show", id=id)
    return page("reports/disposition.html", report=report, form=form)


@bp.route("/<int:id>/cancellation", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def cancel(id):
    report = opened(Report, id)
    form = CancellationForm(obj=report)
    if form.changes(report.cancel):
        say(gettext("Laporan %(number)s dibatalkan.", number=report.number))
        return see_other("reports.show", id=id)
    return page("reports/cancellation.html", report=report, form=form)


@bp.route("/<int:id>/reply", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def reply(id):
    report = opened(Report, id)
    form = ReplyForm(data={"seen": report.version, "reply": drafted(report, g.user), "at": clock.now()})
    if form.changes(report.answer_sender):
        say(gettext("Balasan tercatat terkirim."))
        return see_other("reports.show", id=id)
    return page("reports/reply.html", report=report, form=form, limit=reply_clock(report))


@bp.route("/<int:id>/telling", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def tell(id):
    """The reporter is told how it ended, without details."""
    report = opened(Report, id)
    form = TellingForm(data={"seen": report.version, "words": ready(report), "at": clock.now()})
    if form.changes(Telling.keep, report):
        say(gettext("Tercatat: pelapor sudah dikabari."))
        return see_other("reports.show", id=id)
    return page("reports/telling.html", report=report, form=form, reachable=is_reachable(report))


@bp.post("/<int:id>/restriction")
@needs(May.WRITE_REPORTS)
def restriction(id):
    report = opened(Report, id)
    report.restrict(by=g.user)
    say(gettext("Laporan ini sekarang terbatas."))
    return see_other("reports.show", id=id)


@bp.route("/<int:id>/restriction/lifting", methods=["GET", "POST"])
@needs(May.MANAGE_TEAMS)
def lifting(id):
    report = opened(Report, id)
    form = LiftingForm()
    if asked := form.makes(sight.ask_to_lift, report):
        return see_other("decisions.show", id=asked.id)
    return page("reports/lifting.html", report=report, form=form)
