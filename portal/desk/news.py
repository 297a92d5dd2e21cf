"""What happened without the person who looks: answers to their proposals, and changes of who may do or see what."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for

from portal import clock
from portal.accounts.models import User
from portal.accounts.teams import Member
from portal.audit import Entry, Event
from portal.cases.models import Case
from portal.clients.models import Client
from portal.decisions.models import Decision
from portal.reports.models import Report
from portal.rules.approval import DecisionState
from portal.rules.roles import May, Role, may

WEEK = timedelta(days=7)
SHOWN = 6
WATCHED = (Event.ROLE_GRANTED, Event.DELEGATED, Event.DELEGATION_ENDED, Event.PASSWORD_RESET, Event.DEACTIVATED, Event.REACTIVATED)


def proposals_of(user):
    """The person's own proposals that still wait or were answered within the week, the waiting first."""
    fresh = Decision.decided_at > clock.now() - WEEK
    return list(Decision.visible_to(user).where(Decision.asked_by == user.id, (Decision.state == DecisionState.OPEN) | fresh)
                .order_by(Decision.decided_at.is_null().desc(), Decision.decided_at.desc(), Decision.asked_at).limit(10))


def grants(user):
    """For managers: what the admins changed about accounts within the week, newest first: [(event, role or None, at, whose account, by whom)]."""
    if not may(user.roles, May.DECIDE):
        return []
    rows = list(Entry.select().where(Entry.subject == User._meta.table_name, Entry.action.in_([str(each) for each in WATCHED]),
                                     Entry.at > clock.now() - WEEK).order_by(Entry.id.desc()).limit(SHOWN))
    names = User.names() if rows else {}
    return [(Event(row.action), _role(row), row.at, names.get(row.subject_id, ""), names.get(row.by, "")) for row in rows]


def _role(entry):
    told = entry.detail.get("role")
    return Role(told) if told else None


@dataclass(frozen=True)
class Glimpse:
    """Sight in an emergency: who looked into which record, when (naive UTC), and why."""

    who: str
    number: str
    url: str
    at: datetime
    reason: str


def glimpses(user):
    """For managers: the Glimpses within the week, the newest first, to be looked at."""
    if not may(user.roles, May.DECIDE):
        return []
    rows = list(Member.select(Member.id, Member.team, Member.since, Member.break_glass_reason, User.id, User.name).join(User)
                .where(Member.break_glass_reason != "", Member.since > clock.now() - WEEK).order_by(Member.id.desc()).limit(SHOWN))
    found = _records([row.team_id for row in rows], user) if rows else {}
    return [Glimpse(row.user.name, *found[row.team_id], row.since, row.break_glass_reason) for row in rows if row.team_id in found]


def _records(teams, user):
    """{team id: (number, address)} of what these teams work on: a case stands for its client."""
    found = {}
    for model, endpoint in ((Report, "reports.show"), (Client, "clients.show"), (Case, "casefile.show")):
        for row in model.whole_to(user).where(model.care_team.in_(teams)).order_by(model.id):
            found[row.care_team_id] = (row.number, url_for(endpoint, id=row.id))
    return found
