"""A report that came with a ticket is answered to whoever sent it, in time and without telling who the child is."""
import re
from enum import StrEnum

from portal.rules.refused import Refused
from portal.rules.workdays import closing_of


class TicketSender(StrEnum):
    """Who passes a ticket of 171 on to the district (domain 3.2)."""
    SENTRA = "sentra"
    COMPANION = "companion"
    MINISTRY = "ministry"


class Reply(StrEnum):
    """Whether whoever sent the ticket was answered, and in time."""
    IN_TIME = "in_time"
    LATE = "late"
    AWAITED = "awaited"
    OVERDUE = "overdue"


class Why(StrEnum):
    TICKET_AFTER_RECEIPT = "ticket_after_receipt"
    DUE_BEFORE_RECEIPT = "due_before_receipt"
    NIK_IN_REPLY = "nik_in_reply"
    NAME_IN_REPLY = "name_in_reply"


# Working days. No deadline of 171 is published (domain 14): ours is the three days in which Probolinggo's UPTD PPA follows a complaint up
# (domain 3.6). The office may set another.
REPLY_DAYS = 3
MOST_REPLY_DAYS = 60  # the longest that a kecamatan's standard allows any complaint (domain 3.6)
NIK = re.compile(r"\d(?:[ \u00a0.\-\u2013]?\d){15}")


def reply_due(received_at, calendar, days=REPLY_DAYS, said=None):
    """When the reply is due (naive local): what 171 `said`, else closing time of the n-th working day after the report came in."""
    return said if said is not None else closing_of(received_at, days, calendar)


def reply_standing(replied_at, due, now):
    """The Reply to a ticket that was answered at `replied_at` (None: not yet); all three of one kind, naive local or naive UTC."""
    if replied_at is not None:
        return Reply.IN_TIME if replied_at <= due else Reply.LATE
    return Reply.AWAITED if now <= due else Reply.OVERDUE


def check_moments(*, ticket_at, received_at, due):
    """Refused when 171 had the ticket only after we did, or wanted the reply before; None where nobody told."""
    if ticket_at is not None and ticket_at > received_at:
        raise Refused(Why.TICKET_AFTER_RECEIPT)
    if due is not None and due < received_at:
        raise Refused(Why.DUE_BEFORE_RECEIPT)


def check_reply(text, names):
    """Refused when a reply that leaves the office holds a NIK or one of the children's names of two words or more; initials do."""
    if NIK.search(text):
        raise Refused(Why.NIK_IN_REPLY)
    said = _words(text)
    for name in names:
        wanted = _words(name)
        if len(wanted) > 1 and any(said[at:at + len(wanted)] == wanted for at in range(len(said))):
            raise Refused(Why.NAME_IN_REPLY)


def _words(text):
    return re.findall(r"\w+", text.casefold())
