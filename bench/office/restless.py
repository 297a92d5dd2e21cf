"""The part of a case's course in which it turns out to be another than it was: its category, its level, and whether its clocks run."""
from datetime import timedelta

from bench.office.rows import Days, weighed
from portal.cases.models import Case
from portal.cases.pauses import Pause
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.levels import Level
from portal.rules.lifecycle import PauseReason


class Restless:
    """For a Course: what is told better, raised, lowered or paused on the way."""

    def _reclassified(self, hours):
        """The category turns out to be another."""
        self.go_on(hours, wall=False)
        category = self._category()
        if category["category"] != self.row["category"] or category["sub_type"] != self.row["sub_type"]:
            self.row.update(category)
            self._classified(category)

    def _level_decided(self):
        """A manager agrees to another level."""
        levels = list(Level)
        level = levels[(levels.index(self.row["level"]) + self.chance.choice((1, 3))) % 4]
        self.go_on(20, wall=False)
        asked = self.rows.ask(DecisionKind.LEVEL_CHANGE, Case, self.row, self.row, by=self.lead, at=self.at, note="Keadaannya berubah.",
                              asked={"level": str(level), "before": str(self.row["level"])})
        self.go_on(6, wall=False)
        by = self.manager
        self.rows.decide(asked, DecisionStep.APPROVE, by=by, at=self.at)
        self.level(level, "manager", by)

    def _paused(self):
        """The clocks stand still for a while."""
        self.go_on(20, wall=False)
        asked_at, wish = self.at, None
        if self.chance.random() < .3:
            wish = self.at - timedelta(minutes=self.chance.randrange(1, 30))
        pause = self.rows.add(Pause, case=self.row["id"], reason=weighed(self.chance, dict.fromkeys(PauseReason, 1)), asked_at=asked_at,
                              asked_from=wish, review_on=Days.day(asked_at) + timedelta(days=21))
        asked = self.rows.ask(DecisionKind.PAUSE, Case, self.row, self.row, by=self.lead, at=asked_at)
        self.go_on(6, wall=False)
        self.rows.decide(asked, DecisionStep.APPROVE, by=self.manager, at=self.at)
        pause["began_at"] = wish or self.at
        self.go_on(250, wall=False)
        pause["ended_at"] = self.at
