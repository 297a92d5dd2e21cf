"""Who each person of a report is: a client we know, a new client, not found, or in no need of us."""
from flask import abort, g, request, url_for
from flask_babel import gettext

from portal.access import at_work, in_sight, needs, opened
from portal.clients import places
from portal.clients.models import Client
from portal.forms import Form, StepForm
from portal.reports.forms import KnownForm, PersonForm
from portal.reports.matches import known_clients
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.reports.routes import bp
from portal.reports.sheet import shortened
from portal.rules.report import PersonOutcome
from portal.rules.roles import May
from portal.web import page, say, see_other

# Where a person was settled is where the next one is.
BACK = {"from_saved": "reports.saved", "from_triage": "reports.triage"}


@bp.get("/people/<int:id>")
@needs(May.WRITE_REPORTS)
def person(id):
    person = opened(ReportPerson, id)
    return page("reports/person.html", form=KnownForm(obj=person), **_beside(person))


@bp.post("/people/<int:id>/known")
@needs(May.WRITE_REPORTS)
def known_number(id):
    person = at_work(ReportPerson, id)
    form = KnownForm(obj=person)
    if form.changes(person.is_numbered):
        return _resolved(person)
    return page("reports/person.html", form=form, **_beside(person))


@bp.post("/people/<int:id>/known/<int:client>")
@needs(May.WRITE_REPORTS)
def known(id, client):
    person = at_work(ReportPerson, id)
    return _settle(person, person.is_known, in_sight(Client, client))


@bp.post("/people/<int:id>/new-client")
@needs(May.WRITE_REPORTS)
def new_client(id):
    person = at_work(ReportPerson, id)
    return _settle(person, person.becomes_client)


@bp.post("/people/<int:id>/<any(not_found, not_needed):outcome>")
@needs(May.WRITE_REPORTS)
def set_aside(id, outcome):
    person = at_work(ReportPerson, id)
    return _settle(person, person.set_aside, PersonOutcome(outcome))


@bp.route("/people/<int:id>/correction", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def correct_person(id):
    person = opened(ReportPerson, id)
    form = PersonForm(record=person)
    if form.changes(person.correct):
        return see_other("reports.person", id=id)
    return page("reports/correct_person.html", report=person.report, person=person, form=form)


@bp.route("/<int:id>/people", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def add_person(id):
    report = at_work(Report, id)
    form = PersonForm()
    if form.makes(report.add_person):
        return see_other("reports.show", id=id)
    return page("reports/correct_person.html", report=report, person=None, form=form)


@bp.post("/people/<int:id>/unlinking")
@needs(May.WRITE_REPORTS)
def unlink(id):
    form = StepForm()
    person = at_work(ReportPerson, id).unlink(by=g.user, seen=form.seen.data or None)
    say(gettext("%(who)s: tautan diurungkan. Siapa orang ini terbuka lagi.", who=shortened(person.called, 60)))
    return see_other("reports.show", id=person.report_id)


def _settle(person, verb, *about):
    """Take the step whose button was pressed, once."""
    form = Form()
    if not form.validate_on_submit():
        abort(400)
    verb(*about, by=g.user, seen=form.seen.data)
    return _resolved(person)


def _resolved(person):
    who = shortened(person.called, 60)
    if person.outcome == PersonOutcome.NEW_CLIENT:
        say(gettext("%(who)s dicatat sebagai klien baru %(number)s.", who=who, number=person.client.number), _undoing(person), person.version)
    elif person.outcome == PersonOutcome.KNOWN_CLIENT:
        say(gettext("%(who)s ditautkan ke klien %(number)s.", who=who, number=person.client.number), _undoing(person), person.version)
    else:
        say(gettext("%(who)s: keputusan tersimpan.", who=who))
    return see_other(next((endpoint for field, endpoint in BACK.items() if field in request.form), "reports.show"), id=person.report_id)


def _undoing(person):
    return url_for("reports.unlink", id=person.id)


def _beside(person):
    """The person and the clients they may be."""
    return {"person": person, "report": person.report, "matches": known_clients([person], g.user).get(person, []), "districts": places.names()}
