"""Who waits for a seat waits in one order, and nobody overtakes but by a step that says why (our own).

A queue is a list of (queue number, placement) pairs. New numbers go to its end; only PRIORITISE goes before its head.
"""
from datetime import datetime, time

from portal.rules.placement import Why
from portal.rules.refused import Refused
from portal.rules.workdays import closing_of

ANSWER_DAYS = 3  # working days in which an offered seat is taken or let pass


def in_order(queue):
    """The placements of the queue, the first first."""
    return [waiting for _, waiting in sorted(queue, key=lambda pair: pair[0])]


def next_in_queue(queue, passing_over=()):
    """Who is next: the first that is not among those passed over, or None."""
    return next((waiting for waiting in in_order(queue) if waiting not in passing_over), None)


def behind(numbers):
    """The number of who joins the queue: after everybody who ever stood in it."""
    return max(numbers, default=0) + 1


def ahead(numbers):
    """The number of who is put first, with a reason: before everybody who waits."""
    return min(numbers, default=1) - 1


def may_prioritise(same_person):
    """Refused for who proposed the child themselves: to put somebody before others is another's decision."""
    if same_person:
        raise Refused(Why.OWN_PROPOSAL)


def answer_due(offered_on, calendar):
    """The moment (naive local) by which an offered seat should be answered: while it is kept, nobody else sits in it."""
    return closing_of(datetime.combine(offered_on, time()), ANSWER_DAYS, calendar)


def ranks(queue):
    """{placement: position from 1}: what people read, whatever the numbers are."""
    return {waiting: rank for rank, waiting in enumerate(in_order(queue), start=1)}
