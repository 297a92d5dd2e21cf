"""Running clocks found by the database: for each level and step the latest start that is late, due today or due within the week.

A list of them all is never read: what is counted is exact, and of each part only the first rows are asked for.
"""
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from heapq import merge
from itertools import islice

from portal import clock
from portal.db import db
from portal.office.targets import targets
from portal.rules.clocks import Clock, latest_start, limit
from portal.rules.due import SHOWN, When, before
from portal.rules.levels import Level

LONG_AGO, FAR_AHEAD = datetime(1900, 1, 1), datetime(9000, 1, 1)
ROOM = 1 << 20  # each part has twenty bits of the one number in which all are counted


@dataclass(frozen=True)
class Era:
    """After when and until when (naive UTC) a clock must have started to run by these targets."""

    after: datetime
    until: datetime
    targets: dict


@dataclass(frozen=True)
class Arm:
    """The rows that wait for one `clock` at one `level`, of one Era; `starts` {part: the latest start that is due by its end}."""

    level: Level
    clock: Clock
    era: Era
    starts: dict

    def limit(self, start, calendar):
        """When what began then is due; naive UTC."""
        return clock.utc(limit(self.clock, self.level, clock.local(start), calendar, self.era.targets))

    def between(self, when):
        """(after, up to) which start a row belongs to this part."""
        first = self.starts[before(when)] if before(when) else LONG_AGO
        return max(first, self.era.after), min(self.starts[when], self.era.until)


class Arms:
    """The rows of `source`: SQL from its FROM on, ending in conditions. `id` and `start` are its columns, `steps` {Clock: condition of waiting
    for it}; `tell(keys)` makes {key: Task} of those that are shown.
    """

    def __init__(self, days, eras, calendar, *, source, id, start, steps, tell):
        self.source, self.id, self.start, self.steps, self.calendar, self.tell = source, id, start, steps, calendar, tell
        self.arms = [Arm(level, step, era, starts(days, level, step, calendar, era.targets)) for era in eras for level in Level for step in steps]
        self.counts = self._counted()

    def _counted(self):
        """How many rows lie in each part: each row is looked at once, and all parts are counted in one number."""
        cases, values = [], []
        for arm in self.arms:
            ends = " ".join(f"WHEN {self.start} <= ? THEN {ROOM ** place}" for place in range(len(SHOWN)))
            cases.append(f"WHEN level = ? AND {self.start} <= ? AND {self.steps[arm.clock]} THEN CASE {ends} ELSE 0 END")
            values += [str(arm.level), arm.era.until, *arm.starts.values()]
        [(total, packed)] = db.ask(f"SELECT COUNT(*), SUM(CASE {' '.join(cases)} ELSE 0 END) {self.source}", values)
        counts = Counter({when: (packed or 0) // ROOM ** place % ROOM for place, when in enumerate(SHOWN)})
        return counts + Counter({When.LATER: total - counts.total()})

    def first(self, when, count):
        """The first keys of one part, each with its limit."""
        if not self.counts[when]:
            return []
        asked = [f"SELECT * FROM (SELECT {place} AS arm, {self.id} AS id, {self.start} AS start {self.source} AND level = ? "
                 f"AND {self.steps[arm.clock]} AND {self.start} > ? AND {self.start} <= ? ORDER BY {self.start} LIMIT {int(count)}) AS arm{place}"
                 for place, arm in enumerate(self.arms)]
        found = {}
        for place, id, start in db.ask(" UNION ALL ".join(asked), [value for arm in self.arms for value in (str(arm.level), *arm.between(when))]):
            found.setdefault(place, []).append((datetime.fromisoformat(start), id))
        return list(islice(merge(*(self._limits(self.arms[place], rows) for place, rows in found.items())), count))

    def _limits(self, arm, rows):
        """[(limit, id)] as they are asked for: the later start is never due earlier."""
        return ((arm.limit(start, self.calendar), id) for start, id in rows)


def eras():
    """The Eras of the office's targets."""
    found = targets().periods
    firsts = [first and clock.utc(datetime.combine(first, time())) - timedelta(seconds=1) for first, _, _ in found]
    return [Era(first or LONG_AGO, until or FAR_AHEAD, table) for first, until, (_, _, table) in zip(firsts, [*firsts[1:], None], found, strict=True)]


def starts(days, level, step, calendar, targets):
    """{part: the latest start (naive UTC) that is due by its end}."""
    found = {when: latest_start(step, level, days.bounds.last(when), calendar, targets) for when in SHOWN}
    return {when: clock.utc(start) if start else LONG_AGO for when, start in found.items()}
