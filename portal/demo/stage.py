"""Stories are generators that say when they go on; the stage plays all of them together in the order of time."""
import heapq
from datetime import datetime

from portal import clock
from portal.db import db
from portal.rules.office import TimeZone, to_utc

YEAR, ZONE = 2026, TimeZone.WITA


def at(text):
    """The naive UTC moment of "03-02 09.10": month, day and wall time of the demo's office; of an earlier year "2025-03-02 09.10"."""
    return to_utc(datetime.strptime(text if text.count("-") == 2 else f"{YEAR}-{text}", "%Y-%m-%d %H.%M"), ZONE)


def perform(stories, until):
    """Play generators that yield the naive UTC moment of their next step; each step is one unit of work at that moment.

    ValueError when a story goes back in time or past `until`: the trail would not be true.
    """
    queue = [(next(story), turn, story) for turn, story in enumerate(stories)]
    heapq.heapify(queue)
    while queue:
        moment, turn, story = heapq.heappop(queue)
        following = _step(story, moment)
        if following is None:
            continue
        if not moment < following <= until:
            raise ValueError(f"{story.__name__}: {clock.local(following)} after {clock.local(moment)}")
        heapq.heappush(queue, (following, turn, story))


def _step(story, moment):
    clock.use(lambda: moment)
    with db.unit():
        return next(story, None)
