"""Who may set another level than the one put to them, and with what."""
import pytest

from portal.rules.approval import DecisionStep
from portal.rules.levels import Level
from portal.rules.refused import Refused
from portal.rules.review import Why, other_level

APPROVE, RETURN, REFUSE, UNDO, WITHDRAW = DecisionStep
EMERGENCY, URGENT, ORDINARY, MONITORING = Level


@pytest.mark.parametrize("step, chosen, reason, expected", [
    (APPROVE, None, "", None),
    (APPROVE, None, "  ", None),
    (APPROVE, ORDINARY, "", None),
    (APPROVE, URGENT, "Ayah baru meninggal.", URGENT),
    (APPROVE, EMERGENCY, "Ancaman malam ini.", EMERGENCY),
    (APPROVE, MONITORING, "Sudah aman.", MONITORING),
    (APPROVE, URGENT, "", Why.OTHER_LEVEL_REASON),
    (APPROVE, MONITORING, " \n", Why.OTHER_LEVEL_REASON),
    (APPROVE, None, "Ayah baru meninggal.", Why.OTHER_LEVEL_CHOICE),
    (APPROVE, ORDINARY, "Ayah baru meninggal.", Why.OTHER_LEVEL_CHOICE),
    *[(step, None, "", None) for step in (RETURN, REFUSE, UNDO, WITHDRAW)],
    *[(step, ORDINARY, "", None) for step in (RETURN, REFUSE, UNDO, WITHDRAW)],
    *[(step, URGENT, "Sebab", Why.OTHER_LEVEL_APPROVES) for step in (RETURN, REFUSE, UNDO, WITHDRAW)],
    *[(step, URGENT, "", Why.OTHER_LEVEL_APPROVES) for step in (RETURN, REFUSE)],
    *[(step, None, "Sebab", Why.OTHER_LEVEL_APPROVES) for step in (RETURN, REFUSE)],
])
def test_another_level_needs_its_reason_and_an_approval(step, chosen, reason, expected):
    if expected not in list(Why):
        assert other_level(step, proposed=ORDINARY, chosen=chosen, reason=reason) == expected
        return
    with pytest.raises(Refused) as refused:
        other_level(step, proposed=ORDINARY, chosen=chosen, reason=reason)
    assert refused.value.why is expected
