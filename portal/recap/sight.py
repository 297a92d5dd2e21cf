"""Whose records a person's figures count: managers everybody's, officers what exists for them, auditors everybody's but as small cells hidden."""
from dataclasses import dataclass

from portal.accounts.teams import CareTeam, seen
from portal.rules.roles import May, may
from portal.rules.small_cells import SMALL


@dataclass(frozen=True)
class Sight:
    """`lists`: whether this person may see the records behind a figure; who may not sees no small figure either."""

    user: object
    lists: bool

    @classmethod
    def of(cls, user):
        return cls(user, may(user.roles, May.READ_CASES))

    @property
    def least(self):
        """How many people must share what was written of them in own words, before this person is told those words."""
        return 1 if may(self.user.roles, May.DECIDE) else SMALL.stop

    @property
    def teams(self):
        """The condition on CareTeam of what is counted."""
        return seen(self.user) if self.lists else CareTeam.staged.is_null()
