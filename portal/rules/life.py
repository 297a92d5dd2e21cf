"""A record lives by one table of moves: what is offered and what is refused both read it."""
from enum import StrEnum

from portal.rules.refused import Refused


class WhyNot(StrEnum):
    NOT_FROM_HERE = "not_from_here"


class Life:
    """The moves of one kind of record: `moves[state, step] = next state`; `reasoned` are the steps that need a reason."""

    def __init__(self, moves, reasoned=()):
        self.moves = dict(moves)
        self.reasoned = frozenset(reasoned)

    def after(self, state, step):
        """The state that follows, or Refused(WhyNot.NOT_FROM_HERE)."""
        if (state, step) not in self.moves:
            raise Refused(WhyNot.NOT_FROM_HERE, state=state, step=step)
        return self.moves[state, step]

    def steps_from(self, state):
        """The steps that the table offers in this state, in the table's order."""
        return [step for (start, step) in self.moves if start == state]
