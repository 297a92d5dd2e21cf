"""On the eighteenth birthday a participant's consent becomes their own; what else changes that day, and whether their own word is on record.

UU 35/2014 art. 1 (a child is not yet eighteen), UU 1/1974 art. 47 (the parents' authority ends), UU 27/2022 art. 25 (a guardian consents for a
child only), UU 24/2013 art. 63 (KTP-el, from seventeen on), UU 13/2003 art. 72 and 74 (limits on the work of children).
"""
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.rules.age import GROWN_UP, BirthPrecision, last_day, turns
from portal.rules.client import ConsentKind
from portal.rules.consent import ConsentState, stand


class State(StrEnum):
    """How it stands with a participant who was a child when the place was asked for."""

    AHEAD = "ahead"
    DUE = "due"
    REFUSED = "refused"
    SETTLED = "settled"


class Change(StrEnum):
    OWN_CONSENT = "own_consent"
    OWN_AFFAIRS = "own_affairs"
    IDENTITY_CARD = "identity_card"
    DANGEROUS_WORK = "dangerous_work"
    AMONG_ADULTS = "among_adults"
    SEAT_STAYS = "seat_stays"
    CATEGORY = "category"


@dataclass(frozen=True)
class Birthday:
    """The day on which somebody turns eighteen; not `exact`: the last it can be by what is known, or an estimate."""

    on: date
    exact: bool


LAW = {
    Change.OWN_CONSENT: "UU 35/2014 ps. 1; UU 27/2022 ps. 25", Change.OWN_AFFAIRS: "UU 1/1974 ps. 47", Change.IDENTITY_CARD: "UU 24/2013 ps. 63",
    Change.DANGEROUS_WORK: "UU 13/2003 ps. 74; Kepmenaker 235/2003", Change.AMONG_ADULTS: "UU 13/2003 ps. 72", Change.SEAT_STAYS: "",
    Change.CATEGORY: "UU 35/2014 ps. 1",
}


def eighteen(*, birth_date=None, precision=BirthPrecision.DAY, estimate=None, as_of=None):
    """The Birthday, or None when neither a birth date nor an estimated age (on `as_of`) is known; as `age.age_of` counts."""
    if birth_date is not None:
        return Birthday(turns(last_day(birth_date, precision), GROWN_UP), precision == BirthPrecision.DAY)
    if estimate is not None:
        return Birthday(turns(as_of, GROWN_UP - estimate), False)
    return None


def concerns(birthday, *, asked_on, ends):
    """Whether somebody who was a child on the day the place was asked for turns eighteen by the last day of the course."""
    return birthday is not None and asked_on < birthday.on <= ends


def state(birthday, said, *, today):
    """Where it stands for one whom it concerns; `said` are consent.Said of the client, in their order.

    Only a word from the day itself on counts: the person's own, or a basis that the office took then (they can't speak for themselves).
    """
    if today < birthday.on:
        return State.AHEAD
    heard = [each for each in said if each.kind == ConsentKind.SERVICE and each.on >= birthday.on]
    found = stand(heard, ConsentKind.SERVICE, on=today, years=GROWN_UP)
    if found.state in (ConsentState.REFUSED, ConsentState.WITHDRAWN):
        return State.REFUSED
    return State.SETTLED if found.in_force else State.DUE


def changes(offer):
    """What that day changes for somebody in this Offer, in the order of telling."""
    told = {Change.DANGEROUS_WORK: offer.risky, Change.AMONG_ADULTS: offer.admits_adults,
            Change.SEAT_STAYS: not offer.admits_adults and (offer.max_age is None or offer.max_age < GROWN_UP)}
    return [change for change in Change if told.get(change, True)]
