"""Somebody acts for an official from one day to another, by a written order: what that covers, when it gives nothing, and who may write it down.

Plt. fills a vacant post, Plh. stands in for an absent holder, a.n. and u.b. hand down one and two levels (domain.md 5.3 [TND-AN]). Nobody
lends themself authority, lent authority is not lent on, and it never covers what its principal may not decide: the principal's own work.
"""
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from portal.rules.letter_number import SigningMode
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.signature import heads, mode_of

# Long enough for an order of a whole year, short enough that a slip of the finger is seen. Our own proposal.
LONGEST = timedelta(days=366)
STANDS_IN = {SigningMode.PLT, SigningMode.PLH}
HANDED_DOWN = {SigningMode.AN, SigningMode.UB}


class DelegationState(StrEnum):
    COMING = "coming"
    RUNNING = "running"
    IDLE = "idle"
    OVER = "over"
    ENDED = "ended"


class Why(StrEnum):
    FOR_ONESELF = "for_oneself"
    NOT_YOURS_TO_LEND = "not_yours_to_lend"
    NOT_LENT_ON = "not_lent_on"
    NOTHING_TO_LEND = "nothing_to_lend"
    NOT_ABLE_TO_ACT = "not_able_to_act"
    UNTIL_BEFORE_SINCE = "until_before_since"
    OVER_ALREADY = "over_already"
    TOO_LONG = "too_long"
    OWN_POST_NEEDED = "own_post_needed"
    BETWEEN_NEEDED = "between_needed"
    TOO_FAR_DOWN = "too_far_down"
    ONE_AT_A_TIME = "one_at_a_time"
    ACTS_ALREADY = "acts_already"
    NOT_YOURS_TO_END = "not_yours_to_end"
    ENDED_ALREADY = "ended_already"
    REASON_NEEDED = "reason_needed"
    NOT_IN_FORCE = "not_in_force"
    NOT_YOUR_POST = "not_your_post"


class Lent(NamedTuple):
    """What one delegation gives today: its id, whose authority it is (None: a post that nobody holds here), and which role."""

    id: int
    principal: int | None
    role: Role = Role.MANAGER


def lends(roles):
    """Whether granted roles (not those that were lent) hold the authority to decide: only that can be handed down."""
    return Role.MANAGER in roles


def can_act(roles):
    """Whether somebody with these granted roles may act for another: who works with clients."""
    return bool(set(roles) & {Role.OFFICER, Role.MANAGER})


def records_others(held):
    """Whether somebody with these granted roles writes down orders about others."""
    return Role.ADMIN in held


def records(held):
    """Whether to offer the form at all."""
    return lends(held) or records_others(held)


def may_record(held, roles, *, own, vacant, for_oneself, principal_lends, able):
    """Refused unless a manager hands down their own authority, or an admin writes down an order about others.

    `held`: the recorder's granted roles; `roles`: with those that were lent; `own`: the recorder is the principal; `vacant`: no principal
    here; `for_oneself`: the recorder or the principal would act; `principal_lends`, `able`: about the two others.
    """
    if for_oneself:
        raise Refused(Why.FOR_ONESELF)
    if not (records_others(held) or (own and lends(held))):
        raise Refused(Why.NOT_LENT_ON if lends(roles) and not lends(held) else Why.NOT_YOURS_TO_LEND)
    if not (vacant or principal_lends):
        raise Refused(Why.NOTHING_TO_LEND)
    if not able:
        raise Refused(Why.NOT_ABLE_TO_ACT)


def check_days(since, until, today):
    """Refused unless the two local days are in order, not all past, and at most LONGEST apart."""
    if until < since:
        raise Refused(Why.UNTIL_BEFORE_SINCE)
    if until < today:
        raise Refused(Why.OVER_ALREADY)
    if until - since > LONGEST:
        raise Refused(Why.TOO_LONG)


def check_words(mode, *, post, title, through):
    """Refused when the signature under this delegation could not be set: `post` is acted for, `title` the own post of who acts."""
    if mode in HANDED_DOWN and not title:
        raise Refused(Why.OWN_POST_NEEDED)
    if mode == SigningMode.UB and not heads(post):
        raise Refused(Why.TOO_FAR_DOWN)
    if mode == SigningMode.UB and not through:
        raise Refused(Why.BETWEEN_NEEDED)


def check_post(post, title, *, own):
    """Refused when somebody whose `title` stands below the head hands down the head's post as their own; an admin has the order that says so."""
    if own and title and heads(post) and mode_of(title) == SigningMode.AN:
        raise Refused(Why.NOT_YOUR_POST)


def check_beside(mode, other, *, same_person):
    """Refused when a delegation of `mode` cannot stand beside one of mode `other` for the same post on the same days."""
    if same_person:
        raise Refused(Why.ACTS_ALREADY)
    if mode in STANDS_IN and other in STANDS_IN:
        raise Refused(Why.ONE_AT_A_TIME)


def may_end(held, *, own, over, ended):
    """Refused unless the principal or an admin ends what still runs or is to come."""
    if not (own or records_others(held)):
        raise Refused(Why.NOT_YOURS_TO_END)
    if ended or over:
        raise Refused(Why.ENDED_ALREADY)


def state(since, until, today, *, ended, gives):
    """How a delegation stands: both days count, and at the office's midnight after the last it is over by itself.

    `gives`: whether it lends anything today, which its people's accounts and roles decide.
    """
    if ended:
        return DelegationState.ENDED
    if today > until:
        return DelegationState.OVER
    if today < since:
        return DelegationState.COMING
    return DelegationState.RUNNING if gives else DelegationState.IDLE


def chosen(held, lent, makers):
    """The Lent by which somebody decides a proposal of these `makers` (ids); None by their own right, or by none.

    Own right comes first; of several delegations the first whose principal made none of it.
    """
    if lends(held):
        return None
    return next((each for each in lent if each.principal is None or each.principal not in makers), None)


def acts_for_makers(held, lent, makers):
    """Whether all the authority somebody has comes from people who made this proposal, and so may not decide it themselves."""
    return bool(lent) and not lends(held) and chosen(held, lent, makers) is None


def shut_out(held, lent):
    """The id of the one person whose proposals somebody may not decide, because they act for nobody else; None for no one."""
    principals = {each.principal for each in lent}
    return principals.pop() if not lends(held) and len(principals) == 1 else None
