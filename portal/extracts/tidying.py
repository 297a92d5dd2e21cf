"""A list that nobody has taken over for 24 hours is let go: asked at the start and, while people work, once an hour."""
from datetime import timedelta

from flask import g

from portal import clock
from portal.extracts.models import Extract

HOURLY = timedelta(hours=1)
_next = {"at": clock.machine() + HOURLY}


def tidy_in_time():
    """Before a request of somebody who is signed in: let go of old lists when it is time to look."""
    if g.get("user") and clock.machine() >= _next["at"]:
        _next["at"] = clock.machine() + HOURLY
        Extract.tidy()
