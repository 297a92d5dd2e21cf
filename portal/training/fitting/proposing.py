"""What somebody has before them who proposes a case for a batch: how it fits, what is on record, and which papers the provider asks for."""
from dataclasses import replace
from functools import cached_property

from portal.cases.team import is_member
from portal.referrals.checklist import Checklist
from portal.rules.placement import PlacementState
from portal.rules.roles import May
from portal.training.fitting.asked import answers_of, guardian_may_harm, known_answers
from portal.training.fitting.comings import coming_for
from portal.training.fitting.fit import outlook_for
from portal.training.models import Placement


class Proposing:
    """One case and one batch, as this person is about to propose it; `earlier` is the proposal that was returned, or None."""

    def __init__(self, case, batch, user):
        self.case, self.batch, self.user = case, batch, user
        self.outlook = outlook_for(case, batch)
        self.earlier = batch.placements.where(Placement.case == case, Placement.state == PlacementState.RETURNED).first()

    @property
    def answers(self):
        """What the form begins with: what was told before it was returned, else what is on record."""
        if self.earlier:
            return answers_of(self.earlier)
        return replace(known_answers(self.case.client), care=self.outlook.standing.care)

    @property
    def reason(self):
        return self.earlier.override if self.earlier else ""

    @property
    def assessment(self):
        """The assessment by which something must come first, or None."""
        return self.outlook.standing.assessment if self.outlook.standing.care else None

    @property
    def interests(self):
        return self.outlook.standing.interests

    @property
    def harm(self):
        return guardian_may_harm(self.case.client)

    @cached_property
    def keeper(self):
        """Who looks after the batch and is not in the team of the case, so that only initials would stand on their lists; or None."""
        keeper = self.batch.keeper
        if keeper is None or not keeper.active or not keeper.may(May.READ_CASES) or is_member(self.case, keeper):
            return None
        return keeper

    @property
    def keeper_by_default(self):
        """In the team unless the case is restricted: there somebody decides it knowingly."""
        return self.earlier.keeper_joins if self.earlier else not self.case.care_team.restricted

    @property
    def papers(self):
        """The Lines of the papers that the provider of the directory asks for, beside what the file has of them."""
        return Checklist(self.case, self.batch.programme.institution, self.user).lines

    @property
    def coming(self):
        """What the eighteenth birthday changes, or None."""
        return coming_for(self.case, self.batch)
