"""A record is whole for its care team and the managers, an outline for other officers, and does not exist for anyone else."""
from enum import StrEnum

from portal.rules.roles import Role


class Reach(StrEnum):
    FULL = "full"
    OUTLINE = "outline"
    NONE = "none"


class Why(StrEnum):
    LEAD_STAYS = "lead_stays"
    NOT_AN_OFFICER = "not_an_officer"


def reach(roles, *, in_team, restricted, open_office=False):
    """How far a person with `roles` sees one record; `open_office`: ordinary records are whole for every officer."""
    if Role.MANAGER in roles:
        return Reach.FULL
    if Role.OFFICER not in roles:
        return Reach.NONE
    if in_team:
        return Reach.FULL
    if restricted:
        return Reach.NONE
    return Reach.FULL if open_office else Reach.OUTLINE
