"""What happened without the person who looks: answers to their proposals, and changes of who may do what."""
from datetime import timedelta

from portal import clock
from portal.accounts.models import User
from portal.audit import Entry, Event
from portal.decisions.models import Decision
from portal.rules.approval import DecisionState
from portal.rules.roles import May, Role, may

WEEK = timedelta(days=7)
WATCHED = (Event.ROLE_GRANTED, Event.PASSWORD_RESET, Event.DEACTIVATED, Event.REACTIVATED)


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
                                     Entry.at > clock.now() - WEEK).order_by(Entry.id.desc()).limit(6))
    names = User.names() if rows else {}
    return [(Event(row.action), _role(row), row.at, names.get(row.subject_id, ""), names.get(row.by, "")) for row in rows]


def _role(entry):
    told = entry.detail.get("role")
    return Role(told) if told else None
