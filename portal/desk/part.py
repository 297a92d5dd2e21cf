"""One part of the days in full, a page at a time."""
from math import ceil

from flask import url_for

from portal.desk.tasks import ROOM
from portal.labels import label


class Part:
    """A page of one part of somebody's tasks, as the pager of any list has it."""

    def __init__(self, tasks, when, number):
        self.tasks, self.when, self.total = tasks, when, tasks.counts[when]
        self.pages = max(1, ceil(self.total / ROOM))
        self.number = min(max(1, number), self.pages)
        self.groups = tasks.of({when: ((self.number - 1) * ROOM, ROOM)})
        self.rows = self.groups[0].rows

    @property
    def heading(self):
        return label(self.when)

    @property
    def first(self):
        return (self.number - 1) * ROOM + 1 if self.total else 0

    @property
    def last(self):
        return min(self.number * ROOM, self.total)

    def url(self, number):
        return url_for("desk.part", when=self.when, whose=self.tasks.whose, page=number if number > 1 else None)
