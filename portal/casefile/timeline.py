"""One line of everything that happened to a case, read where it was written: nothing is copied."""
from functools import reduce
from operator import or_
from textwrap import shorten

from flask import current_app, url_for
from flask_babel import gettext

from portal.accounts.models import User
from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.assessments.levels import accepted
from portal.assessments.models import Assessment
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.conferences.models import Conference
from portal.conferences.resolutions import Resolution
from portal.correspondence.listing import written_of
from portal.decisions.models import Decision
from portal.labels import label
from portal.letters.models import Letter
from portal.records import Transition
from portal.referrals.models import Referral
from portal.rules.approval import DecisionKind
from portal.rules.timeline import Event, EventKind, newest_first
from portal.services.models import Service
from portal.services.outside import OutsideCare

TITLE = 80
PROPOSALS = (DecisionKind.LEVEL_CHANGE, DecisionKind.PAUSE, DecisionKind.UNRESTRICT, DecisionKind.REOPENING)


class Timeline:
    """`LIVES`: records with a life that hang on a case, {table: Living}; `SOURCES`: what tells events besides, as functions of a case."""

    LIVES = {}
    SOURCES = []

    @classmethod
    def follow(cls, model, kind, name, *, rows, endpoint=None):
        """Tell the moves of a model's rows: `rows(case)` is their query, `name(row)` what they are called, `endpoint` shows one by id."""
        cls.LIVES[model._meta.table_name] = (model, kind, name, rows, endpoint)

    @classmethod
    def source(cls, function):
        """Register a function that tells further Events of a case."""
        cls.SOURCES.append(function)
        return function

    @classmethod
    def of(cls, case, user, kind=None, *, settled=False):
        """Every Event of a case that this person may read, the newest first; `settled`: without moves that were undone and their undoing."""
        told = [event for source in cls.SOURCES for event in source(case)]
        return newest_first([*told, *reports(case, user), *cls._moves(case, settled)], kind)

    @classmethod
    def _moves(cls, case, settled):
        rows = {table: {row.id: row for row in life[3](case)} for table, life in cls.LIVES.items()}
        known = [(Transition.subject == table) & Transition.subject_id.in_(list(found)) for table, found in rows.items() if found]
        moves = list(Transition.select().where(reduce(or_, known)).order_by(Transition.id)) if known else []
        after, moves = _in_turn(moves), _standing(moves) if settled else moves
        return [_moved(cls.LIVES[move.subject], rows[move.subject][move.subject_id], move, after[move.id]) for move in _telling(moves)]


def _telling(moves):
    """The moves without those that another of the same record followed at once: needed and given in one go is given."""
    last = {}
    for position, move in enumerate(moves):
        last[move.subject, move.subject_id, move.occurred_at, move.by] = position
    return [move for position, move in enumerate(moves)
            if move.reason or move.subject == Case._meta.table_name or last[move.subject, move.subject_id, move.occurred_at, move.by] == position]


def _standing(moves):
    """The moves without each that was undone, and without its undoing."""
    kept = []
    for move in moves:
        about = (move.subject, move.subject_id, move.before)
        same = (each for each in reversed(kept) if (each.subject, each.subject_id, each.after) == about)
        undone = next(same, None) if move.step.startswith("undo") else None
        if undone:
            kept.remove(undone)
        else:
            kept.append(move)
    return kept


def _in_turn(moves):
    """{id: moment to sort by}: people tell minutes, so within one minute a move written later is never the earlier one."""
    latest, found = {}, {}
    for move in moves:
        minute = move.occurred_at.replace(second=0, microsecond=0)
        found[move.id] = latest[minute] = max(move.occurred_at, latest.get(minute, move.occurred_at))
    return found


def _moved(life, row, move, after):
    model, kind, name, _rows, endpoint = life
    return Event(at=move.occurred_at, kind=kind, title=f"{name(row)}: {state_words(model, move.after)}", text=move.reason, by=move.by,
                 url=address(endpoint, id=row.id), after=after)


def state_words(model, state):
    """The words for a state of any of a model's lives."""
    enums = [model._meta.fields[column].enum for column in model.LIVES]
    return str(next((label(enum(state)) for enum in enums if state in list(enum)), state))


def address(endpoint, **values):
    """The address of a page, or None while there is no such page."""
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else None


def people(events):
    """{id: name} of everybody who wrote one of these events: one statement."""
    return {user.id: user.name for user in User.select(User.id, User.name).where(User.id.in_({event.by for event in events if event.by}))}


@Timeline.source
def notes(case):
    held = {conference.note_id: conference for conference in Conference.of(case)}
    return [Event(at=note.at, kind=EventKind.NOTE, title=held[note.id].title if note.id in held else str(label(note.kind)), text=_note_text(note),
                  by=note.made_by_id, url=address("conferences.show", id=held[note.id].id) if note.id in held else None) for note in case.notes]


def _note_text(note):
    return f"{note.text}\n{gettext('Peserta: %(people)s', people=note.participants)}" if note.participants else note.text


@Timeline.source
def contacts(case):
    return [Event(at=each.at, kind=EventKind.CONTACT, title=f"{gettext('Kontak lapangan')}: {label(each.outcome)}",
                  text=each.told, by=each.made_by_id) for each in case.tries]


def reports(case, user):
    """The reports that speak of the case, without those that are hidden from this person."""
    return [Event(at=report.received_at, kind=EventKind.STAGE, title=gettext("Laporan %(number)s diterima", number=report.number),
                  text=report.narrative, by=report.received_by_id, url=address("reports.show", id=report.id))
            for report in case.reports_for(user)]


@Timeline.source
def level_changes(case):
    """Those a manager agreed to are told by their proposal; an accepted assessment tells all three who spoke of the level."""
    assessed = [Event(at=moment, kind=EventKind.STAGE, title=gettext("Tingkat menurut asesmen: %(level)s", level=label(level)), text=words, by=by,
                      url=address("assessments.show", id=about)) for moment, level, words, by, about in accepted(case)]
    told = {event.at for event in assessed}
    return [*assessed, *(Event(at=change.at, kind=EventKind.STAGE, title=gettext("Tingkat: %(level)s", level=label(change.level)),
                               text=change.reason, by=change.by_id)
                         for change in case.level_history if change.source != "manager" and change.at not in told)]


@Timeline.source
def pauses(case):
    ended = case.pauses.where(Pause.ended_at.is_null(False), Pause.began_at.is_null(False))
    return [Event(at=pause.ended_at, kind=EventKind.STAGE, title=gettext("Penangguhan berakhir")) for pause in ended]


def proposals(case):
    return Decision.about(case).where(Decision.kind.in_(PROPOSALS))


@Timeline.source
def proposed(case):
    return [Event(at=each.asked_at, kind=EventKind.PROPOSAL, title=gettext("%(what)s diajukan", what=label(each.kind)), text=each.note,
                  by=each.asked_by_id, url=address("decisions.show", id=each.id)) for each in proposals(case)]


def shortened(text):
    """A text as a title has room for it."""
    return text if len(text) <= TITLE else f"{text[:TITLE - 1].rstrip()}…"


Timeline.follow(Case, EventKind.STAGE, lambda case: gettext("Tahap"), rows=lambda case: [case])
Timeline.follow(Decision, EventKind.PROPOSAL, lambda decision: label(decision.kind), rows=proposals, endpoint="decisions.show")
Timeline.follow(Conference, EventKind.NOTE, lambda row: row.title, rows=Conference.of, endpoint="conferences.show")
Timeline.follow(Resolution, EventKind.NOTE, lambda row: gettext("Keputusan “%(what)s”", what=shorten(row.what, TITLE, placeholder="…")),
                rows=Resolution.of, endpoint="conferences.resolution")
Timeline.follow(Assessment, EventKind.ASSESSMENT, lambda row: gettext("Asesmen %(n)s", n=row.n), rows=Assessment.of, endpoint="assessments.show")
Timeline.follow(DtsenUpdate, EventKind.ASSESSMENT, lambda row: gettext("Usul pemutakhiran DT-SEN"), rows=DtsenUpdate.of_case)
Timeline.follow(Consideration, EventKind.ASSESSMENT, lambda row: gettext("Pertimbangan khusus"), rows=Consideration.of,
                endpoint="assessments.considerations.show")
Timeline.follow(Service, EventKind.SERVICE, lambda row: row.name, rows=Service.of, endpoint="services.show")
Timeline.follow(OutsideCare, EventKind.SERVICE, lambda row: row.service.name, rows=OutsideCare.of, endpoint="services.outside.show")
Timeline.follow(Referral, EventKind.REFERRAL, lambda row: f"{row.number} {row.institution.name}", rows=Referral.of, endpoint="referrals.show")
Timeline.follow(Letter, EventKind.LETTER, lambda row: label(row.kind), rows=written_of, endpoint="correspondence.show")
