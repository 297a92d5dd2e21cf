"""Four roles; what each may do is this one table, and any manager decides (decisions: four roles)."""
from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"
    MANAGER = "manager"
    ADMIN = "admin"
    AUDITOR = "auditor"


class May(StrEnum):
    USE = "use"
    READ_REPORTS = "read_reports"
    WRITE_REPORTS = "write_reports"
    READ_CASES = "read_cases"
    WRITE_CASES = "write_cases"
    MANAGE_TEAMS = "manage_teams"
    MERGE_CLIENTS = "merge_clients"
    IMPORT_CLIENTS = "import_clients"
    READ_TRAINING = "read_training"
    WRITE_TRAINING = "write_training"
    ISSUE_LETTERS = "issue_letters"
    SHAPE_LETTERS = "shape_letters"
    PRINT = "print"
    FOLLOW_DECISIONS = "follow_decisions"
    DECIDE = "decide"
    EXPORT = "export"
    SET_UP_OFFICE = "set_up_office"
    MANAGE_USERS = "manage_users"
    SEE_DELEGATIONS = "see_delegations"
    READ_TRAIL = "read_trail"
    READ_FIGURES = "read_figures"


_READING = {May.USE, May.READ_REPORTS, May.READ_CASES, May.READ_TRAINING, May.FOLLOW_DECISIONS, May.PRINT, May.MANAGE_TEAMS, May.MERGE_CLIENTS,
            May.READ_FIGURES}

GRANTS = {
    Role.OFFICER: _READING | {May.WRITE_REPORTS, May.WRITE_CASES, May.WRITE_TRAINING, May.ISSUE_LETTERS},
    # An import, or a list from SIKS-NG, is compared with every client of the office, the restricted ones too: only managers see those all.
    Role.MANAGER: _READING | {May.IMPORT_CLIENTS, May.DECIDE, May.SEE_DELEGATIONS, May.EXPORT, May.SHAPE_LETTERS},
    Role.ADMIN: {May.USE, May.SET_UP_OFFICE, May.MANAGE_USERS, May.SEE_DELEGATIONS, May.SHAPE_LETTERS},
    Role.AUDITOR: {May.USE, May.READ_TRAIL, May.READ_FIGURES},
}


class Why(StrEnum):
    OWN_ROLES = "own_roles"
    LAST_ADMIN = "last_admin"


def may(roles, permission):
    """Whether any of these roles grants the permission. An unknown permission is an error, not a no."""
    permission = May(permission)
    return any(permission in GRANTS[role] for role in roles)


def granting(permission):
    """The roles that grant this permission."""
    return [role for role in Role if permission in GRANTS[role]]


def every_role():
    """The four, in the order in which they are offered."""
    return list(Role)
