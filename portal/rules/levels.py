"""A level says how quickly the office must act, and of two levels the more serious one wins."""
from enum import StrEnum


class Level(StrEnum):
    EMERGENCY = "emergency"
    URGENT = "urgent"
    ORDINARY = "ordinary"
    MONITORING = "monitoring"


MOST_SERIOUS_FIRST = tuple(Level)


def rank(level):
    """0 for the most serious level to 3 for the least; ValueError for anything else. Sorts a list by urgency."""
    return MOST_SERIOUS_FIRST.index(level)


def higher(*levels):
    """The most serious of the levels given; those that are None don't count, and None alone answers None."""
    given = [Level(level) for level in levels if level is not None]
    return min(given, key=rank, default=None)


def at_least(level, floor):
    """Whether `level` is as serious as `floor` or more."""
    return rank(level) <= rank(floor)


def is_raise(old, new):
    """Whether going from `old` to `new` is a raise (a lowering or the same level is not)."""
    return rank(new) < rank(old)
