"""The page of one table for one person: the table filled, or why it is not, with all that the page offers to choose."""
from portal import audit
from portal.audit import Event
from portal.labels import sentence
from portal.recap.choices import Choices
from portal.recap.sight import Sight
from portal.recap.tabulating import fill
from portal.rules.refused import Refused


class Showing:
    """`filled` is None where the database would take too long; `too_wide` then says so. `days` is the Period that was typed, if any."""

    def __init__(self, chosen, user, days=None):
        sight = Sight.of(user)
        chosen = chosen.during(days) if days else chosen
        self.chosen = chosen if sight.lists else chosen.coarse()
        self.choices, self.filled, self.besides, self.too_wide = Choices(self.chosen, sight.lists), None, None, ""
        try:
            self.filled = fill(self.chosen, user)
            self.besides = self.chosen.table.besides(self.chosen, user) if self.chosen.table.besides else None
        except Refused as refused:
            self.too_wide = sentence(refused)
        audit.note(Event.LISTED, by=user, list=self.chosen.table.name, period=self.chosen.period)

    @property
    def parts(self):
        """What its templates call by name."""
        return {name: getattr(self, name) for name in ("chosen", "choices", "filled", "too_wide", "besides")}
