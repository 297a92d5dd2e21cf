"""By which right somebody decides: as a manager, or acting for one by an order; and whose proposals that right does not cover."""
from flask_babel import gettext

from portal.accounts.delegations import Delegation
from portal.rules import delegation
from portal.rules.roles import May


class Authorised:
    """For a Decision: `asked_by` put it, `made_by` made or changed what it is about, `delegation` is the order by which it was decided, and
    `decided_as` its words, frozen for lists."""

    @property
    def made_by(self):
        """The ids of those whose work is put, where that is not only who put it."""
        return self.MAKERS[self.kind](self) if self.kind in self.MAKERS else set()

    def asks_of(self, user):
        """What the rule asks about this person and this proposal."""
        return {"same_person": user.id == self.asked_by_id, "made_it": user.id in self.made_by, "is_manager": user.may(May.DECIDE),
                "for_maker": delegation.acts_for_makers(user.held_roles, user.lent, self._makers)}

    def order_of(self, user):
        """The Delegation by which this person decides it; None by their own right."""
        chosen = delegation.chosen(user.held_roles, user.lent, self._makers)
        return Delegation.get_by_id(chosen.id) if chosen else None

    @property
    def decider(self):
        """Who decided it, and in which capacity when it was not their own; empty while nobody has."""
        if not self.decided_by_id:
            return ""
        name = self.decided_by.name
        return gettext("%(name)s selaku %(post)s", name=name, post=self.decided_as) if self.decided_as else name

    @property
    def _makers(self):
        return {self.asked_by_id, *self.made_by}

    def is_own_to(self, user):
        """A manager's own proposal, which waits for another manager."""
        return self.is_open and user.id in self._makers and user.may(May.DECIDE)

    def is_principals_to(self, user):
        """A proposal of whom this person acts for, which waits for another manager."""
        return self.is_open and not self.is_own_to(user) and self.asks_of(user)["for_maker"]

    @classmethod
    def of_others(cls, user):
        """The condition of proposals put neither by this person nor by the only one they act for."""
        return cls.asked_by.not_in([user.id, delegation.shut_out(user.held_roles, user.lent) or user.id])
