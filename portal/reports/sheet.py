"""What the page of one report shows: to those who see it whole, and to those who see its outline."""
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from portal.accounts.models import User
from portal.clients import places
from portal.decisions.models import Decision
from portal.labels import label
from portal.office.opening import timing
from portal.phrases import moment
from portal.records import Transition
from portal.reports.deadline import find_clock
from portal.reports.happening import when
from portal.reports.matches import known_clients, same_events
from portal.reports.models import Report
from portal.reports.reply import reply_clock
from portal.reports.sight import held_by_case
from portal.reports.telling import Telling, is_reachable
from portal.rules.approval import DecisionKind
from portal.rules.channels import has_ticket
from portal.rules.report import PersonOutcome, ReportState, ReportStep
from portal.rules.triage import is_triaged


@dataclass(frozen=True)
class Happening:
    """One line of the timeline, in words."""

    title: str
    at: str
    by: str
    text: str
    url: str | None = None


def sheet(report, user, revealed=False):
    """Everything that is known; `revealed`: the reporter and the numbers in full, this once."""
    people, received = report.persons, report.state == ReportState.RECEIVED
    verified_at = report.moment_of(ReportStep.VERIFY)
    return {
        "report": report, "people": people, "revealed": revealed, "where": places.where(report), "lead": report.care_team.lead,
        "clock": find_clock(report, timing(), verified_at), "story": story(report), "tasks": tasks(report, people),
        "merged": list(Report.visible_to(user).where(Report.merged_into == report)),
        "target": Report.visible_to(user).where(Report.id == report.merged_into_id).first(), "proposals": list(Decision.about(report)),
        "proposal": report.proposal, "cases": [each.case for each in report.case_reports if each.case.exists_for(user)],
        "has_case": report.has_case, "held": held_by_case(report), "lifting": Decision.open_about(report, DecisionKind.UNRESTRICT),
        "clients": known_clients(people, user) if received else {}, "events": same_events(report, user) if received else [],
        "pending": [person for person in people if person.outcome == PersonOutcome.PENDING], "ticketed": has_ticket(report.channel),
        "tellings": Telling.of(report), "reachable": is_reachable(report), "reply_clock": reply_clock(report), "replies": report.earlier_replies,
        **{name: tells(report, user) for name, tells in Report.APPEARS.items()},
        "triaged": is_triaged(report.answers), "answered": len(report.answers), "received": received, "when": when(report),
    }


def outline(report):
    """What every officer may know of a report of others."""
    return {"report": report, "lead": report.care_team.lead, "where": places.names().get(report.district, ""), "people": report.persons}


def story(report):
    """What has happened to the report, the newest first."""
    names = User.names()
    told = [(_minute(move.occurred_at), move.id, Happening(str(label(ReportState(move.after))), moment(move.occurred_at), names.get(move.by, ""),
                                                           move.reason))
            for move in Transition.of(report)]
    if report.replied_at:
        sent = Happening(gettext("Balasan dikirim"), moment(report.replied_at), names.get(report.replied_by_id, ""), "")
        told.append((_minute(report.replied_at), float("inf"), sent))
    told += [(_minute(each.at), float("inf"), Happening(gettext("Pelapor dikabari (%(way)s)", way=label(each.way)), moment(each.at), each.by.name,
                                                       each.words)) for each in Telling.of(report)]
    if report.triaged_at:  # in the minute of arrival it still follows the arrival
        told.append((_minute(report.triaged_at), told[0][1] + .5,
                     Happening(gettext("Ditriase"), moment(report.triaged_at), "", str(label(report.level)))))
    return [happening for _, _, happening in sorted(told, key=lambda one: one[:2], reverse=True)]


def _minute(at):
    """The minute of a moment: people tell no seconds, so within it the order of writing counts."""
    return at.replace(second=0, microsecond=0)


def tasks(report, people):
    """The steps to the case and how each stands: [(address or None, text, mark, word, current)]."""
    open_here = report.state == ReportState.RECEIVED and report.proposal is None
    steps = [
        (url_for("reports.triage", id=report.id), gettext("Triase"), is_triaged(report.answers)),
        *((None if person.outcome == PersonOutcome.NEW_CLIENT else url_for("reports.person", id=person.id),
           gettext("Pastikan %(who)s", who=shortened(person.called)), person.outcome != PersonOutcome.PENDING) for person in people),
        (url_for("reports.verification", id=report.id), gettext("Verifikasi"), report.state == ReportState.VERIFIED),
        *([(url_for("reports.reply", id=report.id), reply_task(report), report.replied_at is not None)] if report.is_ticketed else ()),
    ]
    first = next((number for number, step in enumerate(steps) if not step[2]), None)
    return [(address if open_here else None, text, "done" if done else "draft", gettext("Selesai") if done else gettext("Belum"),
             open_here and number == first) for number, (address, text, done) in enumerate(steps)]


def reply_task(report):
    """What is asked of whoever answers its ticket: `Balas tiket 171`."""
    return gettext("Balas tiket %(channel)s", channel=label(report.channel))


def shortened(name, most=30):
    """A name that fits on a button."""
    return name if len(name) <= most else name[:most - 1].rstrip() + "…"
