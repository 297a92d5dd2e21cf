"""When two records may become one, what speaks against it, and when they may be two again."""
import pytest

from portal.rules.client import ClientState
from portal.rules.matching import Likeness, Trait
from portal.rules.merging import Doubt, Side, Why, differs, doubts, may_merge, may_unmerge, restored, stands
from portal.rules.refused import Refused

A, M, C = ClientState.ACTIVE, ClientState.MERGED, ClientState.CANCELLED


def refusal(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("same, states, running, asked, why", [
    (False, (A, A), [], False, None),
    (False, (A, A), ["KS-1"], False, None),
    (False, (A, A), ["KS-1", "KS-2"], False, Why.BOTH_OPEN),
    (True, (A, A), [], False, Why.ONE_RECORD),
    (False, (M, A), [], False, Why.NOT_STANDING),
    (False, (A, M), [], False, Why.NOT_STANDING),
    (False, (A, C), [], False, Why.NOT_STANDING),
    (False, (A, A), [], True, Why.ALREADY_ASKED),
    (False, (A, A), ["KS-1", "KS-2"], True, Why.BOTH_OPEN),
])
def test_merging(same, states, running, asked, why):
    assert refusal(may_merge, same=same, states=states, running=running, asked=asked) is why


@pytest.mark.parametrize("merged, state, later, why", [
    (True, A, None, None), (False, A, None, Why.NOT_MERGED), (True, M, None, Why.KEPT_GONE), (True, C, None, Why.KEPT_GONE),
    (True, A, "KL-2026-00003", Why.LATER_FIRST), (True, M, "KL-2026-00003", Why.KEPT_GONE), (False, M, "KL-2026-00003", Why.NOT_MERGED),
])
def test_taking_it_back(merged, state, later, why):
    assert refusal(may_unmerge, merged=merged, kept_state=state, later=later) is why


@pytest.mark.parametrize("kept, gone, side, likeness", [
    (("Andi",), ("Andy",), Side.KEPT, Likeness.DIFFERENT), (("Andi",), ("Andi",), Side.KEPT, Likeness.SAME),
    (("",), ("Andy",), Side.GONE, Likeness.UNKNOWN), (("Andi",), ("",), Side.KEPT, Likeness.UNKNOWN), (("",), (None,), Side.KEPT, Likeness.UNKNOWN),
    ((None, None), (None, 12), Side.GONE, Likeness.UNKNOWN), ((None, 0), (1, None), Side.KEPT, Likeness.DIFFERENT),
    ((False,), (None,), Side.KEPT, Likeness.UNKNOWN), ((None,), (False,), Side.GONE, Likeness.UNKNOWN),
    ((False,), (True,), Side.KEPT, Likeness.DIFFERENT),
])
def test_which_value_is_offered_and_whether_the_two_differ(kept, gone, side, likeness):
    assert stands(kept, gone) is side and differs(kept, gone) is likeness


@pytest.mark.parametrize("traits, flags, told", [
    ({}, {}, []),
    ({Trait.NIK: Likeness.SAME, Trait.SEX: Likeness.SAME, Trait.BIRTH: Likeness.SIMILAR, Trait.NAME: Likeness.DIFFERENT}, {}, []),
    ({Trait.NIK: Likeness.SIMILAR}, {}, [Doubt.NIK]), ({Trait.NIK: Likeness.DIFFERENT}, {}, [Doubt.NIK]),
    ({Trait.SEX: Likeness.DIFFERENT, Trait.BIRTH: Likeness.DIFFERENT}, {}, [Doubt.SEX, Doubt.BIRTH]),
    ({Trait.SEX: Likeness.UNKNOWN, Trait.BIRTH: Likeness.UNKNOWN, Trait.NIK: Likeness.UNKNOWN}, {"teams": True}, [Doubt.TEAMS]),
    ({Trait.SEX: Likeness.DIFFERENT}, dict.fromkeys(("related", "together", "said_apart", "hidden", "teams"), True),
     [Doubt.RELATED, Doubt.TOGETHER, Doubt.SAID_APART, Doubt.SEX, Doubt.HIDDEN, Doubt.TEAMS]),
])
def test_what_speaks_against_it_the_gravest_first(traits, flags, told):
    assert doubts(traits, **flags) == told


@pytest.mark.parametrize("now, after, answer", [("Andy", "Andy", True), ("Andi P.", "Andy", False), (None, None, True), (None, "Andy", False)])
def test_a_value_gives_way_unless_somebody_changed_it_since(now, after, answer):
    assert restored(now, after) is answer
