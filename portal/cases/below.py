"""What hangs on a case is reached through it: whole for those who see the case whole, and named as far as they see it."""
from portal.accounts.teams import CareTeam, seen, whole
from portal.cases.models import Case
from portal.clients.models import Client


class OfCase:
    """For models with a `case`. One that is shown with more of its own joins that in `joined`."""

    @classmethod
    def joined(cls):
        """The rows, each with its case, the case's client and care team."""
        return cls.select(cls, Case, CareTeam, Client).join(Case).join(CareTeam).switch(Case).join(Client).switch(cls)

    @classmethod
    def whole_to(cls, user):
        """Those of the cases this person sees whole, and so may work on."""
        return cls.joined().where(whole(user))

    @classmethod
    def visible_to(cls, user):
        """Those of the cases that exist for this person, whole or in outline."""
        return cls.joined().where(seen(user))

    def is_whole_to(self, user):
        return self.case.is_whole_to(user)

    def name_for(self, user):
        """The client's name for those who see the case whole, initials for the rest."""
        return self.case.name_for(user)
