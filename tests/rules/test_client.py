"""A client's circle, and what stands against it."""
from datetime import date

import pytest

from portal.rules.client import ClientState, Why, may_change, may_check, may_relate
from portal.rules.refused import Refused

TODAY, TOMORROW, YESTERDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 1)


def refusal(rule, *args, **kwargs):
    try:
        rule(*args, **kwargs)
    except Refused as refused:
        return refused.why
    return None


@pytest.mark.parametrize("state, why", [(ClientState.ACTIVE, None), (ClientState.MERGED, Why.NOT_ACTIVE), (ClientState.CANCELLED, Why.NOT_ACTIVE)])
def test_only_an_active_record_changes(state, why):
    assert refusal(may_change, state) is why


@pytest.mark.parametrize("other, name, why", [
    (2, "", None), (None, "Rini", None), (2, "Rini", None), (1, "", Why.OF_ITSELF), (None, "", Why.NOBODY_NAMED), (None, "  ", Why.NOBODY_NAMED),
])
def test_a_relation_names_somebody_else(other, name, why):
    assert refusal(may_relate, client_id=1, other_id=other, name=name) is why


@pytest.mark.parametrize("on, why", [(TODAY, None), (YESTERDAY, None), (TOMORROW, Why.NOT_YET)])
def test_a_look_into_dtsen(on, why):
    assert refusal(may_check, checked_on=on, today=TODAY) is why
