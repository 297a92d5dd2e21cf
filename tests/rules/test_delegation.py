"""Who may lend authority, to whom and for how long; what it covers, and when it gives nothing."""
from datetime import date, timedelta
from itertools import combinations

import pytest

from portal.rules import approval
from portal.rules import delegation as rules
from portal.rules.approval import DecisionState, DecisionStep
from portal.rules.approval import Why as ApprovalWhy
from portal.rules.delegation import LONGEST, DelegationState, Lent, Why, check_post
from portal.rules.letter_number import SigningMode
from portal.rules.refused import Refused
from portal.rules.roles import Role

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
O, M, A, T = Role.OFFICER, Role.MANAGER, Role.ADMIN, Role.AUDITOR  # noqa: E741
PLT, PLH, AN, UB = SigningMode.PLT, SigningMode.PLH, SigningMode.AN, SigningMode.UB


def outcome(rule, *args, **kwargs):
    """What a rule says: why it refused, or None."""
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


# Whose granted roles are authority to lend, and whose are enough to act: every set of roles, by hand.
LENDS = [{M}, {O, M}, {M, A}, {M, T}, {O, M, A}, {O, M, T}, {M, A, T}, {O, M, A, T}]
ACTS = [*LENDS, {O}, {O, A}, {O, T}, {O, A, T}]
EVERY_SET = [set(some) for n in range(5) for some in combinations(Role, n)]


@pytest.mark.parametrize("roles", EVERY_SET)
def test_only_managers_lend_and_only_who_works_with_clients_acts(roles):
    assert rules.lends(roles) == (roles in LENDS)
    assert rules.can_act(roles) == (roles in ACTS)
    assert rules.records(roles) == (roles in LENDS or A in roles)


@pytest.mark.parametrize("held, lent, own, vacant, for_oneself, principal_lends, able, expected", [
    # A manager, about their own authority.
    ({M}, (), True, False, False, True, True, None),
    ({M, O}, (), True, False, False, True, True, None),
    ({M}, (), True, False, True, True, True, Why.FOR_ONESELF),
    ({M}, (), True, False, False, True, False, Why.NOT_ABLE_TO_ACT),
    # A manager, about somebody else's, or about a post that nobody holds.
    ({M}, (), False, False, False, True, True, Why.NOT_YOURS_TO_LEND),
    ({M}, (), False, True, False, False, True, Why.NOT_YOURS_TO_LEND),
    # An admin, from the written order.
    ({A}, (), False, False, False, True, True, None),
    ({A}, (), False, True, False, False, True, None),
    ({A}, (), False, False, True, True, True, Why.FOR_ONESELF),
    ({A}, (), False, True, True, False, True, Why.FOR_ONESELF),
    ({A}, (), False, False, False, False, True, Why.NOTHING_TO_LEND),
    ({A}, (), False, False, False, True, False, Why.NOT_ABLE_TO_ACT),
    ({A}, (), True, False, False, False, True, Why.NOTHING_TO_LEND),
    ({A, M}, (), True, False, False, True, True, None),
    # Who acts for a manager lends nothing on: no chain.
    ({O}, {M}, True, False, False, False, True, Why.NOT_LENT_ON),
    ({O}, {M}, False, False, False, True, True, Why.NOT_LENT_ON),
    ({O}, {M}, False, True, False, False, True, Why.NOT_LENT_ON),
    # Nobody else.
    ({O}, (), True, False, False, False, True, Why.NOT_YOURS_TO_LEND),
    ({T}, (), False, False, False, True, True, Why.NOT_YOURS_TO_LEND),
    (set(), (), False, True, False, False, True, Why.NOT_YOURS_TO_LEND),
])
def test_who_writes_down_whose_authority(held, lent, own, vacant, for_oneself, principal_lends, able, expected):
    facts = {"own": own, "vacant": vacant, "for_oneself": for_oneself, "principal_lends": principal_lends, "able": able}
    assert outcome(rules.may_record, held, held | set(lent), **facts) == expected


@pytest.mark.parametrize("since, until, expected", [
    (TODAY, TODAY, None),
    (TODAY + DAY, TODAY + DAY, None),
    (TODAY - 30 * DAY, TODAY, None),
    (TODAY, TODAY - DAY, Why.UNTIL_BEFORE_SINCE),
    (TODAY - 2 * DAY, TODAY - DAY, Why.OVER_ALREADY),
    (TODAY, TODAY + LONGEST, None),
    (TODAY, TODAY + LONGEST + DAY, Why.TOO_LONG),
    (TODAY, date(2062, 3, 2), Why.TOO_LONG),
])
def test_the_days_are_in_order_not_past_and_no_slip_of_the_finger(since, until, expected):
    assert outcome(rules.check_days, since, until, TODAY) == expected


@pytest.mark.parametrize("mode, post, title, through, expected", [
    (PLT, "Kepala Dinas Sosial", "", "", None),
    (PLH, "Kepala Bidang Rehabilitasi Sosial", "", "", None),
    (AN, "Kepala Dinas Sosial", "Sekretaris", "", None),
    (AN, "Kepala Bidang Rehabilitasi Sosial", "Kepala Seksi", "", None),
    (AN, "Kepala Dinas Sosial", "", "", Why.OWN_POST_NEEDED),
    (UB, "Kepala Dinas Sosial", "Kepala Bidang", "Sekretaris", None),
    (UB, "Kepala Dinas Sosial", "Kepala Bidang", "", Why.BETWEEN_NEEDED),
    (UB, "Kepala Dinas Sosial", "", "Sekretaris", Why.OWN_POST_NEEDED),
    (UB, "Kepala Bidang Rehabilitasi Sosial", "Kepala Seksi", "Sekretaris", Why.TOO_FAR_DOWN),
])
def test_a_delegation_says_what_its_signature_will_need(mode, post, title, through, expected):
    assert outcome(rules.check_words, mode, post=post, title=title, through=through) == expected


# Which ways stand beside each other for one post on the same days, when two different people act; the same person never acts twice.
BESIDE = {
    (PLT, PLT): Why.ONE_AT_A_TIME, (PLT, PLH): Why.ONE_AT_A_TIME, (PLT, AN): None, (PLT, UB): None,
    (PLH, PLT): Why.ONE_AT_A_TIME, (PLH, PLH): Why.ONE_AT_A_TIME, (PLH, AN): None, (PLH, UB): None,
    (AN, PLT): None, (AN, PLH): None, (AN, AN): None, (AN, UB): None,
    (UB, PLT): None, (UB, PLH): None, (UB, AN): None, (UB, UB): None,
}


@pytest.mark.parametrize("post, title, own, refused", [
    ("Kepala Dinas Sosial", "Kepala Bidang Rehabilitasi Sosial", True, True),
    ("Kepala Dinas Sosial", "Sekretaris", True, True),
    ("Kepala Dinas Sosial", "Kepala Dinas Sosial", True, False),
    ("Kepala Dinas Sosial", "Plt. Kepala Dinas Sosial", True, False),
    ("Kepala Dinas Sosial", "", True, False),
    ("Kepala Dinas Sosial", "Sekretaris", False, False),
    ("Kepala Bidang Rehabilitasi Sosial", "Sekretaris", True, False),
])
def test_only_who_is_the_head_hands_down_the_heads_post(post, title, own, refused):
    if refused:
        with pytest.raises(Refused) as told:
            check_post(post, title, own=own)
        assert told.value.why == Why.NOT_YOUR_POST
    else:
        check_post(post, title, own=own)


@pytest.mark.parametrize("pair, expected", BESIDE.items())
def test_one_stands_in_for_a_post_at_a_time(pair, expected):
    assert outcome(rules.check_beside, *pair, same_person=False) == expected
    assert outcome(rules.check_beside, *pair, same_person=True) == Why.ACTS_ALREADY


@pytest.mark.parametrize("since, until, ended, gives, expected", [
    (TODAY, TODAY, False, True, DelegationState.RUNNING),
    (TODAY, TODAY, False, False, DelegationState.IDLE),
    (TODAY + DAY, TODAY + DAY, False, False, DelegationState.COMING),
    (TODAY - DAY, TODAY - DAY, False, False, DelegationState.OVER),
    (TODAY - DAY, TODAY + DAY, False, True, DelegationState.RUNNING),
    (TODAY, TODAY, True, False, DelegationState.ENDED),
    (TODAY + DAY, TODAY + DAY, True, False, DelegationState.ENDED),
    (TODAY - DAY, TODAY - DAY, True, False, DelegationState.ENDED),
])
def test_both_days_count_and_the_day_after_it_is_over_by_itself(since, until, ended, gives, expected):
    assert rules.state(since, until, TODAY, ended=ended, gives=gives) == expected


@pytest.mark.parametrize("held, own, over, ended, expected", [
    ({M}, True, False, False, None),
    ({A}, False, False, False, None),
    ({M}, False, False, False, Why.NOT_YOURS_TO_END),
    ({O}, False, False, False, Why.NOT_YOURS_TO_END),
    ({M}, True, True, False, Why.ENDED_ALREADY),
    ({M}, True, False, True, Why.ENDED_ALREADY),
    # Who handed down and lost the role since may still take it back.
    ({O}, True, False, False, None),
])
def test_the_principal_or_an_admin_ends_it_once(held, own, over, ended, expected):
    assert outcome(rules.may_end, held, own=own, over=over, ended=ended) == expected


ANA, BUDI, CICI = 1, 2, 3
FOR_ANA, FOR_BUDI, FOR_NOBODY = Lent(11, ANA), Lent(12, BUDI), Lent(13, None)


@pytest.mark.parametrize("held, lent, makers, chosen, only_for_makers", [
    # By one's own right: nothing of what is lent is used.
    ({M}, (), {ANA}, None, False),
    ({M}, (FOR_ANA,), {ANA}, None, False),
    ({M, O}, (FOR_ANA,), {BUDI}, None, False),
    # Acting for Ana: everything but what Ana put or made.
    ({O}, (FOR_ANA,), {BUDI}, FOR_ANA, False),
    ({O}, (FOR_ANA,), {BUDI, None}, FOR_ANA, False),
    ({O}, (FOR_ANA,), {ANA, None}, None, True),
    ({O}, (FOR_ANA,), {BUDI, ANA}, None, True),
    # Acting for two: by the order of the one who did not make it.
    ({O}, (FOR_ANA, FOR_BUDI), {ANA}, FOR_BUDI, False),
    ({O}, (FOR_ANA, FOR_BUDI), {BUDI}, FOR_ANA, False),
    ({O}, (FOR_ANA, FOR_BUDI), {CICI}, FOR_ANA, False),
    ({O}, (FOR_ANA, FOR_BUDI), {ANA, BUDI}, None, True),
    # A post that nobody holds here made nothing.
    ({O}, (FOR_NOBODY,), {ANA, None}, FOR_NOBODY, False),
    ({O}, (FOR_ANA, FOR_NOBODY), {ANA}, FOR_NOBODY, False),
    # No authority at all is told by the roles, not here.
    ({O}, (), {ANA}, None, False),
])
def test_lent_authority_never_covers_its_principals_own_work(held, lent, makers, chosen, only_for_makers):
    assert rules.chosen(held, lent, makers) == chosen
    assert rules.acts_for_makers(held, lent, makers) == only_for_makers


@pytest.mark.parametrize("state, step, expected", [
    (DecisionState.OPEN, DecisionStep.APPROVE, ApprovalWhy.FOR_ITS_MAKER),
    (DecisionState.OPEN, DecisionStep.RETURN, ApprovalWhy.FOR_ITS_MAKER),
    (DecisionState.OPEN, DecisionStep.REFUSE, ApprovalWhy.FOR_ITS_MAKER),
    (DecisionState.APPROVED, DecisionStep.UNDO, ApprovalWhy.FOR_ITS_MAKER),
    (DecisionState.OPEN, DecisionStep.WITHDRAW, ApprovalWhy.NOT_THE_MAKER),
    (DecisionState.APPROVED, DecisionStep.APPROVE, ApprovalWhy.FOR_ITS_MAKER),
])
def test_who_acts_for_its_maker_takes_no_step_with_a_proposal(state, step, expected):
    facts = {"same_person": False, "is_manager": True, "for_maker": True}
    assert outcome(approval.decide, state, step, reason="-", **facts) == expected
    assert approval.offered(state, **facts) == []


@pytest.mark.parametrize("held, lent, expected", [
    ({M}, (), None), ({M}, (FOR_ANA,), None), ({O}, (), None), ({O}, (FOR_ANA,), ANA), ({O}, (FOR_ANA, Lent(14, ANA)), ANA),
    ({O}, (FOR_ANA, FOR_BUDI), None), ({O}, (FOR_NOBODY,), None), ({O}, (FOR_ANA, FOR_NOBODY), None),
])
def test_whose_proposals_do_not_wait_for_who_acts_for_them_alone(held, lent, expected):
    assert rules.shut_out(held, lent) == expected
