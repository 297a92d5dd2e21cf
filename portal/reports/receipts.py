"""The receipt for whoever reported: that it was received, by whom and under which number; of the people it speaks of no more than initials."""
from types import SimpleNamespace

from flask import url_for
from flask_babel import gettext, pgettext

from portal import clock, papers
from portal.clients import places
from portal.labels import label
from portal.office.models import Office
from portal.phrases import clock_time, day, weekday

KIND = "receipt"


def printed(report, *, by, paper=None):
    """One more copy, on the office's paper unless another is asked for."""
    return papers.printed(report, KIND, by=by, paper=paper or Office.current().paper)


def contents(report, row, user):
    """Everything that the paper says."""
    receiver = report.received_by
    return {
        "report": report, "size": row.paper, "print": papers.last_line(row, report.number, user), "facts": facts(report),
        "qr": papers.qr(url_for("reports.by_number", number=report.number, _external=True)), "today": day(clock.today()),
        "receiver": SimpleNamespace(title=receiver.title or gettext("Petugas"), name=receiver.name, rank="", nip=receiver.nip),
    }


def facts(report):
    """[(term, value)] of the report; no name but the reporter's own, and that only when it is no secret."""
    received = clock.local(report.received_at)
    return [
        (gettext("Nomor laporan"), report.number),
        (pgettext("laporan", "Diterima"), gettext("%(day)s pukul %(time)s", day=weekday(received), time=clock_time(report.received_at))),
        (gettext("Diterima oleh"), report.received_by.name), (gettext("Lewat"), label(report.channel)), (gettext("Nomor tiket"), report.ticket),
        (gettext("Pelapor"), reporter(report)), (gettext("Kecamatan kejadian"), places.names().get(report.district, "")),
        (gettext("Orang dalam laporan"), people(report)),
    ]


def reporter(report):
    """The name of who reported, or that it is kept secret, or that there is none."""
    if not report.reporter_name:
        return gettext("Anonim")
    return gettext("Dirahasiakan") if report.reporter_secret else report.reporter_name


def people(report):
    """2 orang (A.P., tanpa nama)."""
    who = ", ".join(person.initials if person.name else gettext("tanpa nama") for person in report.persons)
    return gettext("%(count)s orang (%(who)s)", count=len(report.persons), who=who) if who else ""
