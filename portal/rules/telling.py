"""Whoever reported may be told how it ended, in general words: never who the client is, and never what was found or done."""
from enum import StrEnum

from portal.rules.channels import Channel
from portal.rules.refused import Refused
from portal.rules.report import ReportState
from portal.rules.workdays import closing_of


class TellingWay(StrEnum):
    TELEPHONE = "telephone"
    WHATSAPP = "whatsapp"
    IN_PERSON = "in_person"
    EMAIL = "email"
    LETTER = "letter"


class Outcome(StrEnum):
    """All that a reporter is told."""

    LOOKED_AT = "looked_at"
    IN_HAND = "in_hand"
    FINISHED = "finished"
    HANDED_OVER = "handed_over"
    OUTSIDE = "outside"
    UNFOUNDED = "unfounded"


class Why(StrEnum):
    NOBODY_TO_TELL = "nobody_to_tell"
    REPORT_CANCELLED = "report_cancelled"


# Who can be answered by the way the report came, even when nobody wrote down a name or a number.
ANSWERABLE = frozenset({Channel.WHATSAPP, Channel.SATPOL_PP, Channel.POLICE, Channel.VILLAGE, Channel.SCHOOL, Channel.CLINIC, Channel.INSTITUTION,
                        Channel.SOCIAL_MEDIA, Channel.OTHER_REGION})
KNOWN = {ReportState.HANDED_OVER: Outcome.HANDED_OVER, ReportState.OUTSIDE: Outcome.OUTSIDE, ReportState.UNFOUNDED: Outcome.UNFOUNDED}
ENDS = (ReportState.VERIFIED, ReportState.MERGED, *KNOWN)  # from here on there is an outcome to tell


def reachable(*, name, phone, channel):
    """Whether anybody can be told: there is a number or a name, or the way it came leads back."""
    return bool(phone or name) or channel in ANSWERABLE


def outcome(state, cases_open):
    """What a reporter may know; `cases_open` says of each case that rests on the report whether it still runs."""
    if state in KNOWN:
        return KNOWN[state]
    if state == ReportState.RECEIVED:
        return Outcome.LOOKED_AT
    return Outcome.FINISHED if cases_open and not any(cases_open) else Outcome.IN_HAND


def check_telling(state, *, can_be_told):
    """Refused for a report that was a mistake, or when there is nobody to tell."""
    if state == ReportState.CANCELLED:
        raise Refused(Why.REPORT_CANCELLED)
    if not can_be_told:
        raise Refused(Why.NOBODY_TO_TELL)


def tell_by(known_at, calendar, days):
    """When a reporter who asked for it is to be told (naive local): as many working days after the outcome as a ticket's sender waits."""
    return closing_of(known_at, days, calendar)
