"""The inbox of one person: what waits for them, the oldest first, and what they decided today."""
from collections import Counter
from datetime import datetime, time
from functools import cached_property

from flask import request
from flask_babel import gettext
from peewee import fn

from portal import clock
from portal.decisions.models import Decision
from portal.labels import label
from portal.lists import Filter, Listing
from portal.rules.approval import DecisionKind
from portal.web import id_of

AT_ONCE, LATEST = 30, 8
TOGETHER = 10  # proposals that one page decides


class Queue(Listing):
    """Open proposals that this person may decide; `?kind=` and `?urgent=1` narrow them."""

    def __init__(self, user):
        self.waiting = Decision.waiting_for(user)
        super().__init__(Decision, self.waiting, sorts={}, default="", size=AT_ONCE, filters=choices())

    def _sorted(self, query):
        """Nobody jumps the queue: those that press are marked, counted, and one click away."""
        return query

    @property
    def narrowed(self):
        return chosen(self.filters)

    @cached_property
    def counts(self):
        """[(kind, how many wait, how many of them press)]."""
        asked = self.waiting.select(Decision.kind, fn.COUNT(Decision.id), fn.SUM(Decision.urgent)).order_by().group_by(Decision.kind)
        return sorted(((DecisionKind(kind), count, urgent) for kind, count, urgent in asked.tuples()), key=lambda each: label(each[0]))

    @property
    def together(self):
        """How many of the oldest are taken where nothing is ticked."""
        return min(TOGETHER, len(self.rows))

    @property
    def all(self):
        return sum(count for _kind, count, _urgent in self.counts)

    @property
    def urgent(self):
        return sum(urgent for _kind, _count, urgent in self.counts)

    @property
    def oldest(self):
        """When the one that waits longest was asked (naive UTC), or None."""
        return self.waiting.select(fn.MIN(Decision.asked_at)).order_by().scalar()

    @property
    def parts(self):
        """[(text, address, current)]: all, those that press, and each kind where there are several."""
        now = self.narrowed
        told = [(gettext("Semua (%(count)s)", count=self.all), self.bare, not now)]
        if self.urgent:
            told.append((gettext("Mendesak (%(count)s)", count=self.urgent), self.address(urgent="1", kind=None), "urgent" in now))
        kinds = self.counts if len(self.counts) > 1 else ()
        return told + [(f"{label(kind)} ({count})", self.address(kind=kind, urgent=None), now.get("kind") == kind) for kind, count, _ in kinds]


class Today:
    """What one person decided since midnight, the latest first, and how many of their own proposals wait for somebody else."""

    def __init__(self, user):
        midnight = clock.utc(datetime.combine(clock.today(), time()))
        self.rows = list(Decision.visible_to(user).where(Decision.decided_by == user, Decision.decided_at >= midnight)
                         .order_by(Decision.decided_at.desc(), Decision.id.desc()))
        self.own = Decision.open_of(user).count()

    @property
    def latest(self):
        return self.rows[:LATEST]

    @property
    def said(self):
        """3 disetujui, 1 dikembalikan; empty when nothing was decided."""
        return ", ".join(f"{count} {str(label(state)).lower()}" for state, count in Counter(row.state for row in self.rows).items())


def choices():
    """What narrows the queue."""
    return [Filter("kind", gettext("Jenis"), DecisionKind, lambda value: Decision.kind == value),
            Filter("urgent", gettext("Mendesak"), [("1", gettext("Ya"))], lambda value: Decision.urgent == 1)]


def chosen(filters):
    """{name: value} of the choices in force."""
    return {each.name: each.value for each in filters if each.value}


def narrowed():
    """The part of the queue that the address speaks of, to come back to it."""
    return chosen(choices())


def named(user, name):
    """The proposals that the address names by their ids, as far as they exist for this person, the oldest first."""
    ids = request.args.getlist(name, type=id_of)[:AT_ONCE]
    return list(Decision.visible_to(user).where(Decision.id.in_(ids)).order_by(Decision.asked_at, Decision.id)) if ids else []
