"""Whose records somebody's tasks are about, as the end of a FROM: of their own teams by ids asked for once, of everybody all that no import holds."""
from functools import cached_property

from portal import clock
from portal.db import db, quoted
from portal.rules.lifecycle import OPEN
from portal.rules.roles import Role

TEAM = "JOIN care_team ON care_team.id = {team} WHERE care_team.staged IS NULL"
MINE = ('FROM member JOIN care_team ON care_team.id = member.team_id {more} WHERE member.user_id = ? AND member.since <= ? '
        "AND (member.until IS NULL OR member.until > ?) AND care_team.staged IS NULL")
CARE = '"case".care_team_id'
CASE = 'JOIN "case" ON "case".care_team_id = member.team_id'


class Reach:
    """A person's own, or everybody's. What it answers ends in conditions, and more may follow."""

    def __init__(self, user, everyones=False):
        self.user, self.everyones = user, everyones and Role.MANAGER in user.roles

    @property
    def works(self):
        """Whether this person has teams to work in."""
        return bool(self.user.roles & {Role.OFFICER, Role.MANAGER})

    @property
    def open_cases(self):
        """Open cases, from FROM on."""
        if self.everyones:
            return f'FROM "case" {TEAM.format(team="care_team_id")} AND "case".stage IN ({quoted(OPEN)})'
        return f'FROM "case" WHERE "case".id IN ({self._cases})'

    def of_open_cases(self, column):
        """The open cases that a column names, from JOIN on; crossed, for what stands before is few and is read first."""
        if self.everyones:
            return (f'CROSS JOIN "case" CROSS JOIN care_team WHERE "case".id = {column} AND care_team.id = {CARE} '
                    f'AND care_team.staged IS NULL AND "case".stage IN ({quoted(OPEN)})')
        return f'JOIN "case" ON "case".id = {column} WHERE {column} IN ({self._cases})'

    @property
    def placements(self):
        """Placements of cases open or closed, from FROM on."""
        if self.everyones:
            return f'FROM placement JOIN "case" ON "case".id = placement.case_id {TEAM.format(team=CARE)}'
        return f'FROM placement JOIN "case" ON "case".id = placement.case_id WHERE placement.id IN ({self._placements})'

    def of_teams(self, column):
        """The records whose care team a column names, from JOIN on; of few, so each asks for its team (`+ 0`: not for all of the person's)."""
        now = clock.now()
        if not self.works:
            return f"{TEAM.format(team=column)} AND 1 = 0"
        mine = (f" AND EXISTS (SELECT 1 FROM member WHERE member.team_id = {column} AND member.user_id + 0 = {self.user.id} "
                f"AND member.since <= '{now}' AND (member.until IS NULL OR member.until > '{now}'))")
        return TEAM.format(team=column) + ("" if self.everyones else mine)

    @cached_property
    def _cases(self):
        return self._mine(f'"case".id {MINE.format(more=CASE)} AND "case".stage IN ({quoted(OPEN)})')

    @cached_property
    def _placements(self):
        return self._mine(f'placement.id {MINE.format(more=f"""{CASE} JOIN placement ON placement.case_id = "case".id""")}')

    def _mine(self, asked):
        """The ids of what an officer's or a manager's own teams have, as a list in SQL."""
        now = clock.now()
        if not self.works:
            return "NULL"
        return ", ".join(str(id) for id, in db.ask(f"SELECT DISTINCT {asked}", (self.user.id, now, now))) or "NULL"
