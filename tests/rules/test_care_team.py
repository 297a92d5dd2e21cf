"""Who may change a care team, and when sight in an emergency is given."""
import pytest

from portal.rules.care_team import (
    GLASSES,
    SHORTEST_REASON,
    Why,
    changes_offered,
    may_add,
    may_break_glass,
    may_change_team,
    may_lead_or_leave,
)
from portal.rules.refused import Refused
from portal.rules.roles import Role

OFFICER, MANAGER = {Role.OFFICER}, {Role.MANAGER}


@pytest.mark.parametrize("roles, is_lead, is_self, allowed", [
    (OFFICER, True, False, True), (OFFICER, False, False, False), (OFFICER, False, True, True),
    (MANAGER, False, False, True), (OFFICER | MANAGER, False, False, True), (set(), False, False, False),
])
def test_who_changes_a_team(roles, is_lead, is_self, allowed):
    if allowed:
        may_change_team(roles, is_lead=is_lead, is_self=is_self)
    else:
        with pytest.raises(Refused) as refused:
            may_change_team(roles, is_lead=is_lead, is_self=is_self)
        assert refused.value.why is Why.NOT_THE_LEAD


@pytest.mark.parametrize("roles, is_lead, shown", [(OFFICER, True, True), (OFFICER, False, False), (MANAGER, False, True)])
def test_who_is_shown_the_forms(roles, is_lead, shown):
    assert changes_offered(roles, is_lead=is_lead) is shown


def test_nobody_is_added_twice_and_only_members_lead_or_leave():
    may_add(False)
    may_lead_or_leave(True)
    with pytest.raises(Refused) as added:
        may_add(True)
    with pytest.raises(Refused) as left:
        may_lead_or_leave(False)
    assert (added.value.why, left.value.why) == (Why.ALREADY_A_MEMBER, Why.NOT_A_MEMBER)


@pytest.mark.parametrize("reason, earlier, sees_whole, why", [
    ("x" * SHORTEST_REASON, 0, False, None),
    ("x" * SHORTEST_REASON, GLASSES - 1, False, None),
    ("x" * SHORTEST_REASON, GLASSES, False, Why.TOO_MANY_GLASSES),
    ("x" * (SHORTEST_REASON - 1), 0, False, Why.REASON_TOO_SHORT),
    (" " * 40, 0, False, Why.REASON_TOO_SHORT),
    ("x" * SHORTEST_REASON, 0, True, Why.SEES_IT_ALREADY),
])
def test_sight_in_an_emergency(reason, earlier, sees_whole, why):
    if why is None:
        may_break_glass(reason, earlier=earlier, sees_whole=sees_whole)
    else:
        with pytest.raises(Refused) as refused:
            may_break_glass(reason, earlier=earlier, sees_whole=sees_whole)
        assert refused.value.why is why
