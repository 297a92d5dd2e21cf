"""What one kind of record asks of people: how much in each part of the days, the first of it by its limit, and those in words.

Each kind has `counts` {When: how many}, `first(when, count)` [(limit in naive UTC, key)], and `tell(keys)` {key: Task} of those shown.
"""
from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice, pairwise
from operator import attrgetter, itemgetter

from portal import clock
from portal.cases.models import Case
from portal.clients.models import Client
from portal.db import db
from portal.rules.due import SHOWN, Bounds, When

MOST = 5000  # so many keys of one kind are looked at by a rule
# What a line says of a case and of the child it is about.
CHILD = (Client.id, Client.number, Client.name, Client.alias, Client.sex, Client.birth_date, Client.birth_precision, Client.age_estimate,
         Client.age_estimate_on)
FACE = (Case.id, Case.number, Case.level, Case.client, *CHILD)


class Days:
    """The parts of the days as records keep them."""

    def __init__(self):
        self.bounds = Bounds(clock.local(clock.now()))
        self.ends = [clock.utc(self.bounds.last(when)) for when in SHOWN]

    def when(self, limit):
        """The part in which a limit (naive UTC) lies."""
        place = bisect_left(self.ends, limit)
        return SHOWN[place] if place < len(SHOWN) else When.LATER


class Keyed:
    """A kind of which every key is known."""

    def __init__(self, days, keys, tell):
        self.tell, self.keys = tell, {}
        for limit, key in sorted(keys):
            self.keys.setdefault(days.when(limit), []).append((limit, key))
        self.counts = Counter({when: len(keys) for when, keys in self.keys.items()})

    @classmethod
    def of(cls, days, tasks):
        """Tasks that are in words already."""
        told = sorted(tasks, key=attrgetter("limit"))
        return cls(days, [(task.limit, number) for number, task in enumerate(told)], lambda keys: {key: told[key] for key in keys})

    def first(self, when, count):
        """The first keys of one part, each with its limit."""
        return self.keys.get(when, [])[:count]


class Several:
    """The same kind of the same table, found in several ways: each tells those that it found."""

    def __init__(self, *found):
        self.found, self.tells = found, dict.fromkeys(each.tell for each in found)
        self.counts = sum((each.counts for each in found), Counter())

    def tell(self, keys):
        """{key: Task} of those shown."""
        return {key: task for tell in self.tells for key, task in tell(keys).items()}

    def first(self, when, count):
        """The first keys of one part, each with its limit."""
        return list(islice(merge(*(each.first(when, count) for each in self.found)), count))


class ByDay:
    """Rows due so long `after` a day of theirs: [(the day as it is stored, key)] in that order."""

    def __init__(self, days, rows, tell, after=timedelta()):
        self.rows, self.tell, self.after = rows, tell, after
        ends = [0, *(bisect_right(rows, stored(days, when, after), key=itemgetter(0)) for when in SHOWN)]
        self.places = dict(zip(SHOWN, pairwise(ends), strict=True))
        self.counts = +Counter({when: last - first for when, (first, last) in self.places.items()})

    def first(self, when, count):
        """The first keys of one part, each with its limit."""
        first, last = self.places[when]
        return [(end_of(date.fromisoformat(day) + self.after), key) for day, key in self.rows[first:min(last, first + count)]]


def stored(days, when, after=timedelta()):
    """The last day, as a column keeps it, of what is due so long after it by the end of this part."""
    return (days.bounds.last_day(when) - after).isoformat()


def local_day(moment):
    """The local day of a moment as a column keeps it."""
    return clock.local(datetime.fromisoformat(moment)).date()


def due_by(tasks, column, source, tell, after=timedelta()):
    """A kind whose rows are due so long after the day in this column; `source` is SQL from FROM on, ending in conditions."""
    table = column.model._meta.table_name
    due = f"{table}.{column.column_name}"
    rows = db.ask(f"SELECT {due}, {table}.id {source} AND {due} <= ? ORDER BY {due}, {table}.id",  # noqa: S608 our own names
                  [stored(tasks.days, When.WEEK, after)])
    return ByDay(tasks.days, rows, tell, after)


def keyed(tasks, columns, source, due, tell):
    """A kind whose limits a rule works out: `due(*values of the columns as stored)` says when (naive UTC); up to MOST rows are looked at.

    `columns`: a key and what the rule reads.
    """
    rows = db.ask(f"SELECT {columns} {source} LIMIT {MOST}", ())  # noqa: S608 our own names
    return Keyed(tasks.days, [(due(*values), key) for key, *values in rows], tell)


def telling(tasks, sight, told, *columns):
    """The function that makes {key: Task} of the rows in `sight(user)`, of which only these columns are read, if they are named."""
    def tell(keys):
        query = sight(tasks.user)
        asked = query.where(query.model.id.in_(list(keys)))
        rows = list(asked.select(*columns) if columns else asked)
        return dict(zip((row.id for row in rows), told(tasks, rows), strict=True))
    return tell


def end_of(day):
    """The last minute of a local day, naive UTC."""
    return clock.utc(datetime.combine(day, time(23, 59)))
