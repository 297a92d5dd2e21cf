"""The quick report: one screen while the telephone is in the hand, what it understands as it is typed, and the page after it."""
import json

from flask import g, request
from flask_babel import gettext

from portal.access import at_work, needs, opened
from portal.clients import places
from portal.clients.suggested import suggested
from portal.forms import Form
from portal.office.opening import timing
from portal.reports.deadline import find_clock, find_limit
from portal.reports.forms import HappenedForm, PersonRow, ReportForm
from portal.reports.happening import when
from portal.reports.models import Report
from portal.reports.people import ReportPerson
from portal.reports.reading import cases_of, chosen, found, found_saved, read
from portal.reports.routes import bp
from portal.rules.report import PersonOutcome, ReportState
from portal.rules.roles import May
from portal.web import id_of, page, say, see_other


@bp.route("/new", methods=["GET", "POST"])
@needs(May.WRITE_REPORTS)
def new():
    before = Report.written_before(request.args.get("after", type=id_of), g.user)
    form = ReportForm(data=before.kept if before else None)
    many = places.offer(form, narrowed=bool(request.htmx))
    if "show_villages" in request.form:
        return page("reports/new.html", "clients/_villages.html", **_part(form, many))
    if button := next((name for name in BUTTONS if name in request.form), None):
        return BUTTONS[button](form, many, request.form[button])
    if report := form.makes(Report.receive):
        return see_other("reports.new", after=report.id) if "again" in request.form else see_other("reports.saved", id=report.id)
    return page("reports/new.html", before=before, **_beside(form, many))


def _add_person(form, many, value):
    form.add_row()
    return page("reports/new.html", **_beside(form, many))


def _choose(form, many, value):
    """`value` is the row's number and the client's: 0:KL-2026-00001; without a client, the one chosen is let go."""
    place, _, number = value.partition(":")
    row = form.row(place)[1]
    row.choose(number[:20] or None)
    response = page("reports/new.html", "reports/_chosen.html", **_part(form, many, place))
    response.headers["HX-Trigger-After-Settle"] = "chosen"
    return response


def _take(form, many, value):
    """Take over what the row's NIK tells; htmx is given the values, and fills them into what is still empty."""
    row = form.row(value)[1]
    told = suggested(row.nik.data)
    filled = row.take(told) if told else {}
    response = page("reports/new.html", "reports/_reading.html", **_part(form, many, value), reading=_read(row))
    response.headers["HX-Trigger"] = json.dumps({"fill": filled})
    return response


# What the report tells beside the person: a place, perhaps a guardian's telephone, perhaps a ticket that told of them before.
BESIDE = ("district", "reporter_phone", "ticket")
BUTTONS = {"add_person": _add_person, "choose": _choose, "from_nik": _take}


@bp.post("/happening")
@needs(May.WRITE_REPORTS)
def happening():
    return page("reports/_happening.html", happened=HappenedForm(request.form).happened)


@bp.post("/reading")
@needs(May.WRITE_REPORTS)
def reading():
    n, row = _row()
    return page("reports/_reading.html", n=n, row=row, reading=_read(row))


@bp.post("/lookalikes")
@needs(May.WRITE_REPORTS)
def lookalikes():
    n, row = _row()
    return page("reports/_lookalikes.html", n=n, row=row, **_near(row, {name: request.form.get(name, "") for name in BESIDE}))


@bp.get("/<int:id>/saved")
@needs(May.WRITE_REPORTS)
def saved(id):
    report = opened(Report, id)
    people, received = report.persons, report.state == ReportState.RECEIVED
    near = found_saved(people, g.user) if received else {}
    return page("reports/saved.html", report=report, people=people, received=received, token=Form().form_token.data, when=when(report),
                where=places.where(report), districts=places.names(), clock=find_clock(report, timing()), limit=find_limit(report, timing()),
                near=near, asked=next((person.id for person in people if near.get(person)), None),
                told={person.id: suggested(person.nik) for person in people})


@bp.post("/people/<int:id>/nik")
@needs(May.WRITE_REPORTS)
def from_nik(id):
    person = at_work(ReportPerson, id)
    told = suggested(person.nik)
    if told and person.outcome == PersonOutcome.PENDING:
        person.correct(by=g.user, **told.missing_from(person))
        say(gettext("Kelamin dan tanggal lahir diisi dari NIK. Periksa pada dokumen bila ada."))
    return see_other("reports.saved", id=person.report_id)


def _row():
    """(number, PersonRow) of the row that is being typed, alone: nothing is kept, so it needs no form around it."""
    n = request.form.get("row", "")
    n = int(n) if n.isascii() and n.isdigit() and len(n) < 3 else 0
    return n, PersonRow(request.form, prefix=f"people-{n}-")


def _read(row):
    return read(row, chosen([row], g.user).get(row.client.data))


def _near(row, about):
    near = found(row, about, g.user)
    return {"near": near, "cases": cases_of(near, g.user), "districts": places.names()}


def _beside(form, many, place=None):
    """The form with what stands around it: the row last typed in and who that may be."""
    n, row = form.row(request.form.get("row", "") if place is None else place)
    rows = [each.form for each in form.people]
    known = chosen(rows, g.user)
    return {"form": form, "many": many, "n": n, "row": row, "follows": True, "taken": Report.with_ticket(form.ticket.data, g.user),
            "known": known, "readings": [read(each, known.get(each.client.data)) for each in rows],
            **_near(row, {name: form[name].data for name in BESIDE})}


def _part(form, many, place=""):
    """The same for a fragment, which shows nobody: the panel asks for itself."""
    if not request.htmx:
        return _beside(form, many, place)
    n, row = form.row(place)
    return {"form": form, "many": many, "n": n, "row": row, "known": chosen([row], g.user), "follows": True}
