"""How a course ended for somebody: what the attendance says to it, what allowance is due, and when a wrong result may still be put right.

Our own rules; result, certificate, toolkit and allowance are those of domain.md 6.3.
"""
from enum import StrEnum

from portal.rules.placement import PlacementState, PlacementStep
from portal.rules.refused import Refused


class Why(StrEnum):
    REASON_NEEDED = "reason_needed"
    NO_RESULT_YET = "no_result_yet"
    NOTHING_CHOSEN = "nothing_chosen"
    CERTIFICATE_WITHOUT_PASSING = "certificate_without_passing"


AMENDING = {PlacementState.PASSED: PlacementStep.PASS_AFTER_ALL, PlacementState.NOT_PASSED: PlacementStep.FAIL_AFTER_ALL,
            PlacementState.LEFT_EARLY: PlacementStep.AMEND_DEPARTURE}


def allowance_due(present, rate, received=None):
    """Rupiah: what was written down as received, else for the days present; None where the programme pays none."""
    if received is not None:
        return received
    return None if rate is None else present * rate


def is_short(rate, wanted):
    """Whether somebody was there less than the programme wants; both in percent, None where there is nothing to compare."""
    return rate is not None and wanted is not None and rate < wanted


def proposed(rate, wanted):
    """The result that stands ready: who finished passes, but where somebody was too seldom there a person says it themselves."""
    return None if is_short(rate, wanted) else PlacementStep.PASS


def check_certificate(passed, certificate):
    """Refused for the number of a certificate of somebody who did not pass."""
    if certificate and not passed:
        raise Refused(Why.CERTIFICATE_WITHOUT_PASSING)


def may_amend(state, reason):
    """Refused without a result to put right, and without a reason."""
    if state not in AMENDING:
        raise Refused(Why.NO_RESULT_YET)
    if not reason.strip():
        raise Refused(Why.REASON_NEEDED)
