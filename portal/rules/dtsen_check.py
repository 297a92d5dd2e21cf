"""A look into DT-SEN stays as it was written down: it is corrected in sight, cancelled when it was a mistake, and made anew after 90 days."""
from datetime import timedelta
from enum import StrEnum

from portal.rules.decile import DtsenStatus, is_stale
from portal.rules.life import Life
from portal.rules.lifecycle import ACTIVE, Stage
from portal.rules.refused import Refused


class CheckState(StrEnum):
    KEPT = "kept"
    CANCELLED = "cancelled"


class CheckStep(StrEnum):
    CANCEL = "cancel"


class Due(StrEnum):
    """What is to be done about DT-SEN."""
    FIRST = "first"
    AGAIN = "again"


class Why(StrEnum):
    CANCELLED = "cancelled"


LIFE = Life({(CheckState.KEPT, CheckStep.CANCEL): CheckState.CANCELLED}, reasoned={CheckStep.CANCEL})
ASKED_IN = tuple(stage for stage in ACTIVE if stage != Stage.OUTREACH)  # before there is contact nobody knows whom to look up
# Our own proposal: a check takes minutes; until the assessment is handed in, that itself asks for it.
FIRST_CHECK = timedelta(days=7)


def may_correct(state):
    """Refused for a check that was a mistake: it counts no more."""
    if state != CheckState.KEPT:
        raise Refused(Why.CANCELLED)


def due(status, checked_on, today):
    """What is Due after the latest check (None and None without one), or None; that nobody has looked yet may have been written down too."""
    if status in (None, DtsenStatus.NOT_CHECKED):
        return Due.FIRST
    return Due.AGAIN if is_stale(checked_on, today) else None


def first_check_due(assessed_on):
    """The day by which somebody should have looked once, after the assessment was handed in on `assessed_on`."""
    return assessed_on + FIRST_CHECK
