"""How long questions may take: SQLite calls here while it works, and is stopped; on PostgreSQL this is `SET LOCAL statement_timeout`."""
import sqlite3
from contextlib import contextmanager
from time import monotonic

from peewee import OperationalError

from portal.db import db

STEPS = 5000  # of the database between two looks at the clock
LONGEST_LOOK = .05  # seconds: a longer silence between two looks was not the database's


class TooLong(RuntimeError):
    """Questions took more of the database's time than they may."""


class Spent:
    """What the database has spent of its time so far."""

    def __init__(self, seconds):
        self.left, self.last = seconds, monotonic()

    def __call__(self):
        """The database asks whether it shall stop."""
        now = monotonic()
        self.left -= min(now - self.last, LONGEST_LOOK)
        self.last = now
        return self.is_over

    @property
    def is_over(self):
        return self.left < 0


@contextmanager
def at_most(seconds):
    """Inside, questions take no more than this of the database's time together, or TooLong."""
    connection, spent = db.connection(), Spent(seconds)
    connection.set_progress_handler(spent, STEPS)
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        if not spent.is_over:
            raise
        raise TooLong from error
    finally:
        connection.set_progress_handler(None, 0)
