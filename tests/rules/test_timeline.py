"""The order of what happened."""
from datetime import datetime

from portal.rules.timeline import Event, EventKind, newest_first

MORNING, NOON = datetime(2026, 3, 2, 8), datetime(2026, 3, 2, 12)


def test_the_newest_comes_first_and_of_one_moment_the_last_written():
    events = [Event(MORNING, EventKind.NOTE, "a"), Event(NOON, EventKind.STAGE, "b"), Event(NOON, EventKind.NOTE, "c")]
    assert [event.title for event in newest_first(events)] == ["c", "b", "a"]


def test_one_kind_alone():
    events = [Event(MORNING, EventKind.NOTE, "a"), Event(NOON, EventKind.STAGE, "b")]
    assert [event.title for event in newest_first(events, EventKind.NOTE)] == ["a"]
