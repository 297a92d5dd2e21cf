"""What waits for one person, derived from the records: tasks by their limit, counted in full, of which only those shown are read."""
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from heapq import merge
from itertools import chain, islice

from portal.accounts.teams import mine
from portal.cases.models import Case
from portal.desk.found import Days, Keyed
from portal.desk.reach import Reach
from portal.labels import label
from portal.reports.people import ReportPerson
from portal.rules.clocks import Clock
from portal.rules.due import SHOWN, When, shares
from portal.rules.levels import Level
from portal.rules.lifecycle import OPEN
from portal.rules.roles import May, may

MOST = 1000  # of one kind that is read row by row
ROOM = 25
MARKS = {When.LATE: "late", When.TODAY: "soon", When.WEEK: "running"}


@dataclass(frozen=True)
class Task:
    """One thing to do next: what, about whom (number and name), where, by when (naive UTC), and how it stands.

    `step` is None for what stops no clock, `level` for what is about no child. `can`: whether this person may do it; else `url` only shows it.
    On paper `initials` stand for the name, and `brief` for words of people's own, which may name somebody.
    """

    what: str
    number: str
    who: str
    url: str
    step: Clock | None
    limit: datetime
    mark: str
    left: str
    level: Level | None
    can: bool
    initials: str = ""
    brief: str = ""


@dataclass(frozen=True)
class Group:
    """One part of the days: how many tasks it has, and the first of them."""

    when: When
    count: int
    rows: list

    @property
    def heading(self):
        return label(self.when)

    @property
    def mark(self):
        return MARKS[self.when]


class Tasks:
    """The tasks of a person's own teams, or of everything a manager sees when `everyones`.

    SOURCES: functions(tasks) that yield Tasks, or return a kind as `desk.found` has it, each in a fixed number of questions.
    """

    SOURCES = []

    def __init__(self, user, everyones=False):
        self.user, self.everyones, self.days, self.reach = user, everyones, Days(), Reach(user, everyones)
        self.kinds = [self.kind_of(source) for source in self.SOURCES]
        self.counts = sum((kind.counts for kind in self.kinds), Counter())

    def kind_of(self, source):
        """What one source finds."""
        found = source(self)
        return found if hasattr(found, "first") else Keyed.of(self.days, found)

    @classmethod
    def source(cls, function):
        """Register one more kind of task."""
        cls.SOURCES.append(function)
        return function

    @property
    def whose(self):
        """How an address says whose they are; None where that is understood."""
        return "mine" if not self.everyones and may(self.user.roles, May.DECIDE) else None

    @cached_property
    def active(self):
        """How many cases run."""
        return self.own(Case, Case.whole_to(self.user).where(Case.finished_at.is_null(), Case.stage.in_(OPEN))).count()

    @property
    def count(self):
        """How many are due within the week."""
        return sum(self.counts[when] for when in SHOWN)

    @cached_property
    def groups(self):
        """The Groups that have a task; as many rows of each as there is room for."""
        return self.of({when: (0, count) for when, count in shares(self.counts, ROOM).items() if count})

    @property
    def rows(self):
        """The tasks of all groups."""
        return [task for group in self.groups for task in group.rows]

    def of(self, wanted):
        """Groups with the rows of `wanted` {part: (first, how many)}; each kind is asked for its words once."""
        keys = {when: self._keys(when, first, count) for when, (first, count) in wanted.items()}
        shown = {}
        for _, place, key in chain(*keys.values()):
            shown.setdefault(place, set()).add(key)
        told = {place: self.kinds[place].tell(wanted) for place, wanted in shown.items()}
        return [Group(when, self.counts[when], [told[place][key] for _, place, key in found if key in told[place]]) for when, found in keys.items()]

    def _keys(self, when, first, count):
        """[(limit, which kind, key)] of some rows of one part."""
        found = ([(limit, place, key) for limit, key in kind.first(when, first + count)] for place, kind in enumerate(self.kinds))
        return list(islice(merge(*found), first, first + count))

    def own(self, model, query):
        """Those of `query` (rows of `model`, which has a care team) that this person is asked to do something about."""
        return query if self.everyones else query.where(model.care_team.in_(mine(self.user)))


def people_named(reports):
    """{report id: the names it tells}, in one question."""
    told = {}
    if not reports:
        return told
    for person in ReportPerson.select().where(ReportPerson.report.in_([report.id for report in reports])).order_by(ReportPerson.position):
        told.setdefault(person.report_id, []).append(person.name or person.nameless)
    return {key: ", ".join(names) for key, names in told.items()}
