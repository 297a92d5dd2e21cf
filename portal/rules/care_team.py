"""The lead or a manager says who is in a care team, and sight in an emergency is short, explained and rare."""
from datetime import timedelta
from enum import StrEnum

from portal.rules.refused import Refused
from portal.rules.roles import Role


class Why(StrEnum):
    NOT_THE_LEAD = "not_the_lead"
    ALREADY_A_MEMBER = "already_a_member"
    NOT_A_MEMBER = "not_a_member"
    REASON_TOO_SHORT = "reason_too_short"
    TOO_MANY_GLASSES = "too_many_glasses"
    NO_SUCH_CASE = "no_such_case"
    SEES_IT_ALREADY = "sees_it_already"


GLASSES = 3
GLASS = timedelta(hours=24)
SHORTEST_REASON = 15  # letters: enough to say what happened, and a manager reads it


def may_change_team(roles, *, is_lead, is_self=False):
    """Refused unless a manager or the lead changes the team; anybody may leave it (`is_self`)."""
    if not (is_lead or is_self or Role.MANAGER in roles):
        raise Refused(Why.NOT_THE_LEAD)


def changes_offered(roles, *, is_lead):
    """Whether to show the forms that change the team."""
    return is_lead or Role.MANAGER in roles


def may_add(in_team):
    """Refused when the person is in the team already."""
    if in_team:
        raise Refused(Why.ALREADY_A_MEMBER)


def may_lead_or_leave(in_team):
    """Refused when the person is not in the team."""
    if not in_team:
        raise Refused(Why.NOT_A_MEMBER)


def may_break_glass(reason, *, earlier, sees_whole=False):
    """Refused without a telling reason, past three in 24 hours (`earlier` counts those), or where it is not needed."""
    if sees_whole:
        raise Refused(Why.SEES_IT_ALREADY)
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(Why.REASON_TOO_SHORT, count=SHORTEST_REASON)
    if earlier >= GLASSES:
        raise Refused(Why.TOO_MANY_GLASSES, count=GLASSES)
