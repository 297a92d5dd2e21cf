"""The reply to whoever sent a ticket, ready to paste back: what the record says of the work done, and nothing that tells who the child is."""
from flask_babel import force_locale, gettext

from portal import clock
from portal.labels import label
from portal.office.models import Office
from portal.phrases import moment, span_minutes
from portal.reports.models import Report
from portal.rules.report import ReportState, ReportStep

ENDED = {ReportState.HANDED_OVER, ReportState.OUTSIDE, ReportState.UNFOUNDED}


def drafted(report, user):
    """The reply as the record stands now, in Indonesian: it leaves the office."""
    with force_locale("id"):
        return "\n".join((*_head(report), "", *_done(report, user), "", *_foot(report)))


def _head(report):
    people = report.persons
    who = ", ".join(person.initials for person in people if person.name)
    return (
        f"Balasan tiket {report.ticket or report.number} ({label(report.channel)})",
        f"Laporan kami terima {moment(report.received_at)} dengan nomor {report.number}.",
        f"Keadaan: {_standing(report)}.",
        f"Tingkat: {label(report.level)}.",
        f"Yang dilaporkan: {len(people)} orang{f' (inisial {who})' if who else ''}.",
    )


def _standing(report):
    verified = report.moment_of(ReportStep.VERIFY)
    if report.state in ENDED:
        to = f", diarahkan ke {report.handed_to}" if report.handed_to else ""
        return f"{str(label(report.state)).lower()}{to}"
    if report.state == ReportState.MERGED:
        return "digabung dengan laporan lain tentang kejadian yang sama"
    return f"terverifikasi {moment(verified)}" if verified else "belum terverifikasi, sedang ditangani"


def _done(report, user):
    """What was done and when, the oldest first, as far as this person may know of it."""
    told = sorted(deed for tells in Report.DONE for deed in tells(report, user))
    if not told:
        return ["Belum ada tindakan di lapangan yang tercatat."]
    return ["Yang sudah dilakukan:", *(f"- {moment(at)}: {words}" for at, words in told)]


def _foot(report):
    office, lead = Office.current(), report.care_team.lead
    ways = "; ".join(part for part in (f"telepon {office.phone}" if office.phone else "", office.email) if part)
    who = f"{lead.name}, {office.name}" if lead else office.name
    return (f"Narahubung: {who}{f' ({ways})' if ways else ''}.", f"{office.name} {office.government}".strip())


def reply_clock(report):
    """(mark, words, limit) of the reply that is owed; None once it was sent, and for a report without a ticket."""
    if not report.owes_reply:
        return None
    limit, now = report.reply_limit, clock.now()
    if now > limit:
        return "late", gettext("Lewat %(span)s", span=span_minutes((now - limit).total_seconds() // 60)), limit
    soon = (now - report.received_at) * 4 >= (limit - report.received_at) * 3
    return "soon" if soon else "running", gettext("Sisa %(span)s", span=span_minutes((limit - now).total_seconds() // 60)), limit
