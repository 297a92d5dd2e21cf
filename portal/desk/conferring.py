"""Case conferences that are asked for and were not held, as tasks; the end of a case after violence is told on the case's own page only.

That reason hangs on the answers of an assessment, which a list does not read.
"""
from datetime import datetime

from flask import url_for
from flask_babel import gettext

from portal import clock
from portal.cases.models import Case
from portal.db import db, quoted
from portal.desk.dated import dated
from portal.desk.found import FACE, Keyed, end_of, telling
from portal.desk.tasks import Tasks
from portal.labels import label
from portal.rules.approval import DecisionKind, DecisionState
from portal.rules.conference import HELD_WITHIN, ConferenceState, Facts, arisen, conference_wanted
from portal.rules.levels import Level
from portal.rules.lifecycle import ClosingReason, NoteKind, Stage
from portal.rules.roles import May, may

TOLD = {DecisionKind.OUTSIDE_FAMILY: "outside_family", DecisionKind.CONSIDERATION: "consideration", DecisionKind.CLOSURE: "reunification"}


@Tasks.source
def conferences(tasks):
    """One task a case, for the reason that arose first; three questions and one of what is shown."""
    wanted = first_reasons(tasks.reach)
    tell = telling(tasks, Case.whole_to, lambda tasks, rows: [told(tasks, case, *wanted[case.id]) for case in rows], *FACE)
    return Keyed(tasks.days, [(end_of(due_on(since)), id) for id, (_, since) in wanted.items()], tell)


def told(tasks, case, reason, since):
    """The Task of one case."""
    can = may(tasks.user.roles, May.WRITE_CASES)
    url = url_for("conferences.new" if can else "conferences.of_case", case_id=case.id)
    return dated(tasks, gettext("Adakan pembahasan kasus: %(reason)s", reason=label(reason)), case, url, due_on(since))


def due_on(since):
    """The office's day by which people should have met."""
    return clock.local(since).date() + HELD_WITHIN


def first_reasons(reach):
    """{case id: (Reason, since when in naive UTC)} of the cases about which nobody has met since."""
    facts = {id: {"emergency": max(raised or t0, t0), "assessed_at": assessed} for id, t0, raised, assessed in emergencies(reach)}
    for id, kind, asked, assessed in asked_for(reach):
        facts.setdefault(id, {"assessed_at": assessed}).setdefault(TOLD[kind], asked)
    held = last_held(facts)
    told = {id: Facts(**moments(said), held=tuple(moments(held.get(id, {})).values())) for id, said in facts.items()}
    return {id: min(((reason, since) for reason, since in arisen(each) if reason in reasons), key=lambda pair: pair[1])
            for id, each in told.items() if (reasons := conference_wanted(each))}


def moments(said):
    """The same with moments instead of what the database keeps."""
    return {name: at and datetime.fromisoformat(at) for name, at in said.items()}


def emergencies(reach):
    """[(case id, t0, when it was raised, when it was assessed)] of the running cases at this level."""
    return db.ask('SELECT "case".id, t0, raised_at, assessed_at '  # noqa: S608 our own names
                  f"{reach.open_cases} AND finished_at IS NULL AND level = '{Level.EMERGENCY}'", ())


def asked_for(reach):
    """[(case id, kind, when it was put first, when the case was assessed)] of what a manager was asked and did not refuse."""
    stands = quoted((DecisionState.OPEN, DecisionState.APPROVED))
    few_first = 'decision CROSS JOIN "case" AS about' if reach.everyones else '"case" AS about CROSS JOIN decision'
    return db.ask(  # noqa: S608 our own names
        f'SELECT "case".id, decision.kind, decision.asked_at, "case".assessed_at FROM {few_first} {reach.of_open_cases("about.id")} '
        "AND about.care_team_id = decision.care_team_id AND about.number = decision.number "
        "AND about.finished_at IS NULL AND decision.asked_at >= about.t0 "
        f"AND (decision.kind IN ('{DecisionKind.OUTSIDE_FAMILY}', '{DecisionKind.CONSIDERATION}') AND decision.state IN ({stands}) "
        f"OR decision.kind = '{DecisionKind.CLOSURE}' AND decision.state = '{DecisionState.OPEN}' "
        f"AND about.stage = '{Stage.CLOSING}' AND about.closing_reason = '{ClosingReason.REUNITED}') ORDER BY decision.asked_at", ())


def last_held(ids):
    """{case id: {"held": the last time that people met about it, with minutes or without}}."""
    rows = db.ask("SELECT note.case_id, MAX(note.at) FROM note LEFT JOIN conference ON conference.note_id = note.id "  # noqa: S608 our own ids
                  f"WHERE note.case_id IN ({', '.join(map(str, ids)) or 'NULL'}) AND note.kind = '{NoteKind.CONFERENCE}' "
                  f"AND (conference.state IS NULL OR conference.state <> '{ConferenceState.CANCELLED}') GROUP BY note.case_id", ())
    return {id: {"held": at} for id, at in rows}
