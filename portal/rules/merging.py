"""Two records of one person become one when a manager agrees: nothing is lost, and the last merge can be taken back whole."""
from enum import StrEnum

from portal.rules.client import ClientState
from portal.rules.matching import Likeness, Trait
from portal.rules.refused import Refused


class Side(StrEnum):
    KEPT = "kept"
    GONE = "gone"


class Doubt(StrEnum):
    RELATED = "related"
    TOGETHER = "together"
    SAID_APART = "said_apart"
    NIK = "nik"
    SEX = "sex"
    BIRTH = "birth"
    HIDDEN = "hidden"
    TEAMS = "teams"


class Why(StrEnum):
    ONE_RECORD = "one_record"
    NOT_STANDING = "not_standing"
    BOTH_OPEN = "both_open"
    ALREADY_ASKED = "already_asked"
    NOT_WHOLE = "not_whole"
    KEPT_GONE = "kept_gone"
    LATER_FIRST = "later_first"
    NOT_MERGED = "not_merged"
    APART_ALREADY = "apart_already"
    NOT_APART = "not_apart"


def may_merge(*, same, states, running, asked=False):
    """Refused unless both records stand on their own and at most one of them has a running case.

    `same`: they are one record; `states` of both; `running`: numbers of the running cases of both; `asked`: a proposal about one of
    them waits already. One open case per client (one office carries one child once).
    """
    if same:
        raise Refused(Why.ONE_RECORD)
    if any(state != ClientState.ACTIVE for state in states):
        raise Refused(Why.NOT_STANDING)
    if len(running) > 1:
        raise Refused(Why.BOTH_OPEN, one=running[0], other=running[1])
    if asked:
        raise Refused(Why.ALREADY_ASKED)


def may_unmerge(*, merged, kept_state, later):
    """Refused when the two are not one (any more), when the kept record itself has gone into another, or when `later`
    names a record that came into the kept one afterwards: the last merge is taken back first."""
    if not merged:
        raise Refused(Why.NOT_MERGED)
    if kept_state != ClientState.ACTIVE:
        raise Refused(Why.KEPT_GONE)
    if later:
        raise Refused(Why.LATER_FIRST, number=later)


def stands(kept, gone):
    """Which side's value is offered to stand: the kept record's, or the other's where the kept one knows nothing."""
    return Side.GONE if _empty(kept) and not _empty(gone) else Side.KEPT


def differs(kept, gone):
    """DIFFERENT when both know something else, SAME, or UNKNOWN where one (or each) knows nothing."""
    if _empty(kept) or _empty(gone):
        return Likeness.UNKNOWN
    return Likeness.SAME if kept == gone else Likeness.DIFFERENT


def doubts(traits, *, related=False, together=False, said_apart=False, hidden=False, teams=False):
    """What a manager should think of before agreeing, the gravest first.

    `traits` {Trait: Likeness}; `related`: they are noted as family of each other; `together`: one report names both as two people;
    `said_apart`: somebody found before that they are two; `hidden`: one of them is restricted; `teams`: other people will see it.
    """
    other_nik = traits.get(Trait.NIK) in (Likeness.SIMILAR, Likeness.DIFFERENT)
    told = {Doubt.RELATED: related, Doubt.TOGETHER: together, Doubt.SAID_APART: said_apart, Doubt.NIK: other_nik,
            Doubt.SEX: traits.get(Trait.SEX) == Likeness.DIFFERENT, Doubt.BIRTH: traits.get(Trait.BIRTH) == Likeness.DIFFERENT,
            Doubt.HIDDEN: hidden, Doubt.TEAMS: teams}
    return [doubt for doubt in Doubt if told[doubt]]


def restored(now, after):
    """Whether a value that a merge put there may give way to the one before: nobody has changed it since."""
    return now == after


def _empty(values):
    return all(value in (None, "") for value in values)
